package io.tieout.invoice.rows;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.tieout.model.id.RealmId;
import io.tieout.model.id.SheetId;
import org.jspecify.annotations.Nullable;

/// Rows that are drafted together.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "of", defaultImpl = RowGroup.class)
@JsonSubTypes({
    @JsonSubTypes.Type(value = RowGroup.class, name = "invoice"),
    @JsonSubTypes.Type(value = DocumentGroup.class, name = "document")
})
public sealed interface WorkGroup permits RowGroup, DocumentGroup {
    RealmId realmId();

    SheetId sheetId();

    /// Equal for equal groups.
    String key();

    /// The project whose approved hours it takes of; absent when it takes none.
    @Nullable String projectKey();
}

package io.tieout.model.smartsheet;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.tieout.model.id.RealmId;
import io.tieout.model.id.RowRef;

/// A row as it is now, or gone. Source revision: sheet version, then mapping version.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = RowObserved.class, name = "row-observed"),
    @JsonSubTypes.Type(value = RowGone.class, name = "row-gone")
})
public sealed interface RowEvent permits RowObserved, RowGone {
    RowRef row();

    /// The books that this row's sheet belongs to.
    RealmId realmId();

    @JsonIgnore
    default String key() {
        return row().key();
    }
}

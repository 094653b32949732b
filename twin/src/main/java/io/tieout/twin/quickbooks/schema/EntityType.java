package io.tieout.twin.quickbooks.schema;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the vendor knows of one entity.
public record EntityType(
        String name,
        Kind kind,
        Map<String, Field> fields,
        @Nullable String nameField,
        @Nullable String nameGroup,
        Set<String> lineTypes,
        boolean numbered,
        boolean voidable,
        boolean printable) {

    /// How entities of a type come and go.
    public enum Kind {
        /// Never deleted, only made inactive.
        LIST,
        /// Created, changed, deleted; some can be voided.
        TXN,
        /// One per company.
        SINGLE,
        /// Read only, and not in change data capture.
        FIXED,
        /// As a transaction, but not in change data capture.
        SIDE
    }

    public EntityType {
        fields = Map.copyOf(fields);
        lineTypes = Set.copyOf(lineTypes);
    }

    public String path() {
        return name.toLowerCase(Locale.ROOT);
    }

    public boolean capturesChanges() {
        return kind != Kind.FIXED && kind != Kind.SIDE;
    }

    public boolean deletable() {
        return kind == Kind.TXN || kind == Kind.SIDE;
    }
}

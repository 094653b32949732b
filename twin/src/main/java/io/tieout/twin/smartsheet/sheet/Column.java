package io.tieout.twin.smartsheet.sheet;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A column; its id never changes, its title may.
public record Column(
        long id,
        String title,
        Type type,
        boolean primary,
        List<String> options,
        @Nullable String systemColumnType,
        @Nullable String formula,
        boolean locked,
        boolean hidden,
        int width) {

    /// What a column's cells hold.
    public enum Type {
        TEXT_NUMBER,
        PICKLIST,
        MULTI_PICKLIST,
        CHECKBOX,
        DATE,
        DATETIME,
        CONTACT_LIST,
        MULTI_CONTACT_LIST;

        boolean multiple() {
            return this == MULTI_PICKLIST || this == MULTI_CONTACT_LIST;
        }
    }

    public Column {
        options = List.copyOf(options);
    }

    public static Column of(long id, String title, Type type, List<String> options) {
        return new Column(id, title, type, false, options, null, null, false, false, 150);
    }

    Column renamed(String newTitle) {
        return new Column(
                id,
                newTitle,
                type,
                primary,
                options,
                systemColumnType,
                formula,
                locked,
                hidden,
                width);
    }

    Column typed(Type newType) {
        return new Column(
                id,
                title,
                newType,
                primary,
                options,
                systemColumnType,
                formula,
                locked,
                hidden,
                width);
    }
}

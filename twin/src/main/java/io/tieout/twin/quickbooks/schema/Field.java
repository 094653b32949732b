package io.tieout.twin.quickbooks.schema;

import java.util.List;

/// One property of an object: its type and what the vendor says about it.
public record Field(
        String name,
        Type type,
        List<String> targets,
        int lengthMax,
        boolean required,
        boolean filterable,
        boolean readOnly) {

    /// The shapes that a property can have.
    public enum Type {
        STRING,
        MONEY,
        NUMBER,
        INT,
        BOOL,
        DATE,
        ENUM,
        REF,
        CURRENCY,
        OBJECT,
        LIST,
        ANY
    }

    public Field {
        targets = List.copyOf(targets);
    }

    /// The name of the nested object of an OBJECT or LIST.
    public String nested() {
        return targets.getFirst();
    }
}

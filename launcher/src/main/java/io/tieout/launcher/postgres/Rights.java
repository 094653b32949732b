package io.tieout.launcher.postgres;

/// What a role may do with the tables that the owner makes in a schema.
enum Rights {
    READ("SELECT", "USAGE, SELECT"),
    /// History is added to, never changed; a migration grants more where a table is no history.
    APPEND("SELECT, INSERT", "USAGE, SELECT"),
    ADD_AND_CHANGE("SELECT, INSERT, UPDATE", "USAGE, SELECT"),
    ALL("SELECT, INSERT, UPDATE, DELETE", "USAGE, SELECT");

    private final String onTables;
    private final String onSequences;

    Rights(String onTables, String onSequences) {
        this.onTables = onTables;
        this.onSequences = onSequences;
    }

    String onTables() {
        return onTables;
    }

    String onSequences() {
        return onSequences;
    }
}

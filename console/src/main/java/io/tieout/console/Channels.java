package io.tieout.console;

/// Names of the console's channels.
public final class Channels {
    public static final String PROPOSAL_STATES_IN = "proposal-states-in";
    public static final String FINDINGS_IN = "findings-in";
    public static final String ROWS_IN = "rows-in";
    public static final String ENTITIES_IN = "entities-in";
    public static final String COMMANDS_IN = "commands-in";
    public static final String DEAD_LETTERS_IN = "dead-letters-in";

    private Channels() {}
}

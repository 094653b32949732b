package io.tieout.reconcile;

/// The channels of this service.
public final class Channels {
    public static final String ROWS_IN = "rows-in";
    public static final String ENTITIES_IN = "entities-in";
    public static final String STATES_IN = "states-in";
    public static final String COMMANDS_IN = "commands-in";

    private Channels() {}
}

package io.tieout.ingest;

/// The channels of this service.
public final class Channels {
    public static final String CALLBACKS_IN = "callbacks-in";
    public static final String NOTIFICATIONS_IN = "notifications-in";
    public static final String STATES_IN = "states-in";
    public static final String COMMANDS_IN = "commands-in";

    private Channels() {}
}

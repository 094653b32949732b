package io.tieout.writeback;

/// The channels of this service.
public final class Channels {
    public static final String RELEASES_IN = "releases-in";
    public static final String COMMANDS_IN = "commands-in";
    public static final String FINDINGS_IN = "findings-in";

    private Channels() {}
}

package io.tieout.audit;

/// The channels of this service.
public final class Channels {
    public static final String RECORDS_IN = "records-in";
    public static final String FACTS_IN = "facts-in";
    public static final String PROPOSALS_IN = "proposals-in";
    public static final String DECISIONS_IN = "decisions-in";
    public static final String OUTCOMES_IN = "outcomes-in";
    public static final String COMMANDS_IN = "commands-in";

    private Channels() {}
}

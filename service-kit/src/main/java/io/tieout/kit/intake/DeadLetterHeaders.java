package io.tieout.kit.intake;

/// Names of the headers of a dead letter and of a redriven record.
public final class DeadLetterHeaders {
    /// Why, as a stable code.
    public static final String ERROR_CODE = "error-code";

    /// Why, in words.
    public static final String REASON = "dead-letter-reason";

    /// Class and stack of the exception, bounded.
    public static final String STACK = "dead-letter-stack";

    /// The consumer group that could not process it.
    public static final String GROUP = "dead-letter-group";

    /// How many times it was tried.
    public static final String ATTEMPTS = "dead-letter-attempts";

    /// When it was given up, ISO 8601.
    public static final String AT = "dead-letter-at";

    public static final String TOPIC = "dead-letter-topic";
    public static final String PARTITION = "dead-letter-partition";
    public static final String OFFSET = "dead-letter-offset";
    public static final String CORRELATION_ID = "correlation-id";

    /// The one group that may act on a redriven record.
    public static final String REDRIVE_GROUP = "redrive-group";

    /// Who redrove it.
    public static final String REDRIVEN_BY = "redriven-by";

    private DeadLetterHeaders() {}
}

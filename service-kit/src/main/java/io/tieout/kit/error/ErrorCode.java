package io.tieout.kit.error;

/// A stable name of a failure: metric label, dead-letter header and log key alike. Lower-case
/// letters, digits and dashes.
public record ErrorCode(String value) {
    public static final ErrorCode UNREADABLE = new ErrorCode("unreadable-message");
    public static final ErrorCode CONTRACT_VIOLATED = new ErrorCode("contract-violated");
    public static final ErrorCode RETRIES_EXHAUSTED = new ErrorCode("retries-exhausted");
    public static final ErrorCode BUG = new ErrorCode("bug");

    public ErrorCode {
        if (!value.matches("[a-z0-9][a-z0-9-]{1,60}")) {
            throw new IllegalArgumentException("Not an error code: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}

package io.tieout.connectors.call;

/// A successful answer that does not have the promised shape; becomes a transient fault.
public final class UnreadableAnswer extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableAnswer(String message) {
        super(message);
    }
}

package io.tieout.kit.error;

import org.jspecify.annotations.Nullable;

/// Something that may work when tried again: retried with jitter, bounded.
public final class TransientFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient ErrorCode code;

    public TransientFailure(ErrorCode code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public ErrorCode code() {
        return code;
    }
}

package io.tieout.kit.error;

import org.jspecify.annotations.Nullable;

/// A message that breaks the contract: put aside at once, never retried.
public final class ContractViolation extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient ErrorCode code;

    public ContractViolation(ErrorCode code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public ErrorCode code() {
        return code;
    }
}

package io.tieout.connectors.fault;

/// A vendor call did not succeed; `fault()` says in which way.
public final class VendorException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient VendorFault fault;

    public VendorException(VendorFault fault) {
        super(describe(fault));
        this.fault = fault;
    }

    public VendorException(VendorFault fault, Throwable cause) {
        super(describe(fault), cause);
        this.fault = fault;
    }

    public VendorFault fault() {
        return fault;
    }

    public String errorCode() {
        return fault.errorCode();
    }

    private static String describe(VendorFault fault) {
        VendorTrace trace = fault.trace();
        return "%s in \"%s\": %s (status %d, reference %s)"
                .formatted(
                        fault.errorCode(),
                        trace.operation(),
                        trace.detail() == null
                                ? trace.message()
                                : trace.message() + " / " + trace.detail(),
                        trace.httpStatus(),
                        trace.reference());
    }
}

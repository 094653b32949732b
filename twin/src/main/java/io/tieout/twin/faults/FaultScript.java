package io.tieout.twin.faults;

import org.jspecify.annotations.Nullable;

/// A share of the calls of some operation that shall go wrong.
public record FaultScript(
        String id,
        @Nullable String vendor,
        @Nullable String operation,
        FaultKind kind,
        double share,
        int status,
        @Nullable String errorCode,
        long delayMs,
        long limit,
        long seed) {

    static final long DELAY_MS_MAX = 600_000;

    public FaultScript {
        if (share < 0 || share > 1) {
            throw new IllegalArgumentException("share must lie between 0 and 1");
        }
        if (delayMs < 0 || delayMs > DELAY_MS_MAX) {
            throw new IllegalArgumentException("delayMs must lie between 0 and " + DELAY_MS_MAX);
        }
        if (kind == FaultKind.STATUS && !isFailure(vendor, status)) {
            throw new IllegalArgumentException(
                    "a STATUS fault needs a status from 400 to 599, or 200 for quickbooks");
        }
    }

    /// QuickBooks may put a fault into a 200.
    private static boolean isFailure(@Nullable String vendor, int status) {
        return (status >= 400 && status <= 599) || (status == 200 && "quickbooks".equals(vendor));
    }

    /// Operation is a prefix; `*` and absence fit everything.
    boolean fits(String callVendor, Iterable<String> operations) {
        if (vendor != null && !vendor.equals("*") && !vendor.equals(callVendor)) {
            return false;
        }
        if (operation == null || operation.equals("*")) {
            return true;
        }
        var prefix =
                operation.endsWith("*")
                        ? operation.substring(0, operation.length() - 1)
                        : operation;
        for (var name : operations) {
            if (name.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }
}

package io.tieout.console.flow;

import java.util.List;

/// How a service looks from outside.
///
/// @param health `up`, `down` or `out of reach`
/// @param quotas what its metrics say about vendor quotas
/// @param calls how often it called the vendors since it started
/// @param rowsRead changed rows that it published since it started
record ServiceLook(
        String name,
        String health,
        String detail,
        List<Quota> quotas,
        List<Calls> calls,
        long rowsRead) {
    /// How much of one quota is left.
    ///
    /// @param remaining between 0 and 1
    record Quota(String vendor, String bucket, double remaining) {}

    /// Calls of one operation that came to one outcome.
    record Calls(String vendor, String operation, String outcome, long count) {
        boolean failed() {
            return !outcome.equals("ok");
        }
    }

    ServiceLook {
        quotas = List.copyOf(quotas);
        calls = List.copyOf(calls);
    }

    static ServiceLook outOfReach(String name, String detail) {
        return new ServiceLook(name, "out of reach", detail, List.of(), List.of(), 0);
    }

    boolean isUp() {
        return health.equals("up");
    }
}

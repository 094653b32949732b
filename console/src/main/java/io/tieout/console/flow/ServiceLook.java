package io.tieout.console.flow;

import java.util.List;

/// How a service looks from outside.
///
/// @param health `up`, `down` or `out of reach`
/// @param quotas what its metrics say about vendor quotas
record ServiceLook(String name, String health, String detail, List<Quota> quotas) {
    /// How much of one quota is left.
    ///
    /// @param remaining between 0 and 1
    record Quota(String vendor, String bucket, double remaining) {}

    ServiceLook {
        quotas = List.copyOf(quotas);
    }

    boolean isUp() {
        return health.equals("up");
    }
}

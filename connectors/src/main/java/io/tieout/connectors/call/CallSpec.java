package io.tieout.connectors.call;

import io.tieout.connectors.Vendor;
import io.tieout.connectors.quota.QuotaRequest;
import io.tieout.model.id.ConnectionId;

/// What a call is, apart from its content.
///
/// @param operation a short constant text: metric label and log field
/// @param mutating whether a lost answer leaves it unknown if something happened
public record CallSpec(QuotaRequest cost, String operation, boolean mutating) {
    public Vendor vendor() {
        return cost.vendor();
    }

    public ConnectionId connection() {
        return cost.connection();
    }
}

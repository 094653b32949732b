package io.tieout.connectors.quota;

import io.tieout.connectors.Vendor;
import io.tieout.model.id.ConnectionId;

/// What one call costs.
///
/// @param weight requests it counts as; 10 for Smartsheet's cell history and uploads
/// @param batch whether it also counts against QuickBooks' batches a minute
/// @param metered whether QuickBooks bills it as a read (CorePlus)
public record QuotaRequest(
        ConnectionId connection, Vendor vendor, int weight, boolean batch, boolean metered) {
    public static QuotaRequest smartsheet(ConnectionId connection, int weight) {
        return new QuotaRequest(connection, Vendor.SMARTSHEET, weight, false, false);
    }

    public static QuotaRequest quickBooksRead(ConnectionId connection) {
        return new QuotaRequest(connection, Vendor.QUICKBOOKS, 1, false, true);
    }

    public static QuotaRequest quickBooksWrite(ConnectionId connection) {
        return new QuotaRequest(connection, Vendor.QUICKBOOKS, 1, false, false);
    }

    public static QuotaRequest quickBooksBatch(ConnectionId connection) {
        return new QuotaRequest(connection, Vendor.QUICKBOOKS, 1, true, false);
    }
}

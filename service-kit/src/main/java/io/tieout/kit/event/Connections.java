package io.tieout.kit.event;

import io.tieout.model.id.ConnectionId;
import io.tieout.model.id.RealmId;

/// How connections are named.
public final class Connections {
    private Connections() {}

    public static ConnectionId quickbooks(RealmId realm) {
        return new ConnectionId("quickbooks:" + realm);
    }

    /// @param region `us`, `eu`, `gov` or `au`
    public static ConnectionId smartsheet(String region, String account) {
        return new ConnectionId("smartsheet:" + region + ":" + account);
    }
}

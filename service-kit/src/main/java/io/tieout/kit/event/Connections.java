package io.tieout.kit.event;

import io.tieout.model.id.ConnectionId;
import io.tieout.model.id.RealmId;
import java.util.Optional;

/// How connections are named.
public final class Connections {
    private static final String QUICKBOOKS = "quickbooks:";

    private Connections() {}

    public static ConnectionId quickbooks(RealmId realm) {
        return new ConnectionId(QUICKBOOKS + realm);
    }

    /// The company whose books the connection opens; absent where it opens none.
    public static Optional<RealmId> realm(ConnectionId connection) {
        return connection.value().startsWith(QUICKBOOKS)
                ? Optional.of(new RealmId(connection.value().substring(QUICKBOOKS.length())))
                : Optional.empty();
    }

    /// @param region `us`, `eu`, `gov` or `au`
    public static ConnectionId smartsheet(String region, String account) {
        return new ConnectionId("smartsheet:" + region + ":" + account);
    }
}

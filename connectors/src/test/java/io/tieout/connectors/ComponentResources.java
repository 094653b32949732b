package io.tieout.connectors;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;

/// Gives the application a real database and the address at which a test will play the vendors.
public class ComponentResources implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        int port = freePort();
        String vendor = "http://localhost:" + port;
        return Map.ofEntries(
                Map.entry("quarkus.datasource.jdbc.url", TestDatabase.url()),
                Map.entry("quarkus.datasource.username", TestDatabase.WRITEBACK),
                Map.entry("quarkus.datasource.password", "any"),
                Map.entry("TIEOUT_DB_URL", TestDatabase.url()),
                Map.entry("TIEOUT_DB_OWNER_USER", TestDatabase.OWNER),
                Map.entry("TIEOUT_DB_OWNER_PASSWORD", "any"),
                Map.entry("TIEOUT_TOKEN_KEY", TestConfig.TOKEN_KEY),
                Map.entry("TIEOUT_SMARTSHEET_URL", vendor + "/smartsheet/2.0"),
                Map.entry("TIEOUT_SMARTSHEET_TOKEN", "personal-token"),
                Map.entry("TIEOUT_SMARTSHEET_CLIENT_ID", "harbor-sheets"),
                Map.entry("TIEOUT_SMARTSHEET_CLIENT_SECRET", "harbor-sheets-secret"),
                Map.entry("TIEOUT_QUICKBOOKS_URL", vendor + "/quickbooks"),
                Map.entry("TIEOUT_QUICKBOOKS_OAUTH_URL", vendor + "/oauth2/v1/tokens/bearer"),
                Map.entry("TIEOUT_QUICKBOOKS_CLIENT_ID", "app"),
                Map.entry("TIEOUT_QUICKBOOKS_CLIENT_SECRET", "app-secret"),
                Map.entry("TIEOUT_REALM", "9130"),
                Map.entry("TIEOUT_QUICKBOOKS_REFRESH_TOKEN", "refresh-1"),
                Map.entry("tieout.connectors.smartsheet.connection", "smartsheet:us:component"),
                Map.entry("quarkus.rest-client.quickbooks.read-timeout", "8000"),
                Map.entry("tieout.connectors.quota.throttle-pause", "5s"),
                Map.entry("tieout.connectors.quota.patience", "2s"),
                Map.entry("tieout.connectors.quickbooks.calls-per-second", "1000"),
                Map.entry("tieout.connectors.quickbooks.calls-per-minute", "10000"),
                Map.entry("tieout.connectors.quickbooks.calls-at-once", "100"),
                Map.entry("stub.port", String.valueOf(port)));
    }

    @Override
    public void stop() {}

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

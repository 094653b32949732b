package io.tieout.writeback;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

/// Points the service at vendors and a mail server that run inside the test.
public class TestVendors implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        int http = freePort();
        int smtp = freePort();
        String base = "http://127.0.0.1:" + http;
        return Map.ofEntries(
                Map.entry("test.vendor.port", Integer.toString(http)),
                Map.entry("test.smtp.port", Integer.toString(smtp)),
                Map.entry("tieout.writeback.audit-public-key", Keys.auditPublicKey()),
                Map.entry("tieout.writeback.realm.linger", "PT0.3S"),
                Map.entry("tieout.writeback.realm.batch-max", "4"),
                Map.entry("tieout.writeback.sheet.linger", "PT0.4S"),
                Map.entry("tieout.writeback.recovery.repeat-delay", "PT0.02S"),
                Map.entry("tieout.writeback.recovery.settle-time", "PT0.2S"),
                Map.entry("tieout.service.lane.poll-interval", "PT0.05S"),
                Map.entry("tieout.service.lane.retry-delay-max", "PT0.3S"),
                Map.entry("tieout.connectors.database.url", "${quarkus.datasource.jdbc.url}"),
                Map.entry("tieout.connectors.database.owner-user", "tieout_owner"),
                Map.entry("tieout.connectors.database.owner-password", "test-only"),
                Map.entry(
                        "tieout.connectors.token-key",
                        "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="),
                Map.entry("tieout.connectors.smartsheet.token", "smartsheet-token"),
                Map.entry("tieout.connectors.smartsheet.calls-per-minute", "10000"),
                Map.entry("tieout.connectors.quickbooks.realm", "9130350000000001"),
                Map.entry("tieout.connectors.quickbooks.refresh-token", "refresh-0"),
                Map.entry("tieout.connectors.quickbooks.client-secret", "secret"),
                Map.entry("tieout.connectors.quickbooks.calls-per-minute", "10000"),
                Map.entry("tieout.connectors.quickbooks.calls-per-second", "1000"),
                Map.entry("tieout.connectors.quickbooks.batches-per-minute", "1000"),
                Map.entry("quarkus.rest-client.smartsheet.url", base + "/2.0"),
                Map.entry("quarkus.rest-client.quickbooks.url", base),
                Map.entry(
                        "quarkus.rest-client.quickbooks-oauth.url",
                        base + "/oauth2/v1/tokens/bearer"),
                Map.entry("tieout.mail.host", "127.0.0.1"),
                Map.entry("tieout.mail.port", Integer.toString(smtp)));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {}
}

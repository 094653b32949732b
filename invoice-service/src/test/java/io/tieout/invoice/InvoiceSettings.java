package io.tieout.invoice;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/// What the environment would tell the service.
public final class InvoiceSettings implements QuarkusTestResourceLifecycleManager {
    public static final String SECRET = "test-only-secret";

    @Override
    public Map<String, String> start() {
        return Map.of(
                "tieout.invoice.billing-rules-file",
                rules().toString(),
                "tieout.invoice.link-secret",
                SECRET);
    }

    private static Path rules() {
        URL url =
                Objects.requireNonNull(
                        Thread.currentThread()
                                .getContextClassLoader()
                                .getResource("billing-rules.json"));
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stop() {
        // nothing was started
    }
}

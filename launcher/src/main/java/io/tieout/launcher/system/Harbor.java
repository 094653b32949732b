package io.tieout.launcher.system;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The sample company "Harbor": what the demo's twin knows it by, and the configuration it comes
/// with.
final class Harbor {
    static final String REALM = "9130350000000001";
    // Known to the twin only: they open nothing.
    static final String SMARTSHEET_TOKEN = "harbor-smartsheet-token";
    static final String SMARTSHEET_CLIENT_ID = "harbor-sheets";
    static final String SMARTSHEET_CLIENT_SECRET = "harbor-sheets-secret";
    static final String QUICKBOOKS_REFRESH_TOKEN = "harbor-refresh-token";
    static final String QUICKBOOKS_CLIENT_ID = "harbor-client";
    static final String QUICKBOOKS_CLIENT_SECRET = "harbor-secret";

    static final String QUICKBOOKS_VERIFIER_TOKEN = "harbor-verifier-token";
    static final String MAIL_FROM = "tieout@harbor.example";

    private static final List<String> FILES =
            List.of(
                    "mapping.json",
                    "billing-rules.json",
                    "policy.json",
                    "people.json",
                    "finance-review.json");

    private Harbor() {}

    /// Writes the configuration files that are not there yet, so that a person's changes stay.
    static void writeConfiguration(Path directory) {
        try {
            Files.createDirectories(directory);
            for (String name : FILES) {
                Path file = directory.resolve(name);
                if (!Files.exists(file)) {
                    copy(name, file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(String name, Path file) throws IOException {
        try (InputStream resource = Harbor.class.getResourceAsStream("/harbor/" + name)) {
            if (resource == null) {
                throw new IllegalStateException("The jar lacks harbor/" + name);
            }
            Files.copy(resource, file);
        }
    }
}

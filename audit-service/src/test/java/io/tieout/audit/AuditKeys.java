package io.tieout.audit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// Keys and files of a service under test; the test learns the channels' private keys.
public final class AuditKeys implements QuarkusTestResourceLifecycleManager {
    /// What `Books.terms()` says, as the file says it.
    private static final String RULES =
            """
            {"version": "1", "currency": "USD", "expenseItem": "Travel",
             "clients": [
               {"customer": "Customer 0", "rates": {"Engineering": "205.00"}, "minimum": null, "markupPercent": "10"},
               {"customer": "Customer 1", "rates": {}, "markupPercent": "12.5"}],
             "taxByState": {"NY": "t0", "CA": "t1", "WA": "t2"}}
            """;

    @Override
    public Map<String, String> start() {
        Keys own = Keys.make();
        Keys console = Keys.make();
        Keys ingest = Keys.make();
        Path folder = folder();
        return Map.of(
                "tieout.audit.keys.private-key", own.privateKey(),
                "tieout.audit.keys.console-public-key", console.publicKey(),
                "tieout.audit.keys.ingest-public-key", ingest.publicKey(),
                "tieout.audit.anchor.file", folder.resolve("heads.ndjson").toString(),
                "tieout.audit.billing-rules-file", folder.resolve("rules.json").toString(),
                "tieout.audit.anchor.interval", "PT0.2S",
                "tieout.audit.review.patience", "PT2S",
                "test.audit.public-key", own.publicKey(),
                "test.console.private-key", console.privateKey(),
                "test.ingest.private-key", ingest.privateKey());
    }

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("tieout-audit");
            Files.writeString(folder.resolve("rules.json"), RULES);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        // the temporary folder goes with the machine
    }
}

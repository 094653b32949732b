package io.tieout.launcher;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tieout.launcher.port.Listener;
import io.tieout.launcher.port.PortPlan;
import io.tieout.launcher.process.RunRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Where ingest-service is, and the key that lets the command line in: of the system that runs
/// here, or said by the environment.
final class IngestPlace {
    @Mixin private final Place place = new Place();

    @Option(
            names = "--ingest-url",
            paramLabel = "URL",
            defaultValue = "${env:TIEOUT_INGEST_URL}",
            description = "Where ingest-service listens (default: the one that runs here).")
    private @Nullable String url;

    String url() {
        if (url != null && !url.isBlank()) {
            return url.replaceAll("/+$", "");
        }
        int base = running().map(RunRecord::portBase).orElse(place.portBase);
        return new PortPlan(base).httpUrl(Listener.INGEST);
    }

    int base() {
        return running().map(RunRecord::portBase).orElse(place.portBase);
    }

    String tokenKey() {
        String said = System.getenv("TIEOUT_TOKEN_KEY");
        if (said != null && !said.isBlank()) {
            return said;
        }
        return running()
                .map(record -> Path.of(record.directory()).resolve("secrets.json"))
                .filter(Files::exists)
                .map(IngestPlace::read)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "Tieout does not run here: start it (./tieout up), or set TIEOUT_TOKEN_KEY and TIEOUT_INGEST_URL to those of the system that does."));
    }

    private Optional<RunRecord> running() {
        return place.runFile().read().filter(RunRecord::anyAlive);
    }

    private static String read(Path secrets) {
        try {
            return new ObjectMapper().readTree(secrets.toFile()).path("tokenKey").asText();
        } catch (IOException e) {
            throw new IllegalArgumentException("Cannot read " + secrets + ".", e);
        }
    }
}

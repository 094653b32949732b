package io.tieout.audit.record;

import io.quarkus.runtime.StartupEvent;
import io.tieout.audit.AuditConfig;
import io.tieout.kit.json.WireJson;
import io.tieout.kit.lane.Lane;
import io.tieout.kit.lane.LaneResult;
import io.tieout.kit.lane.LaneWork;
import io.tieout.kit.lane.Lanes;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;

/// Signs the heads from time to time and writes them to a file that the database cannot change.
@ApplicationScoped
class AnchorHeads implements LaneWork {
    private static final String KIND = "anchor-heads";

    private final Heads heads;
    private final Lanes lanes;
    private final AuditConfig config;
    private final Clock clock;

    AnchorHeads(Heads heads, Lanes lanes, AuditConfig config, Clock clock) {
        this.heads = heads;
        this.lanes = lanes;
        this.config = config;
        this.clock = clock;
    }

    @Transactional
    void start(@Observes @Priority(Interceptor.Priority.APPLICATION) StartupEvent start) {
        lanes.wake(KIND, "all", clock.instant());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public LaneResult run(Lane lane) {
        List<String> lines = heads.sign().stream().map(WireJson::text).toList();
        if (!lines.isEmpty()) {
            append(lines);
        }
        return LaneResult.again(clock.instant().plus(config.anchor().interval()));
    }

    private void append(List<String> lines) {
        Path file = config.anchor().file();
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.write(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the chain heads to " + file, e);
        }
    }
}

package io.tieout.ingest.connection;

import io.quarkus.runtime.StartupEvent;
import io.tieout.ingest.IngestConfig;
import io.tieout.ingest.LaneKinds;
import io.tieout.kit.lane.Lane;
import io.tieout.kit.lane.LaneResult;
import io.tieout.kit.lane.LaneWork;
import io.tieout.kit.lane.Lanes;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;

/// Looks at all connections now and then; one copy at a time.
@ApplicationScoped
class ConnectionLane implements LaneWork {
    private static final int PRIORITY = 100;

    private final AllConnections connections;
    private final ConnectionFindings findings;
    private final Lanes lanes;
    private final IngestConfig config;
    private final Clock clock;

    ConnectionLane(
            AllConnections connections,
            ConnectionFindings findings,
            Lanes lanes,
            IngestConfig config,
            Clock clock) {
        this.connections = connections;
        this.findings = findings;
        this.lanes = lanes;
        this.config = config;
        this.clock = clock;
    }

    @Transactional
    void start(@Observes @Priority(PRIORITY) StartupEvent start) {
        lanes.wake(LaneKinds.CONNECTIONS, "all", clock.instant());
    }

    @Override
    public String kind() {
        return LaneKinds.CONNECTIONS;
    }

    @Override
    public LaneResult run(Lane lane) {
        findings.say(connections.all());
        return LaneResult.again(clock.instant().plus(config.connection().checkInterval()));
    }
}

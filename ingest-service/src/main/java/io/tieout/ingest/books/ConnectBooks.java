package io.tieout.ingest.books;

import io.quarkus.runtime.StartupEvent;
import io.tieout.ingest.IngestConfig;
import io.tieout.ingest.LaneKinds;
import io.tieout.kit.lane.Lanes;
import io.tieout.model.id.RealmId;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;

/// Sets the lane of the configured company going.
@ApplicationScoped
class ConnectBooks {
    /// After the migrations, before the lanes run.
    private static final int PRIORITY = 100;

    private final BookStates states;
    private final Lanes lanes;
    private final IngestConfig config;
    private final Clock clock;

    ConnectBooks(BookStates states, Lanes lanes, IngestConfig config, Clock clock) {
        this.states = states;
        this.lanes = lanes;
        this.config = config;
        this.clock = clock;
    }

    @Transactional
    void start(@Observes @Priority(PRIORITY) StartupEvent start) {
        states.connect(config.realm());
        lanes.wake(LaneKinds.REALM, config.realm().value(), clock.instant());
    }

    /// Has the books looked at now; what is told about them is a nudge, never the truth.
    @Transactional
    void nudge(RealmId realm) {
        if (realm.equals(config.realm())) {
            lanes.wake(LaneKinds.REALM, realm.value(), clock.instant());
        }
    }
}

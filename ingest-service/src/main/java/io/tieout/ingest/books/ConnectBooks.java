package io.tieout.ingest.books;

import io.quarkus.runtime.StartupEvent;
import io.tieout.connectors.token.ConnectionStatus;
import io.tieout.connectors.token.Tokens;
import io.tieout.ingest.IngestConfig;
import io.tieout.ingest.LaneKinds;
import io.tieout.kit.event.Connections;
import io.tieout.kit.lane.Lanes;
import io.tieout.model.id.RealmId;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Set;

/// Sets the lanes of all connected companies going, and of the configured one.
@ApplicationScoped
public class ConnectBooks {
    /// After the migrations, before the lanes run.
    private static final int PRIORITY = 100;

    private final BookStates states;
    private final Tokens tokens;
    private final Lanes lanes;
    private final IngestConfig config;
    private final Clock clock;

    ConnectBooks(BookStates states, Tokens tokens, Lanes lanes, IngestConfig config, Clock clock) {
        this.states = states;
        this.tokens = tokens;
        this.lanes = lanes;
        this.config = config;
        this.clock = clock;
    }

    @Transactional
    void start(@Observes @Priority(PRIORITY) StartupEvent start) {
        Set<RealmId> realms = new LinkedHashSet<>();
        realms.add(config.realm());
        for (ConnectionStatus status : tokens.statuses()) {
            Connections.realm(status.connection()).ifPresent(realms::add);
        }
        realms.forEach(this::follow);
    }

    /// Follows the company's books from now on.
    @Transactional
    public void follow(RealmId realm) {
        states.connect(realm);
        lanes.wake(LaneKinds.REALM, realm.value(), clock.instant());
        lanes.wake(LaneKinds.PROFIT_AND_LOSS, realm.value(), clock.instant());
    }
}

package io.tieout.ingest.connection;

import io.tieout.connectors.health.ConnectionView;
import io.tieout.connectors.health.ConnectionViews;
import io.tieout.ingest.mapping.Mappings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/// The connections that there are, and those that the mapping needs and nobody has made.
@ApplicationScoped
class AllConnections {
    private final ConnectionViews views;
    private final Mappings mappings;
    private final Clock clock;

    AllConnections(ConnectionViews views, Mappings mappings, Clock clock) {
        this.views = views;
        this.mappings = mappings;
        this.clock = clock;
    }

    List<ConnectionView> all() {
        List<ConnectionView> all = new ArrayList<>(views.all());
        all.addAll(UnconnectedCompanies.of(mappings.all(), List.copyOf(all), clock.instant()));
        return List.copyOf(all);
    }
}

package io.tieout.connectors;

import io.quarkus.runtime.StartupEvent;
import io.tieout.connectors.token.Tokens;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/// Makes schema and first tokens ready before any other bean starts work.
@ApplicationScoped
class ConnectionsStart {
    void start(@Observes @Priority(20) StartupEvent event, ConnectorsConfig config, Tokens tokens) {
        ConnectorsConfig.Database database = config.database();
        ConnectionsSchema.migrate(database.url(), database.ownerUser(), database.ownerPassword());
        tokens.seed();
    }
}

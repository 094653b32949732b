package io.tieout.ingest.document;

import io.quarkus.runtime.StartupEvent;
import io.tieout.kit.store.ServiceConfig;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;

/// Brings the shared schema `documents` up to date under its owner's role, with a history of its
/// own.
@ApplicationScoped
class DocumentsSchema {
    /// Before anything reads or writes.
    private static final int PRIORITY = 30;

    private final ServiceConfig config;
    private final String url;

    DocumentsSchema(
            ServiceConfig config,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url) {
        this.config = config;
        this.url = url;
    }

    void migrate(@Observes @Priority(PRIORITY) StartupEvent start) {
        Flyway.configure()
                .dataSource(url, config.owner().user(), config.owner().password())
                .schemas("documents")
                .defaultSchema("documents")
                .createSchemas(true)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .table("schema_history")
                .locations("classpath:db/documents")
                .failOnMissingLocations(true)
                .load()
                .migrate();
    }
}

package io.tieout.kit.store;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;

/// Brings the service's schema up to date before anything else uses it: first the kit's tables,
/// then the service's own, each with its own history. Runs as the owner; the service itself works
/// under a role that owns nothing.
@ApplicationScoped
class SchemaMigration {
    /// Before every other observer of start-up.
    static final int FIRST = Interceptor.Priority.PLATFORM_BEFORE;

    private final ServiceConfig config;
    private final String url;

    SchemaMigration(
            ServiceConfig config,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url) {
        this.config = config;
        this.url = url;
    }

    void migrate(@Observes @Priority(FIRST) StartupEvent start) {
        run("db/kit", "kit_schema_history");
        run("db/migration", "schema_history");
    }

    private void run(String location, String history) {
        Flyway.configure()
                .dataSource(url, config.owner().user(), config.owner().password())
                .schemas(config.schema())
                .defaultSchema(config.schema())
                .createSchemas(true)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .table(history)
                .locations("classpath:" + location)
                .failOnMissingLocations(false)
                .load()
                .migrate();
    }
}

package io.tieout.kit.test;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A real PostgreSQL with Tieout's roles and schemas, as the launcher sets them up.
public final class TieoutPostgres implements QuarkusTestResourceLifecycleManager {
    public static final String PASSWORD = "test-only";
    private static final List<String> SERVICES =
            List.of("ingest", "invoice", "reconcile", "audit", "writeback", "console");

    private @Nullable EmbeddedPostgres postgres;

    @Override
    public Map<String, String> start() {
        try {
            EmbeddedPostgres started = EmbeddedPostgres.builder().start();
            postgres = started;
            try (Connection connection = started.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                prepare(statement);
            }
            // The URL that the library gives names its superuser, which would win over the role.
            String url = "jdbc:postgresql://localhost:" + started.getPort() + "/postgres";
            String schema = ApplicationProperties.get("tieout.service.schema");
            return Map.of(
                    "quarkus.datasource.jdbc.url",
                    url,
                    "quarkus.datasource.username",
                    "tieout_" + schema,
                    "quarkus.datasource.password",
                    PASSWORD,
                    "tieout.service.owner.user",
                    "tieout_owner",
                    "tieout.service.owner.password",
                    PASSWORD,
                    "test.postgres.url",
                    url);
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start", e);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot prepare roles and schemas", e);
        }
    }

    private static void prepare(Statement statement) throws SQLException {
        statement.execute("CREATE ROLE tieout_owner LOGIN PASSWORD '" + PASSWORD + "'");
        for (String service : SERVICES) {
            statement.execute(
                    "CREATE ROLE tieout_" + service + " LOGIN PASSWORD '" + PASSWORD + "'");
            statement.execute("CREATE SCHEMA " + service + " AUTHORIZATION tieout_owner");
            grant(statement, service, service, service.equals("audit") ? "SELECT, INSERT" : "ALL");
        }
        for (String shared : List.of("connections", "documents")) {
            statement.execute("CREATE SCHEMA " + shared + " AUTHORIZATION tieout_owner");
        }
        grant(statement, "connections", "ingest", "ALL");
        grant(statement, "connections", "writeback", "ALL");
        grant(statement, "documents", "ingest", "SELECT, INSERT, UPDATE");
        for (String reader : List.of("console", "invoice", "writeback")) {
            grant(statement, "documents", reader, "SELECT");
        }
    }

    private static void grant(Statement statement, String schema, String service, String rights)
            throws SQLException {
        String tables = rights.equals("ALL") ? "SELECT, INSERT, UPDATE, DELETE" : rights;
        statement.execute("GRANT USAGE ON SCHEMA " + schema + " TO tieout_" + service);
        statement.execute(
                "ALTER DEFAULT PRIVILEGES FOR ROLE tieout_owner IN SCHEMA "
                        + schema
                        + " GRANT "
                        + tables
                        + " ON TABLES TO tieout_"
                        + service);
        statement.execute(
                "ALTER DEFAULT PRIVILEGES FOR ROLE tieout_owner IN SCHEMA "
                        + schema
                        + " GRANT USAGE, SELECT ON SEQUENCES TO tieout_"
                        + service);
    }

    @Override
    public void stop() {
        EmbeddedPostgres running = postgres;
        if (running != null) {
            try {
                running.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

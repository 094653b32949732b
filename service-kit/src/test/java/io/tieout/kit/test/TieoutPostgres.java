package io.tieout.kit.test;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.sql.Connection;
import java.sql.DriverManager;
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

    private @Nullable DatabaseServer server;

    @Override
    public Map<String, String> start() {
        DatabaseServer started = DatabaseServer.start();
        server = started;
        try (Connection connection =
                        DriverManager.getConnection(
                                started.url(), DatabaseServer.SUPERUSER, DatabaseServer.PASSWORD);
                Statement statement = connection.createStatement()) {
            prepare(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot prepare roles and schemas", e);
        }
        String schema = ApplicationProperties.get("tieout.service.schema");
        return Map.of(
                "quarkus.datasource.jdbc.url",
                started.url(),
                "quarkus.datasource.username",
                "tieout_" + schema,
                "quarkus.datasource.password",
                PASSWORD,
                "tieout.service.owner.user",
                "tieout_owner",
                "tieout.service.owner.password",
                PASSWORD,
                "test.postgres.url",
                started.url());
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
        DatabaseServer running = server;
        if (running != null) {
            running.close();
        }
    }
}

package io.tieout.launcher.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tieout.launcher.port.FreePort;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Tries, as each role, what that role must not be able to do. Against a real PostgreSQL.
class DatabaseRightsComponentTest {
    static final List<String> SERVICES = DatabasePlan.SERVICES;

    @TempDir static Path directory;

    private static PostgresServer server;

    @BeforeAll
    static void startAndFill() throws SQLException {
        server =
                PostgresServer.start(
                        new PostgresServer.Options(
                                directory,
                                directory.resolve("postgres.log"),
                                directory.resolve("programs"),
                                FreePort.find(),
                                "super"),
                        _ -> {});
        DatabaseProvisioning provisioning = new DatabaseProvisioning(server.access());
        provisioning.apply(passwords());
        provisioning.apply(passwords());
        try (Connection owner = as(DatabasePlan.OWNER);
                Statement statement = owner.createStatement()) {
            for (String schema : DatabasePlan.SCHEMAS) {
                statement.execute(
                        "CREATE TABLE %s.things (id bigint GENERATED ALWAYS AS IDENTITY, n int)"
                                .formatted(schema));
                statement.execute("INSERT INTO %s.things (n) VALUES (1)".formatted(schema));
            }
        }
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void a_service_works_in_its_own_schema_without_naming_it(String service) throws SQLException {
        run(service, "INSERT INTO things (n) VALUES (2)");

        assertThat(count(service, "things")).isPositive();
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void a_service_cannot_read_another_ones_tables(String service) {
        for (String other : SERVICES) {
            if (!other.equals(service)) {
                assertDenied(service, "SELECT * FROM " + other + ".things");
            }
        }
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void a_service_can_neither_truncate_nor_change_tables(String service) {
        assertDenied(service, "TRUNCATE " + service + ".things");
        assertDenied(service, "DROP TABLE " + service + ".things");
        assertDenied(service, "ALTER TABLE " + service + ".things ADD COLUMN more int");
        assertDenied(service, "CREATE TABLE " + service + ".more (id int)");
        assertDenied(service, "CREATE TABLE public.more (id int)");
    }

    @Test
    void audit_can_add_to_history_but_not_change_it() {
        assertDenied("audit", "UPDATE audit.things SET n = 3");
        assertDenied("audit", "DELETE FROM audit.things");
    }

    @Test
    void only_ingest_writes_documents_and_nobody_removes_them() throws SQLException {
        run("ingest", "INSERT INTO documents.things (n) VALUES (2)");

        for (String reader : List.of("console", "invoice", "writeback")) {
            assertThat(count(reader, "documents.things")).isPositive();
            assertDenied(reader, "INSERT INTO documents.things (n) VALUES (3)");
        }
        for (String service : SERVICES) {
            assertDenied(service, "DELETE FROM documents.things");
        }
    }

    @Test
    void tokens_are_out_of_reach_for_all_but_those_who_call_the_vendors() throws SQLException {
        run("ingest", "UPDATE connections.things SET n = 2");
        run("writeback", "UPDATE connections.things SET n = 2");

        for (String service : List.of("invoice", "reconcile", "audit", "console")) {
            assertDenied(service, "SELECT * FROM connections.things");
        }
    }

    @Test
    void what_was_committed_is_on_disk() throws SQLException {
        assertThat(setting("fsync")).isEqualTo("on");
        assertThat(setting("synchronous_commit")).isEqualTo("on");
    }

    private static void assertDenied(String service, String sql) {
        assertThatThrownBy(() -> run(service, sql))
                .as("%s: %s", service, sql)
                .isInstanceOf(SQLException.class)
                .satisfies(thrown ->
                        assertThat(((SQLException) thrown).getSQLState()).isEqualTo("42501"));
    }

    private static void run(String service, String sql) throws SQLException {
        try (Connection connection = as(DatabasePlan.role(service));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int count(String service, String table) throws SQLException {
        try (Connection connection = as(DatabasePlan.role(service));
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT count(*) FROM " + table)) {
            result.next();
            return result.getInt(1);
        }
    }

    private static String setting(String name) throws SQLException {
        try (Connection connection = server.access().connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SHOW " + name)) {
            result.next();
            return result.getString(1);
        }
    }

    private static Connection as(String role) throws SQLException {
        return server.access().database(DatabasePlan.DATABASE).as(role, "of-" + role).connect();
    }

    private static Map<String, String> passwords() {
        Map<String, String> passwords = new HashMap<>();
        DatabaseProvisioning.roles().forEach(role -> passwords.put(role, "of-" + role));
        return passwords;
    }
}

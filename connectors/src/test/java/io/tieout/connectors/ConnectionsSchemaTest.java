package io.tieout.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionsSchemaTest {
    @Test
    void services_that_start_together_migrate_once() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<String>> starts =
                    threads.invokeAll(
                            List.of(
                                    TestDatabase::migrated,
                                    TestDatabase::migrated,
                                    TestDatabase::migrated,
                                    TestDatabase::migrated));
            for (Future<String> start : starts) {
                assertThat(start.get()).isNotBlank();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drop table connections.tokens",
                "truncate connections.tokens",
                "delete from connections.tokens",
                "create table connections.mine (id int)",
                "select * from connections.schema_history"
            })
    void a_service_may_not_do_more_than_it_needs(String statement) {
        assertThatThrownBy(() -> run(TestDatabase.INGEST, statement))
                .hasMessageMatching("(?s)ERROR: (permission denied|must be owner).*");
    }

    @Test
    void other_services_see_nothing() {
        assertThatThrownBy(() -> run("tieout_invoice", "select connection from connections.tokens"))
                .hasMessageContaining("permission denied");
    }

    private static void run(String role, String statement) throws SQLException {
        try (Connection connection = TestDatabase.as(role).getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}

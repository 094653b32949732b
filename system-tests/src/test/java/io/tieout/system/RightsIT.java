package io.tieout.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tieout.model.topic.Services;
import io.tieout.system.running.Running;
import io.tieout.system.running.Story;
import io.tieout.system.running.Twin;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Each service's database role can touch its own schema and nothing else; audit's records cannot
/// be changed by anyone's service; a person decides in a sheet only while Smartsheet says so.
@Isolated
class RightsIT {
    private static final Map<String, String> SCHEMAS =
            Map.of(
                    Services.INGEST, "ingest",
                    Services.INVOICE, "invoice",
                    Services.RECONCILE, "reconcile",
                    Services.AUDIT, "audit",
                    Services.WRITEBACK, "writeback",
                    Services.CONSOLE, "console");

    private static final String NOT_IN =
            Twin.FIONA + " is not in Smartsheet's group “Billing Approvers”";

    private final Running running = Running.system();

    @ParameterizedTest
    @ValueSource(
            strings = {
                Services.INGEST,
                Services.INVOICE,
                Services.RECONCILE,
                Services.AUDIT,
                Services.WRITEBACK,
                Services.CONSOLE
            })
    void a_service_cannot_read_or_change_the_tables_of_another(String service) throws SQLException {
        List<String> foreign = new ArrayList<>();
        for (Map.Entry<String, String> other : SCHEMAS.entrySet()) {
            if (!other.getKey().equals(service)) {
                foreign.addAll(tables(other.getValue()));
            }
        }
        assertThat(foreign).isNotEmpty();

        try (Connection connection = running.processes().databaseAs(service).connect();
                Statement statement = connection.createStatement()) {
            for (String table : foreign) {
                refused(statement, "SELECT * FROM " + table + " LIMIT 1");
                refused(statement, "DELETE FROM " + table);
                refused(statement, "TRUNCATE " + table);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"records"})
    void audit_can_add_to_its_records_but_change_none(String table) throws SQLException {
        assertThat(tables("audit")).contains("audit." + table);
        try (Connection connection = running.processes().databaseAs(Services.AUDIT).connect();
                Statement statement = connection.createStatement()) {
            try (ResultSet rows = statement.executeQuery("SELECT count(*) FROM audit." + table)) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getLong(1)).isPositive();
            }
            refused(statement, "UPDATE audit." + table + " SET hash = hash");
            refused(statement, "DELETE FROM audit." + table);
            refused(statement, "TRUNCATE audit." + table);
        }
    }

    @Test
    void whoever_left_the_group_that_gives_the_role_decides_nothing_until_put_back() {
        Twin twin = running.twin();
        Story story = Story.of(running, "Left the group");
        String row = story.row("3");
        story.ready(row);
        String reference = story.reference(row);

        approvers(List.of());
        try {
            twin.edit(Twin.BILLING, row, Twin.FIONA, Map.of("Finance Approval", "Approved"));

            await().untilAsserted(() ->
                    assertThat(running.console().findings())
                            .anySatisfy(finding ->
                                    assertThat(finding.toString())
                                            .contains("APPROVAL_REFUSED", reference, NOT_IN)));
            await().untilAsserted(() ->
                    assertThat(twin.comments(Twin.BILLING, row).toString()).contains(NOT_IN));
            assertThat(story.cell(row, "Invoice Number")).isEmpty();
        } finally {
            approvers(List.of(Twin.FIONA));
        }
        twin.edit(Twin.BILLING, row, Twin.FIONA, Map.of("Finance Approval", ""));
        await().untilAsserted(() ->
                assertThat(story.lastSeen(row)).doesNotContain("\"financeApproval\":\"Approved\""));
        twin.edit(Twin.BILLING, row, Twin.FIONA, Map.of("Finance Approval", "Approved"));

        assertThat(story.invoiceNumber(row)).isNotEmpty();
    }

    private void approvers(List<String> people) {
        running.twin().http().put("/twin/groups/Billing%20Approvers", Map.of("members", people));
    }

    private static void refused(Statement statement, String sql) {
        assertThatThrownBy(() -> statement.execute(sql))
                .as(sql)
                .isInstanceOf(SQLException.class)
                .satisfies(thrown ->
                        assertThat(((SQLException) thrown).getSQLState()).isEqualTo("42501"));
    }

    private List<String> tables(String schema) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Connection connection = running.processes().database().connect();
                ResultSet rows =
                        connection
                                .createStatement()
                                .executeQuery(
                                        "SELECT schemaname || '.' || tablename FROM pg_tables WHERE schemaname = '"
                                                + schema
                                                + "'")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }
}

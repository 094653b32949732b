package io.tieout.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.tieout.launcher.connect.ConnectionsApi;
import io.tieout.launcher.connect.ConnectionsTable;
import io.tieout.launcher.port.Listener;
import io.tieout.model.topic.Topics;
import io.tieout.system.running.Programme;
import io.tieout.system.running.Running;
import io.tieout.system.running.SigningIn;
import io.tieout.system.running.Story;
import io.tieout.system.running.Topic;
import io.tieout.system.running.Twin;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/// The connections to both vendors: told of changes, lost, made again by a person.
@Isolated
class ConnectionIT {
    /// Sooner than the books are asked without a notification.
    private static final Duration SECONDS = Duration.ofSeconds(18);

    private final Running running = Running.system();
    private final Twin twin = running.twin();
    private final String ingest = running.processes().url(Listener.INGEST);

    @AfterEach
    void as_before() {
        twin.http().put("/twin/notifications", Map.of("form", "CLOUD_EVENTS", "copies", 1));
    }

    @Test
    void a_change_arrives_in_seconds_by_notifications_of_either_form_however_often_they_come() {
        for (String form : new String[] {"CLOUD_EVENTS", "OLDER"}) {
            twin.http().put("/twin/notifications", Map.of("form", form, "copies", 3));
            String name = "Notified by " + form;

            twin.keep("customer", Map.of("DisplayName", name));

            await().atMost(SECONDS).untilAsserted(() -> assertThat(entities(name)).isEqualTo(1));
        }
        assertThat(entities("Notified by CLOUD_EVENTS")).isEqualTo(1);
        assertThat(ConnectionsApi.at(ingest).report().at("/companies/0/notifiedAt").asText())
                .isNotEmpty();
    }

    @Test
    void a_lost_connection_says_what_to_do_and_a_sign_in_in_the_browser_heals_it() {
        twin.http().post("/twin/oauth/disconnect/" + Twin.REALM, Map.of());
        twin.keep("customer", Map.of("DisplayName", "Made while we were away"));

        await().untilAsserted(() -> {
            JsonNode report = ConnectionsApi.at(ingest).report();
            assertThat(report.toString()).contains("needs-reauth").contains("./tieout connect");
            assertThat(ConnectionsTable.isWell(report)).isFalse();
        });
        await().untilAsserted(() ->
                assertThat(running.console().findings().toString()).contains("CONNECTION_PROBLEM"));

        assertThat(SigningIn.to(running, Twin.REALM)).isTrue();

        await().untilAsserted(() ->
                assertThat(books(ConnectionsApi.at(ingest).report()).path("problems")).isEmpty());
        await().untilAsserted(() -> assertThat(entities("Made while we were away")).isEqualTo(1));
    }

    @Test
    void an_expired_access_token_is_renewed_without_anybody_noticing() {
        twin.http().post("/twin/oauth/expire-access", Map.of());

        twin.keep("customer", Map.of("DisplayName", "After the hour"));

        await().untilAsserted(() -> assertThat(entities("After the hour")).isEqualTo(1));
        assertThat(books(ConnectionsApi.at(ingest).report()).path("state").asText())
                .isEqualTo("CONNECTED");
    }

    @Test
    void a_persons_edit_of_a_posted_invoice_is_shown_and_left_alone() {
        Story story = Story.of(running, "Edited");
        String row = story.row("3");
        story.ready(row);
        String reference = story.reference(row);
        running.console().approve(Twin.FIONA, reference);
        story.invoiceNumber(row);
        String invoice = story.cell(row, "Invoice Id");

        twin.keep("invoice", Map.of("Id", invoice, "TxnDate", "2026-11-19"));

        await().untilAsserted(() ->
                assertThat(running.console().findings())
                        .anySatisfy(finding ->
                                assertThat(finding.toString())
                                        .contains("CHANGED_IN_QUICKBOOKS", reference)));
        assertThat(
                        twin.invoices().stream()
                                .filter(one -> one.path("Id").asText().equals(invoice))
                                .findFirst()
                                .orElseThrow()
                                .path("TxnDate")
                                .asText())
                .isEqualTo("2026-11-19");
    }

    @Test
    void a_sign_in_to_the_sheets_is_tried_out_and_names_the_scope_that_is_missing() {
        SigningIn.Ended lacking =
                SigningIn.toSheets(running, "READ_SHEETS WRITE_SHEETS READ_USERS");

        assertThat(lacking.connected()).isFalse();
        assertThat(lacking.shown())
                .contains("Signed in, but ADMIN_WEBHOOKS is missing")
                .contains("Sign in again");
        assertThat(sheets().path("problems").toString()).contains("scope-missing");

        SigningIn.Ended whole = SigningIn.toSheets(running, SigningIn.SHEET_SCOPES);

        assertThat(whole.connected()).isTrue();
        assertThat(whole.shown())
                .contains("tieout@harbor.example")
                .contains(SigningIn.SHEET_SCOPES);
        await().untilAsserted(() -> assertThat(sheets().path("problems")).isEmpty());
    }

    @Test
    void tokens_of_the_sheets_rotate_together_after_a_week_and_a_revoked_app_is_signed_in_again() {
        SigningIn.toSheets(running, SigningIn.SHEET_SCOPES);
        try (Programme programme = Programme.of(running, "Signed in", 1)) {
            List<String> before = sheetTokens();

            twin.http().post("/twin/smartsheet-app/expire-access", Map.of());
            programme.edit(0, Map.of("Task", "after a week"));

            await().untilAsserted(
                            () -> assertThat(programme.published(0, "after a week")).isTrue());
            assertThat(sheetTokens()).doesNotContainAnyElementsOf(before);
            assertThat(sheets().path("state").asText()).isEqualTo("CONNECTED");

            twin.http().post("/twin/smartsheet-app/revoke", Map.of());
            programme.edit(0, Map.of("Task", "after it was revoked"));

            await().untilAsserted(() ->
                    assertThat(sheets().path("problems").toString())
                            .contains("needs-reauth")
                            .contains("./tieout connect smartsheet"));
            assertThat(programme.published(0, "after it was revoked")).isFalse();

            assertThat(SigningIn.toSheets(running, SigningIn.SHEET_SCOPES).connected()).isTrue();

            await().untilAsserted(() -> assertThat(sheets().path("problems")).isEmpty());
            await().untilAsserted(() ->
                    assertThat(programme.published(0, "after it was revoked")).isTrue());
            await().untilAsserted(() -> assertThat(programme.hook()).isEqualTo("ENABLED"));
        }
    }

    @Test
    void a_sheet_that_is_not_shared_for_a_while_is_told_and_caught_up_with() {
        String row = twin.addRow(Twin.TIMESHEETS, Map.of("Work", "before it was taken away"));
        await().untilAsserted(() -> assertThat(told(row, "before it was taken away")).isTrue());

        share(null);
        twin.edit(Twin.TIMESHEETS, row, Twin.PAULA, Map.of("Work", "while it was away"));

        await().untilAsserted(() ->
                assertThat(running.console().findings())
                        .anySatisfy(finding ->
                                assertThat(finding.toString())
                                        .contains("WEBHOOK_DOWN")
                                        .contains("webhook-down:" + Twin.TIMESHEETS)
                                        .contains("DISABLED_SCOPE_INACCESSIBLE")
                                        .contains("Share the sheet")));

        share("OWNER");

        await().untilAsserted(() -> assertThat(told(row, "while it was away")).isTrue());
        await().untilAsserted(() ->
                assertThat(running.console().findings().toString())
                        .doesNotContain("webhook-down:" + Twin.TIMESHEETS));
        twin.deleteRow(Twin.TIMESHEETS, row);
    }

    private void share(@Nullable String level) {
        Map<String, Object> access = new HashMap<>();
        access.put("person", "tieout@harbor.example");
        access.put("level", level);
        twin.http().put("/twin/sheets/" + Twin.TIMESHEETS + "/access", access);
    }

    private boolean told(String row, String text) {
        return Topic.read(running.processes().kafka(), Topics.SMARTSHEET_ROWS.name()).stream()
                .filter(record -> record.key().equals(Twin.TIMESHEETS + ":" + row))
                .anyMatch(record ->
                        record.value() != null && new String(record.value(), UTF_8).contains(text));
    }

    /// Both, as they are stored: sealed, so that each storing looks different.
    private List<String> sheetTokens() {
        try (Connection connection = running.processes().database().connect();
                ResultSet tokens =
                        connection
                                .createStatement()
                                .executeQuery(
                                        "SELECT encode(access_token, 'hex'), encode(refresh_token, 'hex') FROM connections.tokens WHERE vendor = 'smartsheet'")) {
            assertThat(tokens.next()).isTrue();
            return List.of(tokens.getString(1), tokens.getString(2));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode sheets() {
        return connection(ConnectionsApi.at(ingest).report(), "smartsheet:");
    }

    private static JsonNode books(JsonNode report) {
        return connection(report, "quickbooks:" + Twin.REALM);
    }

    private static JsonNode connection(JsonNode report, String name) {
        for (JsonNode connection : report.path("connections")) {
            if (connection.path("connection").asText().startsWith(name)) {
                return connection;
            }
        }
        throw new AssertionError("No connection " + name + " in " + report);
    }

    private long entities(String name) {
        return Topic.read(running.processes().kafka(), Topics.QUICKBOOKS_ENTITIES.name()).stream()
                .filter(record -> record.value() != null)
                .filter(record -> new String(record.value(), UTF_8).contains('"' + name + '"'))
                .count();
    }
}

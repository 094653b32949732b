package io.tieout.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.tieout.launcher.connect.ConnectionsApi;
import io.tieout.launcher.connect.ConnectionsTable;
import io.tieout.launcher.port.Listener;
import io.tieout.model.topic.Topics;
import io.tieout.system.running.Running;
import io.tieout.system.running.SigningIn;
import io.tieout.system.running.Story;
import io.tieout.system.running.Topic;
import io.tieout.system.running.Twin;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/// The connection to QuickBooks: told of changes, lost, made again by a person.
@Isolated
class ConnectionIT {
    private static final Duration SECONDS = Duration.ofSeconds(12);

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
        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(() -> assertThat(entities("Made while we were away")).isEqualTo(1));
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
                assertThat(running.console().findings().toString())
                        .contains("CHANGED_IN_QUICKBOOKS")
                        .contains(reference));
        assertThat(
                        twin.invoices().stream()
                                .filter(one -> one.path("Id").asText().equals(invoice))
                                .findFirst()
                                .orElseThrow()
                                .path("TxnDate")
                                .asText())
                .isEqualTo("2026-11-19");
    }

    private static JsonNode books(JsonNode report) {
        for (JsonNode connection : report.path("connections")) {
            if (connection.path("connection").asText().equals("quickbooks:" + Twin.REALM)) {
                return connection;
            }
        }
        throw new AssertionError("No connection to the books in " + report);
    }

    private long entities(String name) {
        return Topic.read(running.processes().kafka(), Topics.QUICKBOOKS_ENTITIES.name()).stream()
                .filter(record -> record.value() != null)
                .filter(record -> new String(record.value(), UTF_8).contains('"' + name + '"'))
                .count();
    }
}

package io.tieout.twin.quickbooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.twin.json.Json;
import io.tieout.twin.quickbooks.rules.Realm;
import io.tieout.twin.quickbooks.schema.QuickBooksFault;
import io.tieout.twin.time.VendorTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ChangeCaptureTest {
    private static final Instant NOW = Instant.parse("2026-11-22T15:00:00Z");

    private final Realm realm = new Realm("1");

    @Test
    void tells_of_changed_and_deleted_entities_in_the_order_of_the_request() {
        // Given
        put("Invoice", "7", Duration.ofDays(2));
        put("Invoice", "8", Duration.ofHours(1));
        realm.remove("Bill", "9", NOW.minusSeconds(60));

        // When
        var responses =
                capture("Bill,Invoice,Customer", Duration.ofDays(1)).path(0).path("QueryResponse");

        // Then
        assertThat(responses.get(0).path("Bill").get(0).path("status").asText())
                .isEqualTo("Deleted");
        assertThat(responses.get(0).path("Bill").get(0).has("SyncToken")).isFalse();
        assertThat(responses.get(1).path("Invoice")).hasSize(1);
        assertThat(responses.get(2)).isEmpty();
    }

    @Test
    void holds_at_most_a_thousand_objects_in_all() {
        // Given
        for (int i = 0; i < 800; i++) {
            put("Invoice", String.valueOf(i), Duration.ofHours(1));
            put("Bill", String.valueOf(i), Duration.ofHours(1));
        }

        // When
        var responses = capture("Invoice,Bill", Duration.ofDays(1)).path(0).path("QueryResponse");

        // Then
        assertThat(responses.get(0).path("Invoice")).hasSize(800);
        assertThat(responses.get(1).path("Bill")).hasSize(200);
    }

    @Test
    void refuses_to_look_back_more_than_thirty_days() {
        assertThatThrownBy(() -> capture("Invoice", Duration.ofDays(31)))
                .isInstanceOf(QuickBooksFault.class)
                .hasMessage("Error processing query");
    }

    @Test
    void leaves_out_what_the_vendor_leaves_out() {
        assertThatThrownBy(() -> capture("TimeActivity", Duration.ofDays(1)))
                .isInstanceOf(QuickBooksFault.class);
        assertThatThrownBy(() -> capture("TaxCode", Duration.ofDays(1)))
                .isInstanceOf(QuickBooksFault.class);
    }

    private com.fasterxml.jackson.databind.JsonNode capture(String entities, Duration back) {
        return new ChangeCapture(realm, NOW).answer(entities, NOW.minus(back).toString());
    }

    private void put(String entity, String id, Duration age) {
        ObjectNode body = Json.object().put("Id", id);
        body.putObject("MetaData").put("LastUpdatedTime", VendorTime.quickBooks(NOW.minus(age)));
        realm.put(entity, body);
    }
}

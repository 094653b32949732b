package io.tieout.twin.quickbooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tieout.twin.json.Json;
import io.tieout.twin.quickbooks.rules.Realm;
import io.tieout.twin.quickbooks.schema.QuickBooksFault;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class BatchTest {
    private final Realm realm = new Realm("1");
    private final Writes writes = new Writes(new Ledger(Clock.systemUTC()), realm);

    @Test
    void each_item_succeeds_or_fails_by_itself() {
        // When
        var answer =
                run(
                        "[{'bId':'1','operation':'create','Term':{'Name':'Net 7','DueDays':7}},"
                                + "{'bId':'2','operation':'create','Term':{'Name':'Odd'}},"
                                + "{'bId':'3','Query':'select * from Term'}]",
                        "r1");

        // Then
        var items = answer.path("BatchItemResponse");
        assertThat(items.get(0).path("Term").path("Id").asText()).isEqualTo("1");
        assertThat(items.get(1).path("Fault").path("Error").get(0).path("code").asText())
                .isEqualTo("2020");
        assertThat(items.get(2).path("QueryResponse").path("Term")).hasSize(1);
        assertThat(writes.changes()).hasSize(1);
    }

    @Test
    void a_repeat_under_the_same_request_id_changes_nothing() {
        // Given
        var items = "[{'bId':'1','operation':'create','Term':{'Name':'Net 7','DueDays':7}}]";
        var first = run(items, "r1");

        // When
        var again = run(items, "r1");

        // Then
        assertThat(again).isEqualTo(first);
        assertThat(realm.all("Term")).hasSize(1);
        assertThat(writes.replays()).isEqualTo(1);
    }

    @Test
    void holds_thirty_items_with_ids_of_ten_characters() {
        var many = "{'bId':'%d','Query':'select * from Term'},".repeat(31);
        assertFault("1040", "[" + many.substring(0, many.length() - 1).replace("%d", "1") + "]");
        assertFault("2130", "[{'bId':'12345678901','Query':'x'}]");
        assertFault("2020", "[{'Query':'x'}]");
        assertThatThrownBy(() -> Writes.checkRequestId("x".repeat(51), 50))
                .isInstanceOf(QuickBooksFault.class);
    }

    private void assertFault(String code, String items) {
        assertThatThrownBy(() -> run(items, "r1"))
                .isInstanceOfSatisfying(
                        QuickBooksFault.class, fault -> assertThat(fault.code()).isEqualTo(code));
    }

    private com.fasterxml.jackson.databind.node.ObjectNode run(String items, String requestId) {
        return new Batch(realm, writes)
                .run(
                        Json.parse(("{'BatchItemRequest':" + items + "}").replace('\'', '"')),
                        requestId);
    }
}

package io.tieout.connectors.quickbooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.tieout.connectors.Vendor;
import io.tieout.connectors.VendorJson;
import io.tieout.connectors.call.UnreadableAnswer;
import io.tieout.connectors.fault.VendorFault;
import io.tieout.connectors.fault.VendorTrace;
import io.tieout.model.id.EntityId;
import io.tieout.model.quickbooks.EntityType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuickBooksJsonTest {
    private static final VendorFault FAULT =
            new VendorFault.StaleObject(
                    new VendorTrace(Vendor.QUICKBOOKS, "batch", 200, "5010", null, "Stale", null));

    @Test
    void no_hits_have_no_array() {
        assertThat(QuickBooksJson.queried(json("{\"QueryResponse\":{},\"time\":\"x\"}"))).isEmpty();
    }

    @Test
    void hits_keep_their_digits() {
        var hits =
                QuickBooksJson.queried(
                        json(
                                """
                                {"QueryResponse":{"Invoice":[{"Id":"1","TotalAmt":150.10}],
                                 "startPosition":1,"maxResults":1},"time":"x"}
                                """));

        assertThat(hits.getFirst().path("TotalAmt").decimalValue())
                .isEqualTo(new BigDecimal("150.10"));
    }

    @Test
    void changes_tell_deletions_apart() {
        Changes changes =
                QuickBooksJson.changes(
                        json(
                                """
                                {"CDCResponse":[{"QueryResponse":[
                                  {"Invoice":[{"Id":"1","SyncToken":"2"},
                                     {"domain":"QBO","status":"Deleted","Id":"9",
                                      "MetaData":{"LastUpdatedTime":"2026-11-22T06:00:00-08:00"}}],
                                   "startPosition":1,"maxResults":2,"totalCount":2},
                                  {},
                                  {"Payment":[{"Id":"4"}]}]}],
                                 "time":"2026-11-22T07:00:00.000-08:00"}
                                """));

        assertThat(changes.changed()).containsOnlyKeys(EntityType.INVOICE, EntityType.PAYMENT);
        assertThat(changes.deleted())
                .containsExactly(
                        new Changes.Deletion(
                                EntityType.INVOICE,
                                new EntityId("9"),
                                Instant.parse("2026-11-22T14:00:00Z")));
        assertThat(changes.serverTime()).isEqualTo(Instant.parse("2026-11-22T15:00:00Z"));
        assertThat(changes.truncated()).isFalse();
    }

    @Test
    void a_full_answer_counts_as_truncated() {
        String invoices =
                IntStream.range(0, 1000)
                        .mapToObj(i -> "{\"Id\":\"" + i + "\"}")
                        .collect(Collectors.joining(","));

        Changes changes =
                QuickBooksJson.changes(
                        json(
                                "{\"CDCResponse\":[{\"QueryResponse\":[{\"Invoice\":["
                                        + invoices
                                        + "]}]}],\"time\":\"2026-11-22T07:00:00-08:00\"}"));

        assertThat(changes.truncated()).isTrue();
    }

    @Test
    void each_item_of_a_batch_has_its_own_end() {
        Map<String, BatchItem> items =
                QuickBooksJson.batch(
                        json(
                                """
                                {"BatchItemResponse":[
                                  {"bId":"a","Invoice":{"Id":"7","SyncToken":"0"}},
                                  {"bId":"b","Fault":{"type":"ValidationFault",
                                    "Error":[{"code":"5010","Message":"Stale"}]}},
                                  {"bId":"c","QueryResponse":{"Term":[{"Id":"3"}]}}],
                                 "time":"x"}
                                """),
                        _ -> FAULT);

        assertThat(items.get("a"))
                .isInstanceOfSatisfying(
                        BatchItem.Stored.class,
                        stored -> {
                            assertThat(stored.type()).isEqualTo("Invoice");
                            assertThat(stored.entity().path("Id").asText()).isEqualTo("7");
                        });
        assertThat(items.get("b")).isEqualTo(new BatchItem.Failed(FAULT));
        assertThat(items.get("c"))
                .isInstanceOfSatisfying(
                        BatchItem.Queried.class,
                        queried -> assertThat(queried.entities()).hasSize(1));
    }

    @Test
    void an_answer_without_the_entity_is_unreadable() {
        assertThatThrownBy(() -> QuickBooksJson.entity(json("{}"), EntityType.INVOICE))
                .isInstanceOf(UnreadableAnswer.class);
    }

    private static JsonNode json(String text) {
        return VendorJson.read(text.getBytes(UTF_8));
    }
}

package io.tieout.writeback.quickbooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tieout.kit.json.WireJson;
import io.tieout.model.effect.EffectResult;
import io.tieout.model.effect.RecategoriseLine;
import io.tieout.model.id.EffectId;
import io.tieout.model.id.EntityId;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import io.tieout.model.quickbooks.EntityType;
import io.tieout.writeback.Releases;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecategorisationTest {
    private static final RecategoriseLine EFFECT =
            new RecategoriseLine(
                    new EffectId("e1"),
                    List.of(),
                    Releases.REALM,
                    EntityType.BILL,
                    new EntityId("145"),
                    LocalDate.parse("2026-11-03"),
                    2,
                    Money.of("480.00", CurrencyCode.USD),
                    new EntityId("62"),
                    new EntityId("63"));

    @Test
    void sends_all_lines_as_they_are_now_but_for_the_one_account() {
        assertThat(Recategorisation.of(bill("62", "480.0"), EFFECT))
                .isInstanceOfSatisfying(
                        Recategorisation.Change.class,
                        change ->
                                assertThat(change.body())
                                        .isEqualTo(
                                                json(
                                                        """
                                                        {"Id": "145", "SyncToken": "3", "sparse": true, "VendorRef": {"value": "80"},
                                                         "Line": [
                                                          {"Id": "1", "Amount": 20, "DetailType": "AccountBasedExpenseLineDetail",
                                                           "AccountBasedExpenseLineDetail": {"AccountRef": {"value": "62"}}},
                                                          {"Id": "2", "Amount": 480.0, "DetailType": "AccountBasedExpenseLineDetail",
                                                           "AccountBasedExpenseLineDetail": {"AccountRef": {"value": "63"}, "ClassRef": {"value": "201"}}}]}\
                                                        """)));
    }

    @Test
    void keeps_the_tax_codes_and_says_again_what_the_amounts_are_outside_the_usa() {
        JsonNode bill =
                json(
                        """
                        {"Id": "145", "SyncToken": "3", "VendorRef": {"value": "80"}, "GlobalTaxCalculation": "TaxExcluded",
                         "TotalAmt": 565.0, "TxnTaxDetail": {"TotalTax": 65.0}, "Line": [
                         {"Id": "1", "Amount": 20, "DetailType": "AccountBasedExpenseLineDetail",
                          "AccountBasedExpenseLineDetail": {"AccountRef": {"value": "62"}, "TaxCodeRef": {"value": "5"}}},
                         {"Id": "2", "Amount": 480, "DetailType": "AccountBasedExpenseLineDetail",
                          "AccountBasedExpenseLineDetail": {"AccountRef": {"value": "62"}, "TaxCodeRef": {"value": "5"}}}]}\
                        """);

        assertThat(Recategorisation.of(bill, EFFECT))
                .isInstanceOfSatisfying(
                        Recategorisation.Change.class,
                        change -> {
                            JsonNode body = change.body();
                            assertThat(body.path("GlobalTaxCalculation").asText())
                                    .isEqualTo("TaxExcluded");
                            assertThat(body.has("TxnTaxDetail")).isFalse();
                            assertThat(
                                            body.at(
                                                            "/Line/1/AccountBasedExpenseLineDetail/TaxCodeRef/value")
                                                    .asText())
                                    .isEqualTo("5");
                        });
    }

    @Test
    void a_line_that_is_there_already_is_done() {
        assertThat(Recategorisation.of(bill("63", "480.0"), EFFECT))
                .isEqualTo(
                        new Recategorisation.Done(
                                new EffectResult.LineRecategorised(
                                        EntityType.BILL, new EntityId("145"), 2, 3)));
    }

    @Test
    void what_a_person_changed_since_is_left_alone() {
        assertThat(Recategorisation.of(bill("64", "480.0"), EFFECT))
                .isEqualTo(new Recategorisation.Edited("its line 2 is of account 64"));
        assertThat(Recategorisation.of(bill("62", "481.0"), EFFECT))
                .isEqualTo(new Recategorisation.Edited("its line 2 was 480.00, is 481"));
        assertThat(Recategorisation.of(json("{\"SyncToken\": \"4\"}"), EFFECT))
                .isInstanceOf(Recategorisation.Edited.class);
    }

    private static JsonNode bill(String account, String amount) {
        return json(
                """
                {"Id": "145", "SyncToken": "3", "VendorRef": {"value": "80"}, "TotalAmt": 500, "Line": [
                 {"Id": "1", "Amount": 20, "DetailType": "AccountBasedExpenseLineDetail",
                  "AccountBasedExpenseLineDetail": {"AccountRef": {"value": "62"}}},
                 {"Id": "2", "Amount": %s, "DetailType": "AccountBasedExpenseLineDetail",
                  "AccountBasedExpenseLineDetail": {"AccountRef": {"value": "%s"}, "ClassRef": {"value": "201"}}}]}\
                """
                        .formatted(amount, account));
    }

    private static JsonNode json(String text) {
        return WireJson.read(text, JsonNode.class);
    }
}

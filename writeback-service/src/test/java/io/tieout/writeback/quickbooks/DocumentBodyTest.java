package io.tieout.writeback.quickbooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.model.effect.CreateBill;
import io.tieout.model.effect.CreateJournalEntry;
import io.tieout.model.effect.CreatePurchaseOrder;
import io.tieout.model.effect.CreateTimeActivity;
import io.tieout.model.effect.PostingLine;
import io.tieout.model.effect.SpendLine;
import io.tieout.model.effect.TaxCalculation;
import io.tieout.model.id.EffectId;
import io.tieout.model.id.EntityId;
import io.tieout.model.id.RealmId;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import io.tieout.model.money.Quantity;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DocumentBodyTest {
    private static final EffectId EFFECT = new EffectId("e2");
    private static final RealmId REALM = new RealmId("9130");
    private static final LocalDate DAY = LocalDate.parse("2026-11-19");
    private static final Money AMOUNT = Money.of("650.00", CurrencyCode.USD);

    private final CreateTimeActivity time =
            new CreateTimeActivity(
                    EFFECT,
                    List.of(),
                    REALM,
                    id("83"),
                    DAY,
                    Quantity.of("6.75"),
                    id("3"),
                    id("58"),
                    null,
                    null,
                    true,
                    Money.of("210.00", CurrencyCode.USD),
                    CurrencyCode.USD,
                    "Diving",
                    Money.of("1417.50", CurrencyCode.USD),
                    "tieout:1");

    @Test
    void writes_a_bill_with_the_vendors_number_and_the_anchor() {
        ObjectNode body =
                DocumentBody.of(
                        new CreateBill(
                                EFFECT,
                                List.of(),
                                REALM,
                                id("80"),
                                DAY,
                                null,
                                null,
                                CurrencyCode.USD,
                                "AE-1",
                                List.of(
                                        new SpendLine(
                                                1, id("62"), null, null, null, "Boat", AMOUNT, null,
                                                id("58"), true)),
                                AMOUNT,
                                "tieout:1"));

        assertThat(body.toString())
                .isEqualTo(
                        """
                        {"TxnDate":"2026-11-19","CurrencyRef":{"value":"USD"},"PrivateNote":"tieout:1","VendorRef":{"value":"80"},\
                        "DocNumber":"AE-1","Line":[{"LineNum":1,"DetailType":"AccountBasedExpenseLineDetail","Amount":650.00,\
                        "Description":"Boat","AccountBasedExpenseLineDetail":{"AccountRef":{"value":"62"},\
                        "CustomerRef":{"value":"58"},"BillableStatus":"Billable"}}]}\
                        """);
    }

    @Test
    void gives_lines_of_bills_and_orders_their_tax_code_outside_the_usa() {
        SpendLine line =
                new SpendLine(
                        1, id("62"), null, null, null, "Boat", AMOUNT, null, null, false, id("5"));
        ObjectNode bill =
                DocumentBody.of(
                        new CreateBill(
                                EFFECT,
                                List.of(),
                                REALM,
                                id("80"),
                                DAY,
                                null,
                                null,
                                CurrencyCode.USD,
                                null,
                                List.of(line),
                                AMOUNT,
                                "tieout:1",
                                TaxCalculation.TAX_EXCLUDED));
        ObjectNode order =
                DocumentBody.of(
                        new CreatePurchaseOrder(
                                EFFECT,
                                List.of(),
                                REALM,
                                id("80"),
                                id("33"),
                                DAY,
                                CurrencyCode.USD,
                                List.of(line),
                                AMOUNT,
                                "tieout:1",
                                TaxCalculation.NOT_APPLICABLE));

        assertThat(bill.path("GlobalTaxCalculation").asText()).isEqualTo("TaxExcluded");
        assertThat(order.path("GlobalTaxCalculation").asText()).isEqualTo("NotApplicable");
        assertThat(bill.at("/Line/0/AccountBasedExpenseLineDetail/TaxCodeRef/value").asText())
                .isEqualTo("5");
        assertThat(bill.has("TxnTaxDetail")).isFalse();
    }

    @Test
    void writes_both_sides_of_a_journal_entry() {
        ObjectNode body =
                DocumentBody.of(
                        new CreateJournalEntry(
                                EFFECT,
                                List.of(),
                                REALM,
                                DAY,
                                CurrencyCode.USD,
                                null,
                                List.of(
                                        posting(1, PostingLine.Side.DEBIT),
                                        posting(2, PostingLine.Side.CREDIT)),
                                AMOUNT,
                                "tieout:1"));

        assertThat(body.path("Line").findValuesAsText("PostingType"))
                .containsExactly("Debit", "Credit");
        assertThat(body.has("DocNumber")).isFalse();
    }

    @Test
    void says_whose_a_line_of_a_journal_entry_is() {
        ObjectNode body =
                DocumentBody.of(
                        new CreateJournalEntry(
                                EFFECT,
                                List.of(),
                                REALM,
                                DAY,
                                CurrencyCode.USD,
                                null,
                                List.of(
                                        posting(1, PostingLine.Side.DEBIT, "58", null),
                                        posting(2, PostingLine.Side.CREDIT, null, "80")),
                                AMOUNT,
                                "tieout:1"));

        assertThat(body.at("/Line/0/JournalEntryLineDetail/Entity").toString())
                .isEqualTo("{\"Type\":\"Customer\",\"EntityRef\":{\"value\":\"58\"}}");
        assertThat(body.at("/Line/1/JournalEntryLineDetail/Entity").toString())
                .isEqualTo("{\"Type\":\"Vendor\",\"EntityRef\":{\"value\":\"80\"}}");
    }

    private static PostingLine posting(
            int number, PostingLine.Side side, @Nullable String customer, @Nullable String vendor) {
        return new PostingLine(
                number,
                side,
                id("33"),
                "Boat",
                AMOUNT,
                null,
                null,
                customer == null ? null : id(customer),
                vendor == null ? null : id(vendor));
    }

    @Test
    void writes_time_in_hours_and_minutes_and_its_anchor_into_the_description() {
        ObjectNode body = DocumentBody.of(time);

        assertThat(body.path("Hours").asInt()).isEqualTo(6);
        assertThat(body.path("Minutes").asInt()).isEqualTo(45);
        assertThat(body.path("Description").asText()).isEqualTo("Diving [tieout:1]");
        assertThat(body.has("PrivateNote")).isFalse();
    }

    @Test
    void finds_time_again_by_its_anchor() {
        ObjectNode other = JsonNodeFactory.instance.objectNode().put("Id", "4");
        ObjectNode ours =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("Id", "5")
                        .put("Description", "Diving [tieout:1]");

        assertThat(AnchorSearch.find(time, List.of(other, ours))).contains(ours);
        assertThat(AnchorSearch.find(time, List.of(other))).isEmpty();
    }

    private static PostingLine posting(int number, PostingLine.Side side) {
        return new PostingLine(number, side, id("62"), "Boat", AMOUNT, null, null);
    }

    private static EntityId id(String value) {
        return new EntityId(value);
    }
}

package io.tieout.ingest.posted;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.connectors.VendorJson;
import io.tieout.model.effect.CreateInvoice;
import io.tieout.model.effect.EffectResult.InvoiceCreated;
import io.tieout.model.effect.InvoiceLine;
import io.tieout.model.id.EffectId;
import io.tieout.model.id.EntityId;
import io.tieout.model.id.RealmId;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import io.tieout.model.money.Quantity;
import io.tieout.model.quickbooks.EntityType;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentEditsTest {
    private static final String INVOICE =
            """
            {"Id": "1001", "DocNumber": "1040", "TxnDate": "2026-11-22", "DueDate": "2026-12-22",
             "CustomerRef": {"value": "58", "name": "Harbor Works LLC"}, "SalesTermRef": {"value": "3", "name": "Net 30"},
             "CurrencyRef": {"value": "USD"}, "TotalAmt": 300.0, "Balance": 300.0, "EmailStatus": "NotSet",
             "TxnTaxDetail": {"TxnTaxCodeRef": {"value": "2"}, "TotalTax": 0},
             "Line": [
              {"Id": "1", "DetailType": "SalesItemLineDetail", "Amount": 300.0, "Description": "Consulting",
               "SalesItemLineDetail": {"ItemRef": {"value": "1", "name": "Consulting"}, "Qty": 2, "UnitPrice": 150,
                "TaxCodeRef": {"value": "NON"}}},
              {"DetailType": "SubTotalLineDetail", "Amount": 300.0, "SubTotalLineDetail": {}}]}\
            """;

    @Test
    void mailing_printing_and_paying_are_no_edits() {
        ObjectNode now = (ObjectNode) json(INVOICE);
        now.put("EmailStatus", "EmailSent").put("PrintStatus", "PrintComplete").put("Balance", 0);
        now.put("SyncToken", "4").withArray("/LinkedTxn").addObject().put("TxnType", "Payment");

        assertThat(edits(now)).isEmpty();
    }

    @Test
    void a_renamed_customer_is_no_edit_of_its_invoice() {
        assertThat(edits(json(INVOICE.replace("Harbor Works LLC", "Harbour Works Ltd")))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "value": "58", "name": "Harbor Works LLC"|"value": "59", "name": "Old Mill"|customer was Harbor Works LLC, is Old Mill
                    "TxnDate": "2026-11-22"|"TxnDate": "2026-11-23"|date was 2026-11-22, is 2026-11-23
                    "value": "3", "name": "Net 30"|"value": "4", "name": "Net 60"|terms was Net 30, is Net 60
                    "TxnTaxCodeRef": {"value": "2"}|"TxnTaxCodeRef": {"value": "9"}|tax code was 2, is 9
                    "Description": "Consulting"|"Description": "Advice"|line 1 was "Consulting", is "Advice"
                    "value": "1", "name": "Consulting"|"value": "4", "name": "Travel"|line 1 item was Consulting, is Travel
                    "Qty": 2, "UnitPrice": 150|"Qty": 3, "UnitPrice": 100|line 1 quantity was 2, is 3; line 1 rate was 150, is 100
                    "TaxCodeRef": {"value": "NON"}|"TaxCodeRef": {"value": "TAX"}|line 1 tax code was NON, is TAX
                    "TaxCodeRef": {"value": "NON"}|"TaxCodeRef": {"value": "NON"}, "ClassRef": {"value": "200", "name": "Works"}|line 1 class was none, is Works
                    "TotalAmt": 300.0|"TotalAmt": 310.5|total was 300.00 USD, is 310.50 USD
                    """,
            quoteCharacter = '`')
    void every_edit_is_named_with_what_was_and_what_is(String was, String is, String words) {
        assertThat(String.join("; ", edits(json(INVOICE.replace(was, is))))).isEqualTo(words);
    }

    @Test
    void a_line_more_is_told_as_a_number() {
        ObjectNode now = (ObjectNode) json(INVOICE);
        now.withArray("/Line").add(now.at("/Line/0").deepCopy());

        assertThat(edits(now)).containsExactly("it had 1 line, has 2");
    }

    @Test
    void what_we_left_to_quickbooks_is_compared_only_once_it_was_seen_as_stored() {
        PostedFacts sent = SentFacts.of(invoice(), created());
        PostedFacts now = facts(json(INVOICE.replace("\"Qty\": 2", "\"Qty\": 4")));

        assertThat(DocumentEdits.between(sent, now)).isEmpty();
        assertThat(DocumentEdits.between(facts(json(INVOICE)), now))
                .containsExactly("line 1 quantity was 2, is 4");
        assertThat(
                        DocumentEdits.between(
                                sent,
                                facts(
                                        json(
                                                INVOICE.replace(
                                                        "\"value\": \"1\"", "\"value\": \"4\"")))))
                .containsExactly("line 1 item was 1, is Consulting");
    }

    @Test
    void a_billable_line_that_was_billed_is_not_edited() {
        String bill =
                """
                {"VendorRef": {"value": "80"}, "TxnDate": "2026-11-22", "TotalAmt": 20, "Line": [
                 {"DetailType": "AccountBasedExpenseLineDetail", "Amount": 20, "AccountBasedExpenseLineDetail":
                  {"AccountRef": {"value": "62"}, "CustomerRef": {"value": "58"}, "BillableStatus": "Billable"}}]}\
                """;

        assertThat(
                        DocumentEdits.between(
                                facts(EntityType.BILL, json(bill)),
                                facts(
                                        EntityType.BILL,
                                        json(bill.replace("Billable\"}", "HasBeenBilled\"}")))))
                .isEmpty();
        assertThat(
                        DocumentEdits.between(
                                facts(EntityType.BILL, json(bill)),
                                facts(EntityType.BILL, json(bill.replace("\"62\"", "\"63\"")))))
                .containsExactly("line 1 account was 62, is 63");
    }

    @Test
    void a_side_of_a_journal_entry_and_the_hours_of_time_count() {
        String entry =
                """
                {"TxnDate": "2026-11-22", "Line": [{"DetailType": "JournalEntryLineDetail", "Amount": 20,
                 "JournalEntryLineDetail": {"PostingType": "Debit", "AccountRef": {"value": "62"}}}]}\
                """;
        String time =
                """
                {"TxnDate": "2026-11-22", "VendorRef": {"value": "80"}, "Hours": 7, "Minutes": 30,
                 "ItemRef": {"value": "1"}, "BillableStatus": "NotBillable", "Description": "Survey"}\
                """;

        assertThat(
                        DocumentEdits.between(
                                facts(EntityType.JOURNAL_ENTRY, json(entry)),
                                facts(
                                        EntityType.JOURNAL_ENTRY,
                                        json(entry.replace("Debit", "Credit")))))
                .containsExactly("line 1 posting was Debit, is Credit");
        assertThat(
                        DocumentEdits.between(
                                facts(EntityType.TIME_ACTIVITY, json(time)),
                                facts(
                                        EntityType.TIME_ACTIVITY,
                                        json(time.replace("\"Minutes\": 30", "\"Minutes\": 0")))))
                .containsExactly("hours was 7.5, is 7");
    }

    private static List<String> edits(JsonNode now) {
        return DocumentEdits.between(facts(json(INVOICE)), facts(now));
    }

    private static PostedFacts facts(JsonNode json) {
        return facts(EntityType.INVOICE, json);
    }

    private static PostedFacts facts(EntityType type, JsonNode json) {
        return SeenFacts.of(type, json, CurrencyCode.USD);
    }

    private static JsonNode json(String text) {
        return VendorJson.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static InvoiceCreated created() {
        return new InvoiceCreated(
                new EntityId("1001"),
                "1040",
                LocalDate.parse("2026-11-22"),
                usd("300.00"),
                null,
                0);
    }

    private static CreateInvoice invoice() {
        return new CreateInvoice(
                new EffectId("e2"),
                List.of(),
                new RealmId("9130"),
                new EntityId("58"),
                LocalDate.parse("2026-11-22"),
                new EntityId("3"),
                null,
                CurrencyCode.USD,
                null,
                null,
                List.of(
                        new InvoiceLine(
                                1,
                                new EntityId("1"),
                                "Consulting",
                                Quantity.of("2"),
                                usd("150.00"),
                                usd("300.00"),
                                false,
                                null,
                                null)),
                usd("300.00"),
                usd("0.00"),
                "tieout:x");
    }

    private static Money usd(String amount) {
        return Money.of(amount, CurrencyCode.USD);
    }
}

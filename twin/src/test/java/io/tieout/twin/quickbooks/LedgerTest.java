package io.tieout.twin.quickbooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.twin.json.Json;
import io.tieout.twin.quickbooks.rules.Realm;
import io.tieout.twin.quickbooks.schema.EntityType;
import io.tieout.twin.quickbooks.schema.QuickBooksFault;
import io.tieout.twin.quickbooks.schema.Schema;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LedgerTest {
    private static final Instant NOW = Instant.parse("2026-11-22T15:00:00Z");

    private final Ledger ledger = new Ledger(Clock.fixed(NOW, ZoneOffset.UTC));
    private final Realm realm = new Realm("1");

    @BeforeEach
    void books() {
        load(
                "Preferences",
                "{'Id':'1','SalesFormsPrefs':{'AllowServiceDate':true},"
                        + "'AccountingInfoPrefs':{'BookCloseDate':'2026-09-30','ClassTrackingPerTxnLine':true},"
                        + "'VendorAndPurchasesPrefs':{'TrackingByCustomer':true,'BillableExpenseTracking':true},"
                        + "'TaxPrefs':{'UsingSalesTax':true}}");
        load("TaxRate", "{'Id':'3','Name':'NYC','RateValue':8.875}");
        load(
                "TaxCode",
                "{'Id':'2','Name':'NYC','SalesTaxRateList':{'TaxRateDetail':[{'TaxRateRef':{'value':'3'}}]}}");
        load("Term", "{'Id':'3','Name':'Net 30','DueDays':30}");
        load("Account", "{'Id':'33','Name':'A/P','AccountType':'Accounts Payable'}");
        load("Account", "{'Id':'34','Name':'A/R','AccountType':'Accounts Receivable'}");
        load("Account", "{'Id':'35','Name':'Checking','AccountType':'Bank'}");
        load("Account", "{'Id':'41','Name':'Sales','AccountType':'Income'}");
        load("Account", "{'Id':'60','Name':'Costs','AccountType':'Expense'}");
        load(
                "Item",
                "{'Id':'1','Name':'Consulting','Type':'Service','IncomeAccountRef':{'value':'41'}}");
        load("Class", "{'Id':'200','Name':'Consulting'}");
        load("Customer", "{'Id':'58','DisplayName':'Harbor Works LLC'}");
        load("Customer", "{'Id':'59','DisplayName':'Gone Away','Active':false}");
        load("Vendor", "{'Id':'80','DisplayName':'Atlas Electric'}");
    }

    @Test
    void works_out_subtotal_tax_total_balance_number_and_due_date() {
        // When
        var invoice = create("Invoice", invoice(line("1", "3", "50", "150.00", "TAX")));

        // Then
        assertThat(invoice.path("TotalAmt").decimalValue()).isEqualByComparingTo("163.31");
        assertThat(invoice.path("Balance").decimalValue()).isEqualByComparingTo("163.31");
        assertThat(invoice.path("TxnTaxDetail").path("TotalTax").decimalValue())
                .isEqualByComparingTo("13.31");
        assertThat(invoice.path("Line").get(1).path("DetailType").asText())
                .isEqualTo("SubTotalLineDetail");
        assertThat(invoice.path("DocNumber").asText()).isEqualTo("1001");
        assertThat(invoice.path("DueDate").asText()).isEqualTo("2026-12-22");
        assertThat(invoice.path("CustomerRef").path("name").asText()).isEqualTo("Harbor Works LLC");
        assertThat(invoice.path("MetaData").path("CreateTime").asText())
                .isEqualTo("2026-11-22T07:00:00-08:00");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2010|Invoice|{'CustomerRef':{'value':'58'},'Colour':'red','Line':[]}",
                "2010|Invoice|{'CustomerRef':{'value':'58','id':'58'},'Line':[]}",
                "2010|Invoice|{'CustomerRef':{'value':'58'},'Line':[{'DetailType':'SalesItemLineDetail','Amount':'150.00'}]}",
                "2020|Invoice|{'Line':[{'DetailType':'DescriptionOnly'}]}",
                "2020|Invoice|{'CustomerRef':{'value':'58'}}",
                "2050|Invoice|{'CustomerRef':{'value':'58'},'DocNumber':'1234567890123456789012'}",
                "2060|Invoice|{'CustomerRef':{'value':'58'},'TxnDate':'22.11.2026'}",
                "2170|Invoice|{'CustomerRef':{'value':'58'},'EmailStatus':'Maybe'}",
                "2250|Invoice|{'CustomerRef':{'value':'58'},'Line':[]}",
                "2500|Invoice|{'CustomerRef':{'value':'999'},'Line':[{'DetailType':'DescriptionOnly'}]}",
                "610|Invoice|{'CustomerRef':{'value':'59'},'Line':[{'DetailType':'DescriptionOnly'}]}",
                "6200|Invoice|{'CustomerRef':{'value':'58'},'TxnDate':'2026-09-30','Line':[{'DetailType':'DescriptionOnly'}]}",
                "5030|Invoice|{'CustomerRef':{'value':'58'},'ClassRef':{'value':'200'},'Line':[{'DetailType':'DescriptionOnly'}]}",
                "6070|Invoice|{'CustomerRef':{'value':'58'},'Line':[{'DetailType':'SalesItemLineDetail','Amount':149.99,'SalesItemLineDetail':{'ItemRef':{'value':'1'},'Qty':3,'UnitPrice':50}}]}",
                "6100|Invoice|{'CustomerRef':{'value':'58'},'Line':[{'DetailType':'SalesItemLineDetail','Amount':150,'SalesItemLineDetail':{'ItemRef':{'value':'1'},'TaxCodeRef':{'value':'2'}}}]}",
                "6310|Bill|{'VendorRef':{'value':'80'},'Line':[{'DetailType':'AccountBasedExpenseLineDetail','Amount':10,'AccountBasedExpenseLineDetail':{'AccountRef':{'value':'60'},'BillableStatus':'Billable'}}]}",
                "6430|Purchase|{'PaymentType':'CreditCard','AccountRef':{'value':'35'},'Line':[{'DetailType':'AccountBasedExpenseLineDetail','Amount':10,'AccountBasedExpenseLineDetail':{'AccountRef':{'value':'60'}}}]}",
                "2300|JournalEntry|{'Line':[{'DetailType':'JournalEntryLineDetail','Amount':10,'JournalEntryLineDetail':{'PostingType':'Debit','AccountRef':{'value':'60'}}}]}",
                "2260|JournalEntry|{'Line':[{'DetailType':'JournalEntryLineDetail','Amount':10,'JournalEntryLineDetail':{'AccountRef':{'value':'60'}}}]}",
                "6000|JournalEntry|{'Line':[{'DetailType':'JournalEntryLineDetail','Amount':10,'JournalEntryLineDetail':{'PostingType':'Debit','AccountRef':{'value':'34'}}}]}",
                "6080|Customer|{'Notes':'nameless'}",
                "6240|Vendor|{'DisplayName':'harbor works llc'}",
                "2040|Customer|{'DisplayName':'a:b'}",
                "6010|Account|{'Name':'Odd'}",
                "6390|TimeActivity|{'NameOf':'Vendor','VendorRef':{'value':'80'},'ItemRef':{'value':'1'},'Hours':1,'StartTime':'09:00'}",
                "500|TaxCode|{'Name':'Mine'}"
            })
    void refuses_with_the_vendors_code(String code, String entity, String body) {
        assertThatThrownBy(() -> create(entity, json(body)))
                .isInstanceOfSatisfying(
                        QuickBooksFault.class, fault -> assertThat(fault.code()).isEqualTo(code));
    }

    @Test
    void refuses_a_document_number_that_is_taken() {
        // Given
        var first = invoice(line("1", "1", "10", "10", "NON"));
        create("Invoice", first.put("DocNumber", "A-1"));

        // Then
        assertFault("6140", () -> create("Invoice", first));
        assertThat(
                        ledger.create(realm, type("Invoice"), first, Set.of("allowduplicatedocnum"))
                                .path("DocNumber")
                                .asText())
                .isEqualTo("A-1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SalesFormsPrefs|AllowServiceDate|Invoice|{'CustomerRef':{'value':'58'},'Line':[{'DetailType':'SalesItemLineDetail','Amount':10,'SalesItemLineDetail':{'ItemRef':{'value':'1'},'ServiceDate':'2026-11-18'}}]}",
                "AccountingInfoPrefs|ClassTrackingPerTxnLine|Invoice|{'CustomerRef':{'value':'58'},'Line':[{'DetailType':'SalesItemLineDetail','Amount':10,'SalesItemLineDetail':{'ItemRef':{'value':'1'},'ClassRef':{'value':'200'}}}]}",
                "VendorAndPurchasesPrefs|TrackingByCustomer|Bill|{'VendorRef':{'value':'80'},'Line':[{'DetailType':'AccountBasedExpenseLineDetail','Amount':10,'AccountBasedExpenseLineDetail':{'AccountRef':{'value':'60'},'CustomerRef':{'value':'58'}}}]}",
                "VendorAndPurchasesPrefs|BillableExpenseTracking|Bill|{'VendorRef':{'value':'80'},'Line':[{'DetailType':'AccountBasedExpenseLineDetail','Amount':10,'AccountBasedExpenseLineDetail':{'AccountRef':{'value':'60'},'CustomerRef':{'value':'58'},'BillableStatus':'Billable'}}]}"
            })
    void takes_what_is_switched_on_and_refuses_it_once_it_is_off(
            String block, String name, String entity, String body) {
        assertThat(create(entity, json(body)).path("Id").asText()).isNotEmpty();

        ObjectNode preferences = realm.find("Preferences", "1");
        ((ObjectNode) preferences.path(block)).put(name, false);

        assertFault("5030", () -> create(entity, json(body)));
    }

    @Test
    void numbers_only_what_asks_for_it_where_the_company_numbers_by_hand() {
        // Given
        ObjectNode preferences = realm.find("Preferences", "1");
        ((ObjectNode) preferences.path("SalesFormsPrefs")).put("CustomTxnNumbers", true);

        // When
        ObjectNode unasked = create("Invoice", invoice(line("1", "1", "10", "10", "NON")));
        ObjectNode asked =
                create(
                        "Invoice",
                        invoice(line("1", "1", "10", "10", "NON"))
                                .put("DocNumber", "AUTO_GENERATE"));

        // Then
        assertThat(unasked.path("DocNumber").asText("")).isEmpty();
        assertThat(asked.path("DocNumber").asText()).isEqualTo("1001");
    }

    @Test
    void refuses_an_update_with_an_old_sync_token() {
        // Given
        var customer = json("{'Id':'58','SyncToken':'0','sparse':true,'Notes':'one'}");
        ledger.update(realm, type("Customer"), customer, Set.of());

        // Then
        assertFault("5010", () -> ledger.update(realm, type("Customer"), customer, Set.of()));
    }

    @Test
    void keeps_what_a_sparse_update_leaves_out_and_clears_it_in_a_full_one() {
        // When
        var sparse =
                ledger.update(
                        realm,
                        type("Customer"),
                        json("{'Id':'58','SyncToken':'0','sparse':true,'Notes':'vip'}"),
                        Set.of());
        var full =
                ledger.update(
                        realm,
                        type("Customer"),
                        json("{'Id':'58','SyncToken':'1','DisplayName':'Harbor'}"),
                        Set.of());

        // Then
        assertThat(sparse.path("DisplayName").asText()).isEqualTo("Harbor Works LLC");
        assertThat(full.has("Notes")).isFalse();
        assertThat(full.path("SyncToken").asText()).isEqualTo("2");
    }

    @Test
    void a_payment_lowers_the_balance_and_holds_the_invoice() {
        // Given
        var invoice = create("Invoice", invoice(line("1", "1", "100", "100", "NON")));
        var id = invoice.path("Id").asText();

        // When
        create(
                "Payment",
                json(
                        "{'CustomerRef':{'value':'58'},'TotalAmt':60,'Line':[{'Amount':60,'LinkedTxn':[{'TxnId':'"
                                + id
                                + "','TxnType':'Invoice'}]}]}"));

        // Then
        var after = realm.find("Invoice", id);
        assertThat(after.path("Balance").decimalValue()).isEqualByComparingTo("40");
        assertThat(after.path("SyncToken").asText()).isEqualTo("1");
        assertFault("6000", () -> ledger.voided(realm, type("Invoice"), after));
    }

    @Test
    void voiding_keeps_the_document_and_its_note() {
        // Given
        var invoice =
                create(
                        "Invoice",
                        invoice(line("1", "1", "100", "100", "NON")).put("PrivateNote", "anchor"));

        // When
        var voided = ledger.voided(realm, type("Invoice"), invoice);

        // Then
        assertThat(voided.path("TotalAmt").decimalValue()).isZero();
        assertThat(voided.path("PrivateNote").asText()).contains("Voided").contains("anchor");
    }

    @Test
    void a_name_list_entry_is_never_deleted_only_made_inactive() {
        assertFault(
                "500",
                () -> ledger.delete(realm, type("Customer"), json("{'Id':'58','SyncToken':'0'}")));
        var inactive =
                ledger.update(
                        realm,
                        type("Customer"),
                        json("{'Id':'58','SyncToken':'0','sparse':true,'Active':false}"),
                        Set.of());
        assertThat(inactive.path("DisplayName").asText()).isEqualTo("Harbor Works LLC (deleted)");
    }

    private void assertFault(
            String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        QuickBooksFault.class, fault -> assertThat(fault.code()).isEqualTo(code));
    }

    private static ObjectNode invoice(String... lines) {
        return json(
                "{'CustomerRef':{'value':'58'},'SalesTermRef':{'value':'3'},'TxnDate':'2026-11-22',"
                        + "'TxnTaxDetail':{'TxnTaxCodeRef':{'value':'2'}},'Line':["
                        + String.join(",", lines)
                        + "]}");
    }

    private static String line(String item, String qty, String price, String amount, String tax) {
        return "{'DetailType':'SalesItemLineDetail','Amount':%s,'SalesItemLineDetail':{'ItemRef':{'value':'%s'},'Qty':%s,'UnitPrice':%s,'TaxCodeRef':{'value':'%s'}}}"
                .formatted(amount, item, qty, price, tax);
    }

    private ObjectNode create(String entity, ObjectNode body) {
        return ledger.create(realm, type(entity), body, Set.of());
    }

    private void load(String entity, String body) {
        ledger.load(realm, type(entity), json(body), NOW.minusSeconds(86_400));
    }

    private static EntityType type(String entity) {
        return Schema.vendor().require(entity);
    }

    private static ObjectNode json(String text) {
        return (ObjectNode) Json.parse(text.replace('\'', '"'));
    }
}

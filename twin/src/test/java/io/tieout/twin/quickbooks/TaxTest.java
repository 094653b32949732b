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
import org.junit.jupiter.api.Test;

class TaxTest {
    private static final Instant NOW = Instant.parse("2026-11-22T15:00:00Z");

    private final Ledger ledger = new Ledger(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void in_canada_every_line_needs_a_real_code_and_tax_is_added() {
        Realm realm = canada();

        ObjectNode invoice = create(realm, invoice("5", 1000, ""));

        assertThat(invoice.at("/TxnTaxDetail/TotalTax").decimalValue()).isEqualByComparingTo("130");
        assertThat(invoice.path("TotalAmt").decimalValue()).isEqualByComparingTo("1130");
        assertThat(invoice.path("GlobalTaxCalculation").asText()).isEqualTo("TaxExcluded");
        assertThatThrownBy(() -> create(realm, invoice("TAX", 1000, "")))
                .isInstanceOfSatisfying(
                        QuickBooksFault.class, fault -> assertThat(fault.code()).isEqualTo("2500"));
        assertThatThrownBy(() -> create(realm, invoice("", 1000, "")))
                .isInstanceOfSatisfying(
                        QuickBooksFault.class, fault -> assertThat(fault.code()).isEqualTo("6000"));
    }

    @Test
    void in_canada_what_is_bought_needs_a_code_too_and_its_purchase_rates_are_added() {
        Realm realm = canada();

        ObjectNode bill = ledger.create(realm, type("Bill"), bill("5"), Set.of());
        ObjectNode order = ledger.create(realm, type("PurchaseOrder"), bill("6"), Set.of());

        assertThat(bill.at("/TxnTaxDetail/TotalTax").decimalValue()).isEqualByComparingTo("120");
        assertThat(bill.at("/TxnTaxDetail/TaxLine/0/TaxLineDetail/TaxRateRef/value").asText())
                .isEqualTo("7");
        assertThat(bill.path("TotalAmt").decimalValue()).isEqualByComparingTo("1120");
        assertThat(bill.path("Balance").decimalValue()).isEqualByComparingTo("1120");
        assertThat(order.path("TotalAmt").decimalValue()).isEqualByComparingTo("1000");
        assertThatThrownBy(() -> ledger.create(realm, type("Bill"), bill(""), Set.of()))
                .isInstanceOfSatisfying(
                        QuickBooksFault.class, fault -> assertThat(fault.code()).isEqualTo("6000"));
    }

    @Test
    void a_company_abroad_that_charges_no_tax_needs_no_codes() {
        Realm realm = canada();
        put(
                realm,
                "Preferences",
                "{'Id':'1','TaxPrefs':{'UsingSalesTax':false},'CurrencyPrefs':{'HomeCurrency':{'value':'CAD'}}}");

        ObjectNode invoice =
                create(realm, invoice("", 1000, ",'GlobalTaxCalculation':'NotApplicable'"));

        assertThat(invoice.path("TotalAmt").decimalValue()).isEqualByComparingTo("1000");
    }

    @Test
    void amounts_may_include_the_tax() {
        ObjectNode invoice =
                create(canada(), invoice("5", 1130, ",'GlobalTaxCalculation':'TaxInclusive'"));

        assertThat(invoice.at("/TxnTaxDetail/TotalTax").decimalValue()).isEqualByComparingTo("130");
        assertThat(invoice.path("TotalAmt").decimalValue()).isEqualByComparingTo("1130");
    }

    @Test
    void a_detail_where_no_tax_applies_is_refused() {
        assertThatThrownBy(() ->
                        create(
                                canada(),
                                invoice(
                                        "5",
                                        100,
                                        ",'GlobalTaxCalculation':'NotApplicable','TxnTaxDetail':{'TotalTax':13}")))
                .isInstanceOfSatisfying(
                        QuickBooksFault.class, fault -> assertThat(fault.code()).isEqualTo("6170"));
    }

    @Test
    void the_place_decides_under_automated_sales_tax_whatever_code_is_sent() {
        Realm realm = unitedStates(true);

        ObjectNode invoice =
                create(
                        realm,
                        invoice("TAX", 1000, ",'TxnTaxDetail':{'TxnTaxCodeRef':{'value':'3'}}"));

        assertThat(invoice.at("/TxnTaxDetail/TxnTaxCodeRef/value").asText()).isEqualTo("2");
        assertThat(invoice.at("/TxnTaxDetail/TotalTax").decimalValue())
                .isEqualByComparingTo("88.75");
    }

    @Test
    void a_total_that_is_sent_is_honoured_under_automated_sales_tax() {
        ObjectNode invoice =
                create(unitedStates(true), invoice("TAX", 1000, ",'TxnTaxDetail':{'TotalTax':42}"));

        assertThat(invoice.path("TotalAmt").decimalValue()).isEqualByComparingTo("1042");
    }

    @Test
    void without_automation_the_code_that_is_sent_counts() {
        ObjectNode invoice =
                create(
                        unitedStates(false),
                        invoice("TAX", 1000, ",'TxnTaxDetail':{'TxnTaxCodeRef':{'value':'3'}}"));

        assertThat(invoice.at("/TxnTaxDetail/TotalTax").decimalValue())
                .isEqualByComparingTo("66.25");
    }

    @Test
    void a_company_with_several_currencies_wants_to_know_which_and_adds_the_home_total() {
        Realm realm = canada();

        assertThatThrownBy(() ->
                        create(
                                realm,
                                invoice("5", 100, "").without(java.util.List.of("CurrencyRef"))))
                .isInstanceOfSatisfying(
                        QuickBooksFault.class, fault -> assertThat(fault.code()).isEqualTo("2020"));
        ObjectNode foreign = invoice("6", 100, ",'ExchangeRate':1.4");
        foreign.putObject("CustomerRef").put("value", "59");
        foreign.putObject("CurrencyRef").put("value", "USD");
        assertThat(create(realm, foreign).path("HomeTotalAmt").decimalValue())
                .isEqualByComparingTo("140");
    }

    private static EntityType type(String name) {
        return Schema.vendor().require(name);
    }

    private static ObjectNode bill(String taxCode) {
        String code = taxCode.isEmpty() ? "" : ",'TaxCodeRef':{'value':'%s'}".formatted(taxCode);
        return node(
                """
                {'VendorRef':{'value':'80'},'APAccountRef':{'value':'33'},'TxnDate':'2026-11-22','CurrencyRef':{'value':'CAD'},
                 'Line':[{'DetailType':'AccountBasedExpenseLineDetail','Amount':1000,
                          'AccountBasedExpenseLineDetail':{'AccountRef':{'value':'62'}%s}}]}
                """
                        .formatted(code));
    }

    private ObjectNode create(Realm realm, ObjectNode body) {
        return ledger.create(realm, Schema.vendor().require("Invoice"), body, Set.of());
    }

    private static ObjectNode invoice(String taxCode, int amount, String more) {
        String code = taxCode.isEmpty() ? "" : ",'TaxCodeRef':{'value':'%s'}".formatted(taxCode);
        return node(
                """
                {'CustomerRef':{'value':'58'},'TxnDate':'2026-11-22','CurrencyRef':{'value':'CAD'},
                 'Line':[{'DetailType':'SalesItemLineDetail','Amount':%d,
                          'SalesItemLineDetail':{'ItemRef':{'value':'1'}%s}}]%s}
                """
                        .formatted(amount, code, more));
    }

    private Realm canada() {
        Realm realm = new Realm("2");
        put(realm, "CompanyInfo", "{'Id':'1','Country':'CA'}");
        put(
                realm,
                "Preferences",
                "{'Id':'1','TaxPrefs':{'UsingSalesTax':true},'CurrencyPrefs':{'MultiCurrencyEnabled':true,'HomeCurrency':{'value':'CAD'}}}");
        rate(realm, "3", "13");
        rate(realm, "4", "0");
        rate(realm, "7", "12");
        code(realm, "5", "HST ON", "3");
        bought(realm, "5", "7");
        code(realm, "6", "Exempt", "4");
        common(realm, "CAD");
        put(
                realm,
                "Customer",
                "{'Id':'59','DisplayName':'US Inc','Active':true,'CurrencyRef':{'value':'USD'}}");
        return realm;
    }

    private Realm unitedStates(boolean automated) {
        Realm realm = new Realm("1");
        put(realm, "CompanyInfo", "{'Id':'1','Country':'US'}");
        put(
                realm,
                "Preferences",
                "{'Id':'1','TaxPrefs':{'UsingSalesTax':true,'PartnerTaxEnabled':%s},'CurrencyPrefs':{'HomeCurrency':{'value':'CAD'}}}"
                        .formatted(automated));
        rate(realm, "3", "8.875");
        rate(realm, "4", "6.625");
        code(realm, "2", "New York City", "3");
        code(realm, "3", "New Jersey", "4");
        common(realm, "CAD");
        return realm;
    }

    /// A tax code's rate on purchases.
    private static void bought(Realm realm, String code, String rate) {
        ObjectNode found = realm.find("TaxCode", code).deepCopy();
        found.set(
                "PurchaseTaxRateList",
                node("{'TaxRateDetail':[{'TaxRateRef':{'value':'%s'}}]}".formatted(rate)));
        realm.put("TaxCode", found);
    }

    private static void common(Realm realm, String currency) {
        put(realm, "Account", "{'Id':'41','Name':'Income','Active':true}");
        put(realm, "Account", "{'Id':'62','Name':'Rental','AccountType':'Expense','Active':true}");
        put(
                realm,
                "Account",
                "{'Id':'33','Name':'Payables','AccountType':'Accounts Payable','Active':true}");
        put(
                realm,
                "Vendor",
                "{'Id':'80','DisplayName':'Lake Rail','Active':true,'CurrencyRef':{'value':'CAD'}}");
        put(realm, "Item", "{'Id':'1','Name':'Consulting','Active':true}");
        put(
                realm,
                "Customer",
                "{'Id':'58','DisplayName':'Client','Active':true,'CurrencyRef':{'value':'%s'},'ShipAddr':{'CountrySubDivisionCode':'NY'}}"
                        .formatted(currency));
    }

    private static void rate(Realm realm, String id, String percent) {
        put(realm, "TaxRate", "{'Id':'%s','Active':true,'RateValue':%s}".formatted(id, percent));
    }

    private static void code(Realm realm, String id, String name, String rate) {
        put(
                realm,
                "TaxCode",
                "{'Id':'%s','Name':'%s','Active':true,'TaxGroup':true,'SalesTaxRateList':{'TaxRateDetail':[{'TaxRateRef':{'value':'%s'}}]}}"
                        .formatted(id, name, rate));
    }

    private static void put(Realm realm, String type, String json) {
        realm.put(type, node(json));
    }

    private static ObjectNode node(String json) {
        return (ObjectNode) Json.parse(json.replace('\'', '"'));
    }
}

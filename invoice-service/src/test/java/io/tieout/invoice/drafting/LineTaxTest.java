package io.tieout.invoice.drafting;

import static io.tieout.invoice.BillingRow.row;
import static io.tieout.invoice.Sample.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.invoice.BillingRow;
import io.tieout.invoice.Sample;
import io.tieout.invoice.books.BookLists;
import io.tieout.invoice.books.Listed;
import io.tieout.invoice.rows.RowCheck;
import io.tieout.invoice.rows.RowGroup;
import io.tieout.invoice.rows.RowStanding;
import io.tieout.invoice.rules.TaxRules;
import io.tieout.model.effect.TaxCalculation;
import io.tieout.model.finding.FindingKind;
import io.tieout.model.id.EntityId;
import io.tieout.model.money.Percent;
import io.tieout.model.quickbooks.Entity;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LineTaxTest {
    private static final EntityId HST = new EntityId("5");
    private static final EntityId EXEMPT = new EntityId("6");
    private static final EntityId QUEBEC = new EntityId("7");
    private static final EntityId RETIRED = new EntityId("8");

    private Entity.@Nullable Company company =
            new Entity.Company("Tieout Canada", "CA", "America/Toronto");
    private Entity.Preferences preferences = Sample.preferences();
    private List<Listed<Entity.Item>> items = Sample.items();
    private Entity.Customer customer = customer(true, "on", null);
    private TaxRules tax =
            new TaxRules(
                    true, Map.of("ON", HST, "QC", QUEBEC, "GBR", EXEMPT), EXEMPT, null, Map.of());

    @Test
    void gives_taxed_lines_the_code_of_the_province_and_others_the_exempt_one() {
        // Engineering is taxable, Consulting is not
        InvoiceDraft draft =
                drafted(row("1").hours("1"), row("2").service("Consulting").hours("1"));

        assertThat(draft.taxCalculation()).isEqualTo(TaxCalculation.TAX_EXCLUDED);
        assertThat(draft.taxCodeId()).isNull();
        assertThat(draft.lines()).extracting(DraftLine::taxCodeId).containsExactly(HST, EXEMPT);
        assertThat(draft.estimatedTax()).isEqualTo(usd("27.30"));
        assertThat(draft.total()).isEqualTo(usd("387.30"));
    }

    @Test
    void goes_by_tax_codes_alone_where_the_company_does_not_keep_what_is_taxable() {
        tax = new TaxRules(false, Map.of("ON", HST), EXEMPT, null, Map.of());
        customer = customer(false, "ON", null);
        items = List.of(item("Engineering", null), item("Consulting", EXEMPT));

        InvoiceDraft draft =
                drafted(row("1").hours("1"), row("2").service("Consulting").hours("1"));

        assertThat(draft.lines()).extracting(DraftLine::taxCodeId).containsExactly(HST, EXEMPT);
        assertThat(draft.estimatedTax()).isEqualTo(usd("27.30"));
    }

    @Test
    void takes_the_items_code_where_neither_customer_nor_region_has_one() {
        tax = new TaxRules(false, Map.of(), EXEMPT, null, Map.of());
        items = List.of(item("Engineering", HST));

        assertThat(drafted(row("1")).lines().getFirst().taxCodeId()).isEqualTo(HST);
    }

    @Test
    void refuses_an_items_code_that_is_not_in_use() {
        items = List.of(item("Engineering", RETIRED));

        assertThat(refused(row("1")).detail())
                .isEqualTo("Tax code 8 of “Engineering” is not among the active ones.");
    }

    private static Listed<Entity.Item> item(String name, @Nullable EntityId code) {
        return new Listed<>(
                new EntityId("90" + name.length()),
                true,
                new Entity.Item(
                        name, "Service", usd("210.00"), new EntityId("1"), false, null, code));
    }

    @Test
    void puts_the_customers_own_code_before_that_of_its_province() {
        customer = customer(true, "ON", QUEBEC);

        InvoiceDraft draft = drafted(row("1").hours("1"));

        assertThat(draft.lines().getFirst().taxCodeId()).isEqualTo(QUEBEC);
    }

    @Test
    void takes_the_country_where_an_address_has_no_region() {
        customer =
                new Entity.Customer(
                        "Harbor Works LLC",
                        "Harbor Works LLC",
                        null,
                        false,
                        null,
                        null,
                        null,
                        null,
                        "GBR",
                        true,
                        null,
                        null,
                        null);

        assertThat(drafted(row("1")).lines().getFirst().taxCodeId()).isEqualTo(EXEMPT);
    }

    @Test
    void rounds_each_rate_of_a_code_by_itself() {
        customer = customer(true, "QC", null);

        InvoiceDraft draft = drafted(row("1").hours("0.05"), row("2").hours("0.05"));

        // two lines of 10.50 are 21.00: 5 % is 1.05, 9.975 % is 2.09475
        assertThat(draft.estimatedTax()).isEqualTo(usd("3.14"));
    }

    @Test
    void taxes_no_line_of_a_customer_who_pays_none() {
        customer = customer(false, "NY", null);

        InvoiceDraft draft = drafted(row("1").hours("1"));

        assertThat(draft.lines().getFirst().taxCodeId()).isEqualTo(EXEMPT);
        assertThat(draft.estimatedTax()).isEqualTo(usd("0.00"));
    }

    @Test
    void does_not_guess_the_code_of_lines_without_tax() {
        tax = new TaxRules(true, Map.of("ON", HST), null, null, Map.of());

        Refusal refusal = refused(row("1").service("Consulting").hours("1"));

        assertThat(refusal.kind()).isEqualTo(FindingKind.UNKNOWN_TAX_CODE);
        assertThat(refusal.title()).isEqualTo("No tax code for lines without tax");
        assertThat(refusal.detail())
                .contains("“Consulting”")
                .contains("HST ON (5), Exempt (6), GST/QST (7)");
        assertThat(refusal.remedy())
                .contains("exemptTaxCode of company " + Sample.REALM)
                .contains("billing rules");
        assertThat(refusal.need()).isEqualTo(Need.TAX_CODE);
    }

    @Test
    void needs_no_exempt_code_when_every_line_is_taxed() {
        tax = new TaxRules(true, Map.of("ON", HST), null, null, Map.of());

        assertThat(drafted(row("1").hours("1")).estimatedTax()).isEqualTo(usd("27.30"));
    }

    @Test
    void refuses_an_exempt_code_that_charges_tax() {
        tax = new TaxRules(true, Map.of("ON", HST), HST, null, Map.of());

        Refusal refusal = refused(row("1").service("Consulting").hours("1"));

        assertThat(refusal.detail()).contains("“HST ON”").contains("13 %");
    }

    @Test
    void refuses_a_province_without_a_code_and_a_code_that_is_not_in_use() {
        customer = customer(true, "BC", null);
        Refusal unknown = refused(row("1"));
        customer = customer(true, "BC", RETIRED);
        Refusal retired = refused(row("1"));

        assertThat(unknown.detail()).contains("none for BC");
        assertThat(unknown.remedy()).contains("taxByState");
        assertThat(retired.detail()).contains("Tax code 8 is not among the active ones");
    }

    @Test
    void refuses_a_customer_without_an_address() {
        customer =
                new Entity.Customer(
                        "Harbor Works LLC",
                        "Harbor Works LLC",
                        null,
                        false,
                        null,
                        null,
                        null,
                        null,
                        null,
                        true,
                        null,
                        null,
                        null);

        assertThat(refused(row("1")).detail()).contains("names no region or country");
    }

    @Test
    void says_that_tax_does_not_apply_where_the_company_uses_none() {
        preferences = new Entity.Preferences(Sample.USD, false, null, true, true, false, false);

        InvoiceDraft draft = drafted(row("1"));

        assertThat(draft.taxCalculation()).isEqualTo(TaxCalculation.NOT_APPLICABLE);
        assertThat(draft.lines().getFirst().taxCodeId()).isNull();
    }

    @Test
    void drafts_as_in_the_usa_while_the_company_is_unknown() {
        company = null;

        InvoiceDraft draft = drafted(row("1").hours("1"));

        assertThat(draft.taxCalculation()).isNull();
        assertThat(draft.taxCodeId()).isEqualTo(HST);
        assertThat(draft.lines().getFirst().taxCodeId()).isNull();
    }

    private InvoiceDraft drafted(BillingRow... rows) {
        DraftOutcome outcome = draft(rows);
        assertThat(outcome.refusals()).isEmpty();
        return ((DraftOutcome.Drafted) outcome).draft();
    }

    private Refusal refused(BillingRow... rows) {
        DraftOutcome outcome = draft(rows);
        assertThat(outcome).isInstanceOf(DraftOutcome.Nothing.class);
        assertThat(outcome.refusals()).hasSize(1);
        return outcome.refusals().getFirst();
    }

    private DraftOutcome draft(BillingRow... rows) {
        RowGroup group =
                (RowGroup) ((RowStanding.Wanted) RowCheck.check(rows[0].observed())).group();
        return Drafter.draft(
                new DraftFacts(
                        group,
                        Arrays.stream(rows)
                                .map(row -> new EligibleRow(row.observed(), 1, 7))
                                .toList(),
                        new BookLists(
                                List.of(new Listed<>(Sample.HARBOR, true, customer)),
                                List.of(),
                                items,
                                Sample.classes(),
                                Sample.departments(),
                                Sample.terms(),
                                taxCodes(),
                                taxRates(),
                                company,
                                preferences),
                        Sample.rules(tax),
                        null,
                        null,
                        List.of(),
                        Instant.parse("2026-11-22T15:00:00Z"),
                        ZoneOffset.UTC));
    }

    private static Entity.Customer customer(
            boolean taxable, String province, @Nullable EntityId code) {
        return Sample.customer("Harbor Works LLC", taxable, province, code, null);
    }

    private static List<Listed<Entity.TaxCode>> taxCodes() {
        return List.of(
                code(HST, "HST ON", true, "3"),
                code(EXEMPT, "Exempt", true, "4"),
                code(QUEBEC, "GST/QST", true, "1", "2"),
                code(RETIRED, "HST BC", false, "3"));
    }

    private static Listed<Entity.TaxCode> code(
            EntityId id, String name, boolean active, String... rates) {
        return new Listed<>(
                id,
                active,
                new Entity.TaxCode(
                        name, null, true, Arrays.stream(rates).map(EntityId::new).toList()));
    }

    private static List<Listed<Entity.TaxRate>> taxRates() {
        return List.of(rate("1", "5"), rate("2", "9.975"), rate("3", "13"), rate("4", "0"));
    }

    private static Listed<Entity.TaxRate> rate(String id, String percent) {
        return new Listed<>(
                new EntityId(id), true, new Entity.TaxRate("R" + id, Percent.of(percent)));
    }
}

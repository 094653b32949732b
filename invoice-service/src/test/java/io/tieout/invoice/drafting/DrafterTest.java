package io.tieout.invoice.drafting;

import static io.tieout.invoice.BillingRow.row;
import static io.tieout.invoice.Sample.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.invoice.BillingRow;
import io.tieout.invoice.Sample;
import io.tieout.invoice.books.BookLists;
import io.tieout.invoice.books.KnownName;
import io.tieout.invoice.books.Listed;
import io.tieout.invoice.narrative.Words;
import io.tieout.invoice.proposing.InvoiceProposal;
import io.tieout.invoice.rows.RowCheck;
import io.tieout.invoice.rows.RowGroup;
import io.tieout.invoice.rows.RowStanding;
import io.tieout.invoice.rules.BillingRules;
import io.tieout.invoice.rules.ClientRules;
import io.tieout.invoice.rules.GroupBy;
import io.tieout.invoice.rules.TaxRules;
import io.tieout.model.effect.CreateInvoice;
import io.tieout.model.effect.TaxCalculation;
import io.tieout.model.finding.Candidate;
import io.tieout.model.finding.FindingKind;
import io.tieout.model.id.EntityId;
import io.tieout.model.id.ProposalId;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import io.tieout.model.money.Percent;
import io.tieout.model.money.Quantity;
import io.tieout.model.proposal.Evidence.RateSource;
import io.tieout.model.proposal.ProposalMade;
import io.tieout.model.quickbooks.Entity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrafterTest {
    private List<Listed<Entity.Customer>> customers = List.of(Sample.harbor(), Sample.meridian());
    private List<KnownName> names = List.of();
    private List<Listed<Entity.Item>> items = Sample.items();
    private ClientRules client = client(Map.of(), null, null, "0", GroupBy.ROW);
    private ProjectHours hours;
    private Entity.Preferences preferences = Sample.preferences();
    private List<Money> billedBefore = List.of();
    private Instant now = Instant.parse("2026-11-22T15:00:00Z");

    private static ClientRules client(
            Map<String, Money> rates, String minimum, String cap, String markup, GroupBy groupBy) {
        return new ClientRules(
                "harbor works llc",
                Sample.USD,
                rates,
                minimum == null ? null : usd(minimum),
                cap == null ? null : usd(cap),
                Percent.of(markup),
                groupBy);
    }

    private DraftOutcome draft(BillingRow... rows) {
        List<EligibleRow> eligible = new ArrayList<>();
        for (BillingRow row : rows) {
            eligible.add(new EligibleRow(row.observed(), 1, 7));
        }
        RowGroup group =
                (RowGroup) ((RowStanding.Wanted) RowCheck.check(rows[0].observed())).group();
        BillingRules rules =
                Sample.rules(
                        new TaxRules(false, Map.of("NY", Sample.NEW_YORK), null, null, Map.of()),
                        client);
        BookLists books =
                new BookLists(
                        customers,
                        names,
                        items,
                        Sample.classes(),
                        Sample.departments(),
                        Sample.terms(),
                        Sample.taxCodes(),
                        Sample.taxRates(),
                        Sample.company(),
                        preferences);
        return Drafter.draft(
                new DraftFacts(
                        group,
                        eligible,
                        books,
                        rules,
                        hours,
                        "boss@harbor.example",
                        billedBefore,
                        now,
                        ZoneOffset.UTC));
    }

    private InvoiceDraft drafted(BillingRow... rows) {
        return ((DraftOutcome.Drafted) draft(rows)).draft();
    }

    private Refusal refused(BillingRow... rows) {
        DraftOutcome outcome = draft(rows);
        assertThat(outcome.refusals()).hasSize(1);
        return outcome.refusals().getFirst();
    }

    @Test
    void makes_a_line_of_each_row_at_the_items_rate() {
        InvoiceDraft draft = drafted(row("1").hours("8"), row("2").hours("2.5"));

        assertThat(draft.lines())
                .extracting(DraftLine::amount)
                .containsExactly(usd("1680.00"), usd("525.00"));
        assertThat(draft.subtotal()).isEqualTo(usd("2205.00"));
        assertThat(draft.lines().getFirst().rateSource()).isEqualTo(RateSource.ITEM);
        assertThat(draft.lines().getFirst().rateId()).isEqualTo(Sample.ENGINEERING);
        assertThat(draft.termId()).isEqualTo(new EntityId("3"));
        assertThat(draft.customerId()).isEqualTo(Sample.HARBOR);
        assertThat(draft.projectManager()).isEqualTo("pm@harbor.example");
    }

    @Test
    void puts_the_clients_rate_card_before_the_items_rate() {
        client = client(Map.of("engineering", usd("205.00")), null, null, "0", GroupBy.ROW);

        DraftLine line = drafted(row("1").hours("8")).lines().getFirst();

        assertThat(line.amount()).isEqualTo(usd("1640.00"));
        assertThat(line.rateSource()).isEqualTo(RateSource.RATE_CARD);
        assertThat(line.rateId()).isNull();
    }

    @Test
    void passes_a_cost_on_with_markup_on_the_expense_item() {
        client = client(Map.of(), null, null, "10", GroupBy.ROW);

        DraftLine line = drafted(row("1").cost("420.55")).lines().getFirst();

        assertThat(line.itemId()).isEqualTo(Sample.TRAVEL);
        assertThat(line.amount()).isEqualTo(usd("462.61"));
        assertThat(line.quantity()).isEqualTo(Quantity.ONE);
        assertThat(line.rateSource()).isEqualTo(RateSource.COST_PLUS_MARKUP);
        assertThat(line.cost()).isEqualTo(usd("420.55"));
    }

    @Test
    void puts_hours_of_one_service_on_one_line_where_the_rules_say_so() {
        client = client(Map.of(), null, null, "0", GroupBy.SERVICE);

        InvoiceDraft draft =
                drafted(
                        row("1").hours("0.1"),
                        row("2").hours("0.2"),
                        row("3").service("Consulting").hours("1"),
                        row("4").cost("10"),
                        row("5").cost("10"));

        assertThat(draft.lines())
                .extracting(line -> line.quantity().toString())
                .containsExactly("0.3", "1", "1", "1");
        assertThat(draft.rows()).hasSize(5);
    }

    @Test
    void bills_the_customers_job_when_the_project_is_one() {
        customers =
                List.of(
                        Sample.harbor(),
                        new Listed<>(
                                Sample.PIER_JOB,
                                true,
                                Sample.customer("Pier 4", true, null, null, Sample.HARBOR)));

        assertThat(drafted(row("1")).customerId()).isEqualTo(Sample.PIER_JOB);
    }

    @Test
    void bills_the_job_that_quickbooks_keeps_as_a_project_before_others_of_the_name() {
        customers =
                List.of(
                        Sample.harbor(),
                        job("71", "PIER 4", null),
                        job("70", "Pier 4", true),
                        job("72", "pier 4", null));

        assertThat(drafted(row("1")).customerId()).isEqualTo(Sample.PIER_JOB);
    }

    @Test
    void asks_which_job_is_meant_when_several_have_the_projects_name() {
        customers = List.of(Sample.harbor(), job("71", "PIER 4", true), job("70", "Pier 4", true));

        Refusal refusal = refused(row("1"));

        assertThat(refusal.title()).contains("fits 2 projects of Harbor Works LLC");
        assertThat(refusal.detail()).contains("PIER 4").contains("Pier 4");
        assertThat(refusal.remedy()).contains("rename all of them but one");
        assertThat(refusal.candidates()).hasSize(2);
    }

    private static Listed<Entity.Customer> job(String id, String name, @Nullable Boolean project) {
        return new Listed<>(
                new EntityId(id),
                true,
                new Entity.Customer(
                        name,
                        name,
                        Sample.HARBOR,
                        true,
                        null,
                        null,
                        null,
                        null,
                        null,
                        true,
                        null,
                        null,
                        null,
                        project));
    }

    @Test
    void taxes_by_the_customers_state_with_all_rates_of_the_code_rounded_once() {
        InvoiceDraft draft =
                drafted(row("1").hours("1"), row("2").service("Consulting").hours("1"));

        assertThat(draft.taxCodeId()).isEqualTo(Sample.NEW_YORK);
        // 8.875 % of 210.00 is 18.6375
        assertThat(draft.estimatedTax()).isEqualTo(usd("18.64"));
        assertThat(draft.total()).isEqualTo(usd("378.64"));
        assertThat(draft.lines()).extracting(DraftLine::taxable).containsExactly(true, false);
    }

    @Test
    void puts_the_customers_own_tax_code_before_its_state() {
        customers =
                List.of(
                        new Listed<>(
                                Sample.HARBOR,
                                true,
                                Sample.customer(
                                        "Harbor Works LLC", true, "NY", new EntityId("9"), null)));

        InvoiceDraft draft = drafted(row("1"));

        assertThat(draft.taxCodeId()).isEqualTo(new EntityId("9"));
        assertThat(draft.estimatedTax()).isEqualTo(usd("0.00"));
    }

    @Test
    void does_not_tax_a_customer_who_is_exempt() {
        InvoiceDraft draft = drafted(row("1").customer("Meridian Health"));

        assertThat(draft.taxCodeId()).isNull();
        assertThat(draft.estimatedTax()).isEqualTo(usd("0.00"));
        assertThat(draft.lines().getFirst().taxable()).isFalse();
    }

    @Test
    void refuses_a_taxed_customer_without_a_place() {
        customers =
                List.of(
                        new Listed<>(
                                Sample.HARBOR,
                                true,
                                Sample.customer("Harbor Works LLC", true, null, null, null)));

        Refusal refusal = refused(row("1"));

        assertThat(refusal.kind()).isEqualTo(FindingKind.UNKNOWN_TAX_CODE);
        assertThat(refusal.need()).isEqualTo(Need.TAX_CODE);
    }

    @Test
    void leaves_the_tax_to_quickbooks_where_it_works_it_out_itself() {
        preferences = Sample.preferences(true, false);
        customers =
                List.of(
                        new Listed<>(
                                Sample.HARBOR,
                                true,
                                Sample.customer("Harbor Works LLC", true, null, null, null)));

        InvoiceDraft draft = drafted(row("1").hours("1"));

        assertThat(draft.taxCalculation()).isEqualTo(TaxCalculation.AUTOMATED);
        assertThat(draft.taxCodeId()).isNull();
        assertThat(draft.lines().getFirst().taxable()).isTrue();
        assertThat(draft.estimatedTax()).isEqualTo(usd("0.00"));
        assertThat(proposed(draft).summary())
                .startsWith(
                        "Create invoice for Harbor Works LLC, USD 210.00 plus the tax that QuickBooks works out");
    }

    @Test
    void asks_for_a_number_only_where_the_company_numbers_by_hand() {
        assertThat(created(drafted(row("1"))).generateNumber()).isNull();

        preferences = Sample.preferences(false, true);

        assertThat(created(drafted(row("1"))).generateNumber()).isTrue();
    }

    private static CreateInvoice created(InvoiceDraft draft) {
        return proposed(draft).effects().stream()
                .filter(CreateInvoice.class::isInstance)
                .map(CreateInvoice.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static ProposalMade proposed(InvoiceDraft draft) {
        return InvoiceProposal.of(
                new ProposalId(new UUID(1, 2)),
                "TD-000001",
                1,
                draft,
                new Words(Collections.nCopies(draft.lines().size(), "Work"), "template", null),
                List.of(),
                "https://tieout.example/pdf");
    }

    @Test
    void puts_no_service_date_on_a_line_where_the_company_has_none() {
        assertThat(drafted(row("1").on("2026-11-18")).lines().getFirst().serviceDate())
                .isEqualTo("2026-11-18");

        preferences = Sample.switched(true, true, false, true, true);

        assertThat(drafted(row("1").on("2026-11-18")).lines().getFirst().serviceDate()).isNull();
    }

    @Test
    void refuses_a_row_that_names_a_class_where_the_company_keeps_none() {
        preferences = Sample.switched(false, true, true, true, true);

        DraftOutcome outcome = draft(row("1").className("Works"), row("2"));

        assertThat(((DraftOutcome.Drafted) outcome).draft().rows())
                .extracting(EligibleRow::ref)
                .containsExactly(row("2").ref());
        assertThat(outcome.refusals())
                .singleElement()
                .satisfies(refusal -> {
                    assertThat(refusal.kind()).isEqualTo(FindingKind.UNKNOWN_CLASS);
                    assertThat(refusal.title()).isEqualTo("Class “Works” cannot be booked");
                    assertThat(refusal.rows()).containsExactly(row("1").ref());
                    assertThat(refusal.need()).isEqualTo(Need.FEATURE);
                });
    }

    @Test
    void leaves_an_items_own_class_out_where_the_company_keeps_none() {
        items =
                List.of(
                        new Listed<>(
                                Sample.ENGINEERING,
                                true,
                                new Entity.Item(
                                        "Engineering",
                                        "Service",
                                        usd("210.00"),
                                        new EntityId("1"),
                                        true,
                                        new EntityId("200"))));
        assertThat(drafted(row("1")).lines().getFirst().classId()).isEqualTo(new EntityId("200"));

        preferences = Sample.switched(false, true, true, true, true);

        assertThat(drafted(row("1")).lines().getFirst().classId()).isNull();
    }

    @Test
    void refuses_an_invoice_of_a_department_where_the_company_keeps_none() {
        preferences = Sample.switched(true, false, true, true, true);

        Refusal refusal = refused(row("1").department("East"));

        assertThat(refusal.kind()).isEqualTo(FindingKind.UNKNOWN_DEPARTMENT);
        assertThat(refusal.title()).isEqualTo("Department “East” cannot be booked");
        assertThat(drafted(row("1")).departmentId()).isNull();
    }

    @Test
    void names_the_nearest_three_for_an_unknown_customer_inactive_ones_included() {
        names =
                List.of(
                        known("1", "Orchid Robotics", true),
                        known("2", "Orchard Foods", true),
                        known("3", "Orchard Robots", false),
                        known("4", "Harbor Works LLC", true));

        Refusal refusal = refused(row("1").customer("Orchard Robotics"));

        assertThat(refusal.kind()).isEqualTo(FindingKind.UNKNOWN_CUSTOMER);
        assertThat(refusal.candidates())
                .extracting(Candidate::name)
                .containsExactlyInAnyOrder("Orchid Robotics", "Orchard Foods", "Orchard Robots");
        assertThat(refusal.candidates())
                .filteredOn(candidate -> candidate.name().equals("Orchard Robots"))
                .extracting(Candidate::note)
                .containsExactly("inactive");
        assertThat(refusal.detail()).contains("Nearest", "“Orchid Robotics”");
        assertThat(refusal.need()).isEqualTo(Need.CUSTOMER);
    }

    @Test
    void never_takes_an_inactive_customer_of_the_right_name() {
        customers =
                List.of(
                        new Listed<>(
                                Sample.HARBOR,
                                false,
                                Sample.customer("Harbor Works LLC", true, "NY", null, null)));
        names = List.of(known("58", "Harbor Works LLC", false));

        Refusal refusal = refused(row("1"));

        assertThat(refusal.candidates().getFirst().score()).isEqualTo(1000);
        assertThat(refusal.candidates().getFirst().note()).isEqualTo("inactive");
    }

    @Test
    void holds_back_hours_above_the_approved_and_drafts_the_rest_in_row_order() {
        hours = new ProjectHours(Quantity.of("20"), Quantity.of("6"));

        DraftOutcome outcome = draft(row("1").hours("8"), row("2").hours("8"), row("3").hours("6"));

        InvoiceDraft draft = ((DraftOutcome.Drafted) outcome).draft();
        assertThat(draft.rows())
                .extracting(row -> row.ref().rowId().value())
                .containsExactly("1", "3");
        assertThat(outcome.refusals())
                .singleElement()
                .satisfies(refusal -> {
                    assertThat(refusal.kind()).isEqualTo(FindingKind.BUDGET_EXCEEDED);
                    assertThat(refusal.title()).contains("exceed", "row 2");
                    assertThat(refusal.detail()).contains("2 h too many");
                    assertThat(refusal.amount()).isEqualTo(usd("1680.00"));
                });
    }

    @Test
    void does_not_count_costs_as_hours() {
        hours = new ProjectHours(Quantity.of("1"), Quantity.of("1"));

        assertThat(drafted(row("1").cost("99.00")).lines()).hasSize(1);
    }

    @Test
    void tops_up_to_the_minimum_less_what_was_billed_before() {
        client = client(Map.of(), "5000.00", null, "0", GroupBy.ROW);
        billedBefore = List.of(usd("1000.00"));

        InvoiceDraft draft = drafted(row("1").hours("1"));

        assertThat(draft.lines().getLast().rateSource()).isEqualTo(RateSource.MINIMUM_FEE);
        assertThat(draft.lines().getLast().amount()).isEqualTo(usd("3790.00"));
        assertThat(draft.subtotal()).isEqualTo(usd("4000.00"));
    }

    @Test
    void holds_back_what_exceeds_the_cap() {
        client = client(Map.of(), null, "2000.00", "0", GroupBy.ROW);
        billedBefore = List.of(usd("100.00"));

        DraftOutcome outcome = draft(row("1").hours("8"), row("2").hours("8"), row("3").hours("1"));

        InvoiceDraft draft = ((DraftOutcome.Drafted) outcome).draft();
        assertThat(draft.subtotal()).isEqualTo(usd("1890.00"));
        assertThat(outcome.refusals()).singleElement();
    }

    @ParameterizedTest
    @CsvSource({
        "Enginering,UNKNOWN_ITEM,ITEM",
        "Drafting,UNKNOWN_ITEM,ITEM",
        "Unpriced,UNKNOWN_ITEM,ITEM"
    })
    void refuses_a_service_that_is_unknown_inactive_or_without_a_price(
            String service, FindingKind kind, Need need) {
        Refusal refusal = refused(row("1").service(service));

        assertThat(refusal.kind()).isEqualTo(kind);
        assertThat(refusal.need()).isEqualTo(need);
    }

    @Test
    void drafts_the_other_rows_when_one_has_an_unknown_class() {
        DraftOutcome outcome =
                draft(row("1").className("Works:Pumps"), row("2").className("Nowhere"));

        assertThat(((DraftOutcome.Drafted) outcome).draft().lines().getFirst().classId())
                .isEqualTo(new EntityId("201"));
        assertThat(outcome.refusals().getFirst().kind()).isEqualTo(FindingKind.UNKNOWN_CLASS);
    }

    @Test
    void names_all_rows_that_lack_the_same_thing_in_one_refusal() {
        Refusal refusal = refused(row("1").service("Nothing"), row("2").service("nothing "));

        assertThat(refusal.rows()).hasSize(2);
    }

    @Test
    void refuses_an_unknown_department_for_the_whole_invoice() {
        assertThat(refused(row("1").department("Mars")).kind())
                .isEqualTo(FindingKind.UNKNOWN_DEPARTMENT);
    }

    @Test
    void refuses_a_cost_in_another_currency() {
        Refusal refusal =
                refused(row("1").cost(Money.of("10.00", new CurrencyCode("EUR"))).service(null));

        assertThat(refusal.kind()).isEqualTo(FindingKind.INVALID_CELL);
        assertThat(refusal.detail()).contains("EUR", "USD");
    }

    @ParameterizedTest
    @CsvSource({"2026-11-23T04:30:00Z,2026-11-22", "2026-11-23T05:30:00Z,2026-11-23"})
    void dates_the_invoice_by_the_companys_midnight(Instant at, LocalDate date) {
        now = at;

        assertThat(drafted(row("1")).invoiceDate()).isEqualTo(date);
    }

    @Test
    void totals_are_exact_to_the_cent_whatever_the_rows() {
        Random random = new Random(20261122);
        for (int round = 0; round < 500; round++) {
            client =
                    client(
                            Map.of("Engineering", usd(cents(random, 50_000))),
                            null,
                            null,
                            Integer.toString(random.nextInt(40)),
                            random.nextBoolean() ? GroupBy.ROW : GroupBy.SERVICE);
            BillingRow[] rows = new BillingRow[1 + random.nextInt(12)];
            for (int i = 0; i < rows.length; i++) {
                rows[i] =
                        random.nextInt(4) == 0
                                ? row(Integer.toString(i + 1)).cost(cents(random, 900_000))
                                : row(Integer.toString(i + 1))
                                        .hours(
                                                BigDecimal.valueOf(1 + random.nextInt(4000), 2)
                                                        .toPlainString());
            }

            InvoiceDraft draft = drafted(rows);

            BigDecimal sum = BigDecimal.ZERO;
            BigDecimal taxable = BigDecimal.ZERO;
            for (DraftLine line : draft.lines()) {
                BigDecimal amount =
                        line.unitPrice()
                                .amount()
                                .multiply(line.quantity().value())
                                .setScale(2, RoundingMode.HALF_UP);
                assertThat(line.amount().amount()).isEqualByComparingTo(amount);
                sum = sum.add(amount);
                taxable = line.taxable() ? taxable.add(amount) : taxable;
            }
            assertThat(draft.subtotal().amount()).isEqualByComparingTo(sum);
            assertThat(draft.estimatedTax().amount())
                    .isEqualByComparingTo(
                            taxable.multiply(new BigDecimal("0.08875"))
                                    .setScale(2, RoundingMode.HALF_UP));
            assertThat(draft.rows()).hasSize(rows.length);
        }
    }

    private static String cents(Random random, int most) {
        return BigDecimal.valueOf(1 + random.nextInt(most), 2).toPlainString();
    }

    private static KnownName known(String id, String name, boolean active) {
        return new KnownName(new EntityId(id), name, active);
    }
}

package io.tieout.invoice.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.invoice.Sample;
import io.tieout.invoice.books.Listed;
import io.tieout.invoice.books.NameKey;
import io.tieout.invoice.books.SpendLists;
import io.tieout.invoice.drafting.Need;
import io.tieout.invoice.drafting.Refusal;
import io.tieout.invoice.proposing.DocumentProposal;
import io.tieout.invoice.rows.DocumentGroup;
import io.tieout.invoice.rows.RowCheck;
import io.tieout.invoice.rows.RowStanding;
import io.tieout.invoice.rules.TaxRules;
import io.tieout.model.effect.CreateBill;
import io.tieout.model.effect.CreateDocument;
import io.tieout.model.effect.CreateJournalEntry;
import io.tieout.model.effect.CreatePurchaseOrder;
import io.tieout.model.effect.CreateTimeActivity;
import io.tieout.model.effect.PostingLine;
import io.tieout.model.effect.TaxCalculation;
import io.tieout.model.finding.FindingKind;
import io.tieout.model.id.ColumnId;
import io.tieout.model.id.EntityId;
import io.tieout.model.id.ProposalId;
import io.tieout.model.id.RowId;
import io.tieout.model.id.RowRef;
import io.tieout.model.id.SheetId;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import io.tieout.model.money.Quantity;
import io.tieout.model.proposal.ProposalKind;
import io.tieout.model.proposal.ProposalMade;
import io.tieout.model.quickbooks.Entity;
import io.tieout.model.smartsheet.ColumnPart;
import io.tieout.model.smartsheet.DocumentFields;
import io.tieout.model.smartsheet.DocumentKind;
import io.tieout.model.smartsheet.RowObserved;
import io.tieout.model.smartsheet.SheetRole;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DocumentDrafterTest {
    private static final Entity.Company CANADA =
            new Entity.Company("Tieout Canada", "CA", "America/Toronto");

    private Entity.Company company = Sample.company();
    private TaxRules tax = TaxRules.NONE;
    private Entity.@Nullable Preferences preferences;
    private List<Listed<Entity.Account>> accounts = List.of(payables(null));
    private static final LocalDate DAY = LocalDate.of(2026, 11, 18);
    private static final EntityId ATLAS = new EntityId("80");
    private static final EntityId RENTAL = new EntityId("62");
    private static final EntityId ACCRUED = new EntityId("65");
    private static final EntityId PAYABLES = new EntityId("33");

    @Test
    void puts_rows_of_one_number_on_one_bill() {
        CreateBill bill =
                (CreateBill)
                        drafted(
                                row("1", DocumentKind.BILL, "AE-1", "Rental", "100.25", null, null),
                                row("2", DocumentKind.BILL, "AE-1", "Rental", "50.00", null, null));

        assertThat(bill.vendorId()).isEqualTo(ATLAS);
        assertThat(bill.number()).isEqualTo("AE-1");
        assertThat(bill.total()).isEqualTo(Sample.usd("150.25"));
        assertThat(bill.lines()).extracting(line -> line.accountId()).containsOnly(RENTAL);
    }

    @Test
    void bills_a_vendor_in_the_vendors_own_currency_only() {
        RowObserved dollars = row("1", DocumentKind.BILL, "AE-1", "Rental", "100.00", null, null);

        DocumentOutcome inDollars = DocumentDrafter.draft(facts(Sample.USD, dollars));
        DocumentOutcome inEuro = DocumentDrafter.draft(facts(new CurrencyCode("EUR"), dollars));

        assertThat(inDollars).isInstanceOf(DocumentOutcome.Drafted.class);
        assertThat(inEuro.refusals())
                .singleElement()
                .satisfies(refusal ->
                        assertThat(refusal.detail()).contains("“Atlas Electric” is paid in EUR"));
    }

    @Test
    void orders_with_the_only_payables_account() {
        CreatePurchaseOrder order =
                (CreatePurchaseOrder)
                        drafted(
                                row(
                                        "1",
                                        DocumentKind.PURCHASE_ORDER,
                                        null,
                                        "Rental",
                                        "1200.00",
                                        null,
                                        null));

        assertThat(order.payablesAccountId()).isEqualTo(PAYABLES);
        assertThat(order.total()).isEqualTo(Sample.usd("1200.00"));
    }

    @Test
    void orders_with_the_payables_account_of_the_orders_currency() {
        RowObserved row =
                row("1", DocumentKind.PURCHASE_ORDER, null, "Rental", "1200.00", null, null);
        Entity.Account euro =
                new Entity.Account(
                        "Payables (EUR)",
                        null,
                        "Accounts Payable",
                        "Liability",
                        new CurrencyCode("EUR"));
        accounts = List.of(payables(Sample.USD), new Listed<>(new EntityId("90"), true, euro));

        assertThat(((CreatePurchaseOrder) drafted(row)).payablesAccountId()).isEqualTo(PAYABLES);

        accounts = List.of(payables(null), new Listed<>(new EntityId("90"), true, euro));
        assertThat(refused(row).title())
                .isEqualTo("A purchase order needs one accounts-payable account");
    }

    private static Listed<Entity.Account> payables(@Nullable CurrencyCode currency) {
        return new Listed<>(
                PAYABLES,
                true,
                new Entity.Account(
                        "Accounts Payable (A/P)", null, "Accounts Payable", "Liability", currency));
    }

    @Test
    void gives_each_line_the_purchase_tax_code_outside_the_usa() {
        company = CANADA;
        tax = new TaxRules(false, Map.of(), null, new EntityId("2"), Map.of());

        CreateBill bill = (CreateBill) drafted(bill());
        CreatePurchaseOrder order =
                (CreatePurchaseOrder)
                        drafted(
                                row(
                                        "1",
                                        DocumentKind.PURCHASE_ORDER,
                                        null,
                                        "Rental",
                                        "1200.00",
                                        null,
                                        null));

        assertThat(bill.taxCalculation()).isEqualTo(TaxCalculation.TAX_EXCLUDED);
        assertThat(bill.lines())
                .extracting(line -> line.taxCodeId())
                .containsOnly(new EntityId("2"));
        assertThat(bill.total()).isEqualTo(Sample.usd("100.25"));
        assertThat(order.taxCalculation()).isEqualTo(TaxCalculation.TAX_EXCLUDED);
        assertThat(order.lines().getFirst().taxCodeId()).isEqualTo(new EntityId("2"));
    }

    @Test
    void puts_a_vendors_tax_code_before_that_of_all_purchases() {
        company = CANADA;
        tax =
                new TaxRules(
                        false,
                        Map.of(),
                        null,
                        new EntityId("2"),
                        Map.of(NameKey.of("Atlas Electric"), new EntityId("9")));

        CreateBill bill = (CreateBill) drafted(bill());

        assertThat(bill.lines().getFirst().taxCodeId()).isEqualTo(new EntityId("9"));
    }

    @Test
    void leaves_american_bills_without_tax_codes() {
        tax = new TaxRules(false, Map.of(), null, new EntityId("2"), Map.of());

        CreateBill bill = (CreateBill) drafted(bill());

        assertThat(bill.taxCalculation()).isNull();
        assertThat(bill.lines().getFirst().taxCodeId()).isNull();
    }

    @Test
    void asks_for_the_tax_code_of_purchases_when_nobody_has_named_one_or_it_is_gone() {
        company = CANADA;
        Refusal unnamed = refused(bill());
        tax = new TaxRules(false, Map.of(), null, new EntityId("77"), Map.of());
        Refusal gone = refused(bill());

        assertThat(unnamed.kind()).isEqualTo(FindingKind.UNKNOWN_TAX_CODE);
        assertThat(unnamed.title()).isEqualTo("No tax code for what “Atlas Electric” sells");
        assertThat(unnamed.remedy()).contains("purchaseTaxCode");
        assertThat(gone.detail()).contains("Tax code 77").contains("not among the active ones");
    }

    private static RowObserved bill() {
        return row("1", DocumentKind.BILL, "AE-1", "Rental", "100.25", null, null);
    }

    @Test
    void enters_a_balanced_journal_entry() {
        CreateJournalEntry entry =
                (CreateJournalEntry)
                        drafted(
                                row(
                                        "1",
                                        DocumentKind.JOURNAL_ENTRY,
                                        "ACC-1",
                                        "Rental",
                                        null,
                                        "650.00",
                                        null),
                                row(
                                        "2",
                                        DocumentKind.JOURNAL_ENTRY,
                                        "ACC-1",
                                        "Accrued Expenses",
                                        null,
                                        null,
                                        "650.00"));

        assertThat(entry.lines())
                .extracting(PostingLine::side)
                .containsExactly(PostingLine.Side.DEBIT, PostingLine.Side.CREDIT);
        assertThat(entry.lines())
                .extracting(PostingLine::accountId)
                .containsExactly(RENTAL, ACCRUED);
        assertThat(entry.total()).isEqualTo(Sample.usd("650.00"));
    }

    @Test
    void says_whose_a_receivable_or_a_payable_is_and_for_whom_a_cost() {
        CreateJournalEntry entry =
                (CreateJournalEntry)
                        drafted(
                                posting("1", "Rental", "650.00", null, "Harbor Works LLC", null),
                                posting(
                                        "2",
                                        "Receivables",
                                        "50.00",
                                        null,
                                        "Harbor Works LLC",
                                        null),
                                posting(
                                        "3",
                                        "Accounts Payable (A/P)",
                                        null,
                                        "700.00",
                                        "Harbor Works LLC",
                                        "Atlas Electric"));

        assertThat(entry.lines())
                .extracting(PostingLine::customerId)
                .containsExactly(Sample.HARBOR, Sample.HARBOR, null);
        assertThat(entry.lines())
                .extracting(PostingLine::vendorId)
                .containsExactly(null, null, ATLAS);
    }

    @Test
    void asks_whose_a_receivable_or_a_payable_is() {
        Refusal nobodysReceivable =
                refused(
                        posting("1", "Receivables", "50.00", null, null, "Atlas Electric"),
                        posting("2", "Rental", null, "50.00", null, null));
        Refusal nobodysPayable =
                refused(
                        posting("1", "Rental", "50.00", null, null, null),
                        posting(
                                "2",
                                "Accounts Payable (A/P)",
                                null,
                                "50.00",
                                "Harbor Works LLC",
                                null));

        assertThat(nobodysReceivable.kind()).isEqualTo(FindingKind.MISSING_CELL);
        assertThat(nobodysReceivable.remedy()).isEqualTo("Fill in the Customer cell.");
        assertThat(nobodysPayable.remedy()).isEqualTo("Fill in the Vendor cell.");
        assertThat(nobodysPayable.rows()).extracting(RowRef::rowId).containsExactly(new RowId("2"));
    }

    private static RowObserved posting(
            String id,
            String account,
            @Nullable String debit,
            @Nullable String credit,
            @Nullable String customer,
            @Nullable String vendor) {
        return observed(
                id,
                new DocumentFields(
                        "Ready to Post",
                        true,
                        DocumentKind.JOURNAL_ENTRY,
                        vendor,
                        "ACC-1",
                        DAY,
                        "Some item",
                        customer,
                        null,
                        null,
                        account,
                        null,
                        null,
                        money(debit),
                        money(credit),
                        false,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null));
    }

    @Test
    void holds_an_entry_that_does_not_balance_with_both_sums() {
        Refusal refusal =
                refused(
                        row(
                                "1",
                                DocumentKind.JOURNAL_ENTRY,
                                "ACC-1",
                                "Rental",
                                null,
                                "650.00",
                                null),
                        row(
                                "2",
                                DocumentKind.JOURNAL_ENTRY,
                                "ACC-1",
                                "Accrued Expenses",
                                null,
                                null,
                                "640.00"));

        assertThat(refusal.kind()).isEqualTo(FindingKind.UNBALANCED);
        assertThat(refusal.detail()).contains("650.00", "640.00");
        assertThat(refusal.rows()).hasSize(2);
    }

    @Test
    void bills_what_was_bought_on_to_a_customer_only_where_the_company_does_so() {
        CreateBill bill = (CreateBill) drafted(billable());
        assertThat(bill.lines().getFirst().customerId()).isEqualTo(Sample.HARBOR);
        assertThat(bill.lines().getFirst().billable()).isTrue();

        preferences = Sample.switched(true, true, true, true, false);
        Refusal notBillable = refused(billable());
        preferences = Sample.switched(true, true, true, false, true);
        Refusal forNobody = refused(billable());

        assertThat(notBillable.title()).isEqualTo("An expense cannot be billable");
        assertThat(notBillable.remedy()).contains("billable expenses in QuickBooks' settings");
        assertThat(forNobody.title())
                .isEqualTo("What is bought cannot be booked for “Harbor Works LLC”");
        assertThat(forNobody.need()).isEqualTo(Need.FEATURE);
    }

    @Test
    void enters_billable_time_where_expenses_are_not_billable() {
        preferences = Sample.switched(true, true, true, false, false);

        CreateTimeActivity time = (CreateTimeActivity) drafted(time("6.5", true));

        assertThat(time.billable()).isTrue();
        assertThat(time.customerId()).isEqualTo(Sample.HARBOR);
    }

    @Test
    void holds_a_bill_that_names_a_class_where_the_company_keeps_none() {
        preferences = Sample.switched(false, true, true, true, true);

        Refusal refusal = refused(observed("1", ofClass("Works")));

        assertThat(refusal.title()).isEqualTo("Class “Works” cannot be booked");
    }

    private static DocumentFields ofClass(String name) {
        return new DocumentFields(
                "Ready to Post",
                true,
                DocumentKind.BILL,
                "Atlas Electric",
                "AE-1",
                DAY,
                "Some item",
                null,
                null,
                null,
                "Rental",
                null,
                Sample.usd("100.25"),
                null,
                null,
                false,
                name,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static RowObserved billable() {
        return observed(
                "1",
                fields(
                        DocumentKind.BILL,
                        "AE-1",
                        "Rental",
                        "Harbor Works LLC",
                        null,
                        null,
                        Sample.usd("100.25"),
                        null,
                        null,
                        true));
    }

    @Test
    void holds_a_bill_of_an_unknown_account_as_a_whole() {
        Refusal refusal =
                refused(
                        row("1", DocumentKind.BILL, "AE-1", "Rental", "100.00", null, null),
                        row("2", DocumentKind.BILL, "AE-1", "Rentals", "50.00", null, null));

        assertThat(refusal.kind()).isEqualTo(FindingKind.UNKNOWN_ACCOUNT);
        assertThat(refusal.candidates()).isNotEmpty();
        assertThat(refusal.rows()).extracting(ref -> ref.rowId().value()).containsExactly("2");
    }

    @Test
    void enters_billable_time_at_the_items_rate() {
        CreateTimeActivity time = (CreateTimeActivity) drafted(time("6.5", true));

        assertThat(time.hours()).isEqualTo(Quantity.of("6.5"));
        assertThat(time.hourlyRate()).isEqualTo(Sample.usd("210.00"));
        assertThat(time.total()).isEqualTo(Sample.usd("1365.00"));
        assertThat(time.customerId()).isEqualTo(Sample.HARBOR);
    }

    @Test
    void proposes_to_tell_the_rows_before_and_after() {
        RowObserved row = row("1", DocumentKind.BILL, "AE-1", "Rental", "100.00", null, null);
        DocumentDraft draft = ((DocumentOutcome.Drafted) DocumentDrafter.draft(facts(row))).draft();

        ProposalMade made =
                DocumentProposal.of(
                        new ProposalId(new UUID(1, 2)), "TD-000007", 1, draft, List.of());

        assertThat(made.kind()).isEqualTo(ProposalKind.BILL);
        assertThat(made.effects()).hasSize(3);
        assertThat(made.counterparty()).isEqualTo("Atlas Electric");
        assertThat(made.evidence().lines()).hasSize(1);
    }

    @Test
    void wants_exactly_one_side_of_each_line_of_an_entry() {
        assertThat(
                        RowCheck.check(
                                row(
                                        "1",
                                        DocumentKind.JOURNAL_ENTRY,
                                        "ACC-1",
                                        "Rental",
                                        null,
                                        "5.00",
                                        "5.00")))
                .isInstanceOf(RowStanding.Faulty.class);
        assertThat(
                        RowCheck.check(
                                row(
                                        "1",
                                        DocumentKind.JOURNAL_ENTRY,
                                        "ACC-1",
                                        "Rental",
                                        null,
                                        null,
                                        null)))
                .isInstanceOf(RowStanding.Faulty.class);
    }

    @Test
    void points_out_a_negative_bill_and_a_missing_number_of_an_entry() {
        assertThat(RowCheck.check(row("1", DocumentKind.BILL, "A", "Rental", "-1.00", null, null)))
                .isInstanceOf(RowStanding.Faulty.class);
        assertThat(
                        RowCheck.check(
                                row(
                                        "1",
                                        DocumentKind.JOURNAL_ENTRY,
                                        null,
                                        "Rental",
                                        null,
                                        "5.00",
                                        null)))
                .isInstanceOf(RowStanding.Faulty.class);
    }

    private CreateDocument drafted(RowObserved... rows) {
        DocumentOutcome outcome = DocumentDrafter.draft(facts(rows));
        assertThat(outcome.refusals()).isEmpty();
        return ((DocumentOutcome.Drafted) outcome).draft().form().with("tieout:x");
    }

    private Refusal refused(RowObserved... rows) {
        DocumentOutcome outcome = DocumentDrafter.draft(facts(rows));
        assertThat(outcome).isInstanceOf(DocumentOutcome.Nothing.class);
        assertThat(outcome.refusals()).hasSize(1);
        return outcome.refusals().getFirst();
    }

    private DocumentFacts facts(RowObserved... rows) {
        return facts(null, rows);
    }

    private DocumentFacts facts(@Nullable CurrencyCode paidIn, RowObserved... rows) {
        RowStanding standing = RowCheck.check(rows[0]);
        assertThat(standing).isInstanceOf(RowStanding.Wanted.class);
        DocumentGroup group = (DocumentGroup) ((RowStanding.Wanted) standing).group();
        return new DocumentFacts(
                group,
                Arrays.stream(rows).map(row -> new DocumentRow(row, 1, 7)).toList(),
                new SpendLists(
                        List.of(
                                new Listed<>(
                                        ATLAS,
                                        true,
                                        new Entity.Vendor("Atlas Electric", null, null, paidIn))),
                        Stream.concat(
                                        Stream.of(
                                                account(RENTAL, "Rental", "Expense"),
                                                account(
                                                        ACCRUED,
                                                        "Accrued Expenses",
                                                        "Other Current Liability"),
                                                account(
                                                        new EntityId("34"),
                                                        "Receivables",
                                                        "Accounts Receivable")),
                                        accounts.stream())
                                .toList(),
                        Sample.items(),
                        List.of(Sample.harbor()),
                        Sample.classes(),
                        Sample.departments(),
                        Sample.taxCodes(),
                        company,
                        preferences),
                Sample.rules(tax));
    }

    private static Listed<Entity.Account> account(EntityId id, String name, String type) {
        return new Listed<>(id, true, new Entity.Account(name, null, type, "Expense"));
    }

    private static RowObserved time(String hours, boolean billable) {
        return observed(
                "1",
                fields(
                        DocumentKind.TIME_ACTIVITY,
                        null,
                        null,
                        "Harbor Works LLC",
                        "Engineering",
                        Quantity.of(hours),
                        null,
                        null,
                        null,
                        billable));
    }

    private static RowObserved row(
            String id,
            DocumentKind kind,
            @Nullable String number,
            String account,
            @Nullable String amount,
            @Nullable String debit,
            @Nullable String credit) {
        return observed(
                id,
                fields(
                        kind,
                        number,
                        account,
                        null,
                        null,
                        null,
                        money(amount),
                        money(debit),
                        money(credit),
                        false));
    }

    private static @Nullable Money money(@Nullable String amount) {
        return amount == null ? null : Sample.usd(amount);
    }

    private static DocumentFields fields(
            DocumentKind kind,
            @Nullable String number,
            @Nullable String account,
            @Nullable String customer,
            @Nullable String service,
            @Nullable Quantity hours,
            @Nullable Money amount,
            @Nullable Money debit,
            @Nullable Money credit,
            boolean billable) {
        return new DocumentFields(
                "Ready to Post",
                true,
                kind,
                "Atlas Electric",
                number,
                DAY,
                "Some item",
                customer,
                null,
                service,
                account,
                hours,
                amount,
                debit,
                credit,
                billable,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static RowObserved observed(String id, DocumentFields fields) {
        Map<ColumnPart, ColumnId> columns =
                Arrays.stream(ColumnPart.values())
                        .collect(
                                Collectors.toMap(
                                        part -> part, part -> new ColumnId("7" + part.ordinal())));
        return new RowObserved(
                new RowRef(new SheetId("44"), new RowId(id)),
                Sample.REALM,
                SheetRole.DOCUMENTS,
                "Purchasing",
                Integer.parseInt(id),
                fields,
                List.of(),
                columns,
                Instant.parse("2026-11-20T10:00:00Z"),
                null,
                false);
    }
}

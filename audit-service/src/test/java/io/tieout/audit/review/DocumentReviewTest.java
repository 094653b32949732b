package io.tieout.audit.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.audit.facts.KnownEntity;
import io.tieout.audit.facts.KnownRow;
import io.tieout.audit.facts.Names;
import io.tieout.audit.facts.RowInputs;
import io.tieout.audit.policy.Policy;
import io.tieout.model.effect.CreateBill;
import io.tieout.model.effect.CreateDocument;
import io.tieout.model.effect.CreateJournalEntry;
import io.tieout.model.effect.PostingLine;
import io.tieout.model.effect.SpendLine;
import io.tieout.model.effect.TaxCalculation;
import io.tieout.model.envelope.SourceRevision;
import io.tieout.model.id.EffectId;
import io.tieout.model.id.EntityId;
import io.tieout.model.id.ProposalId;
import io.tieout.model.id.RowId;
import io.tieout.model.id.RowRef;
import io.tieout.model.id.SheetId;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import io.tieout.model.money.Quantity;
import io.tieout.model.proposal.Evidence;
import io.tieout.model.proposal.ProposalKind;
import io.tieout.model.proposal.ProposalMade;
import io.tieout.model.proposal.ProposalState.ReviewResult;
import io.tieout.model.quickbooks.Entity;
import io.tieout.model.quickbooks.EntityType;
import io.tieout.model.smartsheet.DocumentFields;
import io.tieout.model.smartsheet.DocumentKind;
import io.tieout.model.smartsheet.RowObserved;
import io.tieout.model.smartsheet.SheetRole;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DocumentReviewTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 18);
    private static final ProposalId ID = new ProposalId(new UUID(3, 4));
    private static final RowRef FIRST = row("1");
    private static final RowRef SECOND = row("2");
    private static final Map<RowRef, DocumentFields> BILL_ROWS =
            Map.of(
                    FIRST, fields(DocumentKind.BILL, "Rental", "100.00", null, null),
                    SECOND, fields(DocumentKind.BILL, "Rental", "50.25", null, null));
    private static final Map<RowRef, DocumentFields> ENTRY_ROWS =
            Map.of(
                    FIRST, fields(DocumentKind.JOURNAL_ENTRY, "Rental", null, "650.00", null),
                    SECOND, fields(DocumentKind.JOURNAL_ENTRY, "Accrued", null, null, "650.00"));

    @Test
    void passes_a_bill_that_says_what_its_rows_say() {
        assertThat(objections(bill("80", DAY, "a62", "50.25", "150.25"), BILL_ROWS)).isEmpty();
    }

    @Test
    void holds_a_bill_of_another_amount() {
        assertThat(objections(bill("80", DAY, "a62", "51.25", "151.25"), BILL_ROWS))
                .containsExactly("document-lines-match-rows");
    }

    @Test
    void holds_a_bill_whose_total_is_not_the_sum() {
        assertThat(objections(bill("80", DAY, "a62", "50.25", "160.25"), BILL_ROWS))
                .contains("document-totals");
    }

    @Test
    void holds_a_bill_in_another_currency_than_its_vendors() {
        Map<RowRef, DocumentFields> ofEuroVendor =
                Map.of(FIRST, fields(DocumentKind.BILL, "Rental", "150.25", null, null));

        assertThat(objections(bill("82", DAY, "a62", "50.25", "150.25"), ofEuroVendor))
                .contains("document-currency");
    }

    @Test
    void holds_a_bill_of_another_vendor_account_or_day() {
        assertThat(objections(bill("81", DAY, "a62", "50.25", "150.25"), BILL_ROWS))
                .containsExactly("document-vendor");
        assertThat(objections(bill("80", DAY, "a65", "50.25", "150.25"), BILL_ROWS))
                .containsExactly("document-lines-match-rows");
        assertThat(objections(bill("80", DAY.minusDays(1), "a62", "50.25", "150.25"), BILL_ROWS))
                .containsExactly("document-date");
    }

    @Test
    void holds_a_bill_whose_vendor_or_account_is_unknown() {
        assertThat(objections(bill("99", DAY, "a99", "50.25", "150.25"), BILL_ROWS))
                .contains("document-vendor", "document-accounts");
    }

    @Test
    void holds_what_would_fall_into_a_closed_period() {
        Entity.Preferences closed =
                new Entity.Preferences(Books.USD, false, DAY, false, false, false, false);

        assertThat(
                        objections(
                                made(bill("80", DAY, "a62", "50.25", "150.25")),
                                facts(BILL_ROWS, closed, List.of())))
                .containsExactly("document-date");
    }

    @Test
    void holds_a_bill_that_the_books_have_already() {
        KnownEntity there =
                Books.entity(
                        EntityType.BILL,
                        "7",
                        new Entity.Transaction(
                                "ae-1",
                                DAY.minusDays(9),
                                null,
                                EntityType.VENDOR,
                                new EntityId("80"),
                                "Atlas",
                                Books.USD,
                                usd("1.00"),
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                List.of()));

        assertThat(
                        objections(
                                made(bill("80", DAY, "a62", "50.25", "150.25")),
                                facts(BILL_ROWS, open(), List.of(there))))
                .containsExactly("document-duplicate");
    }

    @Test
    void passes_a_balanced_entry_and_holds_any_other() {
        assertThat(objections(entry("650.00", "650.00"), ENTRY_ROWS)).isEmpty();
        assertThat(objections(entry("650.00", "640.00"), ENTRY_ROWS))
                .containsExactly("document-lines-match-rows", "document-totals");
    }

    @Test
    void passes_a_canadian_bill_with_the_vendors_tax_code_and_holds_any_other() {
        assertThat(taxed("t0", TaxCalculation.TAX_EXCLUDED, canada("Someone", "t0"))).isEmpty();
        assertThat(taxed("t1", TaxCalculation.TAX_EXCLUDED, canada("Atlas Electric", "t1")))
                .isEmpty();
        for (String code : List.of("t0", "t9")) {
            assertThat(taxed(code, TaxCalculation.TAX_EXCLUDED, canada("Atlas Electric", "t1")))
                    .containsExactly("document-tax-codes");
        }
        assertThat(taxed(null, TaxCalculation.TAX_EXCLUDED, canada("Someone", "t0")))
                .containsExactly("document-tax-codes");
        assertThat(taxed("t0", null, canada("Someone", "t0")))
                .containsExactly("document-tax-codes");
        assertThat(taxed("t0", TaxCalculation.TAX_EXCLUDED, facts(BILL_ROWS, open(), List.of())))
                .containsExactly("document-tax-codes");
    }

    private static List<String> taxed(
            @Nullable String code, @Nullable TaxCalculation calculation, Facts facts) {
        CreateBill it = bill("80", DAY, "a62", "50.25", "150.25");
        return objections(
                made(
                        new CreateBill(
                                it.effectId(),
                                it.after(),
                                it.realmId(),
                                it.vendorId(),
                                it.date(),
                                it.termId(),
                                it.departmentId(),
                                it.currency(),
                                it.number(),
                                it.lines().stream().map(line -> coded(line, code)).toList(),
                                it.total(),
                                it.anchor(),
                                calculation)),
                facts);
    }

    private static SpendLine coded(SpendLine line, @Nullable String code) {
        return new SpendLine(
                line.number(),
                line.accountId(),
                line.itemId(),
                line.quantity(),
                line.unitPrice(),
                line.description(),
                line.amount(),
                line.classId(),
                line.customerId(),
                line.billable(),
                code == null ? null : new EntityId(code));
    }

    /// A company whose purchases have the code `t0`, but for one vendor's.
    private static Facts canada(String vendor, String code) {
        Facts it =
                facts(
                        BILL_ROWS,
                        new Entity.Preferences(Books.USD, false, null, false, false, true, false),
                        List.of());
        return new Facts(
                it.booksLoaded(),
                it.rows(),
                it.projects(),
                it.customers(),
                it.named(),
                Books.taxCodes(),
                it.taxRates(),
                it.preferences(),
                it.documents(),
                it.billedElsewhere(),
                it.billedHours(),
                new BillingTerms(
                        Map.of(),
                        new BillingTerms.Tax(
                                false, Map.of(), null, "t0", Map.of(Names.normal(vendor), code)),
                        null),
                it.pilot(),
                it.today(),
                it.madeOn(),
                it.reviewDesk(),
                Optional.of(new Entity.Company("Tieout Canada", "CA", null)));
    }

    @Test
    void holds_a_document_of_another_kind_than_its_rows() {
        assertThat(objections(entry("650.00", "650.00"), BILL_ROWS))
                .contains("document-kind-matches-rows");
    }

    private static List<String> objections(
            CreateDocument document, Map<RowRef, DocumentFields> rows) {
        return objections(made(document), facts(rows, open(), List.of()));
    }

    private static List<String> objections(ProposalMade proposal, Facts facts) {
        return Reviewer.review(proposal, facts).stream()
                .filter(result -> !result.passed())
                .map(ReviewResult::rule)
                .toList();
    }

    private static CreateBill bill(
            String vendor, LocalDate date, String account, String second, String total) {
        return new CreateBill(
                new EffectId("e2"),
                List.of(),
                Books.REALM,
                new EntityId(vendor),
                date,
                null,
                null,
                Books.USD,
                "AE-1",
                List.of(spend(1, account, "100.00"), spend(2, account, second)),
                usd(total),
                "tieout:" + ID);
    }

    private static SpendLine spend(int number, String account, String amount) {
        return new SpendLine(
                number,
                new EntityId(account),
                null,
                null,
                null,
                "x",
                usd(amount),
                null,
                null,
                false);
    }

    private static CreateJournalEntry entry(String debit, String credit) {
        return new CreateJournalEntry(
                new EffectId("e2"),
                List.of(),
                Books.REALM,
                DAY,
                Books.USD,
                null,
                List.of(
                        posting(1, PostingLine.Side.DEBIT, "a62", debit),
                        posting(2, PostingLine.Side.CREDIT, "a65", credit)),
                usd(debit),
                "tieout:" + ID);
    }

    @Test
    void holds_a_payable_or_a_receivable_that_is_nobodys_or_somebody_elses() {
        Map<RowRef, DocumentFields> rows =
                Map.of(
                        FIRST, fields(DocumentKind.JOURNAL_ENTRY, "Rental", null, "650.00", null),
                        SECOND, ofVendor("Payables", "650.00"));

        assertThat(objections(payable("80"), rows)).isEmpty();
        assertThat(objections(payable("81"), rows)).containsExactly("document-lines-match-rows");
        assertThat(objections(payable(null), rows)).containsExactly("document-lines-match-rows");
    }

    private static CreateJournalEntry payable(@Nullable String vendor) {
        return new CreateJournalEntry(
                new EffectId("e2"),
                List.of(),
                Books.REALM,
                DAY,
                Books.USD,
                null,
                List.of(
                        posting(1, PostingLine.Side.DEBIT, "a62", "650.00"),
                        new PostingLine(
                                2,
                                PostingLine.Side.CREDIT,
                                new EntityId("a33"),
                                "x",
                                usd("650.00"),
                                null,
                                null,
                                null,
                                vendor == null ? null : new EntityId(vendor))),
                usd("650.00"),
                "tieout:" + ID);
    }

    private static DocumentFields ofVendor(String account, String credit) {
        return new DocumentFields(
                "Ready to Post",
                true,
                DocumentKind.JOURNAL_ENTRY,
                "Atlas Electric",
                "AE-1",
                DAY,
                "x",
                null,
                null,
                null,
                account,
                null,
                null,
                null,
                usd(credit),
                false,
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

    private static PostingLine posting(
            int number, PostingLine.Side side, String account, String amount) {
        return new PostingLine(number, side, new EntityId(account), "x", usd(amount), null, null);
    }

    private static ProposalMade made(CreateDocument document) {
        ProposalKind kind =
                document instanceof CreateBill ? ProposalKind.BILL : ProposalKind.JOURNAL_ENTRY;
        return new ProposalMade(
                ID,
                1,
                Books.REALM,
                kind,
                "TD-000050",
                "Post a document",
                "invoice-service",
                null,
                document.total(),
                List.of(FIRST, SECOND),
                List.of(document),
                new Evidence(
                        List.of(
                                new Evidence.RowCitation(FIRST, 1, 84),
                                new Evidence.RowCitation(SECOND, 1, 84)),
                        List.of(source(1, FIRST), source(2, SECOND)),
                        null,
                        null,
                        "1",
                        "template"));
    }

    private static Evidence.LineSource source(int line, RowRef row) {
        return new Evidence.LineSource(line, List.of(row), Evidence.RateSource.SHEET, null, null);
    }

    private static Entity.Preferences open() {
        return new Entity.Preferences(Books.USD, false, null, false, false, false, false);
    }

    private static Facts facts(
            Map<RowRef, DocumentFields> rows,
            Entity.Preferences preferences,
            List<KnownEntity> documents) {
        Map<RowRef, KnownRow> known = new HashMap<>();
        rows.forEach((ref, fields) -> known.put(ref, known(ref, fields)));
        return new Facts(
                true,
                known,
                List.of(),
                List.of(),
                named(),
                List.of(),
                List.of(),
                Optional.of(preferences),
                documents,
                Map.of(),
                Quantity.ZERO,
                BillingTerms.NONE,
                new Policy.Pilot(Set.of(), Set.of()),
                DAY.plusDays(2),
                DAY.plusDays(2));
    }

    private static List<KnownEntity> named() {
        List<KnownEntity> named = new ArrayList<>();
        named.add(
                Books.entity(
                        EntityType.VENDOR,
                        "80",
                        new Entity.Vendor("Atlas Electric", null, null, null)));
        named.add(
                Books.entity(
                        EntityType.VENDOR, "81", new Entity.Vendor("Bluebird", null, null, null)));
        named.add(
                Books.entity(
                        EntityType.VENDOR,
                        "82",
                        new Entity.Vendor("Nordlicht", null, null, new CurrencyCode("EUR"))));
        named.add(account("a62", "Rental", "Expense"));
        named.add(account("a65", "Accrued", "Other Current Liability"));
        named.add(account("a33", "Payables", "Accounts Payable"));
        return named;
    }

    private static KnownEntity account(String id, String name, String type) {
        return Books.entity(
                EntityType.ACCOUNT, id, new Entity.Account(name, null, type, "Expense"));
    }

    private static KnownRow known(RowRef ref, DocumentFields fields) {
        return new KnownRow(
                new RowObserved(
                        ref,
                        Books.REALM,
                        SheetRole.DOCUMENTS,
                        "Purchasing",
                        Integer.parseInt(ref.rowId().value()),
                        fields,
                        List.of(),
                        Map.of(),
                        Instant.EPOCH,
                        null,
                        false),
                new SourceRevision(84, 1),
                false,
                RowInputs.NONE.seen(80, fields));
    }

    private static DocumentFields fields(
            DocumentKind kind,
            String account,
            @Nullable String amount,
            @Nullable String debit,
            @Nullable String credit) {
        return new DocumentFields(
                "Ready to Post",
                true,
                kind,
                kind == DocumentKind.BILL ? "Atlas Electric" : null,
                "AE-1",
                DAY,
                "x",
                null,
                null,
                null,
                account,
                null,
                amount == null ? null : usd(amount),
                debit == null ? null : usd(debit),
                credit == null ? null : usd(credit),
                false,
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

    private static RowRef row(String id) {
        return new RowRef(new SheetId("44"), new RowId(id));
    }

    private static Money usd(String amount) {
        return Money.of(amount, Books.USD);
    }
}

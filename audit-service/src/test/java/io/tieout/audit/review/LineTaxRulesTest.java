package io.tieout.audit.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.audit.facts.KnownEntity;
import io.tieout.model.effect.CreateInvoice;
import io.tieout.model.effect.Effect;
import io.tieout.model.effect.InvoiceLine;
import io.tieout.model.effect.TaxCalculation;
import io.tieout.model.id.EntityId;
import io.tieout.model.money.Money;
import io.tieout.model.proposal.ProposalMade;
import io.tieout.model.proposal.ProposalState.ReviewResult;
import io.tieout.model.quickbooks.Entity;
import io.tieout.model.quickbooks.EntityObserved;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The sample company moves to Canada: the codes of its states are those of provinces there, and
/// `non` is the code of lines without tax.
class LineTaxRulesTest {
    private static final Optional<Entity.Company> CANADA =
            Optional.of(new Entity.Company("Tieout Canada", "CA", null));
    private static final ValidProposals.Case AMERICAN = mixed();
    private static final String PLACE = String.valueOf(AMERICAN.invoice().taxCodeId());

    private Optional<Entity.Company> company = CANADA;
    private BillingTerms.Tax tax = tax("non");
    private List<KnownEntity> codes = Books.taxCodes();
    private List<KnownEntity> named = AMERICAN.facts().named();

    @Test
    void passes_lines_with_the_codes_of_the_province_and_of_no_tax() {
        assertThat(objections(canadian())).isEmpty();
    }

    @Test
    void holds_a_line_without_a_code() {
        assertThat(said(lines(line -> coded(line, null))))
                .anyMatch(it -> it.contains("no tax code"));
    }

    @Test
    void holds_a_code_of_another_place_and_its_tax() {
        String other = PLACE.equals("t0") ? "t1" : "t0";

        assertThat(objections(lines(line -> line.taxable() ? coded(line, other) : line)))
                .containsExactlyInAnyOrder("tax-matches-location", "tax-recomputed");
    }

    @Test
    void holds_a_taxed_line_with_the_code_of_no_tax() {
        assertThat(objections(lines(line -> coded(line, "non"))))
                .containsExactlyInAnyOrder("tax-matches-location", "tax-recomputed");
    }

    @Test
    void holds_a_code_that_the_books_do_not_have_or_use() {
        assertThat(said(lines(line -> coded(line, "t9"))))
                .anyMatch(it -> it.contains("t9, which is not in use"));
        codes =
                Books.taxCodes().stream()
                        .map(code -> new KnownEntity(code.observed(), true))
                        .toList();
        assertThat(objections(canadian())).contains("tax-matches-location");
    }

    @Test
    void holds_another_code_than_the_exempt_one_on_a_line_without_tax() {
        assertThat(objections(lines(line -> line.taxable() ? line : coded(line, PLACE))))
                .contains("tax-matches-location");
        tax = tax(null);
        assertThat(said(canadian())).anyMatch(it -> it.contains("name no tax code for lines"));
        tax = tax(PLACE);
        assertThat(said(lines(line -> line.taxable() ? line : coded(line, PLACE))))
                .anyMatch(it -> it.contains("charges tax"));
    }

    @Test
    void
            holds_a_code_for_the_whole_invoice_and_an_invoice_that_does_not_say_what_its_amounts_are() {
        CreateInvoice it = canadian();

        assertThat(objections(with(it, it.taxCodeId(), it.lines(), null)))
                .containsExactly("tax-matches-location");
        assertThat(
                        objections(
                                with(
                                        it,
                                        new EntityId(PLACE),
                                        it.lines(),
                                        TaxCalculation.TAX_EXCLUDED)))
                .containsExactly("tax-matches-location");
    }

    @Test
    void holds_american_tax_in_canada_and_canadian_tax_in_america() {
        assertThat(objections(AMERICAN.invoice())).contains("tax-matches-location");
        company = Optional.of(new Entity.Company("Tieout", "US", null));
        assertThat(objections(AMERICAN.invoice())).isEmpty();
        assertThat(objections(canadian())).contains("tax-matches-location");
    }

    @Test
    void goes_by_american_rules_while_the_company_is_unknown() {
        company = Optional.empty();

        assertThat(objections(AMERICAN.invoice())).isEmpty();
    }

    @Test
    void goes_by_tax_codes_alone_where_the_company_does_not_keep_what_is_taxable() {
        tax = new BillingTerms.Tax(false, tax.byPlace(), "non", null, Map.of());
        assertThat(said(canadian())).anyMatch(it -> it.contains("non, which does not follow"));

        named = AMERICAN.facts().named().stream().map(LineTaxRulesTest::exemptIfUntaxed).toList();
        assertThat(objections(canadian())).isEmpty();
        assertThat(said(lines(line -> coded(line, PLACE))))
                .anyMatch(it -> it.contains("its item is sold under non"));
    }

    private static KnownEntity exemptIfUntaxed(KnownEntity known) {
        EntityObserved it = known.observed();
        return it.entity() instanceof Entity.Item item && !item.taxable()
                ? Books.entity(
                        it.entityType(),
                        it.id().value(),
                        new Entity.Item(
                                item.name(),
                                item.kind(),
                                item.unitPrice(),
                                item.incomeAccountId(),
                                false,
                                item.classId(),
                                new EntityId("non")))
                : known;
    }

    @Test
    void holds_an_estimate_that_the_codes_do_not_give() {
        CreateInvoice it = canadian();
        CreateInvoice dearer =
                new CreateInvoice(
                        it.effectId(),
                        it.after(),
                        it.realmId(),
                        it.customerId(),
                        it.invoiceDate(),
                        it.termId(),
                        it.departmentId(),
                        it.currency(),
                        it.billEmail(),
                        null,
                        it.lines(),
                        it.subtotal(),
                        it.estimatedTax().plus(Money.of("0.01", Books.USD)),
                        it.anchor(),
                        it.taxCalculation());

        assertThat(objections(dearer)).contains("tax-recomputed");
    }

    private static ValidProposals.Case mixed() {
        return LongStream.range(1, 1000)
                .mapToObj(ValidProposals::make)
                .filter(it -> it.invoice().taxCodeId() != null)
                .filter(it -> it.invoice().lines().stream().anyMatch(InvoiceLine::taxable))
                .filter(it -> !it.invoice().lines().stream().allMatch(InvoiceLine::taxable))
                .findFirst()
                .orElseThrow();
    }

    private static BillingTerms.Tax tax(@Nullable String exempt) {
        return new BillingTerms.Tax(
                true, Map.of("NY", "t0", "CA", "t1", "WA", "t2"), exempt, null, Map.of());
    }

    private static CreateInvoice canadian() {
        return lines(line -> line);
    }

    /// The sample invoice as it would be in Canada, with its lines changed.
    private static CreateInvoice lines(Function<InvoiceLine, InvoiceLine> change) {
        return with(
                AMERICAN.invoice(),
                null,
                AMERICAN.invoice().lines().stream()
                        .map(line -> coded(line, line.taxable() ? PLACE : "non"))
                        .map(change)
                        .toList(),
                TaxCalculation.TAX_EXCLUDED);
    }

    private static InvoiceLine coded(InvoiceLine line, @Nullable String code) {
        return new InvoiceLine(
                line.number(),
                line.itemId(),
                line.description(),
                line.quantity(),
                line.unitPrice(),
                line.amount(),
                line.taxable(),
                line.classId(),
                line.serviceDate(),
                code == null ? null : new EntityId(code));
    }

    private static CreateInvoice with(
            CreateInvoice it,
            @Nullable EntityId taxCode,
            List<InvoiceLine> lines,
            @Nullable TaxCalculation calculation) {
        return new CreateInvoice(
                it.effectId(),
                it.after(),
                it.realmId(),
                it.customerId(),
                it.invoiceDate(),
                it.termId(),
                it.departmentId(),
                it.currency(),
                it.billEmail(),
                taxCode,
                lines,
                it.subtotal(),
                it.estimatedTax(),
                it.anchor(),
                calculation);
    }

    private List<String> objections(CreateInvoice invoice) {
        return held(invoice).stream().map(ReviewResult::rule).toList();
    }

    private List<String> said(CreateInvoice invoice) {
        return held(invoice).stream().map(ReviewResult::detail).toList();
    }

    private List<ReviewResult> held(CreateInvoice invoice) {
        ProposalMade it = AMERICAN.proposal();
        List<Effect> effects = new ArrayList<>();
        it.effects()
                .forEach(effect -> effects.add(effect instanceof CreateInvoice ? invoice : effect));
        ProposalMade made =
                new ProposalMade(
                        it.proposalId(),
                        it.revision(),
                        it.realmId(),
                        it.kind(),
                        it.reference(),
                        it.summary(),
                        it.preparedBy(),
                        it.counterparty(),
                        it.total(),
                        it.rows(),
                        effects,
                        it.evidence());
        return Reviewer.review(made, facts()).stream().filter(result -> !result.passed()).toList();
    }

    private Facts facts() {
        Facts it = AMERICAN.facts();
        return new Facts(
                it.booksLoaded(),
                it.rows(),
                it.projects(),
                it.customers(),
                named,
                codes,
                it.taxRates(),
                it.preferences(),
                it.documents(),
                it.billedElsewhere(),
                it.billedHours(),
                new BillingTerms(it.terms().clients(), tax, it.terms().expenseItem()),
                it.pilot(),
                it.today(),
                it.madeOn(),
                it.reviewDesk(),
                company);
    }
}

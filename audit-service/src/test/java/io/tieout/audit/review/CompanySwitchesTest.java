package io.tieout.audit.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.model.effect.CreateInvoice;
import io.tieout.model.effect.Effect;
import io.tieout.model.effect.InvoiceLine;
import io.tieout.model.effect.TaxCalculation;
import io.tieout.model.id.EntityId;
import io.tieout.model.money.Money;
import io.tieout.model.proposal.ProposalMade;
import io.tieout.model.proposal.ProposalState.ReviewResult;
import io.tieout.model.quickbooks.Entity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Books whose company has switched service dates off, or leaves the tax to QuickBooks.
class CompanySwitchesTest {
    private static final ValidProposals.Case CASE =
            LongStream.range(1, 1000)
                    .mapToObj(ValidProposals::make)
                    .filter(it -> it.invoice().taxCodeId() != null)
                    .filter(it -> it.invoice().lines().stream().anyMatch(InvoiceLine::taxable))
                    .findFirst()
                    .orElseThrow();
    private static final Entity.Preferences UNDATED = preferences(false, false);
    private static final Entity.Preferences AUTOMATED = preferences(true, true);
    private static final Entity.Preferences USUAL = preferences(true, false);

    @Test
    void passes_lines_without_service_dates_only_where_the_company_has_none() {
        CreateInvoice dated = CASE.invoice();
        CreateInvoice undated = invoice(dated.taxCodeId(), null, dated.estimatedTax(), false);

        assertThat(held(dated, USUAL)).doesNotContain("dates");
        assertThat(held(undated, USUAL)).contains("dates");
        assertThat(held(undated, UNDATED)).doesNotContain("dates");
        assertThat(held(dated, UNDATED)).contains("dates");
    }

    @Test
    void wants_no_tax_code_and_no_estimate_where_quickbooks_works_the_tax_out() {
        Money none = Money.zero(Books.USD);
        CreateInvoice left = invoice(null, TaxCalculation.AUTOMATED, none, true);
        CreateInvoice silent = invoice(null, null, none, true);

        assertThat(held(left, AUTOMATED)).doesNotContain("tax-matches-location", "tax-recomputed");
        assertThat(held(silent, AUTOMATED)).contains("tax-matches-location");
        assertThat(held(CASE.invoice(), AUTOMATED)).contains("tax-matches-location");
    }

    @Test
    void holds_a_tax_that_is_left_to_quickbooks_where_it_does_not_work_it_out() {
        CreateInvoice left = invoice(null, TaxCalculation.AUTOMATED, Money.zero(Books.USD), true);

        assertThat(held(left, USUAL)).contains("tax-matches-location");
        assertThat(held(CASE.invoice(), USUAL)).doesNotContain("tax-matches-location");
    }

    private static Entity.Preferences preferences(boolean serviceDates, boolean automatedTax) {
        return new Entity.Preferences(
                Books.USD,
                false,
                LocalDate.of(2026, 9, 30),
                true,
                true,
                true,
                false,
                serviceDates,
                null,
                null,
                automatedTax);
    }

    private static CreateInvoice invoice(
            @Nullable EntityId taxCode,
            @Nullable TaxCalculation calculation,
            Money tax,
            boolean dated) {
        CreateInvoice it = CASE.invoice();
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
                it.lines().stream().map(line -> dated ? line : undated(line)).toList(),
                it.subtotal(),
                tax,
                it.anchor(),
                calculation);
    }

    private static InvoiceLine undated(InvoiceLine line) {
        return new InvoiceLine(
                line.number(),
                line.itemId(),
                line.description(),
                line.quantity(),
                line.unitPrice(),
                line.amount(),
                line.taxable(),
                line.classId(),
                null,
                line.taxCodeId());
    }

    private static List<String> held(CreateInvoice invoice, Entity.Preferences preferences) {
        ProposalMade it = CASE.proposal();
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
                        invoice.estimatedTotal(),
                        it.rows(),
                        effects,
                        it.evidence());
        return Reviewer.review(made, facts(preferences)).stream()
                .filter(result -> !result.passed())
                .map(ReviewResult::rule)
                .toList();
    }

    private static Facts facts(Entity.Preferences preferences) {
        Facts it = CASE.facts();
        return new Facts(
                it.booksLoaded(),
                it.rows(),
                it.projects(),
                it.customers(),
                it.named(),
                it.taxCodes(),
                it.taxRates(),
                Optional.of(preferences),
                it.documents(),
                it.billedElsewhere(),
                it.billedHours(),
                it.terms(),
                it.pilot(),
                it.today(),
                it.madeOn(),
                it.reviewDesk(),
                it.company());
    }
}

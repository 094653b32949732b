package io.tieout.invoice.drafting;

import io.tieout.invoice.books.KnownName;
import io.tieout.invoice.books.Listed;
import io.tieout.model.finding.Candidate;
import io.tieout.model.finding.FindingKind;
import io.tieout.model.finding.Severity;
import io.tieout.model.id.EntityId;
import io.tieout.model.id.RowRef;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import io.tieout.model.money.Percent;
import io.tieout.model.quickbooks.Entity;
import io.tieout.model.quickbooks.EntityType;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The tax code by the customer's own default, else by the region of its billing address; and what
/// its rates give on the taxable lines, all rates together, rounded once.
record SalesTax(@Nullable EntityId codeId, Money estimate) {
    static Resolved<SalesTax> of(
            DraftFacts facts,
            Entity.Customer customer,
            List<DraftLine> lines,
            CurrencyCode currency) {
        SalesTax none = new SalesTax(null, Money.zero(currency));
        Entity.Preferences preferences = facts.books().preferences();
        boolean used = preferences == null || preferences.usingSalesTax();
        if (!used || !customer.taxable() || lines.stream().noneMatch(DraftLine::taxable)) {
            return new Resolved.Found<>(none);
        }
        String state = customer.state();
        EntityId wanted = customer.taxCodeId();
        if (wanted == null && state != null) {
            wanted = facts.rules().taxCode(state);
        }
        if (wanted == null) {
            return missing(
                    facts,
                    customer,
                    state == null
                            ? "Its billing address names no state, and it has no tax code of its own."
                            : "The billing rules name no tax code for %s.".formatted(state));
        }
        Entity.TaxCode code = find(facts.books().taxCodes(), wanted);
        if (code == null) {
            return missing(
                    facts, customer, "Tax code %s is not among the active ones.".formatted(wanted));
        }
        if (!code.taxable()) {
            return new Resolved.Found<>(new SalesTax(wanted, Money.zero(currency)));
        }
        Percent percent = percent(facts, code);
        if (percent == null) {
            return missing(
                    facts, customer, "A rate of tax code “%s” is missing.".formatted(code.name()));
        }
        Money base =
                Money.sum(
                        lines.stream().filter(DraftLine::taxable).map(DraftLine::amount).toList(),
                        currency);
        return new Resolved.Found<>(
                new SalesTax(wanted, base.percent(percent, facts.rules().rounding())));
    }

    private static @Nullable Percent percent(DraftFacts facts, Entity.TaxCode code) {
        BigDecimal sum = BigDecimal.ZERO;
        for (EntityId id : code.salesRateIds()) {
            Entity.TaxRate rate = find(facts.books().taxRates(), id);
            if (rate == null) {
                return null;
            }
            sum = sum.add(rate.rate().value());
        }
        return new Percent(sum);
    }

    private static <E extends Entity> @Nullable E find(List<Listed<E>> entries, EntityId id) {
        for (Listed<E> entry : entries) {
            if (entry.active() && entry.id().equals(id)) {
                return entry.entity();
            }
        }
        return null;
    }

    private static Resolved<SalesTax> missing(
            DraftFacts facts, Entity.Customer customer, String why) {
        List<RowRef> rows = facts.rows().stream().map(EligibleRow::ref).toList();
        List<KnownName> known =
                facts.books().taxCodes().stream()
                        .map(code -> new KnownName(code.id(), code.entity().name(), code.active()))
                        .toList();
        String place = customer.state() == null ? "" : customer.state();
        List<Candidate> candidates =
                place.isEmpty() ? List.of() : Candidates.nearest(EntityType.TAX_CODE, place, known);
        return new Resolved.Missing<>(
                new Refusal(
                        FindingKind.UNKNOWN_TAX_CODE,
                        Severity.ERROR,
                        "tax",
                        rows,
                        "No tax code for “%s”".formatted(customer.displayName()),
                        why,
                        "Complete the customer's billing address or tax code in QuickBooks, or the state in the billing rules.",
                        candidates,
                        null,
                        Need.TAX_CODE));
    }
}

package io.tieout.invoice.drafting;

import io.tieout.model.effect.TaxCalculation;
import io.tieout.model.id.EntityId;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import io.tieout.model.money.Percent;
import io.tieout.model.quickbooks.Entity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The tax on an invoice. In the USA a code for the whole of it, by the customer's own default,
/// else by the region of its billing address; and what its rates give on the taxable lines, all
/// rates together, rounded once. Where the company uses automated sales tax, QuickBooks works it
/// out by the customer's address whatever code it is sent: none is, and nothing is estimated.
/// Elsewhere a code for each line.
///
/// @param codeId the whole invoice's, in the USA
/// @param calculation outside the USA, and where QuickBooks works the tax out
/// @param lines with their tax codes, outside the USA
record SalesTax(
        @Nullable EntityId codeId,
        @Nullable TaxCalculation calculation,
        List<DraftLine> lines,
        Money estimate) {
    SalesTax {
        lines = List.copyOf(lines);
    }

    static Resolved<SalesTax> of(
            DraftFacts facts,
            Entity.Customer customer,
            List<DraftLine> lines,
            CurrencyCode currency) {
        return UnitedStates.are(facts.books().company())
                ? ofWhole(facts, customer, lines, currency)
                : new LineTax(facts, customer, currency).of(lines);
    }

    private static Resolved<SalesTax> ofWhole(
            DraftFacts facts,
            Entity.Customer customer,
            List<DraftLine> lines,
            CurrencyCode currency) {
        SalesTax none = new SalesTax(null, null, lines, Money.zero(currency));
        Entity.Preferences preferences = facts.books().preferences();
        boolean used = preferences == null || preferences.usingSalesTax();
        if (!used || !customer.taxable() || lines.stream().noneMatch(DraftLine::taxable)) {
            return new Resolved.Found<>(none);
        }
        if (preferences != null && Boolean.TRUE.equals(preferences.automatedSalesTax())) {
            return new Resolved.Found<>(
                    new SalesTax(null, TaxCalculation.AUTOMATED, lines, Money.zero(currency)));
        }
        TaxCodes codes = new TaxCodes(facts);
        String state = customer.state();
        EntityId wanted = customer.taxCodeId();
        if (wanted == null && state != null) {
            wanted = facts.rules().tax().sales(state);
        }
        if (wanted == null) {
            return missing(
                    codes,
                    customer,
                    state == null
                            ? "Its billing address names no state, and it has no tax code of its own."
                            : "The billing rules name no tax code for %s.".formatted(state));
        }
        Entity.TaxCode code = codes.find(wanted);
        if (code == null) {
            return missing(
                    codes, customer, "Tax code %s is not among the active ones.".formatted(wanted));
        }
        if (!code.taxable()) {
            return new Resolved.Found<>(new SalesTax(wanted, null, lines, Money.zero(currency)));
        }
        List<Percent> rates = codes.rates(code);
        if (rates == null) {
            return missing(
                    codes, customer, "A rate of tax code “%s” is missing.".formatted(code.name()));
        }
        Money base =
                Money.sum(
                        lines.stream().filter(DraftLine::taxable).map(DraftLine::amount).toList(),
                        currency);
        return new Resolved.Found<>(
                new SalesTax(
                        wanted,
                        null,
                        lines,
                        base.percent(TaxCodes.together(rates), facts.rules().rounding())));
    }

    private static Resolved<SalesTax> missing(
            TaxCodes codes, Entity.Customer customer, String why) {
        return codes.missing(
                "No tax code for “%s”".formatted(customer.displayName()),
                why,
                "Complete the customer's billing address or tax code in QuickBooks, or the state in the billing rules.",
                customer.state() == null ? "" : customer.state());
    }
}

package io.tieout.audit.review;

import io.tieout.audit.facts.KnownEntity;
import io.tieout.model.effect.InvoiceLine;
import io.tieout.model.id.EntityId;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import io.tieout.model.money.Quantity;
import io.tieout.model.proposal.Evidence.LineSource;
import io.tieout.model.proposal.Evidence.RateSource;
import io.tieout.model.quickbooks.Entity;
import io.tieout.model.smartsheet.BillingFields;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Figures: every one is computed again from the rows, the books and the agreed rates.
final class AmountRules {
    static final List<Rule<InvoiceCase>> ALL =
            List.of(
                    new Rule<>("totals-recomputed", AmountRules::totals),
                    new Rule<>("quantities-match-rows", AmountRules::quantities),
                    new Rule<>("rates-match", AmountRules::rates),
                    new Rule<>("minimum-and-cap", AmountRules::minimumAndCap),
                    new Rule<>("tax-recomputed", AmountRules::tax));

    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private AmountRules() {}

    private static void totals(InvoiceCase it, List<String> objections) {
        CurrencyCode currency = it.invoice().currency();
        for (InvoiceLine line : it.invoice().lines()) {
            Money amount = line.unitPrice().times(line.quantity(), RoundingMode.HALF_UP);
            if (!amount.equals(line.amount())) {
                objections.add(
                        "Line %d says %s; %s at %s is %s."
                                .formatted(
                                        line.number(),
                                        line.amount().readable(),
                                        line.quantity(),
                                        line.unitPrice().readable(),
                                        amount.readable()));
            }
            if (line.amount().isNegative() || line.quantity().isNegative()) {
                objections.add("Line %d is negative.".formatted(line.number()));
            }
        }
        Money sum =
                Money.sum(
                        it.invoice().lines().stream().map(InvoiceLine::amount).toList(), currency);
        if (!sum.equals(it.invoice().subtotal())) {
            objections.add(
                    "The subtotal says %s; the lines sum to %s."
                            .formatted(it.invoice().subtotal().readable(), sum.readable()));
        }
        Money total = it.proposal().total();
        if (total == null || !total.equals(it.invoice().estimatedTotal())) {
            objections.add(
                    "The proposal's total is not the invoice's, %s."
                            .formatted(it.invoice().estimatedTotal().readable()));
        }
        if (it.invoice().lines().isEmpty() || it.invoice().estimatedTotal().isNegative()) {
            objections.add("The invoice has no lines, or a negative total.");
        }
        homeCurrency(it, objections);
    }

    private static void homeCurrency(InvoiceCase it, List<String> objections) {
        CurrencyCode own = it.customer().map(Entity.Customer::currency).orElse(null);
        CurrencyCode expected =
                own != null
                        ? own
                        : it.facts()
                                .preferences()
                                .map(Entity.Preferences::homeCurrency)
                                .orElse(it.invoice().currency());
        if (!expected.equals(it.invoice().currency())) {
            objections.add(
                    "The invoice is in %s, the customer's books are in %s."
                            .formatted(it.invoice().currency(), expected));
        }
    }

    private static void quantities(InvoiceCase it, List<String> objections) {
        for (InvoiceLine line : it.invoice().lines()) {
            Optional<LineSource> source = it.source(line);
            if (source.isEmpty()) {
                objections.add("Line %d names no source.".formatted(line.number()));
            } else if (isOfHours(source.get())) {
                hours(it, line, objections);
            } else if (!line.quantity().equals(Quantity.ONE)) {
                objections.add(
                        "Line %d bills %s pieces of one cost or fee."
                                .formatted(line.number(), line.quantity()));
            }
        }
        RowCoverage.check(it, objections);
    }

    private static boolean isOfHours(LineSource source) {
        return switch (source.rateSource()) {
            case ITEM, RATE_CARD -> true;
            case COST_PLUS_MARKUP, MINIMUM_FEE, SHEET -> false;
        };
    }

    private static void hours(InvoiceCase it, InvoiceLine line, List<String> objections) {
        Quantity hours =
                it.rowsOf(line).stream()
                        .map(BillingFields::hours)
                        .filter(Objects::nonNull)
                        .reduce(Quantity.ZERO, Quantity::plus);
        if (!hours.equals(line.quantity()) || hours.value().signum() <= 0) {
            objections.add(
                    "Line %d bills %s hours; its rows say %s."
                            .formatted(line.number(), line.quantity(), hours));
        }
    }

    private static void rates(InvoiceCase it, List<String> objections) {
        for (InvoiceLine line : it.invoice().lines()) {
            it.source(line).ifPresent(source -> rate(it, line, source, objections));
        }
    }

    private static void rate(
            InvoiceCase it, InvoiceLine line, LineSource source, List<String> objections) {
        Optional<Money> expected =
                switch (source.rateSource()) {
                    case ITEM, RATE_CARD -> hourlyRate(it, line);
                    case COST_PLUS_MARKUP -> costPlusMarkup(it, line);
                    case MINIMUM_FEE -> minimumFee(it);
                    case SHEET -> Optional.empty();
                };
        if (expected.isEmpty()) {
            objections.add("Line %d has no rate to compare with.".formatted(line.number()));
        } else if (!isRight(source, expected.get(), line.unitPrice())) {
            objections.add(
                    "Line %d is priced %s; agreed is %s."
                            .formatted(
                                    line.number(),
                                    line.unitPrice().readable(),
                                    expected.get().readable()));
        }
        EntityId rateId = source.rateId();
        if (source.rateSource() == RateSource.ITEM
                && rateId != null
                && !rateId.equals(line.itemId())) {
            objections.add("Line %d cites the rate of another item.".formatted(line.number()));
        }
    }

    /// A fee tops up what other drafts of the month have not; it may be less, never more.
    private static boolean isRight(LineSource source, Money expected, Money price) {
        if (!expected.currency().equals(price.currency())) {
            return false;
        }
        int comparison = price.compareTo(expected);
        return source.rateSource() == RateSource.MINIMUM_FEE
                ? price.amount().signum() > 0 && comparison <= 0
                : comparison == 0;
    }

    /// The rate card goes before the item's own price.
    private static Optional<Money> hourlyRate(InvoiceCase it, InvoiceLine line) {
        Optional<Entity.Item> item = it.item(line);
        Optional<Money> card = item.flatMap(found -> it.client().rate(found.name()));
        return card.isPresent() ? card : item.map(Entity.Item::unitPrice);
    }

    private static Optional<Money> costPlusMarkup(InvoiceCase it, InvoiceLine line) {
        List<Money> costs =
                it.rowsOf(line).stream().map(BillingFields::cost).filter(Objects::nonNull).toList();
        if (costs.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal factor = HUNDRED.add(it.client().markupPercent());
        BigDecimal marked =
                Money.sum(costs, it.invoice().currency())
                        .amount()
                        .multiply(factor)
                        .movePointLeft(2);
        return Optional.of(Money.rounded(marked, it.invoice().currency(), RoundingMode.HALF_UP));
    }

    private static Optional<Money> minimumFee(InvoiceCase it) {
        Money minimum = it.client().minimum();
        Money others =
                it.invoice().lines().stream()
                        .filter(line ->
                                it.source(line)
                                        .filter(source ->
                                                source.rateSource() != RateSource.MINIMUM_FEE)
                                        .isPresent())
                        .map(InvoiceLine::amount)
                        .reduce(Money.zero(it.invoice().currency()), Money::plus);
        return minimum == null
                        || !minimum.currency().equals(others.currency())
                        || minimum.compareTo(others) <= 0
                ? Optional.empty()
                : Optional.of(minimum.minus(others));
    }

    private static void minimumAndCap(InvoiceCase it, List<String> objections) {
        Money cap = it.client().cap();
        Money subtotal = it.invoice().subtotal();
        if (cap != null
                && (!cap.currency().equals(subtotal.currency()) || subtotal.compareTo(cap) > 0)) {
            objections.add(
                    "%s is more than the %s agreed with the client for a project and month, or in another currency."
                            .formatted(subtotal.readable(), cap.readable()));
        }
    }

    private static void tax(InvoiceCase it, List<String> objections) {
        if (LineTaxRules.apply(it.facts())) {
            Money tax = LineTaxRules.estimate(it);
            if (!tax.equals(it.invoice().estimatedTax())) {
                objections.add(
                        "The tax says %s; by the lines' tax codes it is %s."
                                .formatted(it.invoice().estimatedTax().readable(), tax.readable()));
            }
            return;
        }
        Money taxable =
                Money.sum(
                        it.invoice().lines().stream()
                                .filter(InvoiceLine::taxable)
                                .map(InvoiceLine::amount)
                                .toList(),
                        it.invoice().currency());
        BigDecimal rate = taxRate(it).orElse(BigDecimal.ZERO);
        Money tax =
                Money.rounded(
                        taxable.amount().multiply(rate).movePointLeft(2),
                        it.invoice().currency(),
                        RoundingMode.HALF_UP);
        if (!tax.equals(it.invoice().estimatedTax())) {
            objections.add(
                    "The tax says %s; %s%% of %s is %s."
                            .formatted(
                                    it.invoice().estimatedTax().readable(),
                                    rate.toPlainString(),
                                    taxable.readable(),
                                    tax.readable()));
        }
    }

    /// The sum of the code's rates in percent.
    private static Optional<BigDecimal> taxRate(InvoiceCase it) {
        EntityId code = it.invoice().taxCodeId();
        return code == null
                ? Optional.empty()
                : it.facts()
                        .taxCode(code)
                        .map(KnownEntity::observed)
                        .map(observed -> (Entity.TaxCode) observed.entity())
                        .map(found -> sum(it, found.salesRateIds()));
    }

    private static BigDecimal sum(InvoiceCase it, List<EntityId> rates) {
        return rates.stream()
                .flatMap(id -> it.facts().taxRate(id).stream())
                .map(rate -> ((Entity.TaxRate) rate.observed().entity()).rate().value())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}

package io.tieout.invoice.drafting;

import io.tieout.invoice.books.KnownName;
import io.tieout.invoice.books.Listed;
import io.tieout.model.finding.FindingKind;
import io.tieout.model.finding.Severity;
import io.tieout.model.id.EntityId;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import io.tieout.model.money.Percent;
import io.tieout.model.quickbooks.Entity;
import io.tieout.model.quickbooks.EntityType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The tax codes that a company has in use, and their rates on sales.
final class TaxCodes {
    private final DraftFacts facts;

    TaxCodes(DraftFacts facts) {
        this.facts = facts;
    }

    Entity.@Nullable TaxCode find(EntityId id) {
        return find(facts.books().taxCodes(), id);
    }

    /// The rates that the code adds on sales; absent when one of them is unknown.
    @Nullable List<Percent> rates(Entity.TaxCode code) {
        List<Percent> rates = new ArrayList<>();
        for (EntityId id : code.salesRateIds()) {
            Entity.TaxRate rate = find(facts.books().taxRates(), id);
            if (rate == null) {
                return null;
            }
            rates.add(rate.rate());
        }
        return rates;
    }

    /// All rates of a code as one.
    static Percent together(List<Percent> rates) {
        return new Percent(
                rates.stream().map(Percent::value).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /// Whether it adds anything; a rate that is unknown may.
    boolean charges(Entity.TaxCode code) {
        List<Percent> rates = rates(code);
        return rates == null || rates.stream().anyMatch(rate -> rate.value().signum() != 0);
    }

    /// Each rate on the base, rounded by itself as QuickBooks lists them.
    Money tax(Money base, List<Percent> rates, CurrencyCode currency) {
        return Money.sum(
                rates.stream().map(rate -> base.percent(rate, facts.rules().rounding())).toList(),
                currency);
    }

    private static <E extends Entity> @Nullable E find(List<Listed<E>> entries, EntityId id) {
        for (Listed<E> entry : entries) {
            if (entry.active() && entry.id().equals(id)) {
                return entry.entity();
            }
        }
        return null;
    }

    /// @param place whose codes are likely meant; empty for none
    <T> Resolved<T> missing(String title, String why, String remedy, String place) {
        List<KnownName> known =
                facts.books().taxCodes().stream()
                        .map(code -> new KnownName(code.id(), code.entity().name(), code.active()))
                        .toList();
        return new Resolved.Missing<>(
                new Refusal(
                        FindingKind.UNKNOWN_TAX_CODE,
                        Severity.ERROR,
                        "tax",
                        facts.rows().stream().map(EligibleRow::ref).toList(),
                        title,
                        why,
                        remedy,
                        place.isEmpty()
                                ? List.of()
                                : Candidates.nearest(EntityType.TAX_CODE, place, known),
                        null,
                        Need.TAX_CODE));
    }
}

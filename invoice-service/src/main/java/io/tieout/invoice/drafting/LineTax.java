package io.tieout.invoice.drafting;

import io.tieout.model.effect.TaxCalculation;
import io.tieout.model.id.EntityId;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import io.tieout.model.money.Percent;
import io.tieout.model.quickbooks.Entity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Tax outside the USA, where QuickBooks need not keep its marks that customers and items are
/// taxable. A line has its item's own code if that charges nothing; else the customer's own, else
/// that of its region, or of its country when the address names no region, else the item's. Where
/// the company keeps the marks, a line that is marked as not taxable has the code that the billing
/// rules name for it, never a guess. The estimate is by each code's rates on its lines.
final class LineTax {
    private final DraftFacts facts;
    private final Entity.Customer customer;
    private final CurrencyCode currency;
    private final TaxCodes codes;

    LineTax(DraftFacts facts, Entity.Customer customer, CurrencyCode currency) {
        this.facts = facts;
        this.customer = customer;
        this.currency = currency;
        this.codes = new TaxCodes(facts);
    }

    Resolved<SalesTax> of(List<DraftLine> lines) {
        Entity.Preferences preferences = facts.books().preferences();
        if (preferences != null && !preferences.usingSalesTax()) {
            return new Resolved.Found<>(
                    new SalesTax(null, TaxCalculation.NOT_APPLICABLE, lines, Money.zero(currency)));
        }
        Map<EntityId, Money> bases = new LinkedHashMap<>();
        List<DraftLine> taxed = new ArrayList<>();
        for (DraftLine line : lines) {
            switch (code(line)) {
                case Resolved.Found<EntityId>(EntityId code) -> {
                    taxed.add(line.withTaxCode(code));
                    bases.merge(code, line.amount(), Money::plus);
                }
                case Resolved.Missing<EntityId>(Refusal refusal) -> {
                    return new Resolved.Missing<>(refusal);
                }
            }
        }
        return estimated(taxed, bases);
    }

    private Resolved<EntityId> code(DraftLine line) {
        EntityId ofItem = ofItem(line);
        Entity.TaxCode found = ofItem == null ? null : codes.find(ofItem);
        if (ofItem != null && found == null) {
            return missing(
                    "Tax code %s of “%s” is not among the active ones."
                            .formatted(ofItem, line.itemName()));
        }
        if (ofItem != null && found != null && !codes.charges(found)) {
            return new Resolved.Found<>(ofItem);
        }
        if (facts.rules().tax().flags() && !line.taxable()) {
            EntityId exempt = facts.rules().tax().exempt();
            return exempt == null ? noExemptCode(line) : new Resolved.Found<>(exempt);
        }
        EntityId sales = sales();
        if (sales != null) {
            return new Resolved.Found<>(sales);
        }
        return ofItem == null ? noSalesCode() : new Resolved.Found<>(ofItem);
    }

    private @Nullable EntityId ofItem(DraftLine line) {
        return facts.books().items().stream()
                .filter(item -> item.id().equals(line.itemId()))
                .map(item -> item.entity().salesTaxCodeId())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private @Nullable EntityId sales() {
        EntityId own = customer.taxCodeId();
        String place = place();
        return own != null || place == null ? own : facts.rules().tax().sales(place);
    }

    private @Nullable String place() {
        String region = customer.state();
        return region == null || region.isBlank() ? customer.country() : region;
    }

    private Resolved<SalesTax> estimated(List<DraftLine> lines, Map<EntityId, Money> bases) {
        Money estimate = Money.zero(currency);
        for (Map.Entry<EntityId, Money> base : bases.entrySet()) {
            EntityId id = base.getKey();
            Entity.TaxCode code = codes.find(id);
            if (code == null) {
                return missing("Tax code %s is not among the active ones.".formatted(id));
            }
            List<Percent> rates = codes.rates(code);
            if (rates == null) {
                return missing("A rate of tax code “%s” is missing.".formatted(code.name()));
            }
            if (id.equals(facts.rules().tax().exempt()) && codes.charges(code)) {
                return exemptTaxes(code, TaxCodes.together(rates));
            }
            estimate = estimate.plus(codes.tax(base.getValue(), rates, currency));
        }
        return new Resolved.Found<>(
                new SalesTax(null, TaxCalculation.TAX_EXCLUDED, lines, estimate));
    }

    private Resolved<EntityId> noSalesCode() {
        String place = place();
        return missing(
                place == null
                        ? "Its billing address names no region or country, and neither it nor the item has a tax code of its own."
                        : "Neither it nor the item has a tax code of its own, and the billing rules name none for %s."
                                .formatted(place));
    }

    private <T> Resolved<T> missing(String why) {
        String place = place();
        return codes.missing(
                "No tax code for “%s”".formatted(customer.displayName()),
                why,
                "Set the customer's tax code or complete its billing address in QuickBooks, or name the region's tax code under taxByState of company %s in the billing rules."
                        .formatted(facts.group().realmId()),
                place == null ? "" : place);
    }

    private Resolved<EntityId> noExemptCode(DraftLine line) {
        return codes.missing(
                "No tax code for lines without tax",
                "“%s” for “%s” is marked as not taxable, but outside the USA such a line needs a tax code too, and the billing rules name none. The company has: %s."
                        .formatted(line.itemName(), customer.displayName(), inUse()),
                "Name the code under exemptTaxCode of company %s in the billing rules, or mark the item and the customer as taxable in QuickBooks."
                        .formatted(facts.group().realmId()),
                "");
    }

    private Resolved<SalesTax> exemptTaxes(Entity.TaxCode code, Percent percent) {
        return codes.missing(
                "The tax code for lines without tax charges tax",
                "The billing rules name “%s” for lines without tax, but it charges %s %%."
                        .formatted(code.name(), percent.value().toPlainString()),
                "Name a code without tax under exemptTaxCode of company %s in the billing rules. The company has: %s."
                        .formatted(facts.group().realmId(), inUse()),
                "");
    }

    private String inUse() {
        Stream<String> names =
                facts.books().taxCodes().stream()
                        .filter(code -> code.active())
                        .map(code -> "%s (%s)".formatted(code.entity().name(), code.id()));
        String text = String.join(", ", names.toList());
        return text.isEmpty() ? "no tax codes" : text;
    }
}

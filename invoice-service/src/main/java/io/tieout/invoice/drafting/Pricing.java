package io.tieout.invoice.drafting;

import io.tieout.invoice.books.Listed;
import io.tieout.invoice.rows.RowCheck;
import io.tieout.invoice.rules.ClientRules;
import io.tieout.model.finding.FindingKind;
import io.tieout.model.finding.Severity;
import io.tieout.model.id.EntityId;
import io.tieout.model.id.RowRef;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import io.tieout.model.money.Quantity;
import io.tieout.model.proposal.Evidence.RateSource;
import io.tieout.model.quickbooks.Entity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds each row's item, class and rate: the client's rate card goes before the item's own price,
/// and a cost is passed on with the client's markup.
final class Pricing {
    private final DraftFacts facts;
    private final ClientRules client;
    private final CurrencyCode currency;
    private final Lookup<Entity.Item> items;
    private final Lookup<Entity.Named> classes;

    Pricing(DraftFacts facts, ClientRules client, CurrencyCode currency) {
        this.facts = facts;
        this.client = client;
        this.currency = currency;
        this.items = Lookup.items(facts.books().items());
        this.classes = Lookup.classes(facts.books().classes());
    }

    Resolved<PricedRow> price(EligibleRow row) {
        Money cost = row.cells().cost();
        Money passedOn = cost == null || cost.isZero() ? null : cost;
        String service = row.cells().service();
        String wanted = passedOn != null || service == null ? facts.rules().expenseItem() : service;
        return switch (items.find(wanted, List.of(row.ref()))) {
            case Resolved.Missing<Listed<Entity.Item>>(Refusal refusal) ->
                    new Resolved.Missing<>(refusal);
            case Resolved.Found<Listed<Entity.Item>>(Listed<Entity.Item> item) ->
                    passedOn == null ? hoursLine(row, item) : costLine(row, item, passedOn);
        };
    }

    private Resolved<PricedRow> costLine(EligibleRow row, Listed<Entity.Item> item, Money cost) {
        if (!cost.currency().equals(currency)) {
            return otherCurrency(row, "The cost is in " + cost.currency(), "COST");
        }
        Money billed = cost.plus(cost.percent(client.markup(), facts.rules().rounding()));
        return withClass(row, item, Quantity.ONE, billed, RateSource.COST_PLUS_MARKUP, null, cost);
    }

    private Resolved<PricedRow> hoursLine(EligibleRow row, Listed<Entity.Item> item) {
        Quantity hours = row.cells().hours();
        Money agreed = client.rate(item.entity().name());
        Money rate = agreed == null ? item.entity().unitPrice() : agreed;
        if (hours == null || rate == null) {
            return new Resolved.Missing<>(noRate(row, item.entity().name()));
        }
        if (!rate.currency().equals(currency)) {
            return otherCurrency(row, "The rate is in " + rate.currency(), "SERVICE");
        }
        return agreed == null
                ? withClass(row, item, hours, rate, RateSource.ITEM, item.id(), null)
                : withClass(row, item, hours, rate, RateSource.RATE_CARD, null, null);
    }

    private Resolved<PricedRow> withClass(
            EligibleRow row,
            Listed<Entity.Item> item,
            Quantity quantity,
            Money unitPrice,
            RateSource source,
            @Nullable EntityId rateId,
            @Nullable Money cost) {
        String name = row.cells().className();
        boolean classesUsed = facts.features().classes();
        EntityId classId = classesUsed ? item.entity().classId() : null;
        if (name != null && !name.isBlank()) {
            if (!classesUsed) {
                return new Resolved.Missing<>(Features.noClasses(name, List.of(row.ref())));
            }
            switch (classes.find(name, List.of(row.ref()))) {
                case Resolved.Found<Listed<Entity.Named>>(Listed<Entity.Named> found) ->
                        classId = found.id();
                case Resolved.Missing<Listed<Entity.Named>>(Refusal refusal) -> {
                    return new Resolved.Missing<>(refusal);
                }
            }
        }
        return new Resolved.Found<>(
                new PricedRow(
                        row,
                        item.id(),
                        item.entity().name(),
                        item.entity().taxable(),
                        classId,
                        quantity,
                        unitPrice,
                        source,
                        rateId,
                        cost));
    }

    private static Refusal noRate(EligibleRow row, String item) {
        return new Refusal(
                FindingKind.UNKNOWN_ITEM,
                Severity.ERROR,
                "rate:" + item,
                List.of(row.ref()),
                "No rate for “%s”".formatted(item),
                "The item has no price in QuickBooks, and no rate was agreed with this client.",
                "Give the item a price in QuickBooks, or add a rate to the billing rules.",
                List.of(),
                null,
                Need.ITEM);
    }

    private Resolved<PricedRow> otherCurrency(EligibleRow row, String what, String subject) {
        RowRef ref = row.ref();
        return new Resolved.Missing<>(
                new Refusal(
                        FindingKind.INVALID_CELL,
                        Severity.ERROR,
                        "currency:" + subject + ":" + ref.rowId(),
                        List.of(ref),
                        "Two currencies in " + RowCheck.label(row.observed()),
                        "%s, but this customer is invoiced in %s.".formatted(what, currency),
                        "Enter the figure in the customer's currency; nothing is converted.",
                        List.of(),
                        null,
                        null));
    }
}

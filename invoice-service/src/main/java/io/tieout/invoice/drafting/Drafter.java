package io.tieout.invoice.drafting;

import io.tieout.invoice.rules.ClientRules;
import io.tieout.model.finding.FindingKind;
import io.tieout.model.finding.Severity;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import io.tieout.model.quickbooks.Entity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Decides what a group of rows becomes: an invoice for those that can be billed, a refusal with a
/// remedy for each that cannot. Never a guess.
public final class Drafter {
    private final DraftFacts facts;
    private final List<Refusal> refusals = new ArrayList<>();

    private Drafter(DraftFacts facts) {
        this.facts = facts;
    }

    public static DraftOutcome draft(DraftFacts facts) {
        return facts.rows().isEmpty()
                ? new DraftOutcome.Nothing(List.of())
                : new Drafter(facts).draft();
    }

    private DraftOutcome draft() {
        return switch (CustomerChoice.choose(facts)) {
            case Resolved.Found<Billed>(Billed billed) -> draftFor(billed);
            case Resolved.Missing<Billed>(Refusal refusal) ->
                    new DraftOutcome.Nothing(List.of(refusal));
        };
    }

    private DraftOutcome draftFor(Billed billed) {
        CurrencyCode currency = currency(billed.customer());
        ClientRules client = facts.rules().client(facts.group().customer());
        Lines lines =
                new Lines(
                        client.groupBy(),
                        billed.customer().taxable(),
                        facts.rules().rounding(),
                        facts.features().serviceDates());
        if (!currency.equals(client.currency()) && client.hasLimits()) {
            return new DraftOutcome.Nothing(List.of(limitsInOtherCurrency(client, currency)));
        }
        Money before =
                Money.sum(
                        facts.billedBefore().stream()
                                .filter(amount -> amount.currency().equals(currency))
                                .toList(),
                        currency);
        List<PricedRow> rows = priced(new Pricing(facts, client, currency));
        rows = HourLimit.within(facts, rows, refusals);
        rows = AmountLimits.withinCap(client, lines, before, rows, refusals);
        List<DraftLine> made = AmountLimits.withMinimum(client, before, lines.of(rows), currency);
        if (made.isEmpty()) {
            return new DraftOutcome.Nothing(merged());
        }
        return switch (SalesTax.of(facts, billed.customer(), made, currency)) {
            case Resolved.Found<SalesTax>(SalesTax tax) ->
                    new DraftOutcome.Drafted(invoice(billed, currency, rows, tax), merged());
            case Resolved.Missing<SalesTax>(Refusal refusal) -> {
                refusals.add(refusal);
                yield new DraftOutcome.Nothing(merged());
            }
        };
    }

    private Refusal limitsInOtherCurrency(ClientRules client, CurrencyCode currency) {
        return new Refusal(
                FindingKind.INVALID_CELL,
                Severity.ERROR,
                "limits",
                facts.rows().stream().map(EligibleRow::ref).toList(),
                "Minimum and cap of “%s” are in another currency"
                        .formatted(facts.group().customer()),
                "In the billing rules they are in %s, but this customer is invoiced in %s."
                        .formatted(client.currency(), currency),
                "Correct the billing rules or the customer's currency; nothing is converted.",
                List.of(),
                null,
                Need.CUSTOMER);
    }

    private List<PricedRow> priced(Pricing pricing) {
        List<PricedRow> priced = new ArrayList<>();
        for (EligibleRow row : facts.rows()) {
            switch (pricing.price(row)) {
                case Resolved.Found<PricedRow>(PricedRow found) -> priced.add(found);
                case Resolved.Missing<PricedRow>(Refusal refusal) -> refusals.add(refusal);
            }
        }
        return priced;
    }

    private InvoiceDraft invoice(
            Billed billed, CurrencyCode currency, List<PricedRow> rows, SalesTax tax) {
        return new InvoiceDraft(
                facts.group(),
                billed.id(),
                billed.customer().displayName(),
                billed.customer().email(),
                today(),
                billed.termId(),
                billed.departmentId(),
                currency,
                tax.codeId(),
                tax.lines(),
                Lines.sum(tax.lines(), currency),
                tax.estimate(),
                rows.stream().map(PricedRow::row).toList(),
                projectManager(rows),
                facts.rules().version(),
                tax.calculation(),
                facts.features().numbersByHand());
    }

    private CurrencyCode currency(Entity.Customer customer) {
        Entity.Preferences preferences = facts.books().preferences();
        if (customer.currency() != null) {
            return customer.currency();
        }
        return preferences == null ? facts.rules().currency() : preferences.homeCurrency();
    }

    /// The day it is where the company is.
    private LocalDate today() {
        return LocalDate.ofInstant(
                facts.now(), CompanyZone.of(facts.books().company(), facts.zoneOtherwise()));
    }

    /// The first that a row names, else the project's.
    private @Nullable String projectManager(List<PricedRow> rows) {
        return rows.stream()
                .map(row -> row.row().cells().projectManager())
                .filter(Objects::nonNull)
                .filter(name -> !name.isBlank())
                .findFirst()
                .orElse(facts.projectManager());
    }

    /// One refusal for each cause: rows that lack the same thing are named together.
    private List<Refusal> merged() {
        List<Refusal> merged = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Refusal refusal : refusals) {
            if (seen.add(refusal.kind() + "|" + refusal.subject())) {
                merged.add(withRowsOfAll(refusal));
            }
        }
        merged.sort(Comparator.comparing(Refusal::kind).thenComparing(Refusal::subject));
        return merged;
    }

    private Refusal withRowsOfAll(Refusal first) {
        return new Refusal(
                first.kind(),
                first.severity(),
                first.subject(),
                refusals.stream()
                        .filter(other -> other.kind() == first.kind())
                        .filter(other -> other.subject().equals(first.subject()))
                        .flatMap(other -> other.rows().stream())
                        .distinct()
                        .toList(),
                first.title(),
                first.detail(),
                first.remedy(),
                first.candidates(),
                first.amount(),
                first.need());
    }
}

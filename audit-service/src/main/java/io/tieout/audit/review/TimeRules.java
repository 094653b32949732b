package io.tieout.audit.review;

import io.tieout.audit.facts.KnownEntity;
import io.tieout.audit.facts.Names;
import io.tieout.model.effect.InvoiceLine;
import io.tieout.model.effect.TaxCalculation;
import io.tieout.model.id.EntityId;
import io.tieout.model.money.Money;
import io.tieout.model.money.Quantity;
import io.tieout.model.proposal.Evidence.RowCitation;
import io.tieout.model.quickbooks.Entity;
import io.tieout.model.smartsheet.BillingFields;
import io.tieout.model.smartsheet.ProjectFields;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Dates, hours that are left, and whether the same was billed before.
final class TimeRules {
    static final List<Rule<InvoiceCase>> ALL =
            List.of(
                    new Rule<>("dates", TimeRules::dates),
                    new Rule<>("within-budget", TimeRules::budget),
                    new Rule<>("duplicate", TimeRules::duplicate),
                    new Rule<>("anchor", TimeRules::anchor));

    /// Between drafting and recording midnight may pass, here or in another time zone.
    private static final int DAYS_APART_MAX = 1;

    private TimeRules() {}

    private static void dates(InvoiceCase it, List<String> objections) {
        LocalDate date = it.invoice().invoiceDate();
        LocalDate madeOn = it.facts().madeOn();
        if (date.isBefore(madeOn.minusDays(DAYS_APART_MAX))
                || date.isAfter(madeOn.plusDays(DAYS_APART_MAX))) {
            objections.add(
                    "The invoice is dated %s, but was drafted on %s.".formatted(date, madeOn));
        }
        LocalDate closed =
                it.facts().preferences().map(Entity.Preferences::bookCloseDate).orElse(null);
        if (closed != null && !date.isAfter(closed)) {
            objections.add("The books are closed until %s.".formatted(closed));
        }
        if (date.isAfter(it.facts().today().plusDays(DAYS_APART_MAX))) {
            objections.add("The invoice is dated in the future.");
        }
        for (InvoiceLine line : it.invoice().lines()) {
            serviceDate(it, line, objections);
        }
        String period = it.proposal().evidence().period();
        for (LocalDate work : workDates(it.citedRows())) {
            if (period == null || !YearMonth.from(work).toString().equals(period)) {
                objections.add("Work of %s is not in the period %s.".formatted(work, period));
            }
        }
    }

    private static void serviceDate(InvoiceCase it, InvoiceLine line, List<String> objections) {
        LocalDate service = line.serviceDate();
        if (!areServiceDatesUsed(it)) {
            if (service != null) {
                objections.add(
                        "Line %d has a service date, which the company has switched off."
                                .formatted(line.number()));
            }
            return;
        }
        Set<LocalDate> work = workDates(it.rowsOf(line));
        if (service == null ? work.size() == 1 : !work.isEmpty() && !work.contains(service)) {
            objections.add(
                    "Line %d is for work of %s, its rows say %s."
                            .formatted(line.number(), service, work));
        }
    }

    private static boolean areServiceDatesUsed(InvoiceCase it) {
        return it.facts()
                .preferences()
                .map(preferences -> !Boolean.FALSE.equals(preferences.serviceDates()))
                .orElse(true);
    }

    private static Set<LocalDate> workDates(List<BillingFields> rows) {
        return rows.stream()
                .map(BillingFields::workDate)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void budget(InvoiceCase it, List<String> objections) {
        List<Quantity> approved =
                it.facts().projects().stream()
                        .map(row -> (ProjectFields) row.row().fields())
                        .filter(project -> isOfCustomer(it, project.customer()))
                        .map(ProjectFields::approvedHours)
                        .filter(Objects::nonNull)
                        .toList();
        if (approved.isEmpty()) {
            return;
        }
        Quantity limit = approved.stream().reduce(Quantity.ZERO, Quantity::plus);
        Quantity hours =
                it.citedRows().stream()
                        .map(Hours::of)
                        .reduce(it.facts().billedHours(), Quantity::plus);
        if (hours.compareTo(limit) > 0) {
            objections.add(
                    "With this draft %s hours are billed, %s are approved."
                            .formatted(hours, limit));
        }
    }

    private static boolean isOfCustomer(InvoiceCase it, @Nullable String customer) {
        return customer == null
                || it.citedRows().stream()
                        .map(BillingFields::customer)
                        .anyMatch(name -> name != null && Names.same(name, customer));
    }

    private static void duplicate(InvoiceCase it, List<String> objections) {
        for (RowCitation citation : it.proposal().evidence().rows()) {
            if (it.facts()
                    .billedElsewhere()
                    .containsKey(new Facts.BilledRow(citation.row(), citation.occurrence()))) {
                objections.add(
                        "Row %s has been released in another draft."
                                .formatted(citation.row().rowId()));
            }
        }
        for (KnownEntity document : it.facts().documents()) {
            if (!document.gone()
                    && document.observed().entity() instanceof Entity.Transaction invoice
                    && isSame(it, invoice)) {
                objections.add(
                        "QuickBooks has the same invoice already: number %s, id %s."
                                .formatted(
                                        Objects.requireNonNullElse(invoice.documentNumber(), "–"),
                                        document.observed().id()));
            }
        }
    }

    /// Made for this very proposal; or made by a person, of the same month, total and lines. What
    /// Tieout made for other rows is told apart by the rows.
    private static boolean isSame(InvoiceCase it, Entity.Transaction document) {
        String note = Objects.requireNonNullElse(document.privateNote(), "");
        if (note.contains(it.invoice().anchor())) {
            return true;
        }
        return !note.contains("tieout:")
                && YearMonth.from(document.date())
                        .equals(YearMonth.from(it.invoice().invoiceDate()))
                && it.invoice().estimatedTotal().equals(comparable(it, document))
                && lines(it).equals(lines(document));
    }

    /// Its total, without the tax where that was left to QuickBooks.
    private static @Nullable Money comparable(InvoiceCase it, Entity.Transaction document) {
        Money total = document.total();
        Money tax = document.tax();
        return total == null
                        || tax == null
                        || it.invoice().taxCalculation() != TaxCalculation.AUTOMATED
                ? total
                : total.minus(tax);
    }

    private record Line(EntityId item, Money amount, @Nullable Quantity quantity) {}

    private static List<String> lines(InvoiceCase it) {
        return sorted(
                it.invoice().lines().stream()
                        .map(line -> new Line(line.itemId(), line.amount(), line.quantity()))
                        .toList());
    }

    private static List<String> lines(Entity.Transaction document) {
        return sorted(
                document.lines().stream()
                        .flatMap(line ->
                                line.itemId() == null
                                        ? Stream.empty()
                                        : Stream.of(
                                                new Line(
                                                        line.itemId(),
                                                        line.amount(),
                                                        line.quantity())))
                        .toList());
    }

    private static List<String> sorted(List<Line> lines) {
        return lines.stream().map(Line::toString).sorted().toList();
    }

    private static void anchor(InvoiceCase it, List<String> objections) {
        if (!it.invoice().anchor().equals("tieout:" + it.proposal().proposalId())) {
            objections.add("The anchor is not this proposal's.");
        }
        if (!it.invoice().realmId().equals(it.proposal().realmId())) {
            objections.add("The invoice is for other books than the proposal.");
        }
    }
}

package io.tieout.console.dossier;

import io.tieout.model.effect.InvoiceLine;
import io.tieout.model.money.Money;
import io.tieout.model.money.Quantity;
import io.tieout.model.proposal.Evidence.LineSource;
import io.tieout.model.smartsheet.BillingFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Where an invoice line and the rows it came from, as they are now, do not say the same.
final class Differences {
    private Differences() {}

    /// @param rows the line's rows that are still there
    /// @param customer whom the invoice is for
    /// @param item what QuickBooks calls the line's item
    static List<String> of(
            InvoiceLine line,
            LineSource source,
            List<BillingFields> rows,
            @Nullable String customer,
            String item) {
        List<String> found = new ArrayList<>();
        if (rows.size() < source.rows().size()) {
            found.add("a row is gone from the sheet");
        }
        if (rows.isEmpty()) {
            return found;
        }
        figures(line, source, rows, found);
        for (BillingFields row : rows) {
            if (!row.ready()) {
                found.add("the row is no longer marked ready: " + shown(row.status()));
            }
            if (customer != null && row.customer() != null && !same(row.customer(), customer)) {
                found.add("the row names customer " + row.customer());
            }
            if (row.service() != null && !same(row.service(), item)) {
                found.add("the row names service " + row.service());
            }
            if (rows.size() == 1 && isOfAnotherDay(row, line)) {
                found.add("the row's date is " + shown(row.workDate()));
            }
        }
        return found.stream().distinct().toList();
    }

    /// A company may have no dates on lines at all.
    private static boolean isOfAnotherDay(BillingFields row, InvoiceLine line) {
        return line.serviceDate() != null && !Objects.equals(row.workDate(), line.serviceDate());
    }

    private static void figures(
            InvoiceLine line, LineSource source, List<BillingFields> rows, List<String> found) {
        if (source.cost() != null) {
            Money cost =
                    Money.sum(
                            rows.stream()
                                    .map(BillingFields::cost)
                                    .filter(Objects::nonNull)
                                    .toList(),
                            source.cost().currency());
            if (!cost.equals(source.cost())) {
                found.add(
                        "the row costs %s, billed from %s"
                                .formatted(cost.readable(), source.cost().readable()));
            }
            return;
        }
        Quantity hours =
                rows.stream()
                        .map(BillingFields::hours)
                        .filter(Objects::nonNull)
                        .reduce(Quantity.ZERO, Quantity::plus);
        boolean billsHours = rows.stream().anyMatch(row -> row.hours() != null);
        if (billsHours && !hours.equals(line.quantity())) {
            found.add("the sheet says %s h, the line %s".formatted(hours, line.quantity()));
        }
    }

    private static boolean same(String one, String other) {
        return one.strip().equalsIgnoreCase(other.strip());
    }

    private static String shown(@Nullable Object value) {
        return value == null ? "empty" : value.toString();
    }
}

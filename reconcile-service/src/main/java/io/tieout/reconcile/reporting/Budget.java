package io.tieout.reconcile.reporting;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.tieout.model.money.Money;
import io.tieout.model.money.Quantity;
import io.tieout.model.smartsheet.BillingFields;
import io.tieout.model.smartsheet.ColumnPart;
import io.tieout.model.smartsheet.CostFields;
import io.tieout.model.smartsheet.DocumentFields;
import io.tieout.model.smartsheet.ProjectFields;
import io.tieout.model.smartsheet.RowObserved;
import io.tieout.model.smartsheet.TimesheetFields;
import io.tieout.reconcile.matching.Measure;
import io.tieout.reconcile.records.RecordName;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What was approved for a project, and how much of it is used by either book. Another currency is
/// said, and neither converted nor summed. Pure.
///
/// @param lines one for each currency, and one for hours where either book has some
/// @param uncounted what the books have in currencies in which nothing was approved
/// @param rows that say what was approved, as people call them
/// @param notes cells of these that cannot be read
public record Budget(
        List<Line> lines, List<Uncounted> uncounted, List<String> rows, List<String> notes) {
    private static final String HOURS = "HRS";
    private static final Set<ColumnPart> APPROVED =
            Set.of(ColumnPart.BUDGET, ColumnPart.APPROVED_HOURS, ColumnPart.CURRENCY);

    public Budget {
        lines = List.copyOf(lines);
        uncounted = List.copyOf(uncounted);
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
    }

    /// What was approved in one unit.
    public record Line(Amount approved, Use sheet, Use books) {
        /// As in `Budget USD 900.00: USD 300.00 by the sheet (33.3 percent, USD 600.00 remain), …`.
        public String words() {
            return "%s %s: %s by the sheet%s, %s by the books%s"
                    .formatted(
                            approved.unit().equals(HOURS) ? "Approved" : "Budget",
                            approved.readable(),
                            sheet.actual().readable(),
                            sheet.rest(),
                            books.actual().readable(),
                            books.rest());
        }
    }

    /// What one book has used of it.
    ///
    /// @param remaining negative when more was used
    /// @param percent used; absent when nothing was approved
    public record Use(
            Amount actual,
            Amount remaining,
            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal percent) {
        private static Use of(Amount approved, Amount actual) {
            return new Use(
                    actual,
                    approved.minus(actual),
                    approved.value().signum() <= 0
                            ? null
                            : actual.value()
                                    .movePointRight(2)
                                    .divide(approved.value(), 1, RoundingMode.HALF_UP));
        }

        private String rest() {
            String used = percent == null ? "" : percent.toPlainString() + " percent, ";
            return remaining.value().signum() < 0
                    ? " (%s%s too much)".formatted(used, remaining.absolute().readable())
                    : " (%s%s remain)".formatted(used, remaining.readable());
        }
    }

    /// Money in another currency than any that was approved.
    public record Uncounted(Amount sheet, Amount books) {}

    /// Absent when no row says what was approved.
    ///
    /// @param rows that name the project
    /// @param booked what the books have for it
    static @Nullable Budget of(Collection<RowObserved> rows, Collection<Measure> booked) {
        Sums approved = new Sums();
        Sums sheet = new Sums();
        Sums books = new Sums();
        List<String> names = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (RowObserved row : rows) {
            switch (row.fields()) {
                case ProjectFields project -> {
                    approved.add(project.budget());
                    approved.add(project.approvedHours());
                    if (project.budget() != null || project.approvedHours() != null) {
                        names.add(name(row));
                    }
                    notes.addAll(unreadable(row));
                }
                case CostFields cost -> sheet.add(cost.amount());
                case TimesheetFields time -> sheet.add(time.hours());
                case BillingFields _, DocumentFields _ -> {}
            }
        }
        booked.forEach(books::add);
        List<Line> lines =
                approved.units().stream()
                        .filter(unit -> !unit.equals(HOURS) || sheet.has(unit) || books.has(unit))
                        .map(unit -> line(unit, approved, sheet, books))
                        .toList();
        return lines.isEmpty() && notes.isEmpty()
                ? null
                : new Budget(lines, uncounted(approved, sheet, books), names, notes);
    }

    private static Line line(String unit, Sums approved, Sums sheet, Sums books) {
        Amount whole = approved.of(unit);
        return new Line(whole, Use.of(whole, sheet.of(unit)), Use.of(whole, books.of(unit)));
    }

    private static List<Uncounted> uncounted(Sums approved, Sums sheet, Sums books) {
        if (approved.units().stream().allMatch(HOURS::equals)) {
            return List.of();
        }
        Set<String> others = new TreeSet<>(sheet.units());
        others.addAll(books.units());
        others.removeAll(approved.units());
        others.remove(HOURS);
        return others.stream()
                .map(unit -> new Uncounted(sheet.of(unit), books.of(unit)))
                .filter(other -> !other.sheet().isZero() || !other.books().isZero())
                .toList();
    }

    private static List<String> unreadable(RowObserved row) {
        return row.problems().stream()
                .filter(cell -> APPROVED.contains(cell.part()))
                .map(cell -> "%s: %s".formatted(name(row), cell.message()))
                .toList();
    }

    private static String name(RowObserved row) {
        return RecordName.row(row.sheetName(), row.rowNumber()).words();
    }

    /// Amounts by unit, hours last.
    private static final class Sums {
        private final Map<String, BigDecimal> sums =
                new TreeMap<>(
                        Comparator.comparing((String unit) -> unit.equals(HOURS))
                                .thenComparing(Comparator.naturalOrder()));

        private void add(@Nullable Money money) {
            if (money != null) {
                add(Measure.of(money));
            }
        }

        private void add(@Nullable Quantity hours) {
            if (hours != null) {
                add(Measure.hours(hours));
            }
        }

        private void add(Measure measure) {
            sums.merge(measure.unit(), measure.amount(), BigDecimal::add);
        }

        private boolean has(String unit) {
            return sums.containsKey(unit);
        }

        private Set<String> units() {
            return sums.keySet();
        }

        private Amount of(String unit) {
            return new Amount(sums.getOrDefault(unit, BigDecimal.ZERO), unit);
        }
    }
}

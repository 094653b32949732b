package io.tieout.invoice.rows;

import io.tieout.model.finding.FindingKind;
import io.tieout.model.finding.Severity;
import io.tieout.model.money.Money;
import io.tieout.model.money.Quantity;
import io.tieout.model.smartsheet.BillingFields;
import io.tieout.model.smartsheet.CellProblem;
import io.tieout.model.smartsheet.ColumnPart;
import io.tieout.model.smartsheet.DocumentFields;
import io.tieout.model.smartsheet.RowObserved;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Decides from a billing row's own cells whether it can be drafted.
public final class RowCheck {
    private RowCheck() {}

    public static RowStanding check(RowObserved row) {
        if (row.fields() instanceof DocumentFields document && !row.beforeCutOver()) {
            return DocumentCheck.check(row, document);
        }
        if (!(row.fields() instanceof BillingFields fields) || row.beforeCutOver()) {
            return new RowStanding.NotReady();
        }
        boolean wanted = fields.ready() || fields.milestone() != null;
        List<RowFault> faults = new ArrayList<>(cellFaults(row));
        if (wanted) {
            addContentFaults(row, fields, faults);
        }
        if (!faults.isEmpty()) {
            return new RowStanding.Faulty(faults);
        }
        String customer = text(fields.customer());
        if (!wanted || customer == null || fields.workDate() == null) {
            return new RowStanding.NotReady();
        }
        return new RowStanding.Wanted(
                new RowGroup(
                        row.realmId(),
                        row.row().sheetId(),
                        customer,
                        text(fields.project()),
                        text(fields.departmentName()),
                        YearMonth.from(fields.workDate())));
    }

    /// Cells that do not fit what their column is for, whether the row is ready or not.
    public static List<RowFault> cellFaults(RowObserved row) {
        return row.problems().stream()
                .filter(problem -> InputCells.isInput(problem.part()))
                .map(problem -> invalid(row, problem))
                .toList();
    }

    private static RowFault invalid(RowObserved row, CellProblem problem) {
        return new RowFault(
                FindingKind.INVALID_CELL,
                Severity.ERROR,
                problem.part().name(),
                "%s cannot be read in %s".formatted(problem.columnTitle(), label(row)),
                problem.message(),
                "Correct the cell; the row goes on by itself.");
    }

    private static void addContentFaults(
            RowObserved row, BillingFields fields, List<RowFault> faults) {
        if (row.columns().containsKey(ColumnPart.BILLABLE)
                && !Boolean.TRUE.equals(fields.billable())
                && !hasProblem(row, ColumnPart.BILLABLE)) {
            faults.add(
                    new RowFault(
                            FindingKind.NOT_BILLABLE,
                            Severity.INFO,
                            "BILLABLE",
                            "%s is ready but not billable".formatted(capitalised(label(row))),
                            "Its Billable box is not ticked, so it is not invoiced.",
                            "Tick Billable if it should be invoiced."));
            return;
        }
        missing(row, ColumnPart.CUSTOMER, text(fields.customer()), "Customer", faults);
        missing(row, ColumnPart.WORK_DATE, fields.workDate(), "Work Date", faults);
        addQuantityFaults(row, fields, faults);
    }

    private static void addQuantityFaults(
            RowObserved row, BillingFields fields, List<RowFault> faults) {
        Quantity hours = fields.hours();
        Money cost = fields.cost();
        if ((hours != null && hours.isNegative()) || (cost != null && cost.isNegative())) {
            String what = hours != null && hours.isNegative() ? "Hours" : "Cost";
            String figure =
                    hours != null && hours.isNegative()
                            ? hours.toString()
                            : String.valueOf(cost == null ? null : cost.readable());
            faults.add(
                    new RowFault(
                            FindingKind.NEGATIVE_QUANTITY,
                            Severity.ERROR,
                            what.toUpperCase(java.util.Locale.ROOT),
                            "%s is negative in %s".formatted(what, label(row)),
                            "%s is %s; an invoice line cannot be negative.".formatted(what, figure),
                            "Enter a positive figure, or credit the customer in QuickBooks."));
            return;
        }
        boolean hasHours = hours != null && !hours.equals(Quantity.ZERO);
        boolean hasCost = cost != null && !cost.isZero();
        if (hasHours && hasCost) {
            faults.add(
                    new RowFault(
                            FindingKind.INVALID_CELL,
                            Severity.ERROR,
                            "HOURS+COST",
                            "%s has both hours and a cost".formatted(capitalised(label(row))),
                            "A row is either hours of a service or a cost passed on.",
                            "Put the cost on a row of its own."));
        } else if (hasHours) {
            missing(row, ColumnPart.SERVICE, text(fields.service()), "Service", faults);
        } else if (!hasCost
                && !hasProblem(row, ColumnPart.HOURS)
                && !hasProblem(row, ColumnPart.COST)) {
            missing(row, ColumnPart.HOURS, null, "Hours", faults);
        }
    }

    static void missing(
            RowObserved row,
            ColumnPart part,
            @Nullable Object value,
            String title,
            List<RowFault> faults) {
        if (value == null && !hasProblem(row, part)) {
            faults.add(
                    new RowFault(
                            FindingKind.MISSING_CELL,
                            Severity.ERROR,
                            part.name(),
                            "%s is empty in %s".formatted(title, label(row)),
                            "A row that is ready to bill needs %s.".formatted(title),
                            "Fill in %s; the row goes on by itself.".formatted(title)));
        }
    }

    private static boolean hasProblem(RowObserved row, ColumnPart part) {
        return row.problems().stream().anyMatch(problem -> problem.part() == part);
    }

    static @Nullable String text(@Nullable String cell) {
        return cell == null || cell.isBlank() ? null : cell.strip();
    }

    /// How people find the row.
    public static String label(RowObserved row) {
        return "row %d of %s".formatted(row.rowNumber(), row.sheetName());
    }

    static String capitalised(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}

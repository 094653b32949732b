package io.tieout.reconcile.matching;

import io.tieout.model.id.RowRef;
import io.tieout.model.money.Money;
import io.tieout.model.smartsheet.BillingFields;
import io.tieout.model.smartsheet.ColumnPart;
import io.tieout.model.smartsheet.CostFields;
import io.tieout.model.smartsheet.DocumentFields;
import io.tieout.model.smartsheet.DocumentKind;
import io.tieout.model.smartsheet.ProjectFields;
import io.tieout.model.smartsheet.RowObserved;
import io.tieout.model.smartsheet.TimesheetFields;
import io.tieout.reconcile.billing.Billing;
import io.tieout.reconcile.ledger.EntryKind;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A row of a sheet as far as it is compared.
///
/// @param party whom it is from; for hours the project that they were worked for
/// @param link QuickBooks id that the row names
/// @param order number of the purchase order that it belongs to
/// @param person who worked, of hours
public record SheetLine(
        RowRef row,
        EntryKind kind,
        @Nullable String party,
        @Nullable String reference,
        @Nullable String link,
        @Nullable String order,
        @Nullable Measure measure,
        @Nullable LocalDate day,
        @Nullable String description,
        @Nullable String project,
        @Nullable String department,
        @Nullable String account,
        @Nullable String person) {
    /// A row of which nobody's work is told.
    public SheetLine(
            RowRef row,
            EntryKind kind,
            @Nullable String party,
            @Nullable String reference,
            @Nullable String link,
            @Nullable String order,
            @Nullable Measure measure,
            @Nullable LocalDate day,
            @Nullable String description,
            @Nullable String project,
            @Nullable String department,
            @Nullable String account) {
        this(
                row,
                kind,
                party,
                reference,
                link,
                order,
                measure,
                day,
                description,
                project,
                department,
                account,
                null);
    }

    /// Absent for rows that have no counterpart in the books. Costs always have; hours and orders
    /// where the sheet has a column to say so; billing rows once they are billed. A row with a cell
    /// that cannot be read says nothing that can be compared: a day that nobody can read is not the
    /// day of whichever document is over the same.
    public static @Nullable SheetLine of(RowObserved row, Billing billing) {
        SheetLine line = read(row, billing);
        return line != null && UnreadableCells.of(row).areDecisive() ? line.withoutMeasure() : line;
    }

    private static @Nullable SheetLine read(RowObserved row, Billing billing) {
        boolean asked = row.columns().containsKey(ColumnPart.RECONCILIATION_STATUS);
        return switch (row.fields()) {
            case CostFields cost -> of(row.row(), cost);
            case TimesheetFields time -> asked ? of(row.row(), time) : null;
            case DocumentFields order ->
                    asked && order.kind() == DocumentKind.PURCHASE_ORDER
                            ? of(row.row(), order)
                            : null;
            case BillingFields billed -> of(row.row(), billed, billing.of(row.row(), billed));
            case ProjectFields _ -> null;
        };
    }

    private static SheetLine of(RowRef row, CostFields cost) {
        return new SheetLine(
                row,
                EntryKind.COST,
                cost.vendor(),
                cost.documentNumber(),
                cost.quickbooksId(),
                cost.purchaseOrder(),
                cost.amount() == null ? null : Measure.of(cost.amount()),
                cost.date(),
                cost.description(),
                cost.project(),
                cost.className(),
                cost.account());
    }

    private static SheetLine of(RowRef row, TimesheetFields time) {
        return new SheetLine(
                row,
                EntryKind.TIMESHEET,
                time.project(),
                null,
                null,
                null,
                time.hours() == null ? null : Measure.hours(time.hours()),
                time.workDate(),
                time.description(),
                time.project(),
                null,
                null,
                time.person());
    }

    private static SheetLine of(RowRef row, DocumentFields order) {
        return new SheetLine(
                row,
                EntryKind.BUDGET,
                order.vendor(),
                order.documentNumber(),
                null,
                null,
                order.amount() == null ? null : Measure.of(order.amount()),
                order.date(),
                order.description(),
                order.project(),
                order.className(),
                order.account());
    }

    /// A customer may be written `Customer:Part`; which of its parts is invoiced for the project is
    /// not compared then.
    private static @Nullable SheetLine of(
            RowRef row, BillingFields fields, Billing.@Nullable Line line) {
        if (line == null) {
            return null;
        }
        String customer = fields.customer() == null ? "" : fields.customer();
        int part = customer.indexOf(':');
        Money worth = line.worth();
        boolean charged = worth != null && !worth.isNegative() && !worth.isZero();
        return new SheetLine(
                row,
                EntryKind.BILLING,
                part < 0 ? customer : customer.substring(0, part),
                line.number(),
                line.link(),
                null,
                worth == null || !charged ? null : Measure.of(worth),
                line.day(),
                fields.description(),
                part < 0 ? plain(fields.project()) : null,
                isQualified(fields.className()) ? null : fields.className(),
                null);
    }

    private static boolean isQualified(@Nullable String name) {
        return name != null && name.indexOf(':') >= 0;
    }

    private static @Nullable String plain(@Nullable String name) {
        return name == null ? null : name.strip().replaceAll("\\s+", " ");
    }

    /// The same without saying over what.
    SheetLine withoutMeasure() {
        return new SheetLine(
                row,
                kind,
                party,
                reference,
                link,
                order,
                null,
                day,
                description,
                project,
                department,
                account,
                person);
    }

    /// Whether it says whom it is from and over what.
    boolean isComplete() {
        return party != null && !party.isBlank() && measure != null;
    }
}

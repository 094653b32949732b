package io.tieout.console.source;

import io.tieout.model.id.RowRef;
import io.tieout.model.money.Money;
import io.tieout.model.smartsheet.BillingFields;
import io.tieout.model.smartsheet.CellProblem;
import io.tieout.model.smartsheet.CostFields;
import io.tieout.model.smartsheet.DocumentFields;
import io.tieout.model.smartsheet.ProjectFields;
import io.tieout.model.smartsheet.RowFields;
import io.tieout.model.smartsheet.RowGone;
import io.tieout.model.smartsheet.RowObserved;
import io.tieout.model.smartsheet.TimesheetFields;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A row as it is now, in words.
///
/// @param label where it stands
/// @param problems what is wrong with its cells
public record RowWords(String label, String words, String figures, List<String> problems) {
    public RowWords {
        problems = List.copyOf(problems);
    }

    public static RowWords of(RowRef ref, @Nullable SourceRow row) {
        if (row == null) {
            return new RowWords(
                    "A row", "not seen by the console yet, id " + ref.rowId(), "", List.of());
        }
        return switch (row.event()) {
            case RowGone _ ->
                    new RowWords(
                            "A row that is gone",
                            "no longer in its sheet, id " + ref.rowId(),
                            "",
                            List.of());
            case RowObserved observed ->
                    new RowWords(
                            observed.sheetName() + ", row " + observed.rowNumber(),
                            words(observed.fields()),
                            figures(observed.fields()),
                            observed.problems().stream().map(CellProblem::message).toList());
        };
    }

    private static String words(RowFields fields) {
        return switch (fields) {
            case BillingFields row ->
                    joined(row.description(), row.service(), row.project(), row.status());
            case CostFields row -> joined(row.description(), row.vendor(), row.documentNumber());
            case ProjectFields row -> joined(row.project(), row.customer());
            case DocumentFields row ->
                    joined(
                            row.description(),
                            row.vendor(),
                            row.documentNumber(),
                            row.account(),
                            row.service(),
                            row.status());
            case TimesheetFields row ->
                    joined(row.description(), row.person(), row.service(), row.project());
        };
    }

    private static String figures(RowFields fields) {
        return switch (fields) {
            case BillingFields row ->
                    joined(
                            row.hours() == null ? null : row.hours() + " h",
                            row.cost() == null ? null : row.cost().readable(),
                            row.workDate());
            case CostFields row ->
                    joined(row.amount() == null ? null : row.amount().readable(), row.date());
            case DocumentFields row ->
                    joined(
                            readable(row.amount()),
                            row.debit() == null ? null : "debit " + readable(row.debit()),
                            row.credit() == null ? null : "credit " + readable(row.credit()),
                            row.hours() == null ? null : row.hours() + " h",
                            row.date());
            case TimesheetFields row ->
                    joined(row.hours() == null ? null : row.hours() + " h", row.workDate());
            case ProjectFields row ->
                    joined(
                            row.approvedHours() == null
                                    ? null
                                    : row.approvedHours() + " h approved",
                            row.budget() == null ? null : row.budget().readable());
        };
    }

    private static @Nullable String readable(@Nullable Money amount) {
        return amount == null ? null : amount.readable();
    }

    private static String joined(@Nullable Object... parts) {
        List<String> present = new ArrayList<>();
        for (Object part : parts) {
            if (part != null && !part.toString().isBlank()) {
                present.add(part.toString());
            }
        }
        return String.join(" · ", present);
    }
}

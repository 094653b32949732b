package io.tieout.invoice.drafts;

import io.tieout.invoice.books.NameKey;
import io.tieout.model.smartsheet.BillingFields;
import io.tieout.model.smartsheet.RowObserved;
import io.tieout.model.smartsheet.TimesheetFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which timesheet rows of a project belong to a billing row: those of its day, and of its service
/// if they name one. Pure.
final class Timesheets {
    private static final int ROWS_MAX = 20;

    private Timesheets() {}

    static List<RowObserved> of(RowObserved row, List<RowObserved> ofProject) {
        if (!(row.fields() instanceof BillingFields cells) || cells.workDate() == null) {
            return List.of();
        }
        return ofProject.stream()
                .filter(time ->
                        time.fields() instanceof TimesheetFields fields
                                && cells.workDate().equals(fields.workDate())
                                && isOf(fields.service(), cells.service()))
                .limit(ROWS_MAX)
                .toList();
    }

    private static boolean isOf(@Nullable String named, @Nullable String service) {
        return named == null || (service != null && NameKey.of(named).equals(NameKey.of(service)));
    }
}

package io.tieout.reconcile.desk;

import io.tieout.model.id.ColumnId;
import io.tieout.model.id.SheetId;
import io.tieout.model.smartsheet.ColumnPart;
import io.tieout.reconcile.reporting.Amount;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where a company's discrepancies are looked into.
///
/// @param threshold a discrepancy with more at stake becomes a task, in the books' currency;
///   absent: none does
/// @param since what is dated earlier is no task; absent for no limit
/// @param sheet where tasks are kept; absent for nowhere
/// @param accountants e-mail addresses by project; `*` for all other projects
/// @param weekly when the weekly report goes out; absent for never
/// @param counterparts accounts that corrections are posted against
public record ReviewDesk(
        @Nullable BigDecimal threshold,
        @Nullable LocalDate since,
        @Nullable TaskSheet sheet,
        Map<String, List<String>> accountants,
        @Nullable Weekly weekly,
        ZoneId zone,
        Counterparts counterparts) {
    /// Nowhere, and nobody is told.
    public static final ReviewDesk NONE =
            new ReviewDesk(null, null, null, Map.of(), null, ZoneId.of("UTC"), Counterparts.NONE);

    private static final String ALL_OTHERS = "*";
    private static final String HOURS = "HRS";

    /// The Finance Review sheet; a part without a column is not written.
    public record TaskSheet(SheetId sheetId, Map<ColumnPart, ColumnId> columns) {
        public TaskSheet {
            columns = Map.copyOf(columns);
            if (!columns.containsKey(ColumnPart.EXTERNAL_ID)) {
                throw new IllegalArgumentException(
                        "The Finance Review sheet %s needs a column for EXTERNAL_ID: by it a task is found again"
                                .formatted(sheetId));
            }
        }

        public ColumnId externalIdColumn() {
            return Optional.ofNullable(columns.get(ColumnPart.EXTERNAL_ID)).orElseThrow();
        }
    }

    /// Names of the accounts against which corrections are posted; absent for none.
    ///
    /// @param clearing takes up differences in amount until they are cleared
    /// @param accrued takes up costs of one month that are booked in another
    public record Counterparts(@Nullable String clearing, @Nullable String accrued) {
        public static final Counterparts NONE = new Counterparts(null, null);
    }

    /// A day of the week and a time, where the company is.
    public record Weekly(DayOfWeek day, LocalTime time) {}

    public ReviewDesk {
        accountants = Map.copyOf(accountants);
    }

    /// Whether so much is worth a task. Hours have no threshold.
    public boolean isAbove(Amount stake) {
        return threshold != null
                && !stake.unit().equals(HOURS)
                && stake.value().compareTo(threshold) > 0;
    }

    public boolean covers(LocalDate day) {
        return since == null || !day.isBefore(since);
    }

    /// Who is told about a project.
    public List<String> accountantsOf(String project) {
        return accountants.entrySet().stream()
                .filter(one -> one.getKey().equalsIgnoreCase(project))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> accountants.getOrDefault(ALL_OTHERS, List.of()));
    }
}

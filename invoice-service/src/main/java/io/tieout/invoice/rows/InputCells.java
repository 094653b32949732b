package io.tieout.invoice.rows;

import io.tieout.kit.json.CanonicalJson;
import io.tieout.model.money.Money;
import io.tieout.model.money.Quantity;
import io.tieout.model.smartsheet.BillingFields;
import io.tieout.model.smartsheet.ColumnPart;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The cells that people fill in and drafts are made from. What Tieout writes itself is not among
/// them, so its own writes never look like a change.
public record InputCells(
        @Nullable String customer,
        @Nullable String project,
        @Nullable String service,
        @Nullable String description,
        @Nullable LocalDate workDate,
        @Nullable Quantity hours,
        @Nullable Money cost,
        @Nullable Boolean billable,
        @Nullable String className,
        @Nullable String departmentName,
        @Nullable String projectManager) {
    private static final Set<ColumnPart> PARTS =
            EnumSet.of(
                    ColumnPart.STATUS,
                    ColumnPart.CUSTOMER,
                    ColumnPart.PROJECT,
                    ColumnPart.SERVICE,
                    ColumnPart.DESCRIPTION,
                    ColumnPart.WORK_DATE,
                    ColumnPart.HOURS,
                    ColumnPart.COST,
                    ColumnPart.BILLABLE,
                    ColumnPart.CLASS,
                    ColumnPart.DEPARTMENT,
                    ColumnPart.APPROVED_HOURS,
                    ColumnPart.BUDGET);

    public static InputCells of(BillingFields fields) {
        return new InputCells(
                fields.customer(),
                fields.project(),
                fields.service(),
                fields.description(),
                fields.workDate(),
                fields.hours(),
                fields.cost(),
                fields.billable(),
                fields.className(),
                fields.departmentName(),
                fields.projectManager());
    }

    static boolean isInput(ColumnPart part) {
        return PARTS.contains(part);
    }

    /// Equal for equal cells.
    public String hash() {
        return CanonicalJson.sha256(this);
    }
}

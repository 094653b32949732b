package io.tieout.console.project;

import io.tieout.model.money.Money;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is known about one project.
///
/// @param customer whom the project's own row, or its billing rows, name
/// @param hours absent parts are zero
/// @param billed totals of invoices done, by currency
/// @param waiting totals of drafts that are not decided, by currency
record ProjectSum(
        String name,
        @Nullable String customer,
        Hours hours,
        @Nullable Money budget,
        long readyRows,
        List<Money> billed,
        List<Money> waiting,
        long exceptions,
        long costRows,
        long costRowsMatched) {
    ProjectSum {
        billed = List.copyOf(billed);
        waiting = List.copyOf(waiting);
    }

    /// Hours on the project's rows.
    ///
    /// @param approved absent when no row of a projects sheet names it
    record Hours(
            @Nullable BigDecimal approved, BigDecimal billed, BigDecimal ready, BigDecimal open) {
        /// Approved hours that neither an invoice nor a ready row takes; negative when too many
        /// are.
        @Nullable BigDecimal left() {
            return approved == null ? null : approved.subtract(billed).subtract(ready);
        }

        boolean exceeded() {
            BigDecimal left = left();
            return left != null && left.signum() < 0;
        }
    }

    long costRowsMissing() {
        return costRows - costRowsMatched;
    }
}

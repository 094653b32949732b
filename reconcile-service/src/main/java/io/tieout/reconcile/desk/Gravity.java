package io.tieout.reconcile.desk;

import io.tieout.model.finding.Severity;
import io.tieout.reconcile.engine.Category;
import io.tieout.reconcile.reporting.Amount;
import org.jspecify.annotations.Nullable;

/// How bad a difference is, by what it is and what is at stake; until when it is to be settled
/// follows from that. Pure.
public final class Gravity {
    private Gravity() {}

    /// @param category absent when it is not sure that there is a difference at all
    public static Severity of(@Nullable Category category, Amount stake, ReviewDesk desk) {
        return category == null ? Severity.WARNING : of(category, desk.isAbove(stake));
    }

    /// Money that is missing, lost or paid twice is worse than money in the wrong place, and that
    /// is worse than money in the wrong month.
    private static Severity of(Category category, boolean isMuch) {
        return switch (category) {
            case DUPLICATE,
                    MISSING_IN_QUICKBOOKS,
                    MISSING_IN_SMARTSHEET,
                    MISSING_RECEIPT,
                    UNBILLED_LABOR,
                    AMOUNT_VARIANCE,
                    DATA_ENTRY_ERROR ->
                    isMuch ? Severity.ERROR : Severity.WARNING;
            case CODING_ERROR -> Severity.WARNING;
            case TIMING -> isMuch ? Severity.WARNING : Severity.INFO;
        };
    }
}

package io.tieout.reconcile.facts;

import io.tieout.model.envelope.EventEnvelope;
import io.tieout.model.smartsheet.RowEvent;
import io.tieout.model.smartsheet.RowGone;
import io.tieout.model.smartsheet.RowObserved;
import io.tieout.model.smartsheet.SheetRole;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/// Keeps a row that may be compared as it is now, unless a newer one is kept already.
@ApplicationScoped
class ApplyRow {
    private final SheetRows rows;
    private final ComparisonDue comparison;

    ApplyRow(SheetRows rows, ComparisonDue comparison) {
        this.rows = rows;
        this.comparison = comparison;
    }

    @Transactional
    void handle(EventEnvelope<RowEvent> event) {
        SheetRole role =
                switch (event.payload()) {
                    case RowObserved observed -> observed.role();
                    case RowGone gone -> gone.role();
                };
        if (isCompared(role) && rows.apply(event)) {
            comparison.ofRow(event.payload().realmId(), event.payload().row());
        }
    }

    private static boolean isCompared(SheetRole role) {
        return switch (role) {
            case COSTS, TIMESHEETS, DOCUMENTS -> true;
            case BILLING, PROJECTS -> false;
        };
    }
}

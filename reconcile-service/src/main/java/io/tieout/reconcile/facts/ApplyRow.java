package io.tieout.reconcile.facts;

import io.tieout.model.envelope.EventEnvelope;
import io.tieout.model.smartsheet.RowEvent;
import io.tieout.model.smartsheet.RowGone;
import io.tieout.model.smartsheet.RowObserved;
import io.tieout.model.smartsheet.SheetRole;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/// Keeps a cost row as it is now, unless a newer one is kept already.
@ApplicationScoped
class ApplyRow {
    private final CostRows rows;
    private final ComparisonDue comparison;

    ApplyRow(CostRows rows, ComparisonDue comparison) {
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
        if (role == SheetRole.COSTS && rows.apply(event)) {
            comparison.in(event.payload().realmId());
        }
    }
}

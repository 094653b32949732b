package io.tieout.reconcile.facts;

import io.tieout.model.envelope.EventEnvelope;
import io.tieout.model.id.RealmId;
import io.tieout.model.id.RowRef;
import io.tieout.model.smartsheet.BillingFields;
import io.tieout.model.smartsheet.RowEvent;
import io.tieout.model.smartsheet.RowGone;
import io.tieout.model.smartsheet.RowObserved;
import io.tieout.model.smartsheet.SheetRole;
import io.tieout.reconcile.billing.Billing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/// Keeps a row that may be compared as it is now, unless a newer one is kept already.
@ApplicationScoped
class ApplyRow {
    private final SheetRows rows;
    private final BilledRows billed;
    private final ComparisonDue comparison;

    ApplyRow(SheetRows rows, BilledRows billed, ComparisonDue comparison) {
        this.rows = rows;
        this.billed = billed;
        this.comparison = comparison;
    }

    @Transactional
    void handle(EventEnvelope<RowEvent> event) {
        RowEvent payload = event.payload();
        RealmId realm = payload.realmId();
        RowRef row = payload.row();
        SheetRole role =
                switch (payload) {
                    case RowObserved observed -> observed.role();
                    case RowGone gone -> gone.role();
                };
        switch (role) {
            case COSTS, TIMESHEETS, DOCUMENTS -> {
                if (rows.apply(event)) {
                    comparison.ofRow(realm, row);
                }
            }
            case BILLING -> {
                boolean concerned =
                        billed.isKnown(realm, row)
                                || isClaimed(payload)
                                || rows.of(realm, row)
                                        .filter(known -> isClaimed(known.observed()))
                                        .isPresent();
                if (rows.apply(event) && concerned) {
                    comparison.ofRow(realm, row);
                }
            }
            case PROJECTS -> rows.apply(event);
        }
    }

    /// Most billing rows wait to be billed, and nothing is said of them.
    private static boolean isClaimed(RowEvent event) {
        return event instanceof RowObserved observed
                && observed.fields() instanceof BillingFields fields
                && Billing.isClaimed(fields);
    }
}

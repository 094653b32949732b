package io.tieout.invoice.observing;

import io.tieout.invoice.Cause;
import io.tieout.invoice.books.NameKey;
import io.tieout.invoice.claims.Marking;
import io.tieout.invoice.claims.Markings;
import io.tieout.invoice.drafts.WakeDrafts;
import io.tieout.invoice.findings.RowFindings;
import io.tieout.invoice.rows.InputCells;
import io.tieout.invoice.rows.RowCheck;
import io.tieout.invoice.rows.RowGroup;
import io.tieout.invoice.rows.RowStanding;
import io.tieout.invoice.rows.Rows;
import io.tieout.invoice.rows.StoredRow;
import io.tieout.model.envelope.EventEnvelope;
import io.tieout.model.id.RealmId;
import io.tieout.model.smartsheet.BillingFields;
import io.tieout.model.smartsheet.ProjectFields;
import io.tieout.model.smartsheet.RowEvent;
import io.tieout.model.smartsheet.RowGone;
import io.tieout.model.smartsheet.RowObserved;
import io.tieout.model.smartsheet.SheetRole;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Takes in a row: remembers its marking, tells what is wrong with it, and wakes the groups that it
/// came to or left.
@ApplicationScoped
class ObserveRow {
    private final Rows rows;
    private final Markings markings;
    private final WakeDrafts wake;
    private final RowFindings rowFindings;

    ObserveRow(Rows rows, Markings markings, WakeDrafts wake, RowFindings rowFindings) {
        this.rows = rows;
        this.markings = markings;
        this.wake = wake;
        this.rowFindings = rowFindings;
    }

    @Transactional
    void handle(EventEnvelope<RowEvent> event) {
        RowObserved before = rows.find(event.payload().row()).map(StoredRow::observed).orElse(null);
        if (!rows.apply(event.payload(), event.sourceRevision())) {
            return;
        }
        SheetRole role;
        RowObserved now;
        switch (event.payload()) {
            case RowObserved observed -> {
                role = observed.role();
                now = observed;
            }
            case RowGone gone -> {
                role = gone.role();
                now = null;
            }
        }
        switch (role) {
            case BILLING -> billing(event, before, now);
            case PROJECTS -> project(event, before, now);
            case COSTS -> {
                // reconcile-service's business
            }
        }
    }

    private void billing(
            EventEnvelope<RowEvent> event,
            @Nullable RowObserved before,
            @Nullable RowObserved now) {
        Cause cause = Cause.of(event);
        boolean ready = now != null && now.fields() instanceof BillingFields cells && cells.ready();
        Marking marking = markings.seen(event.payload().row(), event.sourceRevision(), ready);
        RowGroup left = group(before);
        RowGroup joined = group(now);
        if (!Objects.equals(left, joined)
                || !Objects.equals(inputs(before), inputs(now))
                || !Objects.equals(status(before), status(now))) {
            if (left != null && (joined == null || !left.key().equals(joined.key()))) {
                wake.touched(left, cause);
            }
            if (joined != null && (marking.counts() || left != null)) {
                wake.touched(joined, cause);
            }
        }
        rowFindings.report(event.payload().row(), event.payload().realmId(), cause);
    }

    private static @Nullable RowGroup group(@Nullable RowObserved row) {
        return row != null && RowCheck.check(row) instanceof RowStanding.Wanted(RowGroup group)
                ? group
                : null;
    }

    private static @Nullable InputCells inputs(@Nullable RowObserved row) {
        return row != null && row.fields() instanceof BillingFields cells
                ? InputCells.of(cells)
                : null;
    }

    private static @Nullable String status(@Nullable RowObserved row) {
        return row != null && row.fields() instanceof BillingFields cells ? cells.status() : null;
    }

    private void project(
            EventEnvelope<RowEvent> event,
            @Nullable RowObserved before,
            @Nullable RowObserved now) {
        RealmId realm = event.payload().realmId();
        String old = projectKey(before);
        String present = projectKey(now);
        if (old != null) {
            wake.projectChanged(realm, old);
        }
        if (present != null && !present.equals(old)) {
            wake.projectChanged(realm, present);
        }
        rowFindings.report(event.payload().row(), realm, Cause.of(event));
    }

    private static @Nullable String projectKey(@Nullable RowObserved row) {
        return row != null
                        && row.fields() instanceof ProjectFields fields
                        && fields.project() != null
                ? NameKey.of(fields.project())
                : null;
    }
}

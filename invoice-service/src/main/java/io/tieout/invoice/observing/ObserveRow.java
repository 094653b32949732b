package io.tieout.invoice.observing;

import io.tieout.invoice.Cause;
import io.tieout.invoice.books.NameKey;
import io.tieout.invoice.claims.Marking;
import io.tieout.invoice.claims.Markings;
import io.tieout.invoice.drafts.WakeDrafts;
import io.tieout.invoice.findings.RowFindings;
import io.tieout.invoice.narrative.ContextSources;
import io.tieout.invoice.rows.InputCells;
import io.tieout.invoice.rows.RowCheck;
import io.tieout.invoice.rows.RowStanding;
import io.tieout.invoice.rows.Rows;
import io.tieout.invoice.rows.StoredRow;
import io.tieout.invoice.rows.WorkGroup;
import io.tieout.model.envelope.EventEnvelope;
import io.tieout.model.id.RealmId;
import io.tieout.model.smartsheet.BillingFields;
import io.tieout.model.smartsheet.CostFields;
import io.tieout.model.smartsheet.DocumentFields;
import io.tieout.model.smartsheet.DraftedFields;
import io.tieout.model.smartsheet.ProjectFields;
import io.tieout.model.smartsheet.RowEvent;
import io.tieout.model.smartsheet.RowFields;
import io.tieout.model.smartsheet.RowGone;
import io.tieout.model.smartsheet.RowObserved;
import io.tieout.model.smartsheet.SheetRole;
import io.tieout.model.smartsheet.TimesheetFields;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Arrays;
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
            case BILLING, DOCUMENTS -> drafted(event, before, now);
            case PROJECTS -> project(event, before, now);
            case TIMESHEETS -> timesheet(event, before, now);
            case COSTS -> {
                // reconcile-service's business
            }
        }
    }

    private void drafted(
            EventEnvelope<RowEvent> event,
            @Nullable RowObserved before,
            @Nullable RowObserved now) {
        Cause cause = Cause.of(event);
        boolean ready = now != null && isMarked(now.fields());
        Marking marking = markings.seen(event.payload().row(), event.sourceRevision(), ready);
        WorkGroup left = group(before);
        WorkGroup joined = group(now);
        if (!Objects.equals(left, joined)
                || !Objects.equals(inputs(before), inputs(now))
                || !ContextSources.basis(before).equals(ContextSources.basis(now))
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

    private static @Nullable WorkGroup group(@Nullable RowObserved row) {
        return row != null && RowCheck.check(row) instanceof RowStanding.Wanted(WorkGroup group)
                ? group
                : null;
    }

    private static @Nullable String inputs(@Nullable RowObserved row) {
        return row != null && row.fields() instanceof DraftedFields cells
                ? InputCells.hash(cells)
                : null;
    }

    private static @Nullable String status(@Nullable RowObserved row) {
        return row != null && row.fields() instanceof DraftedFields cells ? cells.status() : null;
    }

    /// A person marked it ready, or left it to its milestone.
    private static boolean isMarked(RowFields fields) {
        return switch (fields) {
            case BillingFields cells -> cells.ready() || cells.milestone() != null;
            case DocumentFields cells -> cells.ready();
            case CostFields _, ProjectFields _, TimesheetFields _ -> false;
        };
    }

    private void timesheet(
            EventEnvelope<RowEvent> event,
            @Nullable RowObserved before,
            @Nullable RowObserved now) {
        for (RowObserved row : Arrays.asList(before, now)) {
            if (row != null
                    && row.fields() instanceof TimesheetFields time
                    && time.project() != null) {
                wake.projectChanged(event.payload().realmId(), NameKey.of(time.project()));
            }
        }
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

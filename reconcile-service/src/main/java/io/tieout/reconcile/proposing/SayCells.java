package io.tieout.reconcile.proposing;

import io.tieout.kit.event.Connections;
import io.tieout.kit.event.Events;
import io.tieout.kit.lane.Lane;
import io.tieout.kit.lane.Lanes;
import io.tieout.kit.outbox.Outbox;
import io.tieout.model.envelope.SourceRevision;
import io.tieout.model.finding.FindingEvent;
import io.tieout.model.finding.FindingKind;
import io.tieout.model.finding.FindingOpened;
import io.tieout.model.finding.FindingResolved;
import io.tieout.model.finding.Severity;
import io.tieout.model.id.FindingId;
import io.tieout.model.id.RealmId;
import io.tieout.model.id.RowRef;
import io.tieout.model.smartsheet.RowObserved;
import io.tieout.model.topic.Services;
import io.tieout.model.topic.Topics;
import io.tieout.reconcile.facts.ObservedRow;
import io.tieout.reconcile.matching.UnreadableCells;
import io.tieout.reconcile.proposing.CellFindings.OnRecord;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Says of rows which of their cells cannot be read, and that they can again. Of rows that are
/// drafted from, invoice-service says it.
@ApplicationScoped
class SayCells {
    private final CellFindings findings;
    private final Lanes lanes;
    private final Outbox outbox;
    private final Events events;
    private final Clock clock;

    SayCells(CellFindings findings, Lanes lanes, Outbox outbox, Events events, Clock clock) {
        this.findings = findings;
        this.lanes = lanes;
        this.outbox = outbox;
        this.events = events;
        this.clock = clock;
    }

    /// A row of which something else is to be said.
    ///
    /// @param row absent when it is gone
    /// @param cells none when all can be read
    record Changed(
            RowRef ref,
            @Nullable ObservedRow row,
            UnreadableCells cells,
            @Nullable OnRecord before) {}

    /// @param rows as they are now
    /// @param concerned rows of which some may be gone; absent for all
    @Transactional
    List<Changed> changed(
            RealmId realm, Collection<ObservedRow> rows, @Nullable Collection<RowRef> concerned) {
        Map<RowRef, OnRecord> known =
                concerned == null ? findings.of(realm) : findings.of(realm, concerned);
        List<Changed> changed = new ArrayList<>();
        for (ObservedRow row : rows) {
            UnreadableCells cells = worthSaying(row.observed());
            OnRecord before = known.remove(row.ref());
            String said = before == null || !before.open() ? "" : before.detail();
            if (!said.equals(cells.words())) {
                changed.add(new Changed(row.ref(), row, cells, before));
            }
        }
        known.values().stream()
                .filter(OnRecord::open)
                .map(gone -> new Changed(gone.row(), null, UnreadableCells.NONE, gone))
                .forEach(changed::add);
        return changed;
    }

    private static UnreadableCells worthSaying(RowObserved row) {
        return switch (row.role()) {
            case COSTS, TIMESHEETS ->
                    row.beforeCutOver() ? UnreadableCells.NONE : UnreadableCells.of(row);
            case BILLING, DOCUMENTS, PROJECTS -> UnreadableCells.NONE;
        };
    }

    @Transactional
    void store(Lane lane, RealmId realm, List<Changed> all) {
        lanes.confirm(lane);
        for (Changed one : all) {
            OnRecord before = one.before();
            Instant at = later(before == null ? null : before.foundAt());
            ObservedRow row = one.row();
            FindingEvent event =
                    row == null || one.cells().isEmpty()
                            ? resolved(realm, one, at)
                            : opened(row.observed(), one.cells(), at);
            publish(event, row, at);
            findings.store(
                    realm,
                    new OnRecord(
                            one.ref(),
                            event instanceof FindingOpened,
                            event instanceof FindingOpened said
                                    ? said.title()
                                    : before == null ? "" : before.title(),
                            one.cells().words(),
                            at));
        }
    }

    private static FindingOpened opened(RowObserved row, UnreadableCells cells, Instant at) {
        return new FindingOpened(
                id(row.row()),
                row.realmId(),
                FindingKind.INVALID_CELL,
                Severity.ERROR,
                Services.RECONCILE,
                List.of(row.row()),
                null,
                RowFindings.title(cells.columns() + " cannot be read", row),
                cells.words(),
                cells.areDecisive()
                        ? "Correct the cell in the sheet: until then the row is compared with nothing, afterwards it is by itself."
                        : "Correct the cell in the sheet: until then the row is compared without it.",
                List.of(),
                null,
                at);
    }

    private static FindingResolved resolved(RealmId realm, Changed one, Instant at) {
        OnRecord before = one.before();
        return new FindingResolved(
                id(one.ref()),
                realm,
                FindingKind.INVALID_CELL,
                one.row() == null ? "The row is gone" : "All cells of the row can be read",
                at,
                before == null ? null : before.title());
    }

    private static FindingId id(RowRef row) {
        return new FindingId("unreadable-cells:" + row.key());
    }

    private void publish(FindingEvent event, @Nullable ObservedRow row, Instant at) {
        outbox.append(
                Topics.FINDINGS,
                event.key(),
                events.following(
                        Connections.quickbooks(event.realmId()),
                        new SourceRevision(0, at.toEpochMilli()),
                        row == null ? events.newCorrelation() : row.correlation(),
                        row == null ? null : row.cause(),
                        event));
    }

    /// A finding's change must be newer than its last, to the millisecond.
    private Instant later(@Nullable Instant last) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return last == null || now.isAfter(last) ? now : last.plusMillis(1);
    }
}

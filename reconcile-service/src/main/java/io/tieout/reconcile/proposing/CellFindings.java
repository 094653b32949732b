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
import io.tieout.model.id.RowId;
import io.tieout.model.id.RowRef;
import io.tieout.model.id.SheetId;
import io.tieout.model.smartsheet.RowObserved;
import io.tieout.model.topic.Services;
import io.tieout.model.topic.Topics;
import io.tieout.reconcile.facts.ObservedRow;
import io.tieout.reconcile.matching.UnreadableCells;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// The table `cell_findings`: rows of which cells cannot be read, and what was said of them. Of
/// rows that are drafted from, invoice-service says it.
@ApplicationScoped
class CellFindings {
    private final Jdbi jdbi;
    private final Lanes lanes;
    private final Outbox outbox;
    private final Events events;
    private final Clock clock;

    CellFindings(Jdbi jdbi, Lanes lanes, Outbox outbox, Events events, Clock clock) {
        this.jdbi = jdbi;
        this.lanes = lanes;
        this.outbox = outbox;
        this.events = events;
        this.clock = clock;
    }

    /// What was said of a row last.
    private record OnRecord(
            RowRef row, boolean open, String title, String detail, Instant foundAt) {}

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
        Map<RowRef, OnRecord> known = concerned == null ? of(realm) : of(realm, concerned);
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
            store(
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

    private Map<RowRef, OnRecord> of(RealmId realm) {
        return byRow(
                jdbi.withHandle(handle ->
                        handle.createQuery("SELECT * FROM cell_findings WHERE realm = :realm")
                                .bind("realm", realm.value())
                                .map((rs, _) -> onRecord(rs))
                                .list()));
    }

    private Map<RowRef, OnRecord> of(RealmId realm, Collection<RowRef> rows) {
        return rows.isEmpty()
                ? new HashMap<>()
                : byRow(
                        jdbi.withHandle(handle ->
                                handle.createQuery(
                                                """
                                                SELECT c.* FROM unnest(:sheets, :rows) AS asked (sheet_id, row_id)
                                                JOIN cell_findings c ON c.realm = :realm AND c.sheet_id = asked.sheet_id
                                                    AND c.row_id = asked.row_id\
                                                """)
                                        .bind("realm", realm.value())
                                        .bindArray(
                                                "sheets",
                                                String.class,
                                                rows.stream()
                                                        .map(row -> row.sheetId().value())
                                                        .toArray())
                                        .bindArray(
                                                "rows",
                                                String.class,
                                                rows.stream()
                                                        .map(row -> row.rowId().value())
                                                        .toArray())
                                        .map((rs, _) -> onRecord(rs))
                                        .list()));
    }

    private static Map<RowRef, OnRecord> byRow(List<OnRecord> all) {
        Map<RowRef, OnRecord> byRow = new HashMap<>();
        all.forEach(one -> byRow.put(one.row(), one));
        return byRow;
    }

    private static OnRecord onRecord(ResultSet rs) throws SQLException {
        return new OnRecord(
                new RowRef(
                        new SheetId(rs.getString("sheet_id")), new RowId(rs.getString("row_id"))),
                rs.getBoolean("open"),
                rs.getString("title"),
                rs.getString("detail"),
                rs.getTimestamp("found_at").toInstant());
    }

    private void store(RealmId realm, OnRecord now) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                INSERT INTO cell_findings (realm, sheet_id, row_id, open, title, detail, found_at)
                                VALUES (:realm, :sheet, :row, :open, :title, :detail, :at)
                                ON CONFLICT (realm, sheet_id, row_id) DO UPDATE
                                SET open = excluded.open, title = excluded.title, detail = excluded.detail, found_at = excluded.found_at\
                                """)
                        .bind("realm", realm.value())
                        .bind("sheet", now.row().sheetId().value())
                        .bind("row", now.row().rowId().value())
                        .bind("open", now.open())
                        .bind("title", now.title())
                        .bind("detail", now.detail())
                        .bind("at", now.foundAt())
                        .execute());
    }
}

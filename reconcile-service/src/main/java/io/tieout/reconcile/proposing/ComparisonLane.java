package io.tieout.reconcile.proposing;

import io.tieout.kit.lane.Lane;
import io.tieout.kit.lane.LaneResult;
import io.tieout.kit.lane.LaneWork;
import io.tieout.model.id.RealmId;
import io.tieout.model.id.RowRef;
import io.tieout.reconcile.ReconcileConfig;
import io.tieout.reconcile.desk.ReviewDesk;
import io.tieout.reconcile.desk.ReviewDesks;
import io.tieout.reconcile.facts.Books;
import io.tieout.reconcile.facts.Change;
import io.tieout.reconcile.facts.Changes;
import io.tieout.reconcile.facts.ComparisonDue;
import io.tieout.reconcile.facts.ObservedRow;
import io.tieout.reconcile.matching.LiveLedger;
import io.tieout.reconcile.matching.MatchOutcome;
import io.tieout.reconcile.matching.RowOutcome;
import io.tieout.reconcile.matching.SheetLine;
import io.tieout.reconcile.matching.UnreadableCells;
import io.tieout.reconcile.proposing.Ledgers.Compared;
import io.tieout.reconcile.records.RecordNames;
import io.tieout.reconcile.records.Records;
import io.tieout.reconcile.standing.Standing;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/// Compares what changed in a realm with what it touches, once for many changes, and everything
/// once a day. Before the books are loaded nobody can say what is missing in them, nor which of two
/// fits alone.
@ApplicationScoped
class ComparisonLane implements LaneWork {
    private static final Duration FULL_EVERY = Duration.ofHours(24);

    private final Changes changes;
    private final Books books;
    private final Ledgers ledgers;
    private final Reconciliations reconciliations;
    private final StoreDecisions decisions;
    private final SayCells cells;
    private final StoreStandings standings;
    private final Records records;
    private final ReviewDesks desks;
    private final ReconcileConfig config;
    private final Clock clock;

    ComparisonLane(
            Changes changes,
            Books books,
            Ledgers ledgers,
            Reconciliations reconciliations,
            StoreDecisions decisions,
            SayCells cells,
            StoreStandings standings,
            Records records,
            ReviewDesks desks,
            ReconcileConfig config,
            Clock clock) {
        this.changes = changes;
        this.books = books;
        this.ledgers = ledgers;
        this.reconciliations = reconciliations;
        this.decisions = decisions;
        this.cells = cells;
        this.standings = standings;
        this.records = records;
        this.desks = desks;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return ComparisonDue.LANE;
    }

    @Override
    public LaneResult run(Lane lane) {
        RealmId realm = new RealmId(lane.key());
        if (!books.areLoaded(realm)) {
            return LaneResult.idle();
        }
        Instant now = clock.instant();
        Changes.Pending pending = changes.of(realm);
        Compared compared = ledgers.compare(lane, realm, pending, now);
        decide(lane, realm, compared, pending);
        inParts(
                cells.changed(
                        realm,
                        compared.rows(),
                        compared.full() ? null : concerned(compared, pending)),
                part -> cells.store(lane, realm, part));
        inParts(
                List.copyOf(compared.touched()),
                part -> standings.store(lane, realm, compared.ledger(), part));
        standings.seen(lane, realm, pending, !compared.touched().isEmpty());
        ledgers.keep(lane, realm, compared);
        return LaneResult.again(now.plus(FULL_EVERY));
    }

    private void decide(Lane lane, RealmId realm, Compared compared, Changes.Pending pending) {
        Map<RowRef, Reconciliation> known =
                compared.full()
                        ? reconciliations.of(realm)
                        : reconciliations.of(realm, concerned(compared, pending));
        Map<RowRef, Reconciliation> gone = new HashMap<>(known);
        List<StoreDecisions.Decided> changed = new ArrayList<>();
        RecordNames names = originals(realm, compared);
        ReviewDesk desk = desks.of(realm);
        for (ObservedRow row : compared.rows()) {
            SheetLine line = compared.ledger().row(row.ref());
            if (line == null) {
                continue;
            }
            gone.remove(row.ref());
            if (!row.observed().beforeCutOver()) {
                StoreDecisions.Decided decided =
                        decide(
                                row,
                                line,
                                compared.ledger(),
                                names,
                                desk,
                                known.getOrDefault(
                                        row.ref(), Reconciliations.first(realm, row.ref())));
                if (decided.changesSomething()) {
                    changed.add(decided);
                }
            }
        }
        inParts(changed, part -> decisions.store(lane, realm, part));
        decisions.forget(lane, realm, gone.values());
    }

    /// The names of what rows are copies of.
    private RecordNames originals(RealmId realm, Compared compared) {
        return records.of(
                realm,
                RecordNames.originals(
                        compared.rows().stream()
                                .map(row -> compared.ledger().standing(row.ref().key()))
                                .filter(Objects::nonNull)));
    }

    private static List<RowRef> concerned(Compared compared, Changes.Pending pending) {
        List<RowRef> rows = new ArrayList<>();
        compared.rows().forEach(row -> rows.add(row.ref()));
        pending.changes().stream()
                .map(change -> change instanceof Change.OfRow(RowRef row) ? row : null)
                .filter(Objects::nonNull)
                .forEach(rows::add);
        return rows;
    }

    private static StoreDecisions.Decided decide(
            ObservedRow row,
            SheetLine line,
            LiveLedger ledger,
            RecordNames names,
            ReviewDesk desk,
            Reconciliation known) {
        UnreadableCells cells = UnreadableCells.of(row.observed());
        MatchOutcome outcome = outcome(row, cells, ledger, names);
        Cells shown = Cells.shownBy(row.observed().fields());
        Cells said = Wording.of(line, outcome);
        return new StoreDecisions.Decided(
                row,
                line,
                known,
                shown,
                RowDecision.of(
                        Wording.of(line, outcome, cells).in(row.observed().columns().keySet()),
                        shown,
                        outcome,
                        said.notes(),
                        Weight.of(ledger.standing(row.ref().key()), ledger, desk),
                        known));
    }

    private static MatchOutcome outcome(
            ObservedRow row, UnreadableCells cells, LiveLedger ledger, RecordNames names) {
        if (cells.areDecisive()) {
            return new MatchOutcome.Unreadable(cells);
        }
        Standing standing = ledger.standing(row.ref().key());
        return BilledOutcome.of(
                row.observed(),
                RowOutcome.of(standing == null ? null : names.inWords(standing), ledger));
    }

    private <T> void inParts(List<T> all, Consumer<List<T>> work) {
        int size = config.rowsPerTransaction();
        for (int from = 0; from < all.size(); from += size) {
            work.accept(all.subList(from, Math.min(from + size, all.size())));
        }
    }
}

package io.tieout.reconcile.proposing;

import io.tieout.kit.lane.Lane;
import io.tieout.kit.lane.LaneResult;
import io.tieout.kit.lane.LaneWork;
import io.tieout.model.id.RealmId;
import io.tieout.model.id.RowRef;
import io.tieout.reconcile.ReconcileConfig;
import io.tieout.reconcile.engine.MatchRules;
import io.tieout.reconcile.facts.Books;
import io.tieout.reconcile.facts.ComparisonDue;
import io.tieout.reconcile.facts.CostRows;
import io.tieout.reconcile.facts.ObservedRow;
import io.tieout.reconcile.matching.BookDocument;
import io.tieout.reconcile.matching.CostRow;
import io.tieout.reconcile.matching.MatchOutcome;
import io.tieout.reconcile.matching.Matcher;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Compares all cost rows of a realm with all its documents, once for many changes. Before the
/// books are loaded nobody can say what is missing in them, nor which of two fits alone.
@ApplicationScoped
class ComparisonLane implements LaneWork {
    private final CostRows rows;
    private final Books books;
    private final LearnedParties parties;
    private final Reconciliations reconciliations;
    private final StoreDecisions store;
    private final ReconcileConfig config;

    ComparisonLane(
            CostRows rows,
            Books books,
            LearnedParties parties,
            Reconciliations reconciliations,
            StoreDecisions store,
            ReconcileConfig config) {
        this.rows = rows;
        this.books = books;
        this.parties = parties;
        this.reconciliations = reconciliations;
        this.store = store;
        this.config = config;
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
        Map<RowRef, Reconciliation> known = reconciliations.of(realm);
        List<ObservedRow> all = rows.of(realm);
        List<BookDocument> documents = books.documents(realm);
        Map<RowRef, MatchOutcome> outcomes =
                Matcher.match(
                        all.stream().map(ComparisonLane::comparable).toList(),
                        documents,
                        MatchRules.FIRST,
                        parties.of(realm, documents));
        List<StoreDecisions.Decided> decided = new ArrayList<>();
        Map<RowRef, Reconciliation> gone = new HashMap<>(known);
        for (ObservedRow row : all) {
            RowRef ref = row.observed().row();
            gone.remove(ref);
            MatchOutcome outcome = outcomes.get(ref);
            if (outcome != null && !row.observed().beforeCutOver()) {
                decided.add(
                        decide(
                                row,
                                outcome,
                                known.getOrDefault(ref, Reconciliations.first(realm, ref))));
            }
        }
        List<StoreDecisions.Decided> changes =
                decided.stream().filter(StoreDecisions.Decided::changesSomething).toList();
        int size = config.rowsPerTransaction();
        for (int from = 0; from < changes.size(); from += size) {
            store.store(lane, realm, changes.subList(from, Math.min(from + size, changes.size())));
        }
        store.forget(lane, realm, gone.values());
        return LaneResult.idle();
    }

    private static StoreDecisions.Decided decide(
            ObservedRow row, MatchOutcome outcome, Reconciliation known) {
        Cells shown = Cells.shownBy(row.fields());
        Cells wanted = Wording.of(row.fields(), outcome);
        return new StoreDecisions.Decided(
                row, known, shown, RowDecision.of(wanted, shown, outcome, known));
    }

    private static CostRow comparable(ObservedRow row) {
        return new CostRow(
                row.observed().row(),
                row.fields().vendor(),
                row.fields().documentNumber(),
                row.fields().amount(),
                row.fields().date(),
                row.fields().description(),
                row.fields().project());
    }
}

package io.tieout.reconcile.proposing;

import io.tieout.kit.lane.Lane;
import io.tieout.kit.lane.Lanes;
import io.tieout.model.id.RealmId;
import io.tieout.reconcile.explaining.Explanations;
import io.tieout.reconcile.facts.Changes;
import io.tieout.reconcile.facts.ComparisonDue;
import io.tieout.reconcile.matching.LiveLedger;
import io.tieout.reconcile.records.RecordNames;
import io.tieout.reconcile.records.Records;
import io.tieout.reconcile.standing.Outcome;
import io.tieout.reconcile.standing.Standing;
import io.tieout.reconcile.standing.Standings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Keeps what is said of lines, and publishes what that means for documents that no row stands for.
@ApplicationScoped
class StoreStandings {
    private final Standings standings;
    private final DocumentFindings findings;
    private final Changes changes;
    private final Records records;
    private final Explanations explanations;
    private final Lanes lanes;
    private final Clock clock;

    StoreStandings(
            Standings standings,
            DocumentFindings findings,
            Changes changes,
            Records records,
            Explanations explanations,
            Lanes lanes,
            Clock clock) {
        this.standings = standings;
        this.findings = findings;
        this.changes = changes;
        this.records = records;
        this.explanations = explanations;
        this.lanes = lanes;
        this.clock = clock;
    }

    /// @param lines of which something else is said now, or nothing any more
    @Transactional
    void store(Lane lane, RealmId realm, LiveLedger ledger, List<String> lines) {
        lanes.confirm(lane);
        List<Standing> said = new ArrayList<>();
        List<String> unsaid = new ArrayList<>();
        Set<String> documents = new TreeSet<>();
        for (String line : lines) {
            Standing standing = ledger.standing(line);
            if (standing == null) {
                unsaid.add(line);
            } else {
                said.add(standing);
            }
            if (LiveLedger.isOfBooks(line)) {
                documents.add(LiveLedger.documentOf(line));
            }
        }
        standings.store(realm, said);
        standings.remove(realm, unsaid);
        RecordNames names = named(realm, ledger, documents);
        documents.forEach(document -> findings.publish(realm, document, ledger, names));
    }

    private RecordNames named(RealmId realm, LiveLedger ledger, Set<String> documents) {
        List<Standing> alone =
                documents.stream()
                        .flatMap(document -> ledger.ofDocument(document).stream())
                        .filter(line -> line.outcome() == Outcome.ALONE)
                        .toList();
        return records.of(realm, RecordNames.all(alone));
    }

    /// The changes have been compared.
    @Transactional
    void seen(Lane lane, RealmId realm, Changes.Pending pending, boolean somethingElse) {
        lanes.confirm(lane);
        changes.remove(pending);
        if (somethingElse) {
            lanes.wake(ComparisonDue.EFFECTS_LANE, realm.value(), clock.instant());
            if (explanations.areOn()) {
                lanes.wake(ComparisonDue.EXPLANATION_LANE, realm.value(), clock.instant());
            }
        }
    }
}

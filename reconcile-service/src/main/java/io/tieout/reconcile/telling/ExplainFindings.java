package io.tieout.reconcile.telling;

import io.tieout.kit.lane.Lane;
import io.tieout.kit.lane.Lanes;
import io.tieout.model.finding.Explained;
import io.tieout.model.id.FindingId;
import io.tieout.model.id.RealmId;
import io.tieout.reconcile.explaining.Explanation;
import io.tieout.reconcile.explaining.Explanations;
import io.tieout.reconcile.explaining.Facts;
import io.tieout.reconcile.explaining.SaidFindings;
import io.tieout.reconcile.matching.LiveLedger;
import io.tieout.reconcile.standing.Standing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Gives findings the words that a model found for their discrepancies, and takes them away when
/// the facts are others.
@ApplicationScoped
class ExplainFindings {
    private final Explanations explanations;
    private final SaidFindings findings;
    private final Lanes lanes;

    ExplainFindings(Explanations explanations, SaidFindings findings, Lanes lanes) {
        this.explanations = explanations;
        this.findings = findings;
        this.lanes = lanes;
    }

    /// Whether there may be more of them.
    @Transactional
    boolean say(Lane lane, RealmId realm, List<Discrepancy> discrepancies) {
        lanes.confirm(lane);
        Map<Discrepancy, String> keys = new HashMap<>();
        discrepancies.forEach(
                one -> one.item().facts().ifPresent(facts -> keys.put(one, facts.key())));
        Map<String, Explanation> words = explanations.of(keys.values());
        Map<FindingId, SaidFindings.Words> wanted = new HashMap<>();
        keys.forEach((one, key) -> {
            Explanation found = words.get(key);
            if (found != null) {
                SaidFindings.Words said = new SaidFindings.Words(key, explained(one, found));
                findingsOf(one).forEach(id -> wanted.put(id, said));
            }
        });
        return findings.say(realm, wanted);
    }

    /// Every record is one of the discrepancy's own lines: the model names none.
    private static Explained explained(Discrepancy one, Explanation found) {
        return new Explained(
                found.text(),
                found.by(),
                lines(one)
                        .map(line ->
                                new Explained.Citation(
                                        Facts.cite(line), one.names().words(line.lineId())))
                        .distinct()
                        .toList());
    }

    private static Stream<FindingId> findingsOf(Discrepancy one) {
        return lines(one)
                .flatMap(line ->
                        line.row() == null
                                ? Stream.of("document:" + LiveLedger.documentOf(line.lineId()))
                                : Stream.of(
                                        "missing-in-quickbooks:" + line.lineId(),
                                        "discrepancy:" + line.lineId()))
                .distinct()
                .map(FindingId::new);
    }

    private static Stream<Standing> lines(Discrepancy one) {
        return Stream.concat(one.item().sheet().stream(), one.item().books().stream());
    }
}

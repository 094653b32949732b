package io.tieout.reconcile.telling;

import io.tieout.kit.lane.Lane;
import io.tieout.kit.lane.LaneResult;
import io.tieout.kit.lane.LaneWork;
import io.tieout.model.id.RealmId;
import io.tieout.reconcile.ReconcileConfig;
import io.tieout.reconcile.explaining.Explain;
import io.tieout.reconcile.explaining.Explanations;
import io.tieout.reconcile.explaining.Facts;
import io.tieout.reconcile.facts.ComparisonDue;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Has the discrepancies worded that have stood for a while, the most expensive first, a few at a
/// time and so many an hour. Nothing waits for it.
@ApplicationScoped
class ExplanationLane implements LaneWork {
    private static final int AT_ONCE = 20;
    private static final Duration BUDGET_OF = Duration.ofHours(1);
    private static final Duration UNTIL_BUDGET = Duration.ofMinutes(10);
    private static final Duration UNTIL_MODEL = Duration.ofMinutes(1);

    private final Discrepancies discrepancies;
    private final Explanations explanations;
    private final Explain explain;
    private final ExplainFindings findings;
    private final ReconcileConfig config;
    private final Clock clock;

    ExplanationLane(
            Discrepancies discrepancies,
            Explanations explanations,
            Explain explain,
            ExplainFindings findings,
            ReconcileConfig config,
            Clock clock) {
        this.discrepancies = discrepancies;
        this.explanations = explanations;
        this.explain = explain;
        this.findings = findings;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return ComparisonDue.EXPLANATION_LANE;
    }

    @Override
    public LaneResult run(Lane lane) {
        if (!explanations.areOn()) {
            return LaneResult.idle();
        }
        RealmId realm = new RealmId(lane.key());
        Instant patient = clock.instant().minus(config.tellingPatience());
        List<Discrepancy> all = discrepancies.of(realm);
        List<Discrepancy> ripe = all.stream().filter(one -> !one.since().isAfter(patient)).toList();
        Optional<Instant> ripens =
                all.stream()
                        .map(Discrepancy::since)
                        .filter(since -> since.isAfter(patient))
                        .min(Comparator.naturalOrder())
                        .map(since -> since.plus(config.tellingPatience()));
        Optional<Instant> more = word(realm, ripe);
        if (findings.say(lane, realm, ripe)) {
            return LaneResult.again(clock.instant());
        }
        return more.or(() -> ripens).<LaneResult>map(LaneResult::again).orElseGet(LaneResult::idle);
    }

    /// When to go on, if not all could be asked about.
    private Optional<Instant> word(RealmId realm, List<Discrepancy> ripe) {
        Map<String, Facts> open = unasked(ripe);
        Instant now = clock.instant();
        int budget =
                config.explanations().callsPerHourMax()
                        - explanations.askedSince(now.minus(BUDGET_OF));
        int asked = 0;
        for (Facts facts : open.values()) {
            if (asked >= budget) {
                return Optional.of(now.plus(UNTIL_BUDGET));
            }
            if (asked >= AT_ONCE) {
                return Optional.of(clock.instant());
            }
            asked++;
            if (!explain.handle(realm, facts)) {
                return asked < open.size()
                        ? Optional.of(clock.instant().plus(UNTIL_MODEL))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private Map<String, Facts> unasked(List<Discrepancy> ripe) {
        Map<String, Facts> byKey = new LinkedHashMap<>();
        ripe.stream()
                .sorted(
                        Comparator.comparing(
                                        (Discrepancy one) -> one.item().stake().value(),
                                        Comparator.reverseOrder())
                                .thenComparing(Discrepancy::lineId))
                .flatMap(one -> one.item().facts().stream())
                .forEach(facts -> byKey.putIfAbsent(facts.key(), facts));
        Set<String> asked = explanations.asked(byKey.keySet());
        byKey.keySet().removeAll(asked);
        return byKey;
    }
}

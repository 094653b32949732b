package io.tieout.bench.matching;

import io.tieout.bench.Result;
import io.tieout.reconcile.engine.MatchRule;
import io.tieout.reconcile.engine.MatchRules;
import io.tieout.reconcile.engine.Parties;
import io.tieout.reconcile.engine.Reconciler;
import io.tieout.reconcile.engine.Verdict;
import java.io.PrintStream;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// How long it takes to show what an edited rule would hit: both sets of rules are run over all
/// lines.
final class Preview {
    private Preview() {}

    static void measure(Ledger ledger, PrintStream out, Result result) {
        long start = System.nanoTime();
        Parties parties = Parties.of(MatchingBench.parties(ledger.books()), List.of());
        Set<Verdict> now =
                new HashSet<>(
                        Reconciler.match(
                                ledger.sheet(), ledger.books(), MatchRules.FIRST, parties));
        long changed =
                Reconciler.match(ledger.sheet(), ledger.books(), edited(), parties).stream()
                        .filter(verdict -> !now.contains(verdict))
                        .mapToLong(verdict -> verdict.sheet().size() + verdict.books().size())
                        .sum();
        double seconds = (System.nanoTime() - start) / 1e9;
        out.printf(
                Locale.ROOT,
                "An edited rule is previewed in %.2f s; of %,d lines something else would be said%n",
                seconds,
                changed);
        result.with("preview_seconds", seconds, 2);
    }

    /// Scored pairs may differ by 1.00 and two weeks.
    private static MatchRules edited() {
        return new MatchRules(
                2,
                MatchRules.FIRST.rules().stream()
                        .map(rule ->
                                rule.step() == MatchRule.Step.SCORED
                                        ? new MatchRule(rule.id(), rule.step(), 100, 0, 14, true)
                                        : rule)
                        .toList());
    }
}

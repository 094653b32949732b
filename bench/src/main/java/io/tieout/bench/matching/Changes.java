package io.tieout.bench.matching;

import io.tieout.bench.Result;
import io.tieout.reconcile.engine.LiveMatches;
import io.tieout.reconcile.engine.MatchRules;
import io.tieout.reconcile.engine.Parties;
import io.tieout.reconcile.ledger.Entry;
import io.tieout.reconcile.ledger.EntryKind.Side;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// How long one change takes while many lines are open: each goes out, and comes in again.
record Changes(int open, int changes, double p50Millis, double p99Millis, double maxMillis) {
    private static final int OPEN_MAX = 100_000;

    static Changes measure(Ledger ledger, int changes, long seed) {
        List<Entry> sheet =
                ledger.sheet().subList(0, Math.min(OPEN_MAX / 2, ledger.sheet().size()));
        List<Entry> books =
                ledger.books().subList(0, Math.min(OPEN_MAX / 2, ledger.books().size()));
        LiveMatches live =
                new LiveMatches(
                        MatchRules.FIRST,
                        Parties.of(MatchingBench.parties(ledger.books()), List.of()));
        List<Entry> all = new ArrayList<>(books);
        all.addAll(sheet);
        live.put(all);
        Random random = new Random(seed);
        double[] millis = new double[2 * changes];
        for (int i = 0; i < changes; i++) {
            Entry entry = all.get(random.nextInt(all.size()));
            Side side = entry.kind().side();
            long start = System.nanoTime();
            live.remove(side, entry.id());
            long between = System.nanoTime();
            live.put(List.of(entry));
            millis[2 * i] = (between - start) / 1e6;
            millis[2 * i + 1] = (System.nanoTime() - between) / 1e6;
        }
        Arrays.sort(millis);
        return new Changes(
                all.size(),
                millis.length,
                millis[millis.length / 2],
                millis[millis.length * 99 / 100],
                millis[millis.length - 1]);
    }

    void print(PrintStream out, Result result) {
        out.printf(
                Locale.ROOT,
                "One change with %,d open lines: %.2f ms at the median, %.2f ms at the 99th"
                        + " percentile, %.2f ms at most (%d changes)%n",
                open,
                p50Millis,
                p99Millis,
                maxMillis,
                changes);
        result.with("open", open)
                .with("change_p50_ms", p50Millis, 2)
                .with("change_p99_ms", p99Millis, 2);
    }
}

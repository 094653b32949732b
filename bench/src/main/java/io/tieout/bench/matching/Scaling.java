package io.tieout.bench.matching;

import io.tieout.bench.Result;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How the cost grows with the lines: a quarter of them, half of them, and all, in one warm
/// process.
record Scaling(List<Point> points) {
    /// What so many lines a side cost.
    ///
    /// @param cpuSeconds on all processors together
    record Point(int lines, double seconds, double cpuSeconds) {}

    /// A ledger of so many lines a side.
    interface Ledgers {
        Ledger of(int lines) throws IOException;
    }

    static Scaling measure(Ledger all, Ledgers smaller) throws IOException {
        int lines = all.sheet().size();
        List<Point> points = new ArrayList<>();
        for (int parts : new int[] {4, 2, 1}) {
            Ledger ledger = parts == 1 ? all : smaller.of(Math.max(1, lines / parts));
            MatchingBench.Timed timed = MatchingBench.timed(ledger);
            points.add(new Point(ledger.sheet().size(), timed.seconds(), timed.cpuSeconds()));
        }
        return new Scaling(points);
    }

    /// The power of the number of lines with which the cost of processors grows, by least squares.
    double exponent() {
        double n = points.size();
        double x = 0;
        double y = 0;
        double xx = 0;
        double xy = 0;
        for (Point point : points) {
            double lines = Math.log(Math.max(1, point.lines()));
            double cost = Math.log(Math.max(1e-3, point.cpuSeconds()));
            x += lines;
            y += cost;
            xx += lines * lines;
            xy += lines * cost;
        }
        double spread = n * xx - x * x;
        return spread == 0 ? 0 : (n * xy - x * y) / spread;
    }

    /// The same of a cost of n log n, between the fewest lines and all.
    double exponentOfSorting() {
        double few = Math.max(2, points.getFirst().lines());
        double all = Math.max(few + 1, points.getLast().lines());
        return 1 + Math.log(Math.log(all) / Math.log(few)) / Math.log(all / few);
    }

    void print(PrintStream out, Result result) {
        for (Point point : points) {
            out.printf(
                    Locale.ROOT,
                    "  %,d lines a side: %.2f s, %.2f s of processors%n",
                    point.lines(),
                    point.seconds(),
                    point.cpuSeconds());
        }
        out.printf(
                Locale.ROOT,
                "The cost grows with the power %.2f of the lines (n log n: %.2f)%n",
                exponent(),
                exponentOfSorting());
        result.with("seconds_quarter", points.get(0).seconds(), 2)
                .with("seconds_half", points.get(1).seconds(), 2)
                .with("seconds_all", points.get(2).seconds(), 2)
                .with("exponent", exponent(), 2);
    }
}

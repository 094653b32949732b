package io.tieout.bench.quota;

import io.tieout.bench.Result;
import io.tieout.bench.running.Bed;
import io.tieout.connectors.quota.Quota;
import io.tieout.connectors.quota.QuotaRequest;
import io.tieout.launcher.port.Listener;
import io.tieout.model.id.ConnectionId;
import java.io.PrintStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Drains a backlog against each of the vendors' quotas, as two copies of ingest and two of
/// writeback would, with the twin counting in sliding windows and then in fixed ones.
@Command(
        name = "quota",
        mixinStandardHelpOptions = true,
        description =
                "Part of the vendors' quotas that a backlog uses, refusals, and fairness, with two copies of each service.")
public final class QuotaBench implements Callable<Integer> {
    private static final double GOAL = 0.98;
    private static final double FAIR = 0.99;

    @Option(
            names = "--factor",
            defaultValue = "5",
            description =
                    "By how much all quotas are scaled, so that it takes minutes (default: 5).")
    private int factor = 5;

    @Option(
            names = "--minutes",
            defaultValue = "2",
            description = "Minutes of backlog beyond the first (default: 2).")
    private int minutes = 2;

    @Option(names = "--port-base", defaultValue = "19600", description = "First port to use.")
    private int portBase = 19_600;

    private final Clock clock = Clock.systemUTC();
    private final PrintStream out = System.out;

    @Override
    public Integer call() throws Exception {
        try (Bed bed = Bed.prepare("bench-quota", Map.of(), portBase, out)) {
            bed.twin().set("quotaFactor", (double) factor);
            List<Quota> copies = Copies.of(bed.system(), factor, clock);
            // once: a refresh token is good for one refresh
            Vendors vendors = new Vendors(bed.system().url(Listener.TWIN));
            List<Backlog.Outcome> outcomes = new ArrayList<>();
            for (String windows : List.of("SLIDING", "FIXED")) {
                bed.twin().set("quotaWindows", windows);
                outcomes.addAll(drain(vendors, copies, windows.toLowerCase(Locale.ROOT)));
            }
            return report(outcomes);
        }
    }

    /// All quotas at the same time; each kind of window has connections that nobody has used.
    private List<Backlog.Outcome> drain(Vendors vendors, List<Quota> copies, String windows)
            throws Exception {
        // calls and batches of one realm count against the same limits, so they take turns
        List<List<Backlog>> sideBySide =
                List.of(
                        List.of(
                                new Backlog(
                                        "smartsheet",
                                        QuotaRequest.smartsheet(
                                                new ConnectionId("smartsheet:" + windows), 1),
                                        300 * factor,
                                        vendors::readVersion,
                                        clock)),
                        List.of(
                                new Backlog(
                                        "quickbooks",
                                        QuotaRequest.quickBooksWrite(
                                                new ConnectionId("quickbooks:" + windows)),
                                        500 * factor,
                                        vendors::readCompany,
                                        clock),
                                new Backlog(
                                        "batches",
                                        QuotaRequest.quickBooksBatch(
                                                new ConnectionId("quickbooks:" + windows)),
                                        40 * factor,
                                        vendors::batch,
                                        clock)));
        List<Backlog.Outcome> outcomes = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Backlog.Outcome>>> all = new ArrayList<>();
            for (List<Backlog> inTurn : sideBySide) {
                all.add(
                        threads.submit(() -> {
                            List<Backlog.Outcome> some = new ArrayList<>();
                            for (Backlog backlog : inTurn) {
                                some.add(backlog.drain(copies, minutes));
                            }
                            return some;
                        }));
            }
            for (Future<List<Backlog.Outcome>> one : all) {
                outcomes.addAll(one.get());
            }
        }
        for (Backlog.Outcome outcome : outcomes) {
            out.printf(
                    Locale.ROOT,
                    "  %-8s %-11s %6d calls, %.4f of the quota, %d refused, Jain index of %d sharers %.4f%n",
                    windows,
                    outcome.name(),
                    outcome.calls(),
                    outcome.sustained(),
                    outcome.throttled(),
                    Backlog.SHARERS,
                    outcome.jain());
        }
        return outcomes;
    }

    private int report(List<Backlog.Outcome> outcomes) {
        double sustained =
                outcomes.stream().mapToDouble(Backlog.Outcome::sustained).min().orElse(0);
        double jain = outcomes.stream().mapToDouble(Backlog.Outcome::jain).min().orElse(0);
        int calls = outcomes.stream().mapToInt(Backlog.Outcome::calls).sum();
        int refused = outcomes.stream().mapToInt(Backlog.Outcome::throttled).sum();
        boolean ok = sustained >= GOAL && jain >= FAIR && refused * 10_000L <= calls;
        new Result("quota")
                .with("factor", factor)
                .with("windows", "sliding+fixed")
                .with("copies", 4)
                .with("calls", calls)
                .with("refused", refused)
                .with("sustained", sustained, 4)
                .with("jain", jain, 4)
                .with("ok", ok)
                .print(out);
        return ok ? 0 : 1;
    }
}

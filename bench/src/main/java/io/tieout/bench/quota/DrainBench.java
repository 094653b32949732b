package io.tieout.bench.quota;

import io.tieout.bench.Result;
import io.tieout.bench.economy.Invoices;
import io.tieout.bench.running.Bed;
import io.tieout.bench.running.Policy;
import io.tieout.bench.running.Twin;
import io.tieout.bench.running.Windows;
import io.tieout.launcher.system.SystemOptions;
import io.tieout.model.topic.Services;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Has the whole system, with two processes of each service, first read more sheets and then post
/// more invoices than the vendors' quotas let through in a few minutes, and looks at the twin's own
/// record of the calls. The first backlog is sheets that are new: each is read and gets its
/// webhook, for which Smartsheet's quota is spent. The second is drafts that were made while
/// writeback was down: for them it is QuickBooks' batches.
@Command(
        name = "drain",
        mixinStandardHelpOptions = true,
        description =
                "Part of the vendors' quotas that the running services use for a backlog, two processes of each, and refusals.")
public final class DrainBench implements Callable<Integer> {
    private static final double GOAL = 0.98;

    /// What fits into a batch of QuickBooks.
    private static final int BATCH = 30;

    /// Whose rows are billed: so few that QuickBooks' quota is spent before Smartsheet's.
    private static final int CROWDED = 1;

    private static final Set<String> ALL_BUT_WRITEBACK =
            SystemOptions.ALL_SERVICES.stream()
                    .filter(service -> !service.equals(Services.WRITEBACK))
                    .collect(Collectors.toUnmodifiableSet());

    private static final Duration LIMIT = Duration.ofMinutes(40);
    private static final int FINE = 200;
    private static final int TOO_MANY = 429;

    /// How the twin counts.
    enum Counting {
        SLIDING,
        FIXED
    }

    @Option(
            names = "--factor",
            defaultValue = "0.1",
            description =
                    "By how much all quotas are scaled, at both ends: two cores do the whole system's work"
                            + " for a tenth of what the vendors let through (default: 0.1).")
    private double factor = 0.1;

    @Option(names = "--sheets", defaultValue = "30", description = "Sheets to read (default: 30).")
    private int sheets = 30;

    @Option(
            names = "--rows",
            defaultValue = "540",
            description = "Rows to bill, in one of the sheets (default: 540).")
    private int rows = 540;

    @Option(
            names = "--windows",
            defaultValue = "sliding",
            description = "How the vendors count: sliding or fixed (default: sliding).")
    private Counting windows = Counting.SLIDING;

    @Option(names = "--port-base", defaultValue = "19600", description = "First port to use.")
    private int portBase = 19_600;

    private final PrintStream out = System.out;
    private final List<Twin.Call> calls = new ArrayList<>();

    @Override
    public Integer call() {
        ScaledQuotas quotas = new ScaledQuotas(factor);
        Map<String, Map<String, String>> settings =
                Windows.ofProductionWith(
                        Map.of(
                                Services.INGEST,
                                quotas.environment(),
                                Services.WRITEBACK,
                                quotas.environment()));
        try (Bed bed = Bed.prepare("bench-drain", settings, portBase, out)) {
            bed.twin().set("quotaFactor", factor);
            List<Twin.Sheet> made =
                    bed.twin().generate(sheets, rows + sheets - CROWDED, rows, CROWDED);
            bed.twin().set("debounceMs", 1_000);
            bed.twin().set("quotaWindows", windows.name());
            bed.open(made, Policy.ofPhase(3), ALL_BUT_WRITEBACK);
            out.printf("Reading %d sheets with two processes of each service.%n", sheets);
            bed.startSecond(ALL_BUT_WRITEBACK);
            bed.await("every sheet is read", LIMIT, () -> paths(bed, "get sheet") >= sheets);
            out.printf("Drafting %d invoices without writeback.%n", rows);
            made.subList(0, CROWDED)
                    .forEach(sheet ->
                            bed.twin().fill(sheet.id(), sheet.rows(), "Status", "Ready to Bill"));
            bed.await(
                    "every sheet has its webhook",
                    LIMIT,
                    () -> paths(bed, "update webhook") >= sheets);
            int read = calls.size();
            bed.await("every row is drafted", LIMIT, () -> drafted(bed) >= rows);
            out.printf("Posting %d invoices with two processes of writeback.%n", rows);
            bed.system().startMore(Set.of(Services.WRITEBACK));
            bed.startSecond(Set.of(Services.WRITEBACK));
            bed.await(
                    "every row has its invoice",
                    LIMIT,
                    () -> batches(bed) >= needed() && Invoices.ofTieout(bed.twin()) >= rows);
            return report(bed, quotas, read);
        }
    }

    private int report(Bed bed, ScaledQuotas quotas, int read) {
        Sustained reading =
                Sustained.of(
                        moments(calls.subList(0, read), call -> call.vendor().equals("smartsheet")),
                        quotas.smartsheetPerMinute());
        Sustained posting =
                Sustained.of(moments(calls, DrainBench::isBatch), quotas.batchesPerMinute());
        long refused = calls.stream().filter(call -> call.status() == TOO_MANY).count();
        long invoices = Invoices.ofTieout(bed.twin());
        out.printf(
                Locale.ROOT,
                "Reading: %d calls to Smartsheet, %.4f of the quota over %d of them.%n"
                        + "Posting: %d batches to QuickBooks, %.4f of the quota over %d of them.%n",
                reading.calls(),
                reading.part(),
                reading.counted(),
                posting.calls(),
                posting.part(),
                posting.counted());
        boolean ok =
                reading.part() >= GOAL
                        && posting.part() >= GOAL
                        && refused * 10_000 <= calls.size()
                        && invoices == rows;
        new Result("drain")
                .with("windows", windows.name().toLowerCase(Locale.ROOT))
                .with("factor", factor, 2)
                .with("copies", 2)
                .with("sheets", sheets)
                .with("rows", rows)
                .with("calls", calls.size())
                .with("refused", refused)
                .with("sustained_smartsheet", reading.part(), 4)
                .with("sustained_batches", posting.part(), 4)
                .with("invoices", invoices)
                .with("ok", ok)
                .print(out);
        return ok ? 0 : 1;
    }

    /// A webhook is there when it was switched on.
    private long paths(Bed bed, String operation) {
        look(bed);
        return calls.stream()
                .filter(call -> call.operation().equals(operation) && call.status() == FINE)
                .map(Twin.Call::path)
                .distinct()
                .count();
    }

    /// The model words each draft once.
    private long drafted(Bed bed) {
        look(bed);
        return calls.stream().filter(call -> call.operation().equals("chat completion")).count();
    }

    private long batches(Bed bed) {
        look(bed);
        return calls.stream().filter(call -> isBatch(call) && call.status() == FINE).count();
    }

    private int needed() {
        return Math.ceilDiv(rows, BATCH);
    }

    private void look(Bed bed) {
        calls.addAll(bed.twin().calls(calls.isEmpty() ? 0 : calls.getLast().seq()));
    }

    private static boolean isBatch(Twin.Call call) {
        return call.vendor().equals("quickbooks") && call.operation().equals("batch");
    }

    private static List<Instant> moments(List<Twin.Call> calls, Predicate<Twin.Call> which) {
        return calls.stream().filter(which).map(Twin.Call::at).toList();
    }
}

package io.tieout.bench.matching;

import io.tieout.bench.Result;
import io.tieout.bench.ledger.Generator;
import io.tieout.bench.ledger.Noise;
import io.tieout.reconcile.engine.MatchRules;
import io.tieout.reconcile.engine.Parties;
import io.tieout.reconcile.engine.Reconciler;
import io.tieout.reconcile.engine.Verdict;
import io.tieout.reconcile.ledger.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `bench matching`: how many lines of two books are matched rightly, and how fast.
@Command(
        name = "matching",
        description =
                "Matches a made-up ledger, or one from files, and compares the verdicts with the"
                        + " truth.",
        mixinStandardHelpOptions = true)
public final class MatchingBench implements Callable<Integer> {
    @Option(
            names = "--rows",
            defaultValue = "100000",
            description = "lines a side (default: ${DEFAULT-VALUE})")
    int rows;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "of the made-up ledger (default: ${DEFAULT-VALUE})")
    long seed;

    @Option(
            names = "--input",
            description =
                    "a folder with sheet.csv, books.csv and truth.csv instead"
                            + " (docs/ledger-files.md)")
    @Nullable Path input;

    @Option(names = "--keep", description = "leave the made-up ledger in this folder")
    @Nullable Path keep;

    @Option(
            names = "--unclear",
            defaultValue = "30000",
            description =
                    "lines of a second ledger of equal amounts only, none of which may be matched"
                            + " wrongly by itself; 0 for none (default: ${DEFAULT-VALUE})")
    int unclear;

    @Option(
            names = "--changes",
            defaultValue = "2000",
            description =
                    "single changes with the ledger's lines open, at most 100,000; 0 for none"
                            + " (default: ${DEFAULT-VALUE})")
    int changes;

    @Option(
            names = "--peer-rows",
            defaultValue = "5000",
            description =
                    "lines a side for Duke and us beside it; 0 for none (default:"
                            + " ${DEFAULT-VALUE})")
    int peerRows;

    @Option(
            names = "--scaling",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "also match a quarter and half as many lines (default: ${DEFAULT-VALUE})")
    boolean scaling = true;

    @Mixin Noise noise = new Noise();

    @Override
    public Integer call() throws IOException {
        Ledger ledger = input != null ? Ledger.read(input) : made(rows, seed, noise, keep);
        say(
                "%,d lines in the sheet, %,d in the books, %,d parties\n"
                        .formatted(
                                ledger.sheet().size(),
                                ledger.books().size(),
                                parties(ledger.books()).size()));
        Timed run = timed(ledger);
        Measure measure = Measure.of(ledger, run.verdicts());
        measure.print(System.out);
        Result result =
                new Result("matching")
                        .with("rows", ledger.sheet().size())
                        .with("precision_auto", measure.precisionAutomatic(), 5)
                        .with("false_auto", measure.falseAutomatic())
                        .with("recall", measure.recall(), 4)
                        .with("category_accuracy", measure.categoryAccuracy(), 4)
                        .with("seconds", run.seconds(), 2)
                        .with("rss_mib", rssMib())
                        .with("cpu_seconds", run.cpuSeconds(), 2);
        Preview.measure(ledger, System.out, result);
        if (scaling) {
            Scaling.measure(ledger, lines -> smaller(ledger, lines)).print(System.out, result);
        }
        if (unclear > 0 && input == null) {
            unclear(result, measure.falseAutomatic());
        }
        if (changes > 0) {
            Changes.measure(ledger, changes, seed).print(System.out, result);
        }
        if (peerRows > 0) {
            Peer.compare(ledger.first(peerRows), System.out, result);
        }
        result.with("rss_mib", rssMib()).print(System.out);
        return 0;
    }

    /// As the ledger is, with fewer lines.
    private Ledger smaller(Ledger ledger, int lines) throws IOException {
        return input != null ? ledger.first(lines) : made(lines, seed, noise, null);
    }

    private void unclear(Result result, long falseAutomatic) throws IOException {
        Ledger second = made(unclear, seed + 1, Noise.equalOnly(), null);
        Measure open = Measure.of(second, timed(second).verdicts());
        say(
                "%,d lines of equal amounts of one vendor in one week:\n"
                        .formatted(second.sheet().size()));
        open.print(System.out);
        result.with("false_auto", falseAutomatic + open.falseAutomatic())
                .with("ambiguous", second.sheet().size())
                .with("ambiguous_false_auto", open.falseAutomatic());
    }

    /// Verdicts and how long they took, by the clock and on all processors together.
    record Timed(List<Verdict> verdicts, double seconds, double cpuSeconds) {}

    static Timed timed(Ledger ledger) {
        long cpuStart = cpuNanos();
        long start = System.nanoTime();
        Parties parties = Parties.of(parties(ledger.books()), List.of());
        long known = System.nanoTime();
        List<Verdict> verdicts =
                Reconciler.match(ledger.sheet(), ledger.books(), MatchRules.FIRST, parties);
        double seconds = (System.nanoTime() - start) / 1e9;
        double cpuSeconds = (cpuNanos() - cpuStart) / 1e9;
        say(
                "  %.2f s (%.2f s of processors), of these %.2f s for learning names; %,.0f lines a second\n"
                        .formatted(
                                seconds,
                                cpuSeconds,
                                (known - start) / 1e9,
                                (ledger.sheet().size() + ledger.books().size()) / seconds));
        return new Timed(verdicts, seconds, cpuSeconds);
    }

    /// What this process has had of all processors: on a busy machine it says more than the clock.
    private static long cpuNanos() {
        return ProcessHandle.current().info().totalCpuDuration().map(Duration::toNanos).orElse(0L);
    }

    static Set<String> parties(List<Entry> entries) {
        Set<String> parties = new TreeSet<>();
        entries.forEach(entry -> parties.add(entry.party()));
        return parties;
    }

    static Ledger made(int rows, long seed, Noise noise, @Nullable Path keep) throws IOException {
        Path folder =
                keep == null
                        ? Files.createTempDirectory("tieout-ledger")
                        : Files.createDirectories(keep);
        try {
            new Generator(seed, noise).write(folder, rows);
            return Ledger.read(folder);
        } finally {
            if (keep == null) {
                for (String file : List.of("sheet.csv", "books.csv", "truth.csv")) {
                    Files.deleteIfExists(folder.resolve(file));
                }
                Files.delete(folder);
            }
        }
    }

    /// The most memory that this process has held.
    private static long rssMib() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmHWM:")) {
                return Long.parseLong(line.replaceAll("\\D+", "")) / 1024;
            }
        }
        return Runtime.getRuntime().totalMemory() >> 20;
    }

    private static void say(String text) {
        System.out.printf(Locale.ROOT, "%s", text);
    }
}

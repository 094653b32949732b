package io.tieout.bench.economy;

import io.tieout.bench.Result;
import io.tieout.bench.running.Bed;
import io.tieout.bench.running.Lag;
import io.tieout.bench.running.Twin;
import io.tieout.bench.running.Windows;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Counts the calls that it takes to bill a thousand rows, from the marks of a person to the
/// invoice numbers on the rows, and compares them with the fewest possible.
@Command(
        name = "economy",
        mixinStandardHelpOptions = true,
        description = "Vendor calls for a thousand rows against the fewest possible.")
public final class EconomyBench implements Callable<Integer> {
    @Option(
            names = "--scenario",
            defaultValue = "auto",
            description = "auto, approved or trickle (default: auto).")
    private Scenario scenario = Scenario.AUTO;

    @Option(names = "--sheets", defaultValue = "1", description = "Sheets (default: 1).")
    private int sheets = 1;

    @Option(
            names = "--rows",
            defaultValue = "1000",
            description = "Rows in all sheets together, each of its own customer (default: 1000).")
    private int rows = 1000;

    @Option(
            names = "--minutes",
            defaultValue = "10",
            description = "How long a trickle takes (default: 10).")
    private int minutes = 10;

    @Option(names = "--port-base", defaultValue = "19600", description = "First port to use.")
    private int portBase = 19_600;

    private final Clock clock = Clock.systemUTC();
    private final PrintStream out = System.out;

    @Override
    public Integer call() {
        try (Bed bed = Bed.prepare("bench-economy", Windows.OF_PRODUCTION, portBase, out);
                Lag lag = new Lag(bed.system().kafka())) {
            List<Twin.Sheet> made = bed.twin().generate(sheets, rows, rows);
            bed.twin().set("debounceMs", debounce().toMillis());
            bed.open(made, scenario.policy());
            Quiet quiet = new Quiet(bed, lag, clock);
            out.println("Waiting until books and sheets are read.");
            quiet.await(Duration.ofSeconds(10), Duration.ofMinutes(20));
            return measure(bed, quiet, made);
        }
    }

    private Duration debounce() {
        return scenario == Scenario.TRICKLE ? Windows.VENDOR_DEBOUNCE : Duration.ofSeconds(1);
    }

    private int measure(Bed bed, Quiet quiet, List<Twin.Sheet> made) {
        long before = quiet.lastSeq();
        List<Minimum.Mark> marks =
                scenario == Scenario.TRICKLE ? trickle(bed, made) : atOnce(bed, made);
        out.printf("Marked %d rows.%n", marks.size());
        if (scenario == Scenario.APPROVED) {
            new Approver(bed, out).approve(rows);
        }
        bed.await("every row says Posted", Duration.ofMinutes(60), () -> posted(bed, made) == rows);
        out.println("Every row has its invoice; waiting until nothing more happens.");
        quiet.await(Duration.ofSeconds(75), Duration.ofMinutes(30));
        return report(bed, before, marks);
    }

    private int report(Bed bed, long before, List<Minimum.Mark> marks) {
        Bill bill = new Bill(bed.twin().calls(before));
        Minimum minimum = minimum(marks);
        long calls = bill.count(Bill.Purpose.WORK);
        double ratio = (double) minimum.total() / calls;
        double goal = scenario.goal(sheets);
        long invoices = Invoices.ofTieout(bed.twin());
        bill.print(out);
        out.printf("Fewest possible: %d = %s.%n", minimum.total(), minimum.derivation());
        out.printf(
                Locale.ROOT, "Goal: a ratio of %.2f; invoices in the books: %d.%n", goal, invoices);
        new Result("economy")
                .with("scenario", scenario.name().toLowerCase(Locale.ROOT))
                .with("sheets", sheets)
                .with("rows", rows)
                .with("calls", calls)
                .with("minimum", minimum.total())
                .with("ratio", ratio, 4)
                .with("polls", bill.count(Bill.Purpose.POLL))
                .with("tokens", bill.count(Bill.Purpose.TOKEN))
                .with("pdfs", bill.count(Bill.Purpose.PDF))
                .with("throttled", bill.throttled())
                .with("invoices", invoices)
                .with("ok", ratio >= goal && invoices == rows)
                .print(out);
        return ratio >= goal && invoices == rows ? 0 : 1;
    }

    private Minimum minimum(List<Minimum.Mark> marks) {
        if (scenario == Scenario.TRICKLE) {
            return Minimum.windowed(marks, Windows.VENDOR_DEBOUNCE);
        }
        Map<String, Integer> bySheet =
                marks.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Minimum.Mark::sheet, Collectors.summingInt(_ -> 1)));
        return Minimum.atOnce(bySheet, scenario == Scenario.APPROVED ? 2 : 1);
    }

    private List<Minimum.Mark> atOnce(Bed bed, List<Twin.Sheet> made) {
        List<Minimum.Mark> marks = new ArrayList<>();
        for (Twin.Sheet sheet : made) {
            bed.twin().fill(sheet.id(), sheet.rows(), "Status", "Ready to Bill");
            sheet.rows().forEach(_ -> marks.add(new Minimum.Mark(sheet.id(), clock.instant())));
        }
        return marks;
    }

    /// Row by row in an order of its own, evenly over the time.
    private List<Minimum.Mark> trickle(Bed bed, List<Twin.Sheet> made) {
        record Row(String sheet, String id) {}
        List<Row> all = new ArrayList<>();
        made.forEach(sheet -> sheet.rows().forEach(row -> all.add(new Row(sheet.id(), row))));
        java.util.Collections.shuffle(all, new Random(7));
        long begun = System.nanoTime();
        long step = Duration.ofMinutes(minutes).toNanos() / all.size();
        List<Minimum.Mark> marks = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            long rest = begun + i * step - System.nanoTime();
            if (rest > 0) {
                Bed.pause(Duration.ofNanos(rest));
            }
            Row row = all.get(i);
            bed.twin().fill(row.sheet(), List.of(row.id()), "Status", "Ready to Bill");
            marks.add(new Minimum.Mark(row.sheet(), clock.instant()));
        }
        return marks;
    }

    private static long posted(Bed bed, List<Twin.Sheet> made) {
        Bed.pause(Duration.ofSeconds(2));
        return made.stream()
                .mapToLong(sheet -> bed.twin().rowsSaying(sheet.id(), "Invoice Status", "Posted"))
                .sum();
    }
}

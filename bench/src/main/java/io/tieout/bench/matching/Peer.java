package io.tieout.bench.matching;

import io.tieout.bench.Result;
import io.tieout.reconcile.ledger.Entry;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import no.priv.garshol.duke.ConfigurationImpl;
import no.priv.garshol.duke.DataSource;
import no.priv.garshol.duke.Processor;
import no.priv.garshol.duke.Property;
import no.priv.garshol.duke.PropertyImpl;
import no.priv.garshol.duke.Record;
import no.priv.garshol.duke.RecordImpl;
import no.priv.garshol.duke.comparators.ExactComparator;
import no.priv.garshol.duke.comparators.JaroWinkler;
import no.priv.garshol.duke.comparators.NumericComparator;
import no.priv.garshol.duke.comparators.QGramComparator;
import no.priv.garshol.duke.datasources.InMemoryDataSource;
import no.priv.garshol.duke.matchers.AbstractMatchListener;

/// Duke on the same ledger, set up as its manual suggests, beside ours.
final class Peer {
    private static final double THRESHOLD = 0.9;
    private static final int BATCH = 40_000;

    private Peer() {}

    static void compare(Ledger ledger, PrintStream out, Result result) {
        out.printf(Locale.ROOT, "Beside Duke, on %,d lines a side:%n", ledger.sheet().size());
        MatchingBench.Timed ours = MatchingBench.timed(ledger);
        Measure measure = Measure.of(ledger, ours.verdicts());
        say(
                out,
                "ours, automatic",
                measure.precisionAutomatic(),
                measure.recallAutomatic(),
                ours.seconds());
        long start = System.nanoTime();
        Map<String, String> best = duke(ledger);
        double seconds = (System.nanoTime() - start) / 1e9;
        Map<String, Set<String>> truth = new HashMap<>();
        long pairs = 0;
        for (Ledger.Truth one : ledger.truths()) {
            for (String s : one.sheet()) {
                truth.computeIfAbsent(s, _ -> new HashSet<>()).addAll(one.books());
                pairs += one.books().size();
            }
        }
        long right =
                best.entrySet().stream()
                        .filter(pair ->
                                truth.getOrDefault(pair.getKey(), Set.of())
                                        .contains(pair.getValue()))
                        .count();
        double precision = (double) right / Math.max(1, best.size());
        double recall = (double) right / Math.max(1, pairs);
        say(out, "Duke", precision, recall, seconds);
        result.with("peer_rows", ledger.sheet().size())
                .with("beside_precision", measure.precisionAutomatic(), 5)
                .with("beside_recall", measure.recallAutomatic(), 4)
                .with("beside_seconds", ours.seconds(), 2)
                .with("duke_precision", precision, 5)
                .with("duke_recall", recall, 4)
                .with("duke_seconds", seconds, 2);
    }

    private static void say(
            PrintStream out, String who, double precision, double recall, double seconds) {
        out.printf(
                Locale.ROOT,
                "  %-24s precision %.5f  recall %.4f  %.2f s%n",
                who,
                precision,
                recall,
                seconds);
    }

    /// For each line of the sheet the line of the books that Duke takes.
    private static Map<String, String> duke(Ledger ledger) {
        ConfigurationImpl configuration = new ConfigurationImpl();
        configuration.setThreshold(THRESHOLD);
        NumericComparator amounts = new NumericComparator();
        amounts.setMinRatio(0.98);
        List<Property> properties =
                List.of(
                        new PropertyImpl("id"),
                        new PropertyImpl("party", new JaroWinkler(), 0.2, 0.75),
                        new PropertyImpl("amount", amounts, 0.1, 0.85),
                        new PropertyImpl("reference", new ExactComparator(), 0.3, 0.95),
                        new PropertyImpl("order", new ExactComparator(), 0.4, 0.7),
                        new PropertyImpl("month", new ExactComparator(), 0.35, 0.6),
                        new PropertyImpl("description", new QGramComparator(), 0.35, 0.65),
                        new PropertyImpl("project", new ExactComparator(), 0.35, 0.6));
        configuration.setProperties(properties);
        configuration.addDataSource(1, source(ledger.books(), "b"));
        configuration.addDataSource(2, source(ledger.sheet(), "s"));
        configuration.validate();
        Map<String, String> best = new HashMap<>();
        Processor processor = new Processor(configuration, true);
        processor.addMatchListener(
                new AbstractMatchListener() {
                    @Override
                    public void matches(Record one, Record other, double confidence) {
                        String id = one.getValue("id");
                        String otherId = other.getValue("id");
                        boolean sheetFirst = id.startsWith("s");
                        best.put(
                                (sheetFirst ? id : otherId).substring(1),
                                (sheetFirst ? otherId : id).substring(1));
                    }
                });
        processor.link(
                configuration.getDataSources(1), configuration.getDataSources(2), false, BATCH);
        processor.close();
        return best;
    }

    private static DataSource source(List<Entry> entries, String side) {
        List<Record> records = new ArrayList<>();
        for (Entry entry : entries) {
            Map<String, Collection<String>> values = new HashMap<>();
            put(values, "id", side + entry.id());
            put(values, "party", entry.party().toLowerCase(Locale.ROOT));
            put(values, "amount", Long.toString(entry.amount()));
            put(values, "reference", Entry.referenceKey(entry.reference()));
            put(values, "order", entry.order().replaceAll("\\D", ""));
            put(values, "month", Integer.toString(entry.day() / 30));
            put(values, "description", entry.description());
            put(values, "project", entry.project());
            records.add(new RecordImpl(values));
        }
        return new InMemoryDataSource(records);
    }

    private static void put(Map<String, Collection<String>> values, String key, String value) {
        if (!value.isEmpty()) {
            values.put(key, List.of(value));
        }
    }
}

package io.tieout.bench.names;

import io.tieout.bench.Result;
import io.tieout.reconcile.names.NameMatch;
import io.tieout.reconcile.names.NameMemory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `bench names`: how many written names are told rightly, how many by themselves, and how fast.
@Command(
        name = "names",
        description = "Tells written names apart, from labelled files, beside character trigrams.",
        mixinStandardHelpOptions = true)
public final class NamesBench implements Callable<Integer> {
    private static final int ROUNDS = 5;

    @Option(
            names = "--pairs",
            required = true,
            description = "CSV with the columns canonical_name and name")
    Path pairs = Path.of("");

    @Option(
            names = "--distractors",
            required = true,
            description = "names, one a line, that belong to no company of the pairs")
    Path distractors = Path.of("");

    @Option(
            names = "--folds",
            defaultValue = "2",
            description =
                    "also measure on so many parts of the companies, each by itself; 1 for not"
                            + " (default: ${DEFAULT-VALUE})")
    int folds;

    @Option(
            names = "--show",
            defaultValue = "0",
            description = "show so many wrong automatic answers")
    int show;

    /// An answer, reduced to what is counted.
    private record Answer(@Nullable String owner, boolean automatic) {}

    @Override
    public Integer call() throws IOException {
        Labelled all = Labelled.read(pairs, distractors, 1, 0);
        say(
                "%,d known names of %,d companies, %,d asked, %,d strangers\n"
                        .formatted(
                                all.known().size(),
                                all.known().stream()
                                        .map(NameMemory.Known::owner)
                                        .distinct()
                                        .count(),
                                all.asked().size(),
                                all.strangers().size()));
        for (int part = 0; folds > 1 && part < folds; part++) {
            Labelled some = Labelled.read(pairs, distractors, folds, part);
            say(
                    "companies of part %d of %d: %s\n"
                            .formatted(part + 1, folds, ours("names-part", some, 1)));
        }
        TrigramBaseline baseline = new TrigramBaseline(all.known());
        measure(
                        "names-baseline",
                        all,
                        name -> {
                            TrigramBaseline.Answer answer = baseline.find(name);
                            return new Answer(answer.owner(), answer.automatic());
                        },
                        1,
                        0)
                .print(System.out);
        ours("names", all, ROUNDS).print(System.out);
        return 0;
    }

    private Result ours(String name, Labelled labelled, int rounds) {
        long start = System.nanoTime();
        NameMemory memory = NameMemory.of(labelled.known());
        say("learned in %.2f s\n".formatted((System.nanoTime() - start) / 1e9));
        return measure(
                name,
                labelled,
                written -> {
                    NameMatch match = memory.find(written);
                    return new Answer(match.owner(), match.isAutomatic());
                },
                rounds,
                show);
    }

    private static Result measure(
            String name, Labelled labelled, Function<String, Answer> find, int rounds, int show) {
        int right = 0;
        int automatic = 0;
        int automaticRight = 0;
        int falseAutomatic = 0;
        int shown = 0;
        for (NameMemory.Known asked : labelled.asked()) {
            Answer answer = find.apply(asked.name());
            boolean same = asked.owner().equals(answer.owner());
            right += same ? 1 : 0;
            automatic += answer.automatic() ? 1 : 0;
            automaticRight += answer.automatic() && same ? 1 : 0;
            if (answer.automatic() && !same && shown++ < show) {
                say("  %s is %s, not %s\n".formatted(asked.name(), asked.owner(), answer.owner()));
            }
        }
        for (String stranger : labelled.strangers()) {
            Answer answer = find.apply(stranger);
            falseAutomatic += answer.automatic() ? 1 : 0;
            if (answer.automatic() && shown++ < show) {
                say("  %s is nobody, not %s\n".formatted(stranger, answer.owner()));
            }
        }
        return new Result(name)
                .with("top1", (double) right / labelled.asked().size(), 4)
                .with("auto_share", (double) automatic / labelled.asked().size(), 4)
                .with("auto_precision", (double) automaticRight / Math.max(1, automatic), 5)
                .with("false_auto", falseAutomatic)
                .with("distractors", labelled.strangers().size())
                .with("queries_per_s", perSecond(labelled, find, rounds), 0);
    }

    /// Of the best round, on all processors.
    private static double perSecond(Labelled labelled, Function<String, Answer> find, int rounds) {
        List<String> queries =
                Stream.concat(
                                labelled.asked().stream().map(NameMemory.Known::name),
                                labelled.strangers().stream())
                        .toList();
        double best = 0;
        for (int round = 0; round < rounds; round++) {
            long start = System.nanoTime();
            long answered =
                    queries.parallelStream()
                            .map(find)
                            .filter(answer -> answer.owner() != null)
                            .count();
            double seconds = (System.nanoTime() - start) / 1e9;
            best = answered < 0 ? 0 : Math.max(best, queries.size() / seconds);
        }
        return best;
    }

    private static void say(String text) {
        System.out.printf(Locale.ROOT, "%s", text);
    }
}

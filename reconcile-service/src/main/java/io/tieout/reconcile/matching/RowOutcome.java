package io.tieout.reconcile.matching;

import io.tieout.reconcile.engine.Category;
import io.tieout.reconcile.standing.Standing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What the books say about a row, by what is said of its line. Pure.
public final class RowOutcome {
    private static final int CANDIDATES_MAX = 12;

    private RowOutcome() {}

    /// @param standing absent when the row does not say enough to be compared
    public static MatchOutcome of(@Nullable Standing standing, LiveLedger ledger) {
        if (standing == null) {
            return new MatchOutcome.Incomplete();
        }
        List<BookDocument> documents = documents(standing.counterparts(), ledger::document);
        return switch (standing.outcome()) {
            case MATCHED -> new MatchOutcome.Matched(documents);
            case PROPOSED -> new MatchOutcome.Review(null, documents, standing.evidence());
            case DEVIATING ->
                    new MatchOutcome.Review(standing.category(), documents, standing.evidence());
            case TIED ->
                    new MatchOutcome.Undecided(
                            tied(standing, ledger),
                            documents,
                            candidates(documents, nearest(standing, ledger)));
            case ALONE ->
                    standing.category() == Category.MISSING_IN_QUICKBOOKS
                                    || standing.category() == Category.UNBILLED_LABOR
                            ? new MatchOutcome.Missing(
                                    Objects.requireNonNull(standing.category()),
                                    nearest(standing, ledger))
                            : new MatchOutcome.Review(
                                    standing.category(), documents, standing.evidence());
        };
    }

    /// How many rows are tied with it, itself included.
    private static int tied(Standing standing, LiveLedger ledger) {
        return standing.counterparts().stream()
                .map(ledger::standing)
                .filter(Objects::nonNull)
                .findFirst()
                .map(line -> line.counterparts().size())
                .orElse(1);
    }

    /// Of very many lines that are tied only some are kept with their tests: the others are as
    /// likely as each other.
    private static List<MatchOutcome.Near> candidates(
            List<BookDocument> documents, List<MatchOutcome.Near> tested) {
        return tested.isEmpty()
                ? documents.stream()
                        .limit(CANDIDATES_MAX)
                        .map(one ->
                                new MatchOutcome.Near(
                                        one,
                                        1.0 / documents.size(),
                                        List.of("another fits as well")))
                        .toList()
                : tested;
    }

    private static List<BookDocument> documents(
            List<String> lines, Function<String, @Nullable BookDocument> byLine) {
        Map<String, BookDocument> documents = new LinkedHashMap<>();
        for (String line : lines) {
            BookDocument document = byLine.apply(line);
            if (document != null) {
                documents.put(document.key(), document);
            }
        }
        return List.copyOf(documents.values());
    }

    private static List<MatchOutcome.Near> nearest(Standing standing, LiveLedger ledger) {
        return standing.nearest().stream()
                .flatMap(near -> {
                    BookDocument document = ledger.document(near.lineId());
                    return document == null
                            ? java.util.stream.Stream.empty()
                            : java.util.stream.Stream.of(
                                    new MatchOutcome.Near(document, near.score(), near.failed()));
                })
                .toList();
    }
}

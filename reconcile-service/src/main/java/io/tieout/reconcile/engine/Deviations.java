package io.tieout.reconcile.engine;

import io.tieout.reconcile.engine.Assignment.Edge;
import io.tieout.reconcile.ledger.Bounds;
import io.tieout.reconcile.ledger.Slip;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Pairs that are the same document though amount or date differ, and what kind of difference that
/// is.
final class Deviations {
    private static final int DAYS_LATE_MAX = 62;
    private static final int DAYS_NEAR = 14;
    private static final int CANDIDATES_MAX = 24;
    static final double VARIANCE_MAX = 0.2;
    private static final double ODDS_MIN = 0;
    private static final double ONE_ORDER = 3;

    /// What a difference is.
    private record Kind(Category category, double bonus, String words) {}

    private Deviations() {}

    static void match(Block block, MatchRule rule) {
        if (block.sheet.free.isEmpty() || block.books.free.isEmpty()) {
            return;
        }
        Linked.deviate(block);
        match(block, rule, true);
        match(block, rule, false);
    }

    private static void match(Block block, MatchRule rule, boolean named) {
        Map<String, List<Integer>> byNumber = new HashMap<>();
        for (int b = block.books.free.nextSetBit(0);
                b >= 0;
                b = block.books.free.nextSetBit(b + 1)) {
            Line line = block.books.lines[b];
            if (!line.reference().isEmpty()) {
                byNumber.computeIfAbsent(line.reference(), _ -> new ArrayList<>(1)).add(b);
            }
            if (named) {
                byNumber.computeIfAbsent("id " + line.entry().id(), _ -> new ArrayList<>(1)).add(b);
            }
        }
        Map<Integer, Integer> ofOneOrder = named ? Orders.onlyOnes(block) : Map.of();
        Map<Edge, Kind> kinds = new HashMap<>();
        List<Edge> edges = new ArrayList<>();
        for (int s = block.sheet.free.nextSetBit(0);
                s >= 0;
                s = block.sheet.free.nextSetBit(s + 1)) {
            Set<Integer> candidates =
                    named ? named(block, s, byNumber, ofOneOrder) : unnamed(block, s);
            for (int b : candidates) {
                Kind kind = kind(block, s, b, named);
                if (kind != null && block.sameCurrency(s, b) && !block.isApart(s, b)) {
                    double ordered = Objects.equals(ofOneOrder.get(s), b) ? ONE_ORDER : 0;
                    Edge edge = new Edge(s, b, block.odds(s, b) + kind.bonus() + ordered);
                    if (edge.odds() >= ODDS_MIN) {
                        edges.add(edge);
                        kinds.put(edge, kind);
                    }
                }
            }
        }
        Assignment.Decision decision = Assignment.of(edges);
        for (Assignment.Chosen one : decision.chosen()) {
            Edge edge = one.edge();
            Kind kind = kinds.get(edge);
            if (kind != null) {
                block.deviating(
                        kind.category(),
                        edge.s(),
                        edge.b(),
                        Band.PROPOSED,
                        edge.odds(),
                        one.margin(),
                        kind.words());
            }
        }
        Scored.tie(block, rule, decision.tied());
    }

    private static Set<Integer> named(
            Block block,
            int s,
            Map<String, List<Integer>> byNumber,
            Map<Integer, Integer> ofOneOrder) {
        Line line = block.sheet.lines[s];
        Set<Integer> found = new LinkedHashSet<>();
        if (!line.reference().isEmpty()) {
            found.addAll(around(block, line, byNumber.getOrDefault(line.reference(), List.of())));
        }
        if (!line.entry().link().isEmpty()) {
            found.addAll(byNumber.getOrDefault("id " + line.entry().link(), List.of()));
        }
        Integer ordered = ofOneOrder.get(s);
        if (ordered != null) {
            found.add(ordered);
        }
        return found;
    }

    /// Where many lines have one number, those about the same day.
    private static List<Integer> around(Block block, Line line, List<Integer> named) {
        if (named.size() <= CANDIDATES_MAX) {
            return named;
        }
        int at = Collections.binarySearch(named, block.books.from(line.day()));
        int middle = at < 0 ? -1 - at : at;
        int from = Math.clamp(middle - CANDIDATES_MAX / 2, 0, named.size() - CANDIDATES_MAX);
        return named.subList(from, from + CANDIDATES_MAX);
    }

    private static Set<Integer> unnamed(Block block, int s) {
        Line line = block.sheet.lines[s];
        Set<Integer> found = new LinkedHashSet<>();
        addFree(found, block.books, line.amount());
        for (long amount : Slip.variants(line.amount())) {
            addFree(found, block.books, amount);
        }
        for (int b = block.books.free.nextSetBit(block.books.from(line.day() - DAYS_NEAR));
                b >= 0
                        && block.books.lines[b].day() <= line.day() + DAYS_NEAR
                        && found.size() < CANDIDATES_MAX;
                b = block.books.free.nextSetBit(b + 1)) {
            found.add(b);
        }
        return found;
    }

    private static void addFree(Set<Integer> found, Block.Half half, long amount) {
        int[] equal = half.of(amount);
        for (int i = 0; i < equal.length && found.size() < CANDIDATES_MAX; i++) {
            if (half.free.get(equal[i])) {
                found.add(equal[i]);
            }
        }
    }

    private static @Nullable Kind kind(Block block, int s, int b, boolean named) {
        Line sheet = block.sheet.lines[s];
        Line books = block.books.lines[b];
        int apart = Math.abs(sheet.day() - books.day());
        boolean numbersDiffer =
                !sheet.reference().isEmpty()
                        && !books.reference().isEmpty()
                        && !sheet.reference().equals(books.reference());
        boolean ordersDiffer = sheet.isOfOtherOrder(books);
        if (sheet.amount() == books.amount()) {
            return sameAmount(sheet, books, apart);
        }
        Slip slip = Slip.between(sheet.amount(), books.amount());
        if (slip != null && (named || (apart <= DAYS_NEAR && Coding.supports(sheet, books)))) {
            return new Kind(
                    Category.DATA_ENTRY_ERROR,
                    slip == Slip.WRONG_SIGN ? 8 : 6,
                    "%s in the sheet and %s in the books: %s"
                            .formatted(
                                    Words.amount(sheet.amount()),
                                    Words.amount(books.amount()),
                                    slip.words()));
        }
        double share =
                Math.abs(sheet.amount() - books.amount())
                        / (double)
                                Math.max(
                                        1,
                                        Math.max(
                                                Math.abs(sheet.amount()),
                                                Math.abs(books.amount())));
        boolean fits =
                named
                        ? apart <= DAYS_LATE_MAX
                        : share <= VARIANCE_MAX
                                && apart <= DAYS_NEAR / 2
                                && !numbersDiffer
                                && !ordersDiffer
                                && Coding.supports(sheet, books);
        return fits
                ? new Kind(
                        Category.AMOUNT_VARIANCE,
                        named ? 3 : 2,
                        "%s in the sheet and %s in the books, a difference of %s"
                                .formatted(
                                        Words.amount(sheet.amount()),
                                        Words.amount(books.amount()),
                                        Words.amount(sheet.amount() - books.amount())))
                : null;
    }

    private static @Nullable Kind sameAmount(Line sheet, Line books, int apart) {
        String dates =
                "%s in the sheet and %s in the books"
                        .formatted(Words.date(sheet.day()), Words.date(books.day()));
        if (Bounds.isDay(sheet.day()) != Bounds.isDay(books.day())) {
            return new Kind(
                    Category.DATA_ENTRY_ERROR, 6, dates + ": " + Slip.IMPOSSIBLE_DATE.words());
        }
        if (Slip.isOtherYear(sheet.day(), books.day())) {
            return new Kind(Category.DATA_ENTRY_ERROR, 6, dates + ": " + Slip.WRONG_YEAR.words());
        }
        return apart <= DAYS_LATE_MAX
                ? new Kind(Category.TIMING, 2, "%s, %d days apart".formatted(dates, apart))
                : null;
    }
}

package io.tieout.reconcile.engine;

import io.tieout.reconcile.engine.Assignment.Edge;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/// The best assignment among all pairs whose amounts and dates may agree, by all that they say.
final class Scored {
    private static final int CANDIDATES_MAX = 12;
    private static final int WIDE = 21;
    private static final int AROUND = 2;
    private static final double PROPOSED_MIN = 0;
    private static final double AUTOMATIC_MIN = 3.9;
    private static final double AUTOMATIC_MARGIN = 3;

    private Scored() {}

    static void match(Block block, MatchRule rule) {
        ByAmount books = new ByAmount(block.books);
        List<Edge> edges = new ArrayList<>();
        for (int s = block.sheet.free.nextSetBit(0);
                s >= 0;
                s = block.sheet.free.nextSetBit(s + 1)) {
            edges.addAll(candidates(block, rule, s, books));
        }
        Assignment.Decision decision = Assignment.of(edges);
        for (Assignment.Chosen one : decision.chosen()) {
            take(block, rule, one);
        }
        tie(block, rule, decision.tied());
    }

    private static List<Edge> candidates(Block block, MatchRule rule, int s, ByAmount books) {
        Line line = block.sheet.lines[s];
        int days = rule.days() + WIDE;
        List<Edge> found = new ArrayList<>();
        for (int b : books.near(line.amount(), rule.slack(line.amount()), line.day() - AROUND)) {
            if (Math.abs(block.books.lines[b].day() - line.day()) <= days
                    && block.sameCurrency(s, b)
                    && !block.isApart(s, b)
                    && rule.allows(line.amount(), block.books.lines[b].amount())) {
                double odds = block.odds(s, b);
                if (odds > PROPOSED_MIN - 2) {
                    found.add(new Edge(s, b, odds));
                }
            }
        }
        found.sort(
                Comparator.comparingDouble((Edge edge) -> -edge.odds()).thenComparingInt(Edge::b));
        return found.size() > CANDIDATES_MAX ? found.subList(0, CANDIDATES_MAX) : found;
    }

    private static void take(Block block, MatchRule rule, Assignment.Chosen chosen) {
        int s = chosen.edge().s();
        int b = chosen.edge().b();
        Line sheet = block.sheet.lines[s];
        Line books = block.books.lines[b];
        double odds = chosen.edge().odds();
        int apart = Math.abs(sheet.day() - books.day());
        if (odds < PROPOSED_MIN || apart > rule.days()) {
            return;
        }
        boolean numbered = !sheet.reference().isEmpty() && !books.reference().isEmpty();
        boolean sameNumber = numbered && sheet.reference().equals(books.reference());
        boolean nothingAgainst =
                sheet.partyProbability() >= Line.PARTY_SURE
                        && !sheet.isOfOtherOrder(books)
                        && (sameNumber
                                || (!numbered
                                        && Coding.supports(sheet, books)
                                        && Exacts.onlyOne(block.books, sheet, rule.days()) == b
                                        && Exacts.onlyOne(block.sheet, books, rule.days()) == s));
        boolean sure =
                odds >= AUTOMATIC_MIN && chosen.margin() >= AUTOMATIC_MARGIN && nothingAgainst;
        block.pair(s, b, rule.id(), sure ? Band.AUTOMATIC : Band.PROPOSED, odds, chosen.margin());
    }

    /// Lines between which nothing decides are shown together.
    static void tie(Block block, MatchRule rule, List<Edge> tied) {
        List<Edge> open =
                tied.stream()
                        .filter(edge ->
                                block.sheet.free.get(edge.s()) && block.books.free.get(edge.b()))
                        .toList();
        for (List<Edge> group : Ties.groups(open)) {
            TreeSet<Integer> sheet = new TreeSet<>();
            TreeSet<Integer> books = new TreeSet<>();
            group.forEach(edge -> {
                sheet.add(edge.s());
                books.add(edge.b());
            });
            block.verdicts.add(
                    new Verdict.Tied(
                            Block.entries(block.sheet, Ties.array(sheet)),
                            Block.entries(block.books, Ties.array(books)),
                            Ties.near(block, rule, group)));
            sheet.forEach(block.sheet.free::clear);
            books.forEach(block.books.free::clear);
        }
    }
}

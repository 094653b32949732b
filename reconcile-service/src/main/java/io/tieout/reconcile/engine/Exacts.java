package io.tieout.reconcile.engine;

import java.util.ArrayList;
import java.util.List;

/// Pairs of one party and amount within few days, when there is no other such line far and wide.
final class Exacts {
    private static final int WIDE = 21;
    private static final double MARGIN = 6;

    private Exacts() {}

    static void match(Block block, MatchRule rule) {
        List<int[]> pairs = new ArrayList<>();
        for (int s = block.sheet.free.nextSetBit(0);
                s >= 0;
                s = block.sheet.free.nextSetBit(s + 1)) {
            Line line = block.sheet.lines[s];
            int only = onlyOne(block.books, line, rule.days() + WIDE);
            if (only >= 0
                    && onlyOne(block.sheet, block.books.lines[only], rule.days() + WIDE) == s
                    && isSafe(block, rule, s, only)) {
                pairs.add(new int[] {s, only});
            }
        }
        for (int[] pair : pairs) {
            block.pair(
                    pair[0],
                    pair[1],
                    rule.id(),
                    Band.AUTOMATIC,
                    block.odds(pair[0], pair[1]),
                    MARGIN);
        }
    }

    private static boolean isSafe(Block block, MatchRule rule, int s, int b) {
        Line sheet = block.sheet.lines[s];
        Line books = block.books.lines[b];
        if (!block.sameCurrency(s, b)
                || block.isApart(s, b)
                || Math.abs(sheet.day() - books.day()) > rule.days()
                || sheet.partyProbability() < Line.PARTY_SURE
                || sheet.amount() == 0) {
            return false;
        }
        if (sheet.isOfOtherOrder(books) || sheet.isOfOtherNumber(books)) {
            return false;
        }
        if (Coding.supports(sheet, books)) {
            return true;
        }
        boolean silent = sheet.likeness(books) < 0;
        return silent
                && Coding.difference(sheet, books).isEmpty()
                && block.equalAmounts(sheet.amount()) == 1;
    }

    /// The only line of that amount within so many days, if it is free, or a negative number: where
    /// there were several, what is left of them tells nothing. Hours of somebody else are no such
    /// line.
    static int onlyOne(Block.Half half, Line line, int days) {
        int only = -1;
        for (int i : half.of(line.amount())) {
            if (Math.abs(half.lines[i].day() - line.day()) <= days
                    && !half.lines[i].isOfOtherPerson(line)) {
                if (only >= 0) {
                    return -2;
                }
                only = half.free.get(i) ? i : -2;
                if (only < 0) {
                    return -2;
                }
            }
        }
        return only;
    }
}

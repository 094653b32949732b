package io.tieout.reconcile.engine;

import io.tieout.reconcile.ledger.Entry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The lines of one party while they are matched: which are free still, and what was said of the
/// others. Lines are in the order of day and id, whatever order they came in.
final class Block {
    /// The lines of one side.
    static final class Half {
        final Line[] lines;
        final BitSet free = new BitSet();

        /// Lines that have a copy: nothing about them is automatic.
        final BitSet doubted = new BitSet();

        /// Lines that belong to others, as far as is known by now.
        final BitSet matched = new BitSet();

        private final AmountIndex byAmount;

        private Half(List<Line> all) {
            lines = all.toArray(Line[]::new);
            Arrays.sort(lines, Line.BY_DAY);
            free.set(0, lines.length);
            byAmount = new AmountIndex(lines);
        }

        int size() {
            return lines.length;
        }

        private void take(int line) {
            free.clear(line);
            matched.set(line);
        }

        /// Lines of just this amount, by day.
        int[] of(long amount) {
            return byAmount.of(amount);
        }

        /// First line of this day or later.
        int from(int day) {
            int low = 0;
            int high = lines.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (lines[middle].day() < day) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }
    }

    final Half sheet;
    final Half books;
    final List<Verdict> verdicts = new ArrayList<>();
    private final Separations separations;
    private @Nullable Chance chance;

    Block(List<Line> sheet, List<Line> books, Separations separations) {
        this.sheet = new Half(sheet);
        this.books = new Half(books);
        this.separations = separations;
    }

    /// How rare it is that sums of this party's lines hit an amount.
    Chance chance() {
        Chance known = chance;
        if (known == null) {
            known = Chance.of(this);
            chance = known;
        }
        return known;
    }

    /// Whether a person took the two apart, or somebody else worked.
    boolean isApart(int s, int b) {
        return isOfOtherPerson(s, b) || wasTakenApart(s, b);
    }

    boolean isOfOtherPerson(int s, int b) {
        return sheet.lines[s].isOfOtherPerson(books.lines[b]);
    }

    private boolean wasTakenApart(int s, int b) {
        return !separations.isEmpty()
                && separations.isApart(sheet.lines[s].entry().id(), books.lines[b].entry().id());
    }

    boolean isAnyApart(int[] sheetLines, int[] booksLines) {
        for (int s : sheetLines) {
            for (int b : booksLines) {
                if (isApart(s, b)) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Lines of one amount on the busier side.
    int equalAmounts(long amount) {
        return Math.max(sheet.of(amount).length, books.of(amount).length);
    }

    double odds(int s, int b) {
        return PairScore.odds(
                sheet.lines[s], books.lines[b], equalAmounts(sheet.lines[s].amount()));
    }

    boolean sameCurrency(int s, int b) {
        return sheet.lines[s].entry().currency().equals(books.lines[b].entry().currency());
    }

    boolean isDoubted(int s, int b) {
        return sheet.doubted.get(s)
                || books.doubted.get(b)
                || sheet.lines[s].isOfUnsurePerson(books.lines[b]);
    }

    private boolean isAnyOfUnsurePerson(int[] sheetLines, int[] booksLines) {
        return Arrays.stream(sheetLines)
                .anyMatch(s ->
                        Arrays.stream(booksLines)
                                .anyMatch(b -> sheet.lines[s].isOfUnsurePerson(books.lines[b])));
    }

    /// The pair belongs together; if it is booked to another project, class or account, that is
    /// said.
    void pair(int s, int b, String rule, Band band, double odds, double margin) {
        Line one = sheet.lines[s];
        Line other = books.lines[b];
        boolean doubted = isDoubted(s, b) || one.isOfOtherOrder(other);
        Band sure = doubted && band == Band.AUTOMATIC ? Band.PROPOSED : band;
        String coding = Coding.difference(one, other);
        double score = PairScore.probability(odds);
        verdicts.add(
                coding.isEmpty()
                        ? new Verdict.Matched(
                                List.of(one.entry()),
                                List.of(other.entry()),
                                rule,
                                sure,
                                score,
                                margin,
                                0)
                        : new Verdict.Deviating(
                                Category.CODING_ERROR,
                                List.of(one.entry()),
                                List.of(other.entry()),
                                rule,
                                sure,
                                score,
                                margin,
                                coding));
        sheet.take(s);
        books.take(b);
    }

    void deviating(
            Category category,
            int s,
            int b,
            Band band,
            double odds,
            double margin,
            String evidence) {
        verdicts.add(
                new Verdict.Deviating(
                        category,
                        List.of(sheet.lines[s].entry()),
                        List.of(books.lines[b].entry()),
                        "deviation",
                        band,
                        PairScore.probability(odds),
                        margin,
                        evidence));
        sheet.take(s);
        books.take(b);
    }

    void set(
            int[] s, int[] b, String rule, Band band, double score, double margin, long remainder) {
        boolean doubted =
                Arrays.stream(s).anyMatch(sheet.doubted::get)
                        || Arrays.stream(b).anyMatch(books.doubted::get)
                        || areOfOtherOrders(s, b);
        verdicts.add(
                new Verdict.Matched(
                        entries(sheet, s),
                        entries(books, b),
                        rule,
                        (doubted || isAnyOfUnsurePerson(s, b)) && band == Band.AUTOMATIC
                                ? Band.PROPOSED
                                : band,
                        score,
                        margin,
                        remainder));
        for (int i : s) {
            sheet.take(i);
        }
        for (int i : b) {
            books.take(i);
        }
    }

    /// Whether both sides name orders, and not the same ones.
    private boolean areOfOtherOrders(int[] s, int[] b) {
        Set<String> mine = Line.orders(entries(sheet, s));
        Set<String> its = Line.orders(entries(books, b));
        return !mine.isEmpty() && !its.isEmpty() && !mine.equals(its);
    }

    static List<Entry> entries(Half half, int[] which) {
        return Arrays.stream(which).mapToObj(i -> half.lines[i].entry()).toList();
    }

    static long sum(Half half, int[] which) {
        long sum = 0;
        for (int i : which) {
            sum += half.lines[i].amount();
        }
        return sum;
    }
}

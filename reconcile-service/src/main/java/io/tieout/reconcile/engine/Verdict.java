package io.tieout.reconcile.engine;

import io.tieout.reconcile.ledger.Entry;
import io.tieout.reconcile.ledger.EntryKind;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What is said of one or more lines. Each line is in exactly one verdict.
public sealed interface Verdict {
    List<Entry> sheet();

    List<Entry> books();

    /// They belong together.
    ///
    /// @param remainder what the sheet's lines are more than those of the books, when only part is
    ///   allocated; negative when the books have more
    record Matched(
            List<Entry> sheet,
            List<Entry> books,
            String rule,
            Band band,
            double score,
            double margin,
            long remainder)
            implements Verdict {
        private static final int ORDERS_NAMED_MAX = 3;

        /// How much of one of its lines is allocated: the earlier ones first, where one side has
        /// more than the other.
        public long allocated(Entry line) {
            return line.amount() - rest(line);
        }

        /// How much of one of its lines is not.
        public long rest(Entry line) {
            boolean inSheet = line.kind().side() == EntryKind.Side.SHEET;
            List<Entry> own = inSheet ? sheet : books;
            long mine = own.stream().mapToLong(Entry::amount).sum();
            long left = inSheet ? mine - remainder : mine + remainder;
            if (remainder == 0 || Math.abs(left) >= Math.abs(mine)) {
                return 0;
            }
            for (Entry one : own) {
                long taken = Math.abs(one.amount()) < Math.abs(left) ? one.amount() : left;
                if (one.id().equals(line.id())) {
                    return one.amount() - taken;
                }
                left -= taken;
            }
            return 0;
        }

        /// Which orders the two sides name, where these are others; else empty.
        public String otherOrders() {
            Set<String> mine = Line.orders(sheet);
            Set<String> its = Line.orders(books);
            return mine.isEmpty() || its.isEmpty() || mine.equals(its)
                    ? ""
                    : "order %s in the sheet and %s in the books"
                            .formatted(named(sheet), named(books));
        }

        private static String named(List<Entry> lines) {
            return lines.stream()
                    .map(Entry::order)
                    .filter(order -> !order.isEmpty())
                    .distinct()
                    .limit(ORDERS_NAMED_MAX)
                    .map(Words::brief)
                    .collect(Collectors.joining(", "));
        }
    }

    /// They belong together and differ.
    ///
    /// @param evidence in what they differ, in words with figures
    record Deviating(
            Category category,
            List<Entry> sheet,
            List<Entry> books,
            String rule,
            Band band,
            double score,
            double margin,
            String evidence)
            implements Verdict {}

    /// Nothing on the other side is it.
    ///
    /// @param nearest what comes nearest, best first, and why it is not it
    record Alone(
            Category category,
            List<Entry> sheet,
            List<Entry> books,
            List<Near> nearest,
            String evidence)
            implements Verdict {}

    /// Several fit equally well, and nobody guesses.
    record Tied(List<Entry> sheet, List<Entry> books, List<Near> nearest) implements Verdict {}

    /// A counterpart that was considered, and which tests it failed.
    record Near(Entry one, Entry other, double score, List<String> failed) {}
}

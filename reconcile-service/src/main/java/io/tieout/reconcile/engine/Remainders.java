package io.tieout.reconcile.engine;

import io.tieout.reconcile.ledger.EntryKind;
import io.tieout.reconcile.ledger.Slip;
import java.util.Arrays;

/// Lines of one number that do not add up yet: as much as there is on both sides is allocated, and
/// the rest remains. Always for a person to confirm.
final class Remainders {
    private static final double SCORE = 0.9;
    private static final double MARGIN = 12;

    /// An invoice has one number, so that a bill of that number is a part of it only if it is
    /// clearly less; an order's first bill is usually one of several.
    private static final double PART_OF_DOCUMENT_MAX = 0.5;

    private static final double PART_OF_ORDER_MAX = 0.8;

    private Remainders() {}

    static void take(Block block, MatchRule rule, int[] sheet, int[] books, boolean byOrder) {
        if (!isOfOneSign(block, sheet, books)
                || !isLinkedToThese(block, sheet, books)
                || (byOrder && Groups.isAnyNumberedOtherwise(block, sheet, books))) {
            return;
        }
        long mine = Block.sum(block.sheet, sheet);
        long its = Block.sum(block.books, books);
        if (isPart(block, sheet, books, mine, its, byOrder)) {
            block.set(sheet, books, rule.id(), Band.PROPOSED, SCORE, MARGIN, mine - its);
        }
    }

    /// Lines of an invoice share its number, and each stands for itself.
    static boolean areCosts(Block block, int[] sheet) {
        return block.sheet.lines[sheet[0]].entry().kind().family() == EntryKind.Family.COST;
    }

    private static boolean isPart(
            Block block, int[] sheet, int[] books, long mine, long its, boolean byOrder) {
        boolean booksAreLess = Math.abs(its) < Math.abs(mine);
        if (sheet.length == 1 && books.length > 1 && booksAreLess) {
            return true;
        }
        if (!areCosts(block, sheet)) {
            return false;
        }
        if (sheet.length == 1 && books.length == 1) {
            double most = byOrder ? PART_OF_ORDER_MAX : PART_OF_DOCUMENT_MAX;
            return Math.abs(its) <= most * Math.abs(mine) && Slip.between(mine, its) == null;
        }
        boolean oneIsMore = booksAreLess ? sheet.length == 1 : books.length == 1;
        return oneIsMore || !isAnyAlike(block, sheet, books);
    }

    /// Whether one of them may be just one of the other side that differs, so that each is to be
    /// compared by itself.
    private static boolean isAnyAlike(Block block, int[] sheet, int[] books) {
        for (int s : sheet) {
            for (int b : books) {
                long one = block.sheet.lines[s].amount();
                long other = block.books.lines[b].amount();
                long larger = Math.max(Math.abs(one), Math.abs(other));
                if (Math.abs(one - other) <= Deviations.VARIANCE_MAX * larger
                        || Slip.between(one, other) != null) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isOfOneSign(Block block, int[] sheet, int[] books) {
        int sign = Long.signum(block.sheet.lines[sheet[0]].amount());
        return sign != 0
                && Arrays.stream(sheet)
                        .allMatch(s -> Long.signum(block.sheet.lines[s].amount()) == sign)
                && Arrays.stream(books)
                        .allMatch(b -> Long.signum(block.books.lines[b].amount()) == sign);
    }

    /// Whether no row names another line of the books.
    private static boolean isLinkedToThese(Block block, int[] sheet, int[] books) {
        return Arrays.stream(sheet)
                .mapToObj(s -> block.sheet.lines[s].entry().link())
                .allMatch(link ->
                        link.isEmpty()
                                || Arrays.stream(books)
                                        .anyMatch(b ->
                                                block.books.lines[b].entry().id().equals(link)));
    }
}

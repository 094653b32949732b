package io.tieout.reconcile.engine;

import io.tieout.reconcile.ledger.Bounds;
import io.tieout.reconcile.ledger.Entry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What lines are that nothing belongs to, with what came nearest.
final class Leftovers {
    private static final int NEAREST_MAX = 3;
    private static final int LOOKED_AT = 4;

    private Leftovers() {}

    static void describe(Block block, MatchRule rule) {
        for (int s = block.sheet.free.nextSetBit(0);
                s >= 0;
                s = block.sheet.free.nextSetBit(s + 1)) {
            Line line = block.sheet.lines[s];
            block.verdicts.add(
                    new Verdict.Alone(
                            category(line.entry()),
                            List.of(line.entry()),
                            List.of(),
                            nearest(block, rule, s, true),
                            evidence(line.entry())));
        }
        for (int b = block.books.free.nextSetBit(0);
                b >= 0;
                b = block.books.free.nextSetBit(b + 1)) {
            Line line = block.books.lines[b];
            block.verdicts.add(
                    new Verdict.Alone(
                            category(line.entry()),
                            List.of(),
                            List.of(line.entry()),
                            nearest(block, rule, b, false),
                            evidence(line.entry())));
        }
        block.sheet.free.clear();
        block.books.free.clear();
    }

    private static String evidence(Entry entry) {
        return switch (category(entry)) {
            case DATA_ENTRY_ERROR ->
                    "%s cannot be its date, and nothing else is it: correct the date"
                            .formatted(Words.date(Bounds.kept(entry.day())));
            case MISSING_RECEIPT -> "an expense without document number that no row asks for";
            case MISSING_IN_SMARTSHEET -> "no row of a sheet is it";
            case UNBILLED_LABOR,
                    CODING_ERROR,
                    TIMING,
                    AMOUNT_VARIANCE,
                    DUPLICATE,
                    MISSING_IN_QUICKBOOKS ->
                    "nothing in the books is it";
        };
    }

    static Category category(Entry entry) {
        if (!Bounds.isDay(entry.day())) {
            return Category.DATA_ENTRY_ERROR;
        }
        return switch (entry.kind()) {
            case TIMESHEET -> Category.UNBILLED_LABOR;
            case COST, BUDGET, BILLING -> Category.MISSING_IN_QUICKBOOKS;
            case PURCHASE ->
                    entry.reference().isEmpty()
                            ? Category.MISSING_RECEIPT
                            : Category.MISSING_IN_SMARTSHEET;
            case BILL,
                    VENDOR_CREDIT,
                    JOURNAL,
                    TIME_ACTIVITY,
                    PURCHASE_ORDER,
                    INVOICE,
                    INVOICE_TOTAL ->
                    Category.MISSING_IN_SMARTSHEET;
        };
    }

    private static List<Verdict.Near> nearest(
            Block block, MatchRule rule, int line, boolean inSheet) {
        Block.Half there = inSheet ? block.books : block.sheet;
        Line here = (inSheet ? block.sheet : block.books).lines[line];
        Set<Integer> candidates = new LinkedHashSet<>();
        int[] equal = there.of(here.amount());
        for (int i = 0; i < Math.min(LOOKED_AT, equal.length); i++) {
            candidates.add(equal[i]);
        }
        int at = there.from(here.day());
        for (int i = Math.max(0, at - LOOKED_AT); i < Math.min(there.size(), at + LOOKED_AT); i++) {
            candidates.add(i);
        }
        List<Verdict.Near> near = new ArrayList<>();
        for (int other : candidates) {
            int s = inSheet ? line : other;
            int b = inSheet ? other : line;
            double odds = block.odds(s, b);
            if (odds > -9) {
                List<String> failed =
                        new ArrayList<>(
                                PairScore.failed(block.sheet.lines[s], block.books.lines[b], rule));
                if (block.isOfOtherPerson(s, b)) {
                    failed.add("somebody else worked");
                } else if (block.isApart(s, b)) {
                    failed.add("a person took the two apart");
                }
                if (failed.isEmpty()) {
                    failed.add("it belongs to another line");
                }
                near.add(
                        new Verdict.Near(
                                here.entry(),
                                there.lines[other].entry(),
                                PairScore.probability(odds),
                                failed));
            }
        }
        near.sort(
                Comparator.comparingDouble((Verdict.Near one) -> -one.score())
                        .thenComparing(one -> one.other().id()));
        return List.copyOf(near.subList(0, Math.min(NEAREST_MAX, near.size())));
    }
}

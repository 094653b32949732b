package io.tieout.reconcile.engine;

import io.tieout.reconcile.ledger.Bounds;
import io.tieout.reconcile.ledger.Entry;
import java.util.List;

/// Lines whose amount cannot be: each is said to be a slip, and no other line is compared with it.
final class Impossible {
    private static final String EVIDENCE =
            "its amount is beyond a trillion, which no line of a book is: correct the amount";

    private Impossible() {}

    static void setAside(Block block) {
        setAside(block, block.sheet, true);
        setAside(block, block.books, false);
    }

    private static void setAside(Block block, Block.Half half, boolean inSheet) {
        for (int i = 0; i < half.size(); i++) {
            if (!Bounds.isAmount(half.lines[i].amount())) {
                half.free.clear(i);
                List<Entry> line = List.of(half.lines[i].entry());
                block.verdicts.add(
                        new Verdict.Alone(
                                Category.DATA_ENTRY_ERROR,
                                inSheet ? line : List.of(),
                                inSheet ? List.of() : line,
                                List.of(),
                                EVIDENCE));
            }
        }
    }
}

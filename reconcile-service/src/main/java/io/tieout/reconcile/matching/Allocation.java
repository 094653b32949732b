package io.tieout.reconcile.matching;

import io.tieout.reconcile.engine.Verdict;
import io.tieout.reconcile.ledger.Entry;
import io.tieout.reconcile.ledger.EntryKind.Side;
import java.util.List;

/// How much of a line is allocated to the other book, and what remains, in words. Pure.
final class Allocation {
    private Allocation() {}

    static String words(Verdict.Matched matched, Entry line) {
        boolean inSheet = line.kind().side() == Side.SHEET;
        List<Entry> own = inSheet ? matched.sheet() : matched.books();
        List<Entry> others = inSheet ? matched.books() : matched.sheet();
        long mine = sum(own);
        long its = sum(others);
        if (Math.abs(mine) < Math.abs(its)) {
            return "all of it is part of %s in the %s, of which %s remain"
                    .formatted(
                            Entries.words(its),
                            inSheet ? "books" : "sheet",
                            Entries.words(its - mine));
        }
        String part =
                "part of it: %s of %s are allocated, %s remain"
                        .formatted(
                                Entries.words(matched.allocated(line)),
                                Entries.words(line.amount()),
                                Entries.words(matched.rest(line)));
        return own.size() == 1
                ? part
                : "%s, the earlier ones first; of all %d together %s of %s"
                        .formatted(part, own.size(), Entries.words(its), Entries.words(mine));
    }

    private static long sum(List<Entry> entries) {
        return entries.stream().mapToLong(Entry::amount).sum();
    }
}

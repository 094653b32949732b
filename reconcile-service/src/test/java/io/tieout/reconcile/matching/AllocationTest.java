package io.tieout.reconcile.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.reconcile.engine.Band;
import io.tieout.reconcile.engine.Verdict;
import io.tieout.reconcile.ledger.Entry;
import io.tieout.reconcile.ledger.EntryKind;
import io.tieout.reconcile.standing.Standing;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AllocationTest {
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    @Test
    void each_line_says_how_much_of_it_is_allocated_and_keeps_what_remains() {
        Entry row = row("4:1", 90_000, "PO-1");
        Entry bill = bill("Bill:8", 30_000, "PO-1");
        Entry other = bill("Bill:9", 25_000, "PO-1");
        Verdict verdict = part(List.of(row), List.of(bill, other), 35_000);

        Standing ofRow = Statement.of(verdict, row, NOW);
        assertThat(ofRow.evidence())
                .isEqualTo("part of it: 550.00 of 900.00 are allocated, 350.00 remain");
        assertThat(ofRow.remainder()).isEqualByComparingTo(new BigDecimal("350"));

        Standing ofBill = Statement.of(verdict, bill, NOW);
        assertThat(ofBill.evidence())
                .isEqualTo("all of it is part of 900.00 in the sheet, of which 350.00 remain");
        assertThat(ofBill.remainder()).isZero();
    }

    @Test
    void of_several_lines_the_earlier_ones_are_allocated_first() {
        Entry first = row("4:1", 50_000, "PO-1");
        Entry second = row("4:2", 40_000, "PO-1");
        Verdict verdict = part(List.of(first, second), List.of(bill("Bill:8", 60_000, "")), 30_000);

        assertThat(Statement.of(verdict, first, NOW).remainder()).isZero();
        Standing later = Statement.of(verdict, second, NOW);
        assertThat(later.remainder()).isEqualByComparingTo(new BigDecimal("300"));
        assertThat(later.evidence())
                .isEqualTo(
                        "part of it: 100.00 of 400.00 are allocated, 300.00 remain, the earlier ones"
                                + " first; of all 2 together 600.00 of 900.00");
    }

    @Test
    void another_order_is_said_where_it_makes_a_match_doubtful() {
        Entry row = row("4:1", 90_000, "PO-1");
        Verdict verdict = part(List.of(row), List.of(bill("Bill:8", 90_000, "PO-2")), 0);

        assertThat(Statement.of(verdict, row, NOW).evidence())
                .isEqualTo(
                        "probably the same, to 90 percent; order PO-1 in the sheet and PO-2 in the"
                                + " books");
    }

    private static Verdict part(List<Entry> sheet, List<Entry> books, long remainder) {
        return new Verdict.Matched(sheet, books, "group", Band.PROPOSED, 0.9, 12, remainder);
    }

    private static Entry row(String id, long amount, String order) {
        return entry(id, EntryKind.COST, amount, order);
    }

    private static Entry bill(String id, long amount, String order) {
        return entry(id, EntryKind.BILL, amount, order);
    }

    private static Entry entry(String id, EntryKind kind, long amount, String order) {
        return new Entry(
                id, kind, "Atlas Electric", "", "", order, amount, "USD", 20_500, "", "", "", "");
    }
}

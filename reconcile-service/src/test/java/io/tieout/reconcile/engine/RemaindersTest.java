package io.tieout.reconcile.engine;

import static io.tieout.reconcile.engine.Lines.bill;
import static io.tieout.reconcile.engine.Lines.cost;
import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.reconcile.ledger.Entry;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RemaindersTest {
    @Test
    void the_first_bill_of_an_order_is_a_part_of_its_row() {
        Verdict.Matched matched =
                part(
                        lines(cost("1").ordered("PO-12").of(90_000)),
                        lines(bill("9").ordered("PO-12").of(30_000)));
        assertThat(matched.remainder()).isEqualTo(60_000);
        assertThat(matched.allocated(matched.sheet().getFirst())).isEqualTo(30_000);
        assertThat(matched.allocated(matched.books().getFirst())).isEqualTo(30_000);
    }

    @Test
    void a_bill_of_the_same_number_is_a_part_when_it_is_clearly_less() {
        assertThat(
                        part(
                                        lines(cost("1").numbered("AE-7").of(90_000)),
                                        lines(bill("9").numbered("AE-7").of(30_000)))
                                .remainder())
                .isEqualTo(60_000);
        assertThat(
                        match(
                                lines(cost("1").numbered("AE-7").of(90_000)),
                                lines(bill("9").numbered("AE-7").of(70_000))))
                .singleElement()
                .isInstanceOfSatisfying(
                        Verdict.Deviating.class,
                        it -> assertThat(it.category()).isEqualTo(Category.AMOUNT_VARIANCE));
    }

    @Test
    void a_slip_is_no_part() {
        assertThat(
                        match(
                                lines(cost("1").numbered("AE-7").of(90_000)),
                                lines(bill("9").numbered("AE-7").of(9_000))))
                .singleElement()
                .isInstanceOfSatisfying(
                        Verdict.Deviating.class,
                        it -> assertThat(it.category()).isEqualTo(Category.DATA_ENTRY_ERROR));
    }

    @Test
    void several_rows_are_a_part_of_one_bill() {
        Verdict.Matched matched =
                part(
                        lines(
                                cost("1").ordered("PO-12").of(30_000),
                                cost("2").ordered("PO-12").of(25_000)),
                        lines(bill("9").ordered("PO-12").of(90_000)));
        assertThat(matched.remainder()).isEqualTo(-35_000);
        assertThat(matched.allocated(matched.sheet().getFirst())).isEqualTo(30_000);
        assertThat(matched.allocated(matched.books().getFirst())).isEqualTo(55_000);
    }

    @Test
    void several_bills_are_a_part_of_several_rows_the_earlier_first() {
        Verdict.Matched matched =
                part(
                        lines(
                                cost("1").ordered("PO-12").of(50_000).on("2026-03-11"),
                                cost("2").ordered("PO-12").of(40_000).on("2026-03-12")),
                        lines(
                                bill("8").ordered("PO-12").of(31_000),
                                bill("9").ordered("PO-12").of(29_000)));
        assertThat(matched.remainder()).isEqualTo(30_000);
        assertThat(matched.sheet())
                .extracting(matched::allocated)
                .containsExactly(50_000L, 10_000L);
        assertThat(matched.books())
                .extracting(matched::allocated)
                .containsExactlyInAnyOrder(31_000L, 29_000L);
    }

    @Test
    void credits_are_allocated_as_bills_are() {
        Verdict.Matched matched =
                part(
                        lines(cost("1").ordered("PO-12").of(-90_000)),
                        lines(
                                bill("8").ordered("PO-12").of(-30_000),
                                bill("9").ordered("PO-12").of(-25_000)));
        assertThat(matched.remainder()).isEqualTo(-35_000);
        assertThat(matched.allocated(matched.sheet().getFirst())).isEqualTo(-55_000);
        assertThat(matched.allocated(matched.books().getFirst())).isEqualTo(-30_000);
    }

    @Test
    void among_lines_of_one_order_the_only_ones_that_add_up_belong_together() {
        List<Verdict> verdicts =
                match(
                        lines(
                                cost("1").ordered("PO-12").of(50_017),
                                cost("2").ordered("PO-12").of(91_203)),
                        lines(
                                bill("8").ordered("PO-12").of(20_006),
                                bill("9").ordered("PO-12").of(30_011)));
        assertThat(verdicts)
                .hasSize(2)
                .anySatisfy(verdict ->
                        assertThat(verdict)
                                .isInstanceOfSatisfying(
                                        Verdict.Matched.class,
                                        it -> {
                                            assertThat(it.sheet())
                                                    .extracting(Entry::id)
                                                    .containsExactly("1");
                                            assertThat(it.books()).hasSize(2);
                                            assertThat(it.remainder()).isZero();
                                        }));
    }

    @Test
    void two_ways_to_add_up_are_none() {
        assertThat(
                        match(
                                lines(
                                        cost("1").ordered("PO-12").of(50_017),
                                        cost("2").ordered("PO-12").of(91_203)),
                                lines(
                                        bill("7").ordered("PO-12").of(20_006),
                                        bill("8").ordered("PO-12").of(30_011),
                                        bill("9").ordered("PO-12").of(30_011))))
                .noneMatch(RemaindersTest::isAutomatic);
    }

    @Test
    void a_sum_with_a_line_that_lacks_the_number_comes_before_a_part() {
        List<Verdict> verdicts =
                match(
                        lines(
                                cost("1").numbered("AE-7").of(50_017),
                                cost("2").numbered("AE-7").of(31_203),
                                cost("3").of(11_111)),
                        lines(bill("9").numbered("AE-7").of(92_331)));
        assertThat(verdicts)
                .singleElement()
                .isInstanceOfSatisfying(
                        Verdict.Matched.class,
                        it -> {
                            assertThat(it.rule()).isEqualTo("sum");
                            assertThat(it.remainder()).isZero();
                        });
    }

    @Test
    void where_one_line_of_the_order_stands_for_itself_the_others_do_too() {
        List<Verdict> verdicts =
                match(
                        lines(
                                cost("1").ordered("PO-12").of(50_017),
                                cost("2").ordered("PO-12").of(91_203)),
                        lines(
                                bill("8").ordered("PO-12").of(50_017),
                                bill("9").ordered("PO-12").of(30_011)));
        assertThat(verdicts).hasSize(3);
    }

    @Test
    void a_row_that_names_another_document_is_not_made_of_those_of_its_order() {
        assertThat(
                        match(
                                lines(cost("1").ordered("PO-12").numbered("AE-7").of(90_000)),
                                lines(
                                        bill("8").ordered("PO-12").numbered("BX-88").of(30_000),
                                        bill("9").ordered("PO-12").numbered("BX-99").of(20_000))))
                .noneMatch(Verdict.Matched.class::isInstance);
    }

    @Test
    void rows_that_differ_from_single_bills_of_one_number_are_compared_one_by_one() {
        List<Verdict> verdicts =
                match(
                        lines(
                                cost("1").numbered("AE-7").about("cable").of(52_000),
                                cost("2").numbered("AE-7").about("crane").of(91_000)),
                        lines(
                                bill("8").numbered("AE-7").about("cable").of(50_000),
                                bill("9").numbered("AE-7").about("crane").of(84_000)));
        assertThat(verdicts).hasSize(2).allMatch(Verdict.Deviating.class::isInstance);
    }

    private static boolean isAutomatic(Verdict verdict) {
        return verdict instanceof Verdict.Matched it && it.band() == Band.AUTOMATIC;
    }

    private static Verdict.Matched part(List<Entry> sheet, List<Entry> books) {
        List<Verdict> verdicts = match(sheet, books);
        assertThat(verdicts).hasSize(1);
        Verdict.Matched matched = (Verdict.Matched) verdicts.getFirst();
        assertThat(matched.band()).isEqualTo(Band.PROPOSED);
        return matched;
    }

    private static List<Entry> lines(Lines... lines) {
        return Arrays.stream(lines).map(Lines::line).toList();
    }

    private static List<Verdict> match(List<Entry> sheet, List<Entry> books) {
        return Reconciler.match(
                sheet,
                books,
                MatchRules.FIRST,
                Parties.of(List.of("Brellow Electric Inc"), List.of()));
    }
}

package io.tieout.reconcile.engine;

import static io.tieout.reconcile.engine.Lines.bill;
import static io.tieout.reconcile.engine.Lines.cost;
import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.reconcile.ledger.Entry;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrdersTest {
    private static final String TASK = "switchgear installation";

    @ParameterizedTest
    @ValueSource(strings = {"PO-0417", "P.O. 417", "417", "po417"})
    void an_order_that_is_named_once_on_each_side_makes_a_match(String written) {
        Verdict.Matched matched =
                matched(
                        lines(cost("1").ordered(written)),
                        lines(bill("9").ordered("PO-417").on("2026-03-30")));
        assertThat(matched.rule()).isEqualTo("identifier");
        assertThat(matched.band()).isEqualTo(Band.AUTOMATIC);
    }

    @Test
    void two_equal_pairs_are_told_apart_by_their_orders() {
        List<Verdict> verdicts =
                match(
                        lines(cost("1").ordered("PO-1"), cost("2").ordered("PO-2")),
                        lines(bill("8").ordered("PO-2"), bill("9").ordered("PO-1")));
        assertThat(verdicts)
                .hasSize(2)
                .allSatisfy(verdict ->
                        assertThat(((Verdict.Matched) verdict).band()).isEqualTo(Band.AUTOMATIC))
                .anyMatch(verdict -> holds(verdict, "1", "9"))
                .anyMatch(verdict -> holds(verdict, "2", "8"));
    }

    @Test
    void lines_of_one_order_are_told_apart_by_their_amounts() {
        List<Verdict> verdicts =
                match(
                        lines(
                                cost("1").ordered("PO-1").of(11_100),
                                cost("2").ordered("PO-1").of(22_200)),
                        lines(
                                bill("8").ordered("PO-1").of(22_200),
                                bill("9").ordered("PO-1").of(11_100)));
        assertThat(verdicts)
                .hasSize(2)
                .anyMatch(verdict -> holds(verdict, "1", "9"))
                .anyMatch(verdict -> holds(verdict, "2", "8"));
    }

    /// Two sets, each of which adds up by itself: 70,003 = 30,001 + 40,002, 55,007 = 20,004 +
    /// 35,003.
    @Test
    void several_lines_of_an_order_on_both_sides_are_never_sure() {
        assertThat(
                        match(
                                lines(
                                        cost("1").ordered("PO-1").of(70_003),
                                        cost("2").ordered("PO-1").of(20_004),
                                        cost("3").ordered("PO-1").of(35_003)),
                                lines(
                                        bill("7").ordered("PO-1").of(30_001),
                                        bill("8").ordered("PO-1").of(40_002),
                                        bill("9").ordered("PO-1").of(55_007))))
                .noneMatch(verdict -> isAutomatic(verdict) && verdict.sheet().size() == 3);
    }

    @Test
    void equal_lines_of_one_order_stay_a_tie() {
        assertThat(
                        match(
                                lines(cost("1").ordered("PO-1"), cost("2").ordered("PO-1")),
                                lines(bill("8").ordered("PO-1"), bill("9").ordered("PO-1"))))
                .noneMatch(verdict -> isAutomatic(verdict) && verdict.sheet().size() == 1);
    }

    @Test
    void a_like_line_without_an_order_may_be_of_it_and_leaves_it_to_a_person() {
        List<Verdict> verdicts =
                match(
                        lines(cost("1").ordered("PO-1").about(TASK), cost("2").about(TASK + " ii")),
                        lines(bill("9").ordered("PO-1").about(TASK)));
        assertThat(verdicts)
                .filteredOn(verdict -> holds(verdict, "1", "9"))
                .singleElement()
                .satisfies(verdict ->
                        assertThat(((Verdict.Matched) verdict).band()).isEqualTo(Band.PROPOSED));
    }

    @Test
    void a_like_line_of_an_order_that_nobody_knows_may_be_of_it_too() {
        assertThat(
                        match(
                                lines(cost("1").ordered("PO-1"), cost("2").ordered("PO-9")),
                                lines(bill("9").ordered("PO-1"))))
                .noneMatch(OrdersTest::isAutomatic);
    }

    @ParameterizedTest
    @CsvSource({"'', ''", "AE-7, AE-7", "AE-7, AE-77"})
    void lines_of_different_orders_are_never_matched_by_themselves(String mine, String its) {
        List<Verdict> verdicts =
                match(
                        lines(cost("1").ordered("PO-1").numbered(mine).about(TASK)),
                        lines(bill("9").ordered("PO-2").numbered(its).about(TASK)));
        assertThat(verdicts).noneMatch(OrdersTest::isAutomatic);
    }

    @Test
    void a_named_id_or_a_sum_of_other_orders_is_for_a_person() {
        assertThat(
                        match(
                                lines(cost("1").naming("9").ordered("PO-1")),
                                lines(bill("9").ordered("PO-2"))))
                .noneMatch(OrdersTest::isAutomatic);
        assertThat(
                        match(
                                lines(cost("1").numbered("AE-7").ordered("PO-1").of(90_017)),
                                lines(
                                        bill("8").numbered("AE-7").ordered("PO-1").of(30_000),
                                        bill("9").numbered("AE-7").ordered("PO-2").of(60_017))))
                .noneMatch(OrdersTest::isAutomatic);
    }

    @Test
    void of_two_documents_of_one_number_the_order_says_which() {
        List<Verdict> verdicts =
                match(
                        lines(cost("1").numbered("AE-7").ordered("PO-1")),
                        lines(
                                bill("8").numbered("AE-7").ordered("PO-2").on("2026-01-02"),
                                bill("9").numbered("AE-7").ordered("PO-1")));
        assertThat(verdicts).anyMatch(verdict -> holds(verdict, "1", "9"));
    }

    @Test
    void what_differs_within_one_order_is_said_beside_its_document() {
        Verdict verdict =
                match(
                                lines(cost("1").ordered("PO-1").of(50_000)),
                                lines(bill("9").ordered("PO-1").of(54_000).on("2026-03-20")))
                        .getFirst();
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Deviating.class,
                        it -> assertThat(it.category()).isEqualTo(Category.AMOUNT_VARIANCE));
    }

    @Test
    void another_order_is_a_test_that_a_near_line_failed() {
        Verdict.Alone alone =
                (Verdict.Alone)
                        match(
                                        lines(cost("1").ordered("PO-1")),
                                        lines(bill("9").ordered("PO-2").on("2026-05-30")))
                                .getFirst();
        assertThat(alone.nearest().getFirst().failed()).contains("order number is another");
    }

    @Test
    void equal_lines_of_different_orders_are_no_copies() {
        assertThat(
                        match(
                                List.of(),
                                lines(
                                        bill("8").ordered("PO-1").about(TASK),
                                        bill("9").ordered("PO-2").about(TASK))))
                .allSatisfy(verdict ->
                        assertThat(((Verdict.Alone) verdict).category())
                                .isEqualTo(Category.MISSING_IN_SMARTSHEET));
    }

    private static boolean isAutomatic(Verdict verdict) {
        return verdict instanceof Verdict.Matched it && it.band() == Band.AUTOMATIC;
    }

    private static boolean holds(Verdict verdict, String sheetLine, String booksLine) {
        return verdict.sheet().stream().anyMatch(entry -> entry.id().equals(sheetLine))
                && verdict.books().stream().anyMatch(entry -> entry.id().equals(booksLine));
    }

    private static Verdict.Matched matched(List<Entry> sheet, List<Entry> books) {
        List<Verdict> verdicts = match(sheet, books);
        assertThat(verdicts).hasSize(1);
        return (Verdict.Matched) verdicts.getFirst();
    }

    private static List<Entry> lines(Lines... lines) {
        return Arrays.stream(lines).map(Lines::line).toList();
    }

    private static List<Verdict> match(List<Entry> sheet, List<Entry> books) {
        return Reconciler.match(
                sheet,
                books,
                MatchRules.FIRST,
                Parties.of(List.of("Brellow Electric Inc", "Osterlind Paving Co"), List.of()));
    }
}

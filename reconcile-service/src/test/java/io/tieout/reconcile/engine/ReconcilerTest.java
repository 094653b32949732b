package io.tieout.reconcile.engine;

import static io.tieout.reconcile.engine.Lines.bill;
import static io.tieout.reconcile.engine.Lines.cost;
import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.reconcile.ledger.Entry;
import io.tieout.reconcile.ledger.EntryKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReconcilerTest {
    private static final String TASK = "switchgear installation";

    @Test
    void a_document_number_makes_a_match() {
        Verdict.Matched matched =
                matched(
                        cost("1").numbered("# ae-007").from("Brelow Electric"),
                        bill("9").numbered("AE-7"));
        assertThat(matched.rule()).isEqualTo("identifier");
        assertThat(matched.band()).isEqualTo(Band.AUTOMATIC);
    }

    @Test
    void the_named_quickbooks_id_makes_a_match() {
        Verdict.Matched matched = matched(cost("1").naming("9").from("nobody knows"), bill("9"));
        assertThat(matched.books()).extracting(Entry::id).containsExactly("9");
    }

    @Test
    void party_amount_and_date_make_a_match_when_there_is_no_other_far_and_wide() {
        Verdict.Matched matched =
                matched(cost("1").about(TASK), bill("9").about(TASK).on("2026-03-13"));
        assertThat(matched.rule()).isEqualTo("exact");
        assertThat(matched.band()).isEqualTo(Band.AUTOMATIC);
    }

    @Test
    void equal_amounts_in_one_week_are_tied_and_nobody_guesses() {
        List<Verdict> verdicts =
                match(
                        List.of(cost("1").line(), cost("2").line()),
                        List.of(bill("8").line(), bill("9").line()));
        assertThat(verdicts).hasSize(1);
        Verdict.Tied tied = (Verdict.Tied) verdicts.getFirst();
        assertThat(tied.sheet()).hasSize(2);
        assertThat(tied.books()).hasSize(2);
        assertThat(tied.nearest())
                .hasSize(4)
                .allSatisfy(near -> assertThat(near.failed()).contains("another fits as well"));
    }

    @Test
    void among_equals_what_is_left_is_at_most_proposed() {
        List<Verdict> verdicts =
                match(
                        List.of(
                                cost("1").numbered("AE-7").about(TASK).line(),
                                cost("2").about(TASK).line()),
                        List.of(
                                bill("8").numbered("AE-7").about(TASK).line(),
                                bill("9").about(TASK).on("2026-03-12").line()));
        assertThat(verdicts)
                .filteredOn(verdict -> verdict.books().getFirst().id().equals("9"))
                .singleElement()
                .isInstanceOfSatisfying(
                        Verdict.Matched.class,
                        matched -> assertThat(matched.band()).isEqualTo(Band.PROPOSED));
    }

    @Test
    void one_row_is_several_documents_of_its_number() {
        Verdict.Matched matched =
                (Verdict.Matched)
                        only(
                                List.of(cost("1").numbered("AE-7").of(90_000).line()),
                                List.of(
                                        bill("7").numbered("AE-7").of(30_000).line(),
                                        bill("8").numbered("AE-7").of(25_000).line(),
                                        bill("9").numbered("AE-7").of(35_000).line()));
        assertThat(matched.books()).hasSize(3);
        assertThat(matched.remainder()).isZero();
        assertThat(matched.band()).isEqualTo(Band.AUTOMATIC);
    }

    @Test
    void a_part_that_is_not_booked_yet_is_the_remainder() {
        Verdict.Matched matched =
                (Verdict.Matched)
                        only(
                                List.of(cost("1").ordered("PO-12").of(90_000).line()),
                                List.of(
                                        bill("7").ordered("PO-12").of(30_000).line(),
                                        bill("8").ordered("PO-12").of(25_000).line()));
        assertThat(matched.remainder()).isEqualTo(35_000);
        assertThat(matched.band()).isEqualTo(Band.PROPOSED);
    }

    @Test
    void several_rows_add_up_to_one_document() {
        List<Entry> rows =
                List.of(
                        cost("1").of(13_337).about(TASK).line(),
                        cost("2").of(21_019).about(TASK).on("2026-03-12").line());
        Verdict.Matched matched =
                (Verdict.Matched) only(rows, List.of(bill("9").of(34_356).about(TASK).line()));
        assertThat(matched.rule()).isEqualTo("sum");
        assertThat(matched.sheet()).hasSize(2);
    }

    @Test
    void a_sum_with_a_second_solution_counts_for_nothing() {
        List<Verdict> verdicts =
                match(
                        List.of(cost("1").of(30_000).line()),
                        List.of(
                                bill("6").of(10_000).line(),
                                bill("7").of(20_000).line(),
                                bill("8").of(12_000).line(),
                                bill("9").of(18_000).line()));
        assertThat(verdicts).noneMatch(Verdict.Matched.class::isInstance);
    }

    @Test
    void several_rows_are_several_documents_of_one_number() {
        Verdict.Matched matched =
                (Verdict.Matched)
                        only(
                                List.of(
                                        cost("1").numbered("AE-7").of(10_000).line(),
                                        cost("2").numbered("AE-7").of(20_001).line()),
                                List.of(
                                        bill("8").numbered("AE-7").of(15_000).line(),
                                        bill("9").numbered("AE-7").of(15_001).line()));
        assertThat(matched.sheet()).hasSize(2);
        assertThat(matched.books()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "48017, 2026-03-10, 48071, 2026-03-11, DATA_ENTRY_ERROR",
        "48017, 2026-03-10, 480170, 2026-03-11, DATA_ENTRY_ERROR",
        "48017, 2026-03-10, -48017, 2026-03-11, DATA_ENTRY_ERROR",
        "48017, 2026-03-10, 48017, 2025-03-10, DATA_ENTRY_ERROR",
        "48017, 2026-03-10, 48017, 2026-04-20, TIMING",
        "48017, 2026-03-10, 50000, 2026-03-11, AMOUNT_VARIANCE"
    })
    void a_difference_has_one_category(
            long mine, String myDate, long its, String itsDate, Category category) {
        Verdict verdict =
                only(
                        List.of(cost("1").numbered("AE-7").about(TASK).of(mine).on(myDate).line()),
                        List.of(bill("9").numbered("AE-7").about(TASK).of(its).on(itsDate).line()));
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Deviating.class,
                        deviating -> {
                            assertThat(deviating.category()).isEqualTo(category);
                            assertThat(deviating.evidence()).isNotEmpty();
                        });
    }

    @Test
    void another_account_or_project_is_a_coding_error() {
        Verdict.Deviating deviating =
                (Verdict.Deviating)
                        only(
                                List.of(
                                        cost("1")
                                                .numbered("AE-7")
                                                .forProject("Quay")
                                                .to("Travel")
                                                .line()),
                                List.of(
                                        bill("9")
                                                .numbered("AE-7")
                                                .forProject("Works:Pier")
                                                .to("Travel")
                                                .line()));
        assertThat(deviating.category()).isEqualTo(Category.CODING_ERROR);
        assertThat(deviating.evidence())
                .isEqualTo("project is \"Quay\" in the sheet and \"Works:Pier\" in the books");
    }

    @Test
    void what_is_there_twice_is_a_duplicate_and_its_match_is_only_proposed() {
        List<Verdict> verdicts =
                match(
                        List.of(
                                cost("1").numbered("AE-7").line(),
                                cost("2").numbered("AE-7").on("2026-03-11").line()),
                        List.of(bill("9").numbered("AE-7").line()));
        assertThat(verdicts)
                .hasSize(2)
                .anySatisfy(
                        verdict -> assertThat(categoryOf(verdict)).isEqualTo(Category.DUPLICATE))
                .anySatisfy(verdict ->
                        assertThat(verdict)
                                .isInstanceOfSatisfying(
                                        Verdict.Matched.class,
                                        matched ->
                                                assertThat(matched.band())
                                                        .isEqualTo(Band.PROPOSED)));
    }

    @Test
    void what_nothing_belongs_to_is_named_by_what_it_is() {
        assertThat(categoryOf(only(List.of(cost("1").line()), List.of())))
                .isEqualTo(Category.MISSING_IN_QUICKBOOKS);
        assertThat(categoryOf(only(List.of(), List.of(bill("9").line()))))
                .isEqualTo(Category.MISSING_IN_SMARTSHEET);
        assertThat(categoryOf(only(List.of(), List.of(Lines.of("9", EntryKind.PURCHASE).line()))))
                .isEqualTo(Category.MISSING_RECEIPT);
        assertThat(categoryOf(only(List.of(Lines.of("1", EntryKind.TIMESHEET).line()), List.of())))
                .isEqualTo(Category.UNBILLED_LABOR);
    }

    @Test
    void what_comes_nearest_is_shown_with_the_tests_it_failed() {
        List<Verdict> verdicts =
                match(
                        List.of(cost("1").numbered("AE-7").line()),
                        List.of(bill("9").numbered("AE-9").in("EUR").on("2026-03-30").line()));
        Verdict.Alone alone = (Verdict.Alone) verdicts.getFirst();
        assertThat(alone.nearest())
                .singleElement()
                .satisfies(near ->
                        assertThat(near.failed())
                                .containsExactly(
                                        "20 days apart, 10 allowed",
                                        "document number is another",
                                        "currency is another"));
    }

    @Test
    void hours_are_not_matched_with_bills() {
        assertThat(
                        match(
                                List.of(Lines.of("1", EntryKind.TIMESHEET).line()),
                                List.of(bill("9").line())))
                .hasSize(2);
    }

    @Test
    void a_rule_that_is_switched_off_matches_nothing() {
        MatchRules none = new MatchRules(2, List.of());
        List<Verdict> verdicts =
                Reconciler.match(
                        List.of(cost("1").line()),
                        List.of(bill("9").line()),
                        none,
                        Parties.of(List.of("Brellow Electric Inc"), List.of()));
        assertThat(verdicts).noneMatch(Verdict.Matched.class::isInstance);
    }

    @Test
    void a_tolerance_lets_amounts_differ() {
        MatchRules generous =
                new MatchRules(
                        2, List.of(new MatchRule("scored", MatchRule.Step.SCORED, 0, 2, 10, true)));
        List<Verdict> verdicts =
                Reconciler.match(
                        List.of(cost("1").numbered("AE-7").of(100_000).line()),
                        List.of(bill("9").numbered("AE-7").of(101_000).line()),
                        generous,
                        Parties.of(List.of("Brellow Electric Inc"), List.of()));
        assertThat(verdicts).singleElement().isInstanceOf(Verdict.Matched.class);
    }

    private static Category categoryOf(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Alone alone -> alone.category();
            case Verdict.Deviating deviating -> deviating.category();
            case Verdict.Matched _, Verdict.Tied _ -> Category.MISSING_IN_QUICKBOOKS;
        };
    }

    private static Verdict.Matched matched(Lines sheet, Lines books) {
        return (Verdict.Matched) only(List.of(sheet.line()), List.of(books.line()));
    }

    private static Verdict only(List<Entry> sheet, List<Entry> books) {
        List<Verdict> verdicts = match(sheet, books);
        assertThat(verdicts).hasSize(1);
        return verdicts.getFirst();
    }

    private static List<Verdict> match(List<Entry> sheet, List<Entry> books) {
        return Reconciler.match(
                sheet,
                books,
                MatchRules.FIRST,
                Parties.of(List.of("Brellow Electric Inc", "Osterlind Paving Co"), List.of()));
    }
}

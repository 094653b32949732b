package io.tieout.reconcile.engine;

import static io.tieout.reconcile.engine.Lines.bill;
import static io.tieout.reconcile.engine.Lines.cost;
import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.reconcile.ledger.Entry;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SeparationsTest {
    private static final String TASK = "switchgear installation";
    private static final Parties PARTIES =
            Parties.of(List.of("Brellow Electric Inc", "Osterlind Paving Co"), List.of());

    @Test
    void what_is_said_of_a_document_holds_for_each_of_its_lines() {
        Separations separations = apart("row", "Bill:12");
        assertThat(separations.isApart("row", "Bill:12")).isTrue();
        assertThat(separations.isApart("row", "Bill:12#2")).isTrue();
        assertThat(separations.isApart("row", "Bill:123#2")).isFalse();
        assertThat(separations.isApart("other", "Bill:12")).isFalse();
    }

    @Test
    void what_is_said_of_a_line_holds_for_that_line_and_for_the_document_as_a_whole() {
        Separations separations = apart("row", "Bill:12#2");
        assertThat(separations.isApart("row", "Bill:12#2")).isTrue();
        assertThat(separations.isApart("row", "Bill:12#1")).isFalse();
        assertThat(separations.isApart("row", "Bill:12")).isTrue();
        assertThat(separations.isApart("row", "Bill:1")).isFalse();
    }

    @ParameterizedTest
    @MethodSource("together")
    void no_step_matches_or_proposes_what_a_person_took_apart(
            String step, List<Entry> sheet, List<Entry> books) {
        List<Verdict> before = match(sheet, books, Separations.NONE);
        assertThat(before).as(step).anyMatch(SeparationsTest::isTogether);

        List<Verdict> after = match(sheet, books, apart("s1", "b1"));

        assertThat(after).as(step).noneMatch(verdict -> holds(verdict, "s1", "b1"));
        assertThat(after.stream().mapToInt(one -> one.sheet().size() + one.books().size()).sum())
                .isEqualTo(sheet.size() + books.size());
    }

    static Stream<Arguments> together() {
        return Stream.of(
                step("named id", lines(cost("s1").naming("b1").from("nobody")), lines(bill("b1"))),
                step("number", lines(cost("s1").numbered("A7")), lines(bill("b1").numbered("A7"))),
                step("exact", lines(cost("s1").about(TASK)), lines(bill("b1").about(TASK))),
                step(
                        "scored",
                        lines(cost("s1").about(TASK)),
                        lines(bill("b1").about(TASK).on("2026-03-19"))),
                step(
                        "timing",
                        lines(cost("s1").numbered("A7")),
                        lines(bill("b1").numbered("A7").on("2026-04-20"))),
                step(
                        "amount",
                        lines(cost("s1").numbered("A7")),
                        lines(bill("b1").numbered("A7").of(48_071))),
                step(
                        "group",
                        lines(cost("s1").numbered("A7").of(90_000)),
                        lines(
                                bill("b1").numbered("A7").of(30_000),
                                bill("b2").numbered("A7").of(60_000))),
                step(
                        "sum",
                        lines(cost("s1").of(34_356).about(TASK)),
                        lines(
                                bill("b1").of(13_337).about(TASK),
                                bill("b2").of(21_019).about(TASK))),
                step(
                        "total",
                        lines(cost("s1").of(13_337), cost("s2").of(91_019)),
                        lines(bill("b1").of(52_178), bill("b2").of(52_178))));
    }

    @Test
    void what_is_apart_is_shown_as_near_with_the_reason() {
        List<Verdict> verdicts =
                match(
                        lines(cost("s1").about(TASK)),
                        lines(bill("b1").about(TASK)),
                        apart("s1", "b1"));
        assertThat(verdicts)
                .filteredOn(verdict -> !verdict.sheet().isEmpty())
                .singleElement()
                .isInstanceOfSatisfying(
                        Verdict.Alone.class,
                        alone ->
                                assertThat(alone.nearest().getFirst().failed())
                                        .contains("a person took the two apart"));
    }

    @Test
    void the_next_best_is_found_when_the_best_is_taken_apart() {
        List<Verdict> verdicts =
                match(
                        lines(cost("s1").about(TASK)),
                        lines(bill("b1").about(TASK), bill("b2").about(TASK).on("2026-03-12")),
                        apart("s1", "b1"));
        assertThat(verdicts)
                .anySatisfy(verdict ->
                        assertThat(verdict)
                                .isInstanceOfSatisfying(
                                        Verdict.Matched.class,
                                        matched -> {
                                            assertThat(holds(matched, "s1", "b2")).isTrue();
                                            assertThat(matched.band()).isEqualTo(Band.PROPOSED);
                                        }));
    }

    @Test
    void of_two_copies_the_one_that_is_apart_from_the_document_is_the_copy() {
        List<Verdict> verdicts =
                match(
                        lines(
                                cost("s1").numbered("AE-7"),
                                cost("s2").numbered("AE-7").on("2026-03-11")),
                        lines(bill("b1").numbered("AE-7")),
                        apart("s1", "b1"));
        assertThat(verdicts).anyMatch(verdict -> holds(verdict, "s2", "b1"));
        assertThat(verdicts)
                .filteredOn(verdict -> verdict.sheet().getFirst().id().equals("s1"))
                .singleElement()
                .isInstanceOfSatisfying(
                        Verdict.Alone.class,
                        alone -> assertThat(alone.category()).isEqualTo(Category.DUPLICATE));
    }

    @Test
    void a_name_is_not_taken_for_the_party_of_a_document_that_it_is_apart_from() {
        List<Entry> sheet = lines(cost("s1").naming("b1").from("Osterlind Paving Co").about(TASK));
        List<Entry> books =
                lines(bill("b1").about(TASK), bill("b2").from("Osterlind Paving Co").about(TASK));
        assertThat(match(sheet, books, apart("s1", "b1")))
                .anyMatch(verdict -> holds(verdict, "s1", "b2"));
    }

    static Separations apart(String sheetLine, String booksLine) {
        return Separations.of(List.of(new Separations.Pair(sheetLine, booksLine)));
    }

    private static boolean isTogether(Verdict verdict) {
        return !verdict.sheet().isEmpty() && !verdict.books().isEmpty();
    }

    private static boolean holds(Verdict verdict, String sheetLine, String booksLine) {
        return verdict.sheet().stream().anyMatch(entry -> entry.id().equals(sheetLine))
                && verdict.books().stream().anyMatch(entry -> entry.id().equals(booksLine));
    }

    private static Arguments step(String step, List<Entry> sheet, List<Entry> books) {
        return Arguments.of(step, sheet, books);
    }

    private static List<Entry> lines(Lines... lines) {
        return Arrays.stream(lines).map(Lines::line).toList();
    }

    private static List<Verdict> match(
            List<Entry> sheet, List<Entry> books, Separations separations) {
        return Reconciler.match(sheet, books, MatchRules.FIRST, PARTIES, separations);
    }
}

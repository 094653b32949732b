package io.tieout.reconcile.engine;

import static io.tieout.reconcile.engine.Lines.bill;
import static io.tieout.reconcile.engine.Lines.cost;
import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.reconcile.ledger.Entry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DuplicatesTest {
    @ParameterizedTest
    @ValueSource(strings = {"2026-03-11", "2026-03-31", "2027-01-04"})
    void a_bill_that_was_entered_again_within_a_year_is_a_copy(String again) {
        List<Verdict> verdicts =
                match(
                        lines(cost("1").numbered("AE-7")),
                        lines(bill("8").numbered("AE-7"), bill("9").numbered("AE-7").on(again)));
        assertThat(copies(verdicts)).extracting(Entry::id).containsExactly("9");
    }

    @Test
    void a_number_that_is_used_again_after_more_than_a_year_is_no_copy() {
        assertThat(
                        copies(
                                match(
                                        List.of(),
                                        lines(
                                                bill("8").numbered("AE-7"),
                                                bill("9").numbered("AE-7").on("2027-04-04")))))
                .isEmpty();
    }

    @Test
    void however_many_there_are_all_but_one_are_copies_and_the_evidence_counts_them() {
        List<Entry> bills = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            bills.add(
                    bill("b" + i)
                            .numbered("AE-7")
                            .on(LocalDate.parse("2026-03-10").plusDays(21L * i).toString())
                            .line());
        }
        List<Verdict> verdicts = match(lines(cost("1").numbered("AE-7")), bills);
        assertThat(copies(verdicts)).hasSize(8);
        assertThat(verdicts)
                .filteredOn(DuplicatesTest::isCopy)
                .allSatisfy(verdict ->
                        assertThat(((Verdict.Alone) verdict).evidence())
                                .endsWith("is there 9 times")
                                .hasSizeLessThan(200));
    }

    @Test
    void as_many_as_on_the_other_side_are_none() {
        List<Verdict> verdicts =
                match(
                        lines(
                                cost("1").numbered("AE-7"),
                                cost("2").numbered("AE-7").on("2026-05-10")),
                        lines(
                                bill("8").numbered("AE-7"),
                                bill("9").numbered("AE-7").on("2026-05-10")));
        assertThat(copies(verdicts)).isEmpty();
    }

    @Test
    void what_comes_again_and_again_without_a_number_is_none() {
        assertThat(
                        copies(
                                match(
                                        List.of(),
                                        lines(
                                                bill("7").about("crane hire"),
                                                bill("8").about("crane hire").on("2026-03-17"),
                                                bill("9").about("crane hire").on("2026-03-24")))))
                .isEmpty();
    }

    @Test
    void equal_lines_of_one_document_are_none() {
        assertThat(
                        copies(
                                match(
                                        List.of(),
                                        lines(
                                                bill("Bill:7#1").numbered("AE-7"),
                                                bill("Bill:7#2").numbered("AE-7")))))
                .isEmpty();
        assertThat(
                        copies(
                                match(
                                        List.of(),
                                        lines(
                                                bill("Bill:7#1").numbered("AE-7"),
                                                bill("Bill:7#2").numbered("AE-7"),
                                                bill("Bill:8#1").numbered("AE-7"),
                                                bill("Bill:8#2").numbered("AE-7")))))
                .extracting(Entry::id)
                .containsExactlyInAnyOrder("Bill:8#1", "Bill:8#2");
    }

    private static boolean isCopy(Verdict verdict) {
        return verdict instanceof Verdict.Alone it && it.category() == Category.DUPLICATE;
    }

    private static List<Entry> copies(List<Verdict> verdicts) {
        return verdicts.stream()
                .filter(DuplicatesTest::isCopy)
                .map(verdict ->
                        verdict.sheet().isEmpty()
                                ? verdict.books().getFirst()
                                : verdict.sheet().getFirst())
                .toList();
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

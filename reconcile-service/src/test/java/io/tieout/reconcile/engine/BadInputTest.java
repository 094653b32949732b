package io.tieout.reconcile.engine;

import static io.tieout.reconcile.engine.Lines.bill;
import static io.tieout.reconcile.engine.Lines.cost;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.tieout.reconcile.ledger.Bounds;
import io.tieout.reconcile.ledger.Entry;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class BadInputTest {
    private static final int MANY = 10_000;
    private static final LocalDate FIRST = LocalDate.parse("2026-01-01");

    @Test
    void an_amount_beyond_all_books_is_an_entry_error_and_disturbs_no_other_line() {
        long huge = Bounds.units(new BigDecimal("1e300"), 2);
        List<Verdict> verdicts =
                inTime(
                        List.of(cost("1").of(huge).line(), cost("2").numbered("AE-7").line()),
                        List.of(bill("8").of(-huge).line(), bill("9").numbered("AE-7").line()));
        assertThat(verdicts)
                .filteredOn(Verdict.Alone.class::isInstance)
                .hasSize(2)
                .allSatisfy(verdict -> {
                    Verdict.Alone alone = (Verdict.Alone) verdict;
                    assertThat(alone.category()).isEqualTo(Category.DATA_ENTRY_ERROR);
                    assertThat(alone.evidence()).endsWith("correct the amount");
                });
        assertThat(verdicts).filteredOn(Verdict.Matched.class::isInstance).hasSize(1);
    }

    @Test
    void the_largest_numbers_there_are_break_nothing() {
        List<Entry> rows = new ArrayList<>();
        List<Entry> bills = new ArrayList<>();
        long[] amounts = {Long.MAX_VALUE, Long.MIN_VALUE, 100_000_000_000_000L, 0, -1};
        int[] days = {Integer.MAX_VALUE, Integer.MIN_VALUE, 0, 20_000};
        for (long amount : amounts) {
            for (int day : days) {
                rows.add(at(cost("s" + rows.size()).of(amount).numbered("N").line(), day));
                bills.add(at(bill("b" + bills.size()).of(amount).numbered("N").line(), day));
            }
        }
        assertThat(linesIn(inTime(rows, bills))).isEqualTo(rows.size() + bills.size());
    }

    @Test
    void a_date_in_1900_is_an_entry_error_beside_its_document() {
        Verdict.Deviating deviating =
                (Verdict.Deviating)
                        inTime(
                                        List.of(cost("1").numbered("AE-7").on("1900-01-01").line()),
                                        List.of(bill("9").numbered("AE-7").line()))
                                .getFirst();
        assertThat(deviating.category()).isEqualTo(Category.DATA_ENTRY_ERROR);
        assertThat(deviating.evidence())
                .isEqualTo(
                        "1900-01-01 in the sheet and 2026-03-10 in the books: one of the dates"
                                + " cannot be");
    }

    @Test
    void a_date_in_1900_is_an_entry_error_by_itself() {
        Verdict.Alone alone =
                (Verdict.Alone)
                        inTime(List.of(cost("1").on("1900-01-01").line()), List.of()).getFirst();
        assertThat(alone.category()).isEqualTo(Category.DATA_ENTRY_ERROR);
        assertThat(alone.evidence())
                .isEqualTo(
                        "1900-01-01 cannot be its date, and nothing else is it: correct the date");
    }

    @Test
    void texts_of_four_thousand_characters_are_compared_and_are_quoted_in_brief() {
        String text = "Brellow works ".repeat(300);
        List<Verdict> verdicts =
                inTime(
                        List.of(
                                cost("1")
                                        .numbered("AE-7")
                                        .from(text)
                                        .about(text)
                                        .forProject("p".repeat(4000))
                                        .line(),
                                cost("2").numbered(" # ".repeat(1300) + "1").line()),
                        List.of(
                                bill("9")
                                        .numbered("AE-7")
                                        .about(text)
                                        .forProject("q".repeat(4000))
                                        .line()));
        assertThat(linesIn(verdicts)).isEqualTo(3);
        assertThat(verdicts)
                .filteredOn(Verdict.Deviating.class::isInstance)
                .singleElement()
                .satisfies(verdict ->
                        assertThat(((Verdict.Deviating) verdict).evidence())
                                .hasSizeLessThan(300)
                                .startsWith("project is \"ppp"));
    }

    @Test
    void another_currency_is_never_the_same_and_is_shown_as_such() {
        List<Verdict> verdicts =
                inTime(
                        List.of(cost("1").numbered("AE-7").line()),
                        List.of(bill("9").numbered("AE-7").in("EUR").line()));
        assertThat(verdicts)
                .hasSize(2)
                .allSatisfy(verdict ->
                        assertThat(((Verdict.Alone) verdict).nearest().getFirst().failed())
                                .containsExactly("currency is another"));
    }

    @Test
    void lines_of_one_party_amount_and_day_are_all_tied_or_alone() {
        equalAmounts(0, "");
    }

    @Test
    void lines_of_one_party_and_amount_over_a_year_are_all_tied_proposed_or_alone() {
        equalAmounts(360, "");
    }

    @Test
    void lines_of_one_party_amount_and_number_are_all_tied_or_alone() {
        equalAmounts(360, "AE-7");
    }

    @Test
    void lines_of_one_party_that_differ_take_bounded_time_under_the_widest_rules() {
        List<MatchRule> rules = new ArrayList<>();
        for (MatchRule.Step step : MatchRule.Step.values()) {
            rules.add(new MatchRule(step.name(), step, 1000, 50, 366, true));
        }
        List<Entry> rows = new ArrayList<>();
        List<Entry> bills = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            rows.add(cost("s" + i).of(10_000 + i).on(day(i, 360)).line());
            bills.add(bill("b" + i).of(10_000 + i * 7L % MANY).on(day(i, 300)).line());
        }
        assertThat(linesIn(inTime(rows, bills, new MatchRules(2, rules)))).isEqualTo(2 * MANY);
    }

    private static void equalAmounts(int days, String number) {
        List<Entry> rows = new ArrayList<>();
        List<Entry> bills = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            rows.add(cost("s" + i).of(10_000).numbered(number).on(day(i, days)).line());
            bills.add(bill("b" + i).of(10_000).numbered(number).on(day(i, days)).line());
        }
        List<Verdict> verdicts = inTime(rows, bills);
        assertThat(linesIn(verdicts)).isEqualTo(2 * MANY);
        assertThat(verdicts)
                .filteredOn(Verdict.Matched.class::isInstance)
                .noneMatch(verdict -> ((Verdict.Matched) verdict).band() == Band.AUTOMATIC);
    }

    private static String day(int i, int days) {
        return FIRST.plusDays(days == 0 ? 0 : i % days).toString();
    }

    private static Entry at(Entry entry, int day) {
        return new Entry(
                entry.id(),
                entry.kind(),
                entry.party(),
                entry.reference(),
                entry.link(),
                entry.order(),
                entry.amount(),
                entry.currency(),
                day,
                entry.description(),
                entry.project(),
                entry.department(),
                entry.account());
    }

    private static int linesIn(List<Verdict> verdicts) {
        return verdicts.stream().mapToInt(one -> one.sheet().size() + one.books().size()).sum();
    }

    private static List<Verdict> inTime(List<Entry> sheet, List<Entry> books) {
        return inTime(sheet, books, MatchRules.FIRST);
    }

    private static List<Verdict> inTime(List<Entry> sheet, List<Entry> books, MatchRules rules) {
        Parties parties = Parties.of(List.of("Brellow Electric Inc"), List.of());
        Supplier<List<Verdict>> match = () -> Reconciler.match(sheet, books, rules, parties);
        return assertTimeoutPreemptively(Duration.ofSeconds(60), match::get);
    }
}

package io.tieout.reconcile.correcting;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.reconcile.correcting.Correction.Entries;
import io.tieout.reconcile.correcting.Correction.Entry;
import io.tieout.reconcile.correcting.Correction.NotPossible;
import io.tieout.reconcile.desk.ReviewDesk.Counterparts;
import io.tieout.reconcile.engine.Category;
import io.tieout.reconcile.reporting.ReportItem;
import io.tieout.reconcile.reporting.StandingLines;
import io.tieout.reconcile.standing.Outcome;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CorrectorTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
    private static final Counterparts BOTH = new Counterparts("Discrepancies", "Accrued Costs");

    @Test
    void what_was_booked_to_another_account_moves_to_the_one_that_the_row_names() {
        assertThat(entries(Category.CODING_ERROR, "480", "Materials", "480", "Rental"))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.debit()).isEqualTo("Materials");
                    assertThat(entry.credit()).isEqualTo("Rental");
                    assertThat(entry.amount().readable()).isEqualTo("USD 480.00");
                    assertThat(entry.date()).isEqualTo(TODAY);
                    assertThat(entry.description())
                            .isEqualTo("Recategorise Bill AE-77 of Atlas Electric");
                });
    }

    @Test
    void a_credit_note_moves_the_other_way() {
        assertThat(entries(Category.CODING_ERROR, "-480", "Materials", "-480", "Rental"))
                .extracting(Entry::debit, Entry::credit)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("Rental", "Materials"));
    }

    @Test
    void
            what_the_books_have_too_much_goes_to_the_clearing_account_and_what_they_lack_comes_from_it() {
        assertThat(entries(Category.AMOUNT_VARIANCE, "480", "", "500", "Materials"))
                .extracting(Entry::debit, Entry::credit, entry -> entry.amount().readable())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "Discrepancies", "Materials", "USD 20.00"));
        assertThat(entries(Category.DATA_ENTRY_ERROR, "480", "", "48", "Materials"))
                .extracting(Entry::debit, Entry::credit, entry -> entry.amount().readable())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "Materials", "Discrepancies", "USD 432.00"));
    }

    @Test
    void a_cost_of_last_month_is_accrued_at_its_end_and_taken_back_when_it_was_booked() {
        List<Entry> entries =
                entries(
                        new Corrector(BOTH, TODAY)
                                .of(
                                        item(
                                                Category.TIMING,
                                                StandingLines.row("1", "480").on("2026-10-28"),
                                                StandingLines.bill("7", "480")
                                                        .to("Materials")
                                                        .on("2026-11-03"))));

        assertThat(entries)
                .extracting(entry -> entry.date().toString(), Entry::debit, Entry::credit)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "2026-10-31", "Materials", "Accrued Costs"),
                        org.assertj.core.groups.Tuple.tuple(
                                "2026-11-01", "Accrued Costs", "Materials"));
    }

    @Test
    void within_one_month_no_period_is_wrong() {
        assertThat(why(Category.TIMING, "480", "", "480", "Materials"))
                .contains("no period is wrong");
    }

    @Test
    void without_its_counterpart_account_nothing_is_posted_and_the_setting_is_named() {
        Correction correction =
                new Corrector(Counterparts.NONE, TODAY)
                        .of(
                                item(
                                        Category.AMOUNT_VARIANCE,
                                        StandingLines.row("1", "480"),
                                        StandingLines.bill("7", "500").to("Materials")));

        assertThat(correction)
                .isInstanceOfSatisfying(
                        NotPossible.class,
                        it -> assertThat(it.why()).contains("correctionAccounts.clearing"));
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "UNBILLED_LABOR",
                "MISSING_RECEIPT",
                "DUPLICATE",
                "MISSING_IN_QUICKBOOKS",
                "MISSING_IN_SMARTSHEET"
            })
    void what_is_missing_or_there_twice_is_not_corrected_by_an_entry(Category category) {
        assertThat(why(category, "480", "", "480", "Materials")).isNotBlank();
    }

    private static List<Entry> entries(
            Category category, String sheet, String account, String books, String booked) {
        return entries(
                new Corrector(BOTH, TODAY).of(item(category, sheet, account, books, booked)));
    }

    private static List<Entry> entries(Correction correction) {
        return switch (correction) {
            case Entries(List<Entry> entries) -> entries;
            case NotPossible(String why) -> throw new AssertionError(why);
        };
    }

    private static String why(
            Category category, String sheet, String account, String books, String booked) {
        return switch (new Corrector(BOTH, TODAY)
                .of(item(category, sheet, account, books, booked))) {
            case Entries it -> throw new AssertionError(it);
            case NotPossible(String why) -> why;
        };
    }

    private static ReportItem item(
            Category category, String sheet, String account, String books, String booked) {
        return item(
                category,
                StandingLines.row("1", sheet).to(account),
                StandingLines.bill("7", books).to(booked));
    }

    private static ReportItem item(Category category, StandingLines row, StandingLines bill) {
        return ReportItem.of(
                List.of(
                        row.as(Outcome.DEVIATING, category).with("Bill:7#1").line(),
                        bill.as(Outcome.DEVIATING, category).with("41:1").line()));
    }
}

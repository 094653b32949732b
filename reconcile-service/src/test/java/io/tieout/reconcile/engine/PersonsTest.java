package io.tieout.reconcile.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.reconcile.ledger.Entry;
import io.tieout.reconcile.ledger.EntryKind;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Hours are somebody's.
class PersonsTest {
    private static final long EIGHT_HOURS = 800;

    @Test
    void two_people_who_worked_as_long_on_one_day_are_each_matched_with_their_own_hours() {
        List<Verdict> verdicts =
                match(
                        List.of(row("1", "Tan, Vic"), row("2", "Nora Quinn")),
                        List.of(time("8", "Nora Quinn"), time("9", "Vic Tan")));

        assertThat(verdicts)
                .hasSize(2)
                .allSatisfy(verdict ->
                        assertThat(verdict)
                                .isInstanceOfSatisfying(
                                        Verdict.Matched.class,
                                        matched ->
                                                assertThat(matched.band())
                                                        .isEqualTo(Band.AUTOMATIC)));
        assertThat(verdicts)
                .extracting(verdict ->
                        verdict.sheet().getFirst().id() + verdict.books().getFirst().id())
                .containsExactlyInAnyOrder("19", "28");
    }

    @Test
    void somebody_elses_hours_hide_no_unbilled_labor() {
        List<Verdict> verdicts =
                match(
                        List.of(row("1", "vic.tan@harbor.example")),
                        List.of(time("8", "Nora Quinn")));

        assertThat(verdicts).hasSize(2).allMatch(Verdict.Alone.class::isInstance);
        assertThat(verdicts)
                .filteredOn(verdict -> !verdict.sheet().isEmpty())
                .singleElement()
                .isInstanceOfSatisfying(
                        Verdict.Alone.class,
                        alone -> {
                            assertThat(alone.category()).isEqualTo(Category.UNBILLED_LABOR);
                            assertThat(alone.nearest().getFirst().failed())
                                    .containsExactly("somebody else worked");
                        });
    }

    @Test
    void hours_of_nobody_in_one_book_are_matched_as_ever() {
        assertThat(match(List.of(row("1", "Vic Tan")), List.of(time("8", ""))))
                .singleElement()
                .isInstanceOfSatisfying(
                        Verdict.Matched.class,
                        matched -> assertThat(matched.band()).isEqualTo(Band.AUTOMATIC));
    }

    @Test
    void a_name_that_says_too_little_is_at_most_proposed() {
        assertThat(match(List.of(row("1", "V. Tan")), List.of(time("8", "Vic Tan"))))
                .singleElement()
                .isInstanceOfSatisfying(
                        Verdict.Matched.class,
                        matched -> assertThat(matched.band()).isEqualTo(Band.PROPOSED));
    }

    @Test
    void equal_hours_of_two_people_are_no_copies() {
        List<Verdict> verdicts =
                match(
                        List.of(
                                line("1", EntryKind.TIMESHEET, "Vic Tan").about("Soundings").line(),
                                line("2", EntryKind.TIMESHEET, "Ana Wu").about("Soundings").line()),
                        List.of());

        assertThat(verdicts)
                .hasSize(2)
                .allSatisfy(verdict ->
                        assertThat(((Verdict.Alone) verdict).category())
                                .isEqualTo(Category.UNBILLED_LABOR));
    }

    @Test
    void two_equal_shifts_of_one_whom_the_sheet_does_not_name_are_no_copies() {
        List<Verdict> verdicts =
                match(
                        List.of(
                                shift("1", EntryKind.TIMESHEET, "pm@harbor.example"),
                                shift("2", EntryKind.TIMESHEET, "pm@harbor.example")),
                        List.of(
                                shift("8", EntryKind.TIME_ACTIVITY, "Vic Tan"),
                                shift("9", EntryKind.TIME_ACTIVITY, "Vic Tan")));

        assertThat(verdicts)
                .isNotEmpty()
                .noneMatch(verdict ->
                        verdict instanceof Verdict.Alone alone
                                && alone.category() == Category.DUPLICATE);
    }

    private static Entry shift(String id, EntryKind kind, String person) {
        return line(id, kind, person).about("Soundings").line();
    }

    @Test
    void a_day_of_one_is_no_sum_of_somebody_elses_hours() {
        List<Verdict> verdicts =
                match(
                        List.of(row("1", "Vic Tan")),
                        List.of(
                                line("8", EntryKind.TIME_ACTIVITY, "Ana Wu").of(513).line(),
                                line("9", EntryKind.TIME_ACTIVITY, "Ana Wu").of(287).line()));

        assertThat(verdicts).hasSize(3).allMatch(Verdict.Alone.class::isInstance);
    }

    private static List<Verdict> match(List<Entry> sheet, List<Entry> books) {
        return Reconciler.match(
                sheet, books, MatchRules.FIRST, Parties.of(List.of("Pier 7"), List.of()));
    }

    private static Entry row(String id, String person) {
        return line(id, EntryKind.TIMESHEET, person).line();
    }

    private static Entry time(String id, String person) {
        return line(id, EntryKind.TIME_ACTIVITY, person).line();
    }

    private static Lines line(String id, EntryKind kind, String person) {
        return Lines.of(id, kind)
                .from("Pier 7")
                .forProject("Pier 7")
                .of(EIGHT_HOURS)
                .in("HRS")
                .by(person);
    }
}

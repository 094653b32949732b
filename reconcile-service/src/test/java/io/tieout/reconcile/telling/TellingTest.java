package io.tieout.reconcile.telling;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.model.id.ColumnId;
import io.tieout.model.id.ProposalId;
import io.tieout.model.id.RowId;
import io.tieout.model.id.RowRef;
import io.tieout.model.id.SheetId;
import io.tieout.model.smartsheet.ColumnPart;
import io.tieout.reconcile.desk.ReviewDesk;
import io.tieout.reconcile.desk.ReviewDesk.TaskSheet;
import io.tieout.reconcile.engine.Category;
import io.tieout.reconcile.records.RecordNames;
import io.tieout.reconcile.reporting.Reports;
import io.tieout.reconcile.reporting.StandingLines;
import io.tieout.reconcile.standing.Outcome;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TellingTest {
    private static final Instant SAID = Instant.parse("2026-11-22T10:00:00Z");
    private static final Instant NOW = SAID.plusSeconds(90);
    private static final RowRef ROW = new RowRef(new SheetId("41"), new RowId("1"));
    private static final TaskSheet SHEET =
            new TaskSheet(new SheetId("46"), Map.of(ColumnPart.EXTERNAL_ID, new ColumnId("10")));

    @Test
    void a_new_discrepancy_is_told_on_its_row_once() {
        assertThat(plan(List.of(variance("20")), Map.of(), Map.of()).comments())
                .extracting(Telling.Comment::row)
                .containsExactly(ROW);
        assertThat(
                        plan(
                                        List.of(variance("20")),
                                        Map.of(ROW, Category.AMOUNT_VARIANCE),
                                        Map.of())
                                .comments())
                .isEmpty();
    }

    @Test
    void another_category_is_told_anew() {
        assertThat(plan(List.of(variance("20")), Map.of(ROW, Category.TIMING), Map.of()).comments())
                .hasSize(1);
    }

    @Test
    void a_row_that_differs_no_longer_is_told_again_when_it_comes_back() {
        Telling.Plan plan = plan(List.of(), Map.of(ROW, Category.TIMING), Map.of());

        assertThat(plan.comments()).isEmpty();
        assertThat(plan.silenced()).containsExactly(ROW);
    }

    @Test
    void what_was_said_a_moment_ago_waits() {
        Telling.Plan plan =
                new Telling(desk(SHEET), Duration.ofMinutes(1), SAID.plusSeconds(59))
                        .plan(List.of(variance("2000")), Map.of(), Map.of());

        assertThat(plan.isEmpty()).isTrue();
        assertThat(plan.lookAgainAt()).contains(SAID.plusSeconds(60));
    }

    @Test
    void only_above_the_threshold_is_it_a_task_and_a_mail() {
        assertThat(plan(List.of(variance("250")), Map.of(), Map.of()).added()).isEmpty();
        Telling.Plan above = plan(List.of(variance("250.01")), Map.of(), Map.of());
        assertThat(above.added()).hasSize(1);
        assertThat(above.mailed()).hasSize(1);
    }

    @Test
    void a_task_that_is_being_added_is_not_added_again() {
        Task adding = task(null, new ProposalId(new UUID(1, 1)), Category.AMOUNT_VARIANCE);

        Telling.Plan plan = plan(List.of(variance("2000")), Map.of(), tasks(adding));

        assertThat(plan.added()).isEmpty();
        assertThat(plan.changed()).isEmpty();
        assertThat(plan.mailed()).isEmpty();
        assertThat(plan(List.of(), Map.of(), tasks(adding)).resolved()).isEmpty();
    }

    @Test
    void a_task_follows_its_discrepancy_and_is_resolved_with_it() {
        Task there = task(new RowId("9"), null, Category.AMOUNT_VARIANCE);

        assertThat(plan(List.of(variance("3000")), Map.of(), tasks(there)).changed()).hasSize(1);
        assertThat(plan(List.of(), Map.of(), tasks(there)).resolved()).containsExactly(there);
    }

    @Test
    void a_mail_goes_out_again_only_for_another_category() {
        Task told = task(new RowId("9"), null, Category.TIMING);

        assertThat(plan(List.of(variance("3000")), Map.of(), tasks(told)).mailed()).hasSize(1);
        assertThat(
                        plan(
                                        List.of(variance("3000")),
                                        Map.of(),
                                        tasks(task(new RowId("9"), null, Category.AMOUNT_VARIANCE)))
                                .mailed())
                .isEmpty();
    }

    @Test
    void without_a_sheet_there_are_mails_and_comments_only() {
        Telling.Plan plan =
                new Telling(desk(null), Duration.ofMinutes(1), NOW)
                        .plan(List.of(variance("2000")), Map.of(), Map.of());

        assertThat(plan.added()).isEmpty();
        assertThat(plan.mailed()).hasSize(1);
        assertThat(plan.comments()).hasSize(1);
    }

    @Test
    void what_is_dated_before_the_desk_opened_is_no_task() {
        ReviewDesk later =
                new ReviewDesk(
                        new BigDecimal("250"),
                        LocalDate.parse("2026-11-04"),
                        SHEET,
                        Map.of(),
                        null,
                        ZoneId.of("UTC"),
                        ReviewDesk.Counterparts.NONE);

        assertThat(
                        new Telling(later, Duration.ZERO, NOW)
                                .plan(List.of(variance("2000")), Map.of(), Map.of())
                                .added())
                .isEmpty();
    }

    @Test
    void says_the_figures_of_both_books_with_the_link() {
        assertThat(Said.comment(variance("20"), "https://console/reports/1/project?project=Pier+7"))
                .isEqualTo(
                        """
                        Amount variance: Atlas Electric AE-77, USD 20.00. Sheet: Atlas Electric AE-77, 2026-11-03, USD 480.00. \
                        Books: Bill Atlas Electric AE-77, 2026-11-03, USD 500.00. Difference: USD -20.00. The books say otherwise.
                        Variance report: https://console/reports/1/project?project=Pier+7\
                        """);
    }

    private static Telling.Plan plan(
            List<Discrepancy> all, Map<RowRef, Category> commented, Map<String, Task> tasks) {
        return new Telling(desk(SHEET), Duration.ofMinutes(1), NOW).plan(all, commented, tasks);
    }

    private static ReviewDesk desk(@Nullable TaskSheet sheet) {
        return new ReviewDesk(
                new BigDecimal("250"),
                null,
                sheet,
                Map.of("*", List.of("finance@harbor.example")),
                null,
                ZoneId.of("UTC"),
                ReviewDesk.Counterparts.NONE);
    }

    /// Row 1 says this much less than its bill.
    private static Discrepancy variance(String difference) {
        BigDecimal books = new BigDecimal("480").add(new BigDecimal(difference));
        return new Discrepancy(
                Reports.items(
                                List.of(
                                        StandingLines.row("1", "480")
                                                .as(Outcome.DEVIATING, Category.AMOUNT_VARIANCE)
                                                .with("Bill:7#1")
                                                .line(),
                                        StandingLines.bill("7", books.toPlainString())
                                                .as(Outcome.DEVIATING, Category.AMOUNT_VARIANCE)
                                                .line()))
                        .getFirst(),
                Category.AMOUNT_VARIANCE,
                RecordNames.NONE);
    }

    private static Task task(
            @Nullable RowId row, @Nullable ProposalId adding, @Nullable Category mailed) {
        return new Task("41:1", true, row, adding, "[]", mailed);
    }

    private static Map<String, Task> tasks(Task task) {
        return Map.of(task.lineId(), task);
    }
}

package io.tieout.ingest.hydration;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.model.id.CorrelationId;
import io.tieout.model.id.RowId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadPlanTest {
    private static final Instant SWEPT = Instant.parse("2026-11-22T10:00:00Z");
    private static final Duration OVERLAP = Duration.ofMinutes(2);
    private static final List<DueRow> DUE =
            List.of(new DueRow(new RowId("1"), 9, false, new CorrelationId("c"), null));
    private static final DueRow NOT_SHOWN =
            new DueRow(new RowId("2"), 10, true, new CorrelationId("c"), null);

    @Test
    void reads_whole_at_first() {
        assertThat(plan(state(1, 0, 0, 0, true), List.of()))
                .isEqualTo(new ReadPlan.Whole(1, 0, List.of(), false, false));
    }

    @Test
    void reads_what_changed_since_when_callbacks_named_some() {
        assertThat(plan(state(1, 1, 0, 0, true), DUE))
                .isEqualTo(new ReadPlan.Since(SWEPT.minusSeconds(120), 0, DUE, false));
    }

    @Test
    void asks_by_name_for_rows_that_did_not_show_as_changed() {
        assertThat(plan(state(1, 1, 0, 0, true), List.of(DUE.getFirst(), NOT_SHOWN)))
                .isEqualTo(new ReadPlan.Named(List.of(NOT_SHOWN), true));
    }

    @Test
    void comes_back_for_the_sweep_after_rows_asked_for_by_name() {
        assertThat(plan(state(1, 1, 5, 0, true), List.of(NOT_SHOWN)).hasMore()).isTrue();
    }

    @Test
    void sweeps_from_a_little_before_the_last_sweep() {
        assertThat(plan(state(1, 1, 5, 0, true), List.of()))
                .isEqualTo(new ReadPlan.Since(SWEPT.minusSeconds(120), 5, List.of(), false));
    }

    @Test
    void reads_a_sheet_that_does_not_fit_whole_as_soon_as_something_changes() {
        assertThat(plan(state(1, 1, 0, 0, false), DUE))
                .isEqualTo(new ReadPlan.Whole(1, 0, DUE, false, true));
        assertThat(plan(state(1, 1, 0, 0, false), List.of())).isEqualTo(new ReadPlan.Nothing());
    }

    @Test
    void sweeps_a_sheet_whole_that_one_call_shows_whole() {
        assertThat(ReadPlan.of(state(1, 1, 5, 0, true), DUE, 1000, OVERLAP, true))
                .isEqualTo(new ReadPlan.Whole(1, 5, DUE, false, true));
    }

    @Test
    void lets_others_go_before_it_unless_somebody_has_just_changed_rows() {
        assertThat(plan(state(1, 0, 0, 0, true), List.of()).isBackground()).isTrue();
        assertThat(plan(state(1, 0, 0, 0, true), DUE).isBackground()).isFalse();
        assertThat(plan(state(1, 1, 0, 0, true), DUE).isBackground()).isFalse();
        assertThat(plan(state(1, 1, 5, 0, true), List.of(NOT_SHOWN)).isBackground()).isFalse();
        assertThat(
                        ReadPlan.of(state(1, 1, 5, 0, true), List.of(), 1000, OVERLAP, true)
                                .isBackground())
                .isFalse();
    }

    private static ReadPlan plan(SheetState state, List<DueRow> due) {
        return ReadPlan.of(state, due, 1000, OVERLAP, false);
    }

    private static SheetState state(
            long wholeWanted, long wholeDone, long sweepWanted, long sweepDone, boolean fits) {
        return new SheetState(
                SWEPT,
                wholeWanted,
                wholeDone,
                sweepWanted,
                sweepDone,
                fits,
                List.of(),
                Map.of(),
                SWEPT,
                SWEPT,
                SWEPT,
                3);
    }
}

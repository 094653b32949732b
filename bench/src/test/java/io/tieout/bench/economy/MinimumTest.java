package io.tieout.bench.economy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MinimumTest {
    private static final Instant START = Instant.parse("2026-11-22T15:00:00Z");

    @Test
    void a_thousand_rows_of_one_sheet_take_37_calls() {
        assertThat(Minimum.atOnce(Map.of("1", 1000), 1).total()).isEqualTo(1 + 34 + 2);
    }

    @Test
    void a_thousand_rows_of_fifty_sheets_take_134_calls() {
        Map<String, Integer> sheets =
                IntStream.range(0, 50).boxed().collect(Collectors.toMap(String::valueOf, _ -> 20));

        assertThat(Minimum.atOnce(sheets, 1).total()).isEqualTo(50 + 34 + 50);
        assertThat(Minimum.atOnce(sheets, 2).total()).isEqualTo(50 + 34 + 100);
    }

    @Test
    void rows_that_come_within_a_window_of_the_first_share_their_calls() {
        List<Minimum.Mark> marks =
                List.of(mark("1", 0), mark("1", 59), mark("2", 60), mark("1", 61), mark("1", 200));

        Minimum minimum = Minimum.windowed(marks, Duration.ofMinutes(1));

        // sheet 1 at 0, 61 and 200, sheet 2 once; all of them together at 0, 61 and 200
        assertThat(minimum.reads()).isEqualTo(4);
        assertThat(minimum.writes()).isEqualTo(4);
        assertThat(minimum.batches()).isEqualTo(3);
    }

    private static Minimum.Mark mark(String sheet, int second) {
        return new Minimum.Mark(sheet, START.plusSeconds(second));
    }
}

package io.tieout.ingest.hydration;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.model.id.SheetId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SweepPaceTest {
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void few_sheets_are_compared_as_often_as_is_wished() {
        assertThat(SweepPace.interval(MINUTE, 0, 75)).isEqualTo(MINUTE);
        assertThat(SweepPace.interval(MINUTE, 75, 75)).isEqualTo(MINUTE);
    }

    @Test
    void many_sheets_are_compared_less_often_and_take_no_more_of_the_quota() {
        assertThat(SweepPace.interval(MINUTE, 300, 75)).isEqualTo(Duration.ofMinutes(4));
    }

    @Test
    void a_sheet_is_asked_once_in_an_interval_whenever_its_turn_is_computed() {
        SheetId sheet = new SheetId("4200000000000007");
        Instant first = SweepPace.next(NOW, sheet, MINUTE);

        assertThat(first).isAfter(NOW).isBeforeOrEqualTo(NOW.plus(MINUTE));
        assertThat(SweepPace.next(first, sheet, MINUTE)).isEqualTo(first.plus(MINUTE));
        assertThat(SweepPace.next(first.plusMillis(1), sheet, MINUTE))
                .isEqualTo(first.plus(MINUTE));
    }

    @Test
    void sheets_that_were_connected_together_are_asked_one_after_the_other() {
        Duration interval = Duration.ofMinutes(4);
        Map<Long, Long> perSecondsOfTen =
                LongStream.range(0, 300)
                        .mapToObj(i -> new SheetId(String.valueOf(4_200_000_000_000_001L + i)))
                        .map(sheet -> SweepPace.next(NOW, sheet, interval))
                        .collect(
                                Collectors.groupingBy(
                                        at -> Duration.between(NOW, at).toMillis() / 10_000,
                                        Collectors.counting()));

        // 300 in 240 s are 12.5 in ten
        assertThat(perSecondsOfTen.values()).allMatch(count -> count >= 8 && count <= 17);
    }
}

package io.tieout.ingest.hydration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SweepPaceTest {
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
}

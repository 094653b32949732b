package io.tieout.twin.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FixedWindowTest {
    private static final Instant MINUTE = Instant.parse("2026-11-22T15:00:00Z");

    private final FixedWindow window = new FixedWindow(300, Duration.ofMinutes(1));

    @Test
    void admits_the_limit_in_one_minute_of_the_clock() {
        assertThat(window.admits(300, 1, MINUTE.plusSeconds(59))).isTrue();

        assertThat(window.admits(1, 1, MINUTE.plusMillis(59_999))).isFalse();
    }

    @Test
    void begins_anew_with_each_minute_of_the_clock() {
        window.admits(300, 1, MINUTE.plusSeconds(59));

        assertThat(window.admits(300, 1, MINUTE.plusSeconds(60))).isTrue();
    }

    @Test
    void scales_with_the_factor() {
        assertThat(window.admits(600, 2, MINUTE)).isTrue();
        assertThat(window.admits(1, 2, MINUTE)).isFalse();
    }
}

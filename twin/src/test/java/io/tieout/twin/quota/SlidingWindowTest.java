package io.tieout.twin.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SlidingWindowTest {
    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void admits_the_limit_in_any_stretch_and_no_more() {
        // Given
        var window = new SlidingWindow(10, Duration.ofSeconds(1));

        // When
        for (int i = 0; i < 10; i++) {
            assertThat(window.admits(1, 1, START.plusMillis(i * 50))).isTrue();
        }

        // Then
        assertThat(window.admits(1, 1, START.plusMillis(999))).isFalse();
        assertThat(window.admits(1, 1, START.plusMillis(1000))).isTrue();
    }

    @Test
    void weighs_heavy_calls_and_scales_with_the_factor() {
        var window = new SlidingWindow(300, Duration.ofMinutes(1));
        for (int i = 0; i < 3; i++) {
            assertThat(window.admits(10, 0.1, START)).isTrue();
        }
        assertThat(window.admits(1, 0.1, START)).isFalse();
    }
}

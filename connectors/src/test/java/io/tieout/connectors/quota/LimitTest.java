package io.tieout.connectors.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LimitTest {
    private static final Instant GRANTED = Instant.parse("2026-11-22T15:00:00Z");
    private static final Limit MINUTE =
            new Limit("per-minute", 300, Duration.ofMinutes(1), Duration.ofSeconds(1));
    private static final Limit SECOND =
            new Limit("per-second", 10, Duration.ofSeconds(1), Duration.ofMillis(180));
    private static final Duration USUAL = Duration.ofMillis(400);
    private static final Limit AT_ONCE = new Limit("at-once", 10, Duration.ZERO, Duration.ZERO);

    @Test
    void a_slot_is_free_one_window_after_the_answer() {
        assertThat(MINUTE.freeAt(GRANTED, GRANTED.plusMillis(300), USUAL))
                .isEqualTo(GRANTED.plusMillis(60_300));
    }

    @Test
    void a_slow_answer_does_not_hold_its_slot_for_longer_than_it_can_take_to_arrive() {
        assertThat(MINUTE.freeAt(GRANTED, GRANTED.plusSeconds(100), USUAL))
                .isEqualTo(GRANTED.plusSeconds(70));
    }

    @Test
    void an_answer_that_takes_as_long_as_usual_says_nothing_of_the_way_there() {
        assertThat(SECOND.freeAt(GRANTED, GRANTED.plusMillis(400), USUAL))
                .isEqualTo(GRANTED.plusMillis(1_180));
    }

    @Test
    void a_late_answer_may_be_of_a_call_that_arrived_late() {
        assertThat(SECOND.freeAt(GRANTED, GRANTED.plusMillis(700), USUAL))
                .isEqualTo(GRANTED.plusMillis(1_480));
        assertThat(SECOND.freeAt(GRANTED, GRANTED.plusSeconds(30), USUAL))
                .isEqualTo(GRANTED.plusSeconds(2));
    }

    @Test
    void a_call_that_is_not_answered_may_be_on_its_way_yet() {
        assertThat(SECOND.heldUntil(GRANTED, Duration.ofSeconds(30)))
                .isEqualTo(GRANTED.plusSeconds(2));
    }

    @Test
    void a_place_at_once_is_free_with_the_answer() {
        assertThat(AT_ONCE.freeAt(GRANTED, GRANTED.plusSeconds(2), USUAL))
                .isEqualTo(GRANTED.plusSeconds(2));
    }

    @Test
    void what_is_heavier_than_the_limit_costs_the_limit() {
        assertThat(new Limit("per-minute", 5, Duration.ofMinutes(1), Duration.ZERO).slotsOf(10))
                .isEqualTo(5);
    }
}

package io.tieout.connectors.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LimitTest {
    private static final Instant GRANTED = Instant.parse("2026-11-22T15:00:00Z");
    private static final Limit MINUTE =
            new Limit("per-minute", 300, Duration.ofMinutes(1), Duration.ofSeconds(10));
    private static final Limit AT_ONCE = new Limit("at-once", 10, Duration.ZERO, Duration.ZERO);

    @Test
    void a_slot_is_free_one_window_after_the_answer() {
        assertThat(MINUTE.freeAt(GRANTED, GRANTED.plusMillis(300)))
                .isEqualTo(GRANTED.plusMillis(60_300));
    }

    @Test
    void a_slow_answer_does_not_hold_its_slot_for_longer_than_it_can_take_to_arrive() {
        assertThat(MINUTE.freeAt(GRANTED, GRANTED.plusSeconds(100)))
                .isEqualTo(GRANTED.plusSeconds(70));
    }

    @Test
    void a_quick_answer_does_not_free_a_slot_before_the_clocks_of_all_copies_agree() {
        assertThat(MINUTE.freeAt(GRANTED, GRANTED.plusMillis(10)))
                .isEqualTo(GRANTED.plusMillis(60_050));
        assertThat(MINUTE.freeAt(GRANTED, GRANTED.minusMillis(10)))
                .isEqualTo(GRANTED.plusMillis(60_050));
    }

    @Test
    void a_call_that_is_not_answered_may_be_on_its_way_yet() {
        assertThat(MINUTE.heldUntil(GRANTED, Duration.ofSeconds(30)))
                .isEqualTo(GRANTED.plusSeconds(70));
        assertThat(MINUTE.heldUntil(GRANTED, Duration.ofSeconds(3)))
                .isEqualTo(GRANTED.plusSeconds(63));
    }

    @Test
    void a_place_at_once_is_free_with_the_answer() {
        assertThat(AT_ONCE.freeAt(GRANTED, GRANTED.plusSeconds(2)))
                .isEqualTo(GRANTED.plusSeconds(2));
    }

    @Test
    void what_is_heavier_than_the_limit_costs_the_limit() {
        assertThat(new Limit("per-minute", 5, Duration.ofMinutes(1), Duration.ZERO).slotsOf(10))
                .isEqualTo(5);
    }
}

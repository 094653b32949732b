package io.tieout.writeback.intent;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.writeback.intent.IntentLife.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IntentLifeTest {
    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
    private static final IntentLife LIFE =
            new IntentLife(
                    new IntentLife.Limits(
                            Duration.ofSeconds(1),
                            Duration.ofSeconds(60),
                            2,
                            Duration.ofHours(12),
                            Duration.ofSeconds(150)));

    @Test
    void repeats_a_lost_create_under_the_same_request_id_first() {
        assertThat(LIFE.next(intent(IntentKind.INVOICE, 1, false), START.plusSeconds(5)))
                .isEqualTo(new Step.Repeat());
    }

    @Test
    void looks_before_it_repeats_a_create_once_more() {
        assertThat(LIFE.next(intent(IntentKind.INVOICES, 2, false), START.plusSeconds(5)))
                .isEqualTo(new Step.Look());
        assertThat(LIFE.afterLook(intent(IntentKind.INVOICES, 2, false), false, false, START))
                .isEqualTo(new Step.Repeat());
    }

    @Test
    void never_repeats_a_batch_of_which_a_part_was_found() {
        Instant soon = START.plusSeconds(5);
        Instant settled = START.plusSeconds(150);
        assertThat(LIFE.next(intent(IntentKind.INVOICES, 1, true), soon))
                .isEqualTo(new Step.Look());
        assertThat(LIFE.afterLook(intent(IntentKind.INVOICES, 2, false), true, false, soon))
                .isEqualTo(new Step.Wait(settled));
        assertThat(LIFE.afterLook(intent(IntentKind.INVOICES, 2, true), false, false, settled))
                .isEqualTo(new Step.Free());
    }

    @Test
    void sends_anew_what_the_other_side_failed_at_when_it_is_settled_that_nothing_happened() {
        Intent failed = intent(IntentKind.INVOICE, 2, false);
        Instant settled = START.plusSeconds(150);

        assertThat(LIFE.afterLook(failed, false, true, START.plusSeconds(5)))
                .isEqualTo(new Step.Wait(settled));
        assertThat(LIFE.afterLook(failed, false, true, settled)).isEqualTo(new Step.Free());
    }

    @Test
    void after_the_trust_window_it_looks_and_then_leaves_it_to_a_person() {
        Instant late = START.plus(Duration.ofHours(13));
        assertThat(LIFE.next(intent(IntentKind.INVOICE, 1, false), late))
                .isEqualTo(new Step.Look());
        assertThat(LIFE.afterLook(intent(IntentKind.INVOICE, 1, false), false, false, late))
                .isInstanceOf(Step.GiveUp.class);
    }

    @Test
    void looks_at_rows_and_comments_before_it_writes_them_anew() {
        assertThat(LIFE.next(intent(IntentKind.ROWS, 1, false), START.plusSeconds(5)))
                .isEqualTo(new Step.Look());
        assertThat(LIFE.afterLook(intent(IntentKind.COMMENT, 1, false), false, false, START))
                .isEqualTo(new Step.Free());
    }

    @Test
    void sends_a_mail_again_as_it_was_but_not_for_ever() {
        assertThat(LIFE.next(intent(IntentKind.MAIL, 3, false), START.plusSeconds(60)))
                .isEqualTo(new Step.Repeat());
        assertThat(LIFE.next(intent(IntentKind.MAIL, 3, false), START.plus(Duration.ofDays(1))))
                .isInstanceOf(Step.GiveUp.class);
    }

    @Test
    void waits_twice_as_long_each_time_up_to_a_limit() {
        assertThat(LIFE.next(intent(IntentKind.INVOICE, 3, false), START))
                .isEqualTo(new Step.Wait(START.plusSeconds(4)));
        assertThat(LIFE.next(intent(IntentKind.INVOICE, 40, false), START))
                .isEqualTo(new Step.Wait(START.plusSeconds(60)));
    }

    private static Intent intent(IntentKind kind, int attempts, boolean partlyEnded) {
        return new Intent(
                new UUID(1, 1),
                kind,
                "{}",
                "request",
                null,
                attempts,
                START,
                START,
                partlyEnded,
                List.of());
    }
}

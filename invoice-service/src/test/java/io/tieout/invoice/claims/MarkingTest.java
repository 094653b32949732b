package io.tieout.invoice.claims;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkingTest {
    private final Marking ready = Marking.FIRST.seen(true);

    @Test
    void counts_when_ready() {
        assertThat(Marking.FIRST.counts()).isFalse();
        assertThat(ready.counts()).isTrue();
        assertThat(ready.occurrence()).isEqualTo(1);
    }

    @Test
    void stays_the_same_marking_when_taken_back_before_it_was_used() {
        assertThat(ready.seen(false).seen(true)).isEqualTo(ready);
    }

    @Test
    void is_used_up_until_it_was_seen_not_ready() {
        Marking billed = ready.used();

        assertThat(billed.counts()).isFalse();
        assertThat(billed.seen(true).counts()).isFalse();
        assertThat(billed.seen(false).counts()).isFalse();
        assertThat(billed.seen(false).seen(true)).isEqualTo(new Marking(2, true, false));
    }

    @Test
    void starts_afresh_when_used_up_while_not_ready() {
        Marking used = ready.seen(false).used();

        assertThat(used.seen(true)).isEqualTo(new Marking(2, true, false));
    }
}

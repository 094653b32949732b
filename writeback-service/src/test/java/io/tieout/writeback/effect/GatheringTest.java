package io.tieout.writeback.effect;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.model.id.CorrelationId;
import io.tieout.model.id.EventId;
import io.tieout.model.id.ProposalId;
import io.tieout.writeback.Releases;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GatheringTest {
    private static final Instant NOW = Instant.parse("2026-11-22T15:00:00Z");

    private static final Gathering GATHERING =
            new Gathering(30, Duration.ofSeconds(10), Duration.ofSeconds(60));

    @Test
    void waits_for_company_and_looks_again_soon() {
        assertThat(lookAgain(1, false, NOW)).contains(NOW.plusSeconds(1));
    }

    @Test
    void goes_when_nobody_came_for_a_while() {
        assertThat(lookAgain(1, false, NOW.minusMillis(9_500))).contains(NOW.plusMillis(500));
        assertThat(lookAgain(1, false, NOW.minusSeconds(10))).isEmpty();
    }

    @Test
    void waits_while_company_keeps_coming_but_not_for_ever() {
        assertThat(lookAgain(2, false, NOW.minusSeconds(40), NOW)).contains(NOW.plusSeconds(1));
        assertThat(lookAgain(2, false, NOW.minusSeconds(60), NOW)).isEmpty();
    }

    @Test
    void goes_at_once_when_it_fills_a_call() {
        assertThat(lookAgain(30, false, NOW)).isEmpty();
    }

    @Test
    void goes_at_once_when_it_travels_alone() {
        assertThat(lookAgain(1, true, NOW)).isEmpty();
    }

    private static Optional<Instant> lookAgain(int waiting, boolean apart, Instant... acceptedAt) {
        ProposalId proposal = Releases.proposal();
        List<ReleasedEffect> due =
                Arrays.stream(acceptedAt)
                        .map(at ->
                                new ReleasedEffect(
                                        1,
                                        Releases.release(
                                                proposal, Releases.invoice(proposal, "58")),
                                        new EventId(new UUID(1, 1)),
                                        new CorrelationId("c"),
                                        at,
                                        apart))
                        .toList();
        return GATHERING.lookAgainAt(due, waiting, NOW);
    }
}

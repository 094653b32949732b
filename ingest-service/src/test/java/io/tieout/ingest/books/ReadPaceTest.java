package io.tieout.ingest.books;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.connectors.health.ConnectionCheck.Budget;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReadPaceTest {
    private static final Instant NOW = Instant.parse("2026-11-16T00:00:00Z");
    private static final Instant MONTH_END = Instant.parse("2026-12-01T00:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void looks_as_often_as_configured_while_there_is_plenty() {
        assertThat(ReadPace.next(NOW, MINUTE, new Budget(0, 500_000), 1))
                .isEqualTo(NOW.plus(MINUTE));
    }

    @Test
    void looks_more_rarely_when_little_is_left() {
        Instant next = ReadPace.next(NOW, MINUTE, new Budget(449_000, 500_000), 1);

        // 1,000 reads for 15 days.
        assertThat(Duration.between(NOW, next)).isEqualTo(Duration.ofSeconds(1296));
    }

    @Test
    void companies_share_what_is_left() {
        Instant next = ReadPace.next(NOW, MINUTE, new Budget(449_000, 500_000), 4);

        assertThat(Duration.between(NOW, next)).isEqualTo(Duration.ofSeconds(4 * 1296));
    }

    @Test
    void waits_for_the_next_month_when_all_is_used() {
        assertThat(ReadPace.next(NOW, MINUTE, new Budget(500_000, 500_000), 1))
                .isEqualTo(MONTH_END);
        assertThat(ReadPace.next(MONTH_END.minusSeconds(5), MINUTE, new Budget(1, 500_000), 1))
                .isEqualTo(MONTH_END);
    }
}

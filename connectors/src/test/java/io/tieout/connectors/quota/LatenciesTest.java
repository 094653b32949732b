package io.tieout.connectors.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.model.id.ConnectionId;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LatenciesTest {
    private final Latencies latencies = new Latencies();
    private final QuotaRequest call =
            QuotaRequest.quickBooksWrite(new ConnectionId("quickbooks:9130"));

    @Test
    void an_answer_that_has_never_come_takes_no_time() {
        assertThat(latencies.usual(call)).isEqualTo(Duration.ZERO);
    }

    @Test
    void what_is_usual_follows_the_answers_and_forgets_the_odd_one() {
        for (int answer = 0; answer < 100; answer++) {
            latencies.observe(call, Duration.ofMillis(300));
        }
        latencies.observe(call, Duration.ofSeconds(60));

        assertThat(latencies.usual(call)).isBetween(Duration.ofMillis(300), Duration.ofMillis(910));
    }

    @Test
    void nothing_is_usual_for_a_batch() {
        QuotaRequest batch = QuotaRequest.quickBooksBatch(call.connection());
        latencies.observe(batch, Duration.ofSeconds(1));

        assertThat(latencies.usual(batch)).isEqualTo(Duration.ZERO);
        assertThat(latencies.usual(call)).isEqualTo(Duration.ZERO);
    }

    @Test
    void companies_are_apart() {
        latencies.observe(call, Duration.ofSeconds(1));

        assertThat(
                        latencies.usual(
                                QuotaRequest.quickBooksWrite(new ConnectionId("quickbooks:9131"))))
                .isEqualTo(Duration.ZERO);
    }
}

package io.tieout.connectors.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitTest {
    @ParameterizedTest
    @CsvSource({
        "300, 0.2, 60, 240",
        "500, 0.2, 100, 400",
        "10, 0.2, 2, 8",
        "40, 0.2, 8, 32",
        "10, 0.05, 1, 9",
        "2, 0.9, 1, 1"
    })
    void what_it_holds_plus_what_it_gains_is_the_limit(
            int calls, BigDecimal burst, long capacity, long refill) {
        Limit limit = new Limit("per-minute", calls, Duration.ofMinutes(1), burst);

        assertThat(limit.capacity()).isEqualTo(capacity);
        assertThat(limit.refill()).isEqualTo(refill);
        assertThat(limit.capacity() + limit.refill()).isLessThanOrEqualTo(calls);
    }
}

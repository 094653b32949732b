package io.tieout.model.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class Uuid7Test {
    @Test
    void is_of_version_7_and_sorts_by_time() {
        UUID earlier = Uuid7.at(Instant.parse("2026-11-22T10:00:00.000Z"));
        UUID later = Uuid7.at(Instant.parse("2026-11-22T10:00:00.001Z"));

        assertThat(earlier.version()).isEqualTo(7);
        assertThat(earlier.variant()).isEqualTo(2);
        assertThat(earlier.toString()).isLessThan(later.toString());
    }
}

package io.tieout.bench.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class FairnessTest {
    @Test
    void is_one_when_all_have_the_same() {
        assertThat(Fairness.jain(List.of(5, 5, 5, 5))).isEqualTo(1);
    }

    @Test
    void is_one_of_n_when_one_has_everything() {
        assertThat(Fairness.jain(List.of(20, 0, 0, 0))).isCloseTo(0.25, within(1e-9));
    }
}

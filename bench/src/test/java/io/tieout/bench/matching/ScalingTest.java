package io.tieout.bench.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tieout.bench.matching.Scaling.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScalingTest {
    @Test
    void cost_that_grows_with_the_lines_has_the_exponent_one() {
        assertThat(growing(1).exponent()).isCloseTo(1, within(1e-9));
    }

    @Test
    void cost_that_grows_with_their_square_has_the_exponent_two() {
        assertThat(growing(2).exponent()).isCloseTo(2, within(1e-9));
    }

    @Test
    void that_of_sorting_is_a_little_above_one() {
        assertThat(growing(1).exponentOfSorting()).isBetween(1.05, 1.15);
    }

    private static Scaling growing(double power) {
        return new Scaling(
                List.of(point(25_000, power), point(50_000, power), point(100_000, power)));
    }

    private static Point point(int lines, double power) {
        double seconds = Math.pow(lines / 10_000.0, power);
        return new Point(lines, seconds / 2, seconds);
    }
}

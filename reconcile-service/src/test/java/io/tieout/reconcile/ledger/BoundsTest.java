package io.tieout.reconcile.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class BoundsTest {
    @Test
    void an_amount_is_counted_in_its_smallest_unit() {
        assertThat(Bounds.units(new BigDecimal("480.17"), 2)).isEqualTo(48_017);
        assertThat(Bounds.units(new BigDecimal("-480"), 2)).isEqualTo(-48_000);
        assertThat(Bounds.units(new BigDecimal("480"), 0)).isEqualTo(480);
        assertThat(Bounds.isAmount(48_017)).isTrue();
    }

    @Test
    void an_amount_finer_than_the_smallest_unit_is_none() {
        assertThatThrownBy(() -> Bounds.units(new BigDecimal("0.005"), 2))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void an_amount_beyond_all_books_is_no_amount_however_large() {
        for (String large : new String[] {"1e300", "-1e300", "1e2000000000", "1000000000000.01"}) {
            assertThat(Bounds.isAmount(Bounds.units(new BigDecimal(large), 2))).isFalse();
        }
        assertThat(Bounds.units(new BigDecimal("-1e300"), 2)).isNegative();
    }

    @Test
    void days_before_1970_and_after_2099_are_none() {
        assertThat(Bounds.isDay(Bounds.day(LocalDate.of(2026, 3, 10)))).isTrue();
        assertThat(Bounds.isDay(Bounds.day(LocalDate.of(1900, 1, 1)))).isFalse();
        assertThat(Bounds.isDay(Bounds.day(LocalDate.MAX))).isFalse();
        assertThat(Bounds.isDay(Bounds.day(LocalDate.MIN))).isFalse();
    }
}

package io.tieout.model.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MoneyTest {
    private static final CurrencyCode EUR = new CurrencyCode("EUR");

    @Test
    void has_the_scale_of_its_currency() {
        assertThat(usd("12.3").toString()).isEqualTo("12.30 USD");
        assertThat(Money.of("1200", new CurrencyCode("JPY")).toString()).isEqualTo("1200 JPY");
    }

    @Test
    void refuses_a_fraction_of_a_cent() {
        assertThatThrownBy(() -> usd("0.005")).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void refuses_to_mix_currencies() {
        assertThatThrownBy(() -> usd("1").plus(Money.of("1", EUR)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot combine USD and EUR");
    }

    @Test
    void refuses_an_absurd_amount() {
        assertThatThrownBy(() -> new Money(new BigDecimal("1e300"), CurrencyCode.USD))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void rounds_half_a_cent_up_when_asked_to() {
        assertThat(usd("0.01").times(Quantity.of("0.5"), RoundingMode.HALF_UP))
                .isEqualTo(usd("0.01"));
    }

    @Test
    void takes_a_percentage() {
        assertThat(usd("1575.00").percent(Percent.of("8.875"), RoundingMode.HALF_UP))
                .isEqualTo(usd("139.78"));
    }

    @Test
    void adds_up_to_the_cent_in_any_order() {
        Random random = new Random(20261122);
        for (int round = 0; round < 1_000; round++) {
            List<Money> amounts =
                    random.longs(20, -1_000_000, 1_000_000)
                            .mapToObj(cents ->
                                    new Money(BigDecimal.valueOf(cents, 2), CurrencyCode.USD))
                            .toList();

            assertThat(Money.sum(amounts, CurrencyCode.USD))
                    .isEqualTo(Money.sum(amounts.reversed(), CurrencyCode.USD));
        }
    }

    @Test
    void reads_well() {
        assertThat(usd("12480").readable()).isEqualTo("USD 12,480.00");
    }

    @Test
    void a_quantity_forgets_trailing_zeros() {
        assertThat(Quantity.of("7.500")).isEqualTo(Quantity.of("7.5")).hasToString("7.5");
        assertThat(Quantity.of("100")).hasToString("100");
    }

    private static Money usd(String amount) {
        return Money.of(amount, CurrencyCode.USD);
    }
}

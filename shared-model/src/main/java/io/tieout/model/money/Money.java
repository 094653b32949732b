package io.tieout.model.money;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;

/// An exact amount in one currency, to its smallest unit. Arithmetic refuses to mix currencies;
/// whatever may need rounding takes the mode as an argument.
public record Money(
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount, CurrencyCode currency)
        implements Comparable<Money> {
    private static final BigDecimal LIMIT = new BigDecimal("1000000000000");

    /// Refuses an amount finer than the currency's smallest unit or beyond 10^12 either way.
    public Money {
        if (amount.abs().compareTo(LIMIT) >= 0) {
            throw new IllegalArgumentException(
                    "Amount out of range: " + amount.round(new java.math.MathContext(6)));
        }
        amount = amount.setScale(currency.scale(), RoundingMode.UNNECESSARY);
    }

    /// `Money.of("12.30", CurrencyCode.USD)`.
    public static Money of(String amount, CurrencyCode currency) {
        return new Money(new BigDecimal(amount), currency);
    }

    public static Money zero(CurrencyCode currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    /// Brings any decimal to this currency's smallest unit.
    public static Money rounded(BigDecimal amount, CurrencyCode currency, RoundingMode mode) {
        return new Money(amount.setScale(currency.scale(), mode), currency);
    }

    /// The sum; zero in `currency` when there is nothing to add.
    public static Money sum(Collection<Money> amounts, CurrencyCode currency) {
        return amounts.stream().reduce(zero(currency), Money::plus);
    }

    public Money plus(Money other) {
        return new Money(amount.add(sameCurrency(other).amount), currency);
    }

    public Money minus(Money other) {
        return new Money(amount.subtract(sameCurrency(other).amount), currency);
    }

    public Money negated() {
        return new Money(amount.negate(), currency);
    }

    public Money times(Quantity quantity, RoundingMode mode) {
        return rounded(amount.multiply(quantity.value()), currency, mode);
    }

    public Money percent(Percent percent, RoundingMode mode) {
        return rounded(amount.multiply(percent.value()).movePointLeft(2), currency, mode);
    }

    @JsonIgnore
    public boolean isNegative() {
        return amount.signum() < 0;
    }

    @JsonIgnore
    public boolean isZero() {
        return amount.signum() == 0;
    }

    @Override
    public int compareTo(Money other) {
        return amount.compareTo(sameCurrency(other).amount);
    }

    /// `USD 12,480.00`, the form people read in comments and mails.
    public String readable() {
        return String.format(
                java.util.Locale.ROOT, "%s %,." + currency.scale() + "f", currency.value(), amount);
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency.value();
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(
                    "Cannot combine %s and %s".formatted(currency.value(), other.currency.value()));
        }
        return other;
    }
}

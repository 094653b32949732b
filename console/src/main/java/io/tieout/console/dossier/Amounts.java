package io.tieout.console.dossier;

import io.tieout.model.money.Money;
import java.util.Locale;

/// Amounts for columns, where the currency stands once.
public final class Amounts {
    private Amounts() {}

    /// `12,480.00`.
    public static String plain(Money money) {
        return String.format(Locale.ROOT, "%,." + money.currency().scale() + "f", money.amount());
    }
}

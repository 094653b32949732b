package io.tieout.reconcile.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import io.tieout.model.quickbooks.Entity;
import io.tieout.model.quickbooks.EntityType;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NetAmountTest {
    private static final CurrencyCode CAD = new CurrencyCode("CAD");

    @Test
    void leaves_the_tax_out_of_what_was_bought() {
        assertThat(NetAmount.of(EntityType.BILL, document("113.00", "13.00")))
                .isEqualTo(Money.of("100.00", CAD));
        assertThat(NetAmount.of(EntityType.VENDOR_CREDIT, document("56.50", "6.50")))
                .isEqualTo(Money.of("50.00", CAD));
    }

    @Test
    void takes_the_total_of_what_was_sold_or_has_no_tax() {
        assertThat(NetAmount.of(EntityType.INVOICE, document("113.00", "13.00")))
                .isEqualTo(Money.of("113.00", CAD));
        assertThat(NetAmount.of(EntityType.BILL, document("113.00", null)))
                .isEqualTo(Money.of("113.00", CAD));
        assertThat(NetAmount.of(EntityType.TIME_ACTIVITY, document(null, null))).isNull();
    }

    private static Entity.Transaction document(@Nullable String total, @Nullable String tax) {
        return new Entity.Transaction(
                "LR-77",
                LocalDate.of(2026, 11, 19),
                null,
                EntityType.VENDOR,
                null,
                "Lake Rail",
                CAD,
                total == null ? null : Money.of(total, CAD),
                tax == null ? null : Money.of(tax, CAD),
                null,
                null,
                null,
                null,
                null,
                List.of());
    }
}

package io.tieout.reconcile.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.model.finding.Severity;
import io.tieout.reconcile.engine.Category;
import io.tieout.reconcile.reporting.Amount;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GravityTest {
    private static final ReviewDesk DESK =
            new ReviewDesk(
                    new BigDecimal("250.00"),
                    null,
                    null,
                    Map.of(),
                    null,
                    ReviewDesk.NONE.zone(),
                    ReviewDesk.Counterparts.NONE);

    @ParameterizedTest
    @CsvSource({
        "DUPLICATE,             250.00, WARNING, ERROR",
        "MISSING_IN_QUICKBOOKS, 250.00, WARNING, ERROR",
        "MISSING_IN_SMARTSHEET, 250.00, WARNING, ERROR",
        "MISSING_RECEIPT,       250.00, WARNING, ERROR",
        "UNBILLED_LABOR,        250.00, WARNING, ERROR",
        "AMOUNT_VARIANCE,       250.00, WARNING, ERROR",
        "DATA_ENTRY_ERROR,      250.00, WARNING, ERROR",
        "CODING_ERROR,          250.00, WARNING, WARNING",
        "TIMING,                250.00, INFO,    WARNING"
    })
    void grows_with_what_is_at_stake(
            Category category, BigDecimal little, Severity ofLittle, Severity ofMuch) {
        assertThat(Gravity.of(category, usd(little), DESK)).isEqualTo(ofLittle);
        assertThat(Gravity.of(category, usd(little.add(BigDecimal.ONE)), DESK)).isEqualTo(ofMuch);
    }

    @Test
    void what_is_not_sure_is_no_error_yet() {
        assertThat(Gravity.of(null, usd(new BigDecimal("1000000")), DESK))
                .isEqualTo(Severity.WARNING);
    }

    @Test
    void nothing_is_much_without_a_threshold_and_hours_have_none() {
        Amount hours = new Amount(new BigDecimal("1000"), "HRS");
        assertThat(Gravity.of(Category.UNBILLED_LABOR, hours, DESK)).isEqualTo(Severity.WARNING);
        assertThat(Gravity.of(Category.DUPLICATE, usd(new BigDecimal("1000000")), ReviewDesk.NONE))
                .isEqualTo(Severity.WARNING);
    }

    private static Amount usd(BigDecimal value) {
        return new Amount(value, "USD");
    }
}

package io.tieout.reconcile.foresight;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.model.effect.CreateBill;
import io.tieout.model.effect.CreatePurchaseOrder;
import io.tieout.model.id.EffectId;
import io.tieout.model.id.EntityId;
import io.tieout.model.id.RealmId;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import io.tieout.model.quickbooks.EntityType;
import io.tieout.reconcile.foresight.Foresight.InBooks;
import io.tieout.reconcile.reporting.StandingLines;
import io.tieout.reconcile.standing.Standing;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ForesightTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-20");

    @Test
    void warns_of_a_bill_that_the_books_have_under_another_spelling_of_its_number() {
        assertThat(of(bill("AE-0077", "480.00"), inBooks(EntityType.BILL, "ae 77", "500", DAY)))
                .isEqualTo("The books have Bill ae 77 of 2026-11-20, USD 500.00 already.");
    }

    @Test
    void warns_of_a_bill_that_was_paid_by_card_at_once() {
        assertThat(
                        of(
                                bill("AE-77", "480.00"),
                                inBooks(EntityType.PURCHASE, null, "480", DAY.minusDays(9))))
                .startsWith("The books have Expense without number (id 145)");
    }

    @Test
    void says_nothing_of_the_same_amount_under_another_number_or_long_before() {
        assertThat(of(bill("AE-77", "480.00"), inBooks(EntityType.BILL, "AE-78", "480", DAY)))
                .isEmpty();
        assertThat(
                        of(
                                bill(null, "480.00"),
                                inBooks(EntityType.BILL, null, "480", DAY.minusDays(10))))
                .isEmpty();
        assertThat(of(bill(null, "480.00"), inBooks(EntityType.PURCHASE_ORDER, null, "480", DAY)))
                .isEmpty();
    }

    @Test
    void warns_of_a_bill_over_another_amount_than_its_cost_rows() {
        List<Standing> rows =
                List.of(StandingLines.row("1", "300").line(), StandingLines.row("2", "180").line());

        assertThat(Foresight.of(bill("AE-77", "500.00"), List.of(), rows))
                .isEqualTo("The cost sheet says USD 480.00 for AE-77, the draft USD 500.00.");
        assertThat(Foresight.of(bill("AE-77", "480.00"), List.of(), rows)).isEmpty();
        assertThat(Foresight.of(bill("AE-79", "500.00"), List.of(), rows)).isEmpty();
    }

    @Test
    void warns_of_an_order_that_was_placed_before() {
        CreatePurchaseOrder order =
                new CreatePurchaseOrder(
                        new EffectId("e2"),
                        List.of(),
                        new RealmId("1"),
                        new EntityId("80"),
                        new EntityId("33"),
                        DAY,
                        CurrencyCode.USD,
                        List.of(),
                        usd("1199.00"),
                        "tieout:1");

        assertThat(
                        Foresight.of(
                                order,
                                List.of(
                                        inBooks(
                                                EntityType.PURCHASE_ORDER,
                                                "1001",
                                                "1199",
                                                DAY.minusDays(2))),
                                List.of()))
                .contains("Purchase order 1001");
    }

    private static String of(CreateBill bill, InBooks found) {
        return Foresight.of(bill, List.of(found), List.of());
    }

    private static CreateBill bill(@Nullable String number, String total) {
        return new CreateBill(
                new EffectId("e2"),
                List.of(),
                new RealmId("1"),
                new EntityId("80"),
                DAY,
                null,
                null,
                CurrencyCode.USD,
                number,
                List.of(),
                usd(total),
                "tieout:1");
    }

    private static InBooks inBooks(
            EntityType type, @Nullable String number, String amount, LocalDate date) {
        return new InBooks(type, "145", number, date, new BigDecimal(amount), "USD");
    }

    private static Money usd(String amount) {
        return Money.of(amount, CurrencyCode.USD);
    }
}

package io.tieout.reconcile.billing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tieout.kit.json.WireJson;
import io.tieout.model.id.EntityId;
import io.tieout.model.id.ProposalId;
import io.tieout.model.id.RealmId;
import io.tieout.model.id.RowId;
import io.tieout.model.id.RowRef;
import io.tieout.model.id.SheetId;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import io.tieout.model.money.Quantity;
import io.tieout.model.smartsheet.BillingFields;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BillingTest {
    private static final RowRef ROW = new RowRef(new SheetId("51"), new RowId("1"));
    private static final LocalDate WORKED = LocalDate.parse("2026-10-30");
    private static final LocalDate POSTED = LocalDate.parse("2026-11-05");

    @Test
    void a_row_that_is_not_billed_yet_says_nothing() {
        assertThat(Billing.NONE.of(ROW, row(null, null, null))).isNull();
        assertThat(Billing.NONE.of(ROW, row("TD-000042 r1", null, "Awaiting approval"))).isNull();
    }

    @Test
    void what_became_of_a_draft_is_waited_for() {
        assertThat(Billing.NONE.of(ROW, row("TD-000042 r1", "1045", "Posted"))).isNull();
        assertThat(drafted(false).of(ROW, row("TD-000042 r1", "1045", "Posted"))).isNull();
    }

    @Test
    void a_drafted_row_is_on_its_line_at_the_price_of_then() {
        Billing.Line line = drafted(true).of(ROW, row("TD-000042 r2", "1045", "Posted"));

        assertThat(line)
                .isEqualTo(new Billing.Line("1045", "Invoice:55#2", usd("1200.00"), POSTED));
    }

    @Test
    void a_row_that_is_drafted_anew_waits_again() {
        assertThat(drafted(true).of(ROW, row("TD-000057 r1", "1045", "Awaiting approval")))
                .isNull();
    }

    @Test
    void a_row_billed_by_hand_is_worth_what_was_agreed() throws IOException {
        Prices prices =
                AgreedPrices.general(
                                WireJson.mapper()
                                        .readTree(
                                                """
                                                {"currency": "USD", "clients": [
                                                  {"customer": "Harbor Works LLC", "rates": {"Engineering": "205.00"}, "markupPercent": "10"},
                                                  {"customer": "Northwind", "rates": {}, "markupPercent": null}]}\
                                                """))
                        .with(Map.of("engineering", usd("150.00"), "surveying", usd("80.00")));
        Billing billing = new Billing(Map.of(), prices);

        assertThat(billing.of(ROW, row(null, "1045", null)))
                .isEqualTo(new Billing.Line("1045", null, usd("1640.00"), WORKED));
        assertThat(prices.of(of("Northwind", "Engineering", "8", null))).isEqualTo(usd("1200.00"));
        assertThat(prices.of(of("harbor  works llc", "Surveying", "2", null)))
                .isEqualTo(usd("160.00"));
        assertThat(prices.of(of("Harbor Works LLC", null, null, "50.00"))).isEqualTo(usd("55.00"));
        assertThat(prices.of(of("Harbor Works LLC", "Diving", "2", null))).isNull();
    }

    @Test
    void a_company_has_prices_of_its_own_and_a_client_abroad_its_own_currency() throws IOException {
        JsonNode rules =
                WireJson.mapper()
                        .readTree(
                                """
                                {"currency": "USD",
                                 "clients": [{"customer": "Harbor Works LLC", "rates": {"Engineering": "205.00"}}],
                                 "companies": {
                                   "1": {"expenseItem": "Travel"},
                                   "2": {"currency": "CAD", "clients": [
                                     {"customer": "Harbor Works LLC", "currency": "USD", "rates": {"Engineering": "150.00"}}]},
                                   "3": {"currency": "CAD"}}}\
                                """);
        BillingFields row = of("Harbor Works LLC", "Engineering", "2", null);
        Map<RealmId, Prices> companies = AgreedPrices.ofCompanies(rules);

        assertThat(companies.get(new RealmId("1")).of(row)).isEqualTo(usd("410.00"));
        assertThat(companies.get(new RealmId("2")).of(row)).isEqualTo(usd("300.00"));
        assertThat(companies.get(new RealmId("3")).of(row)).isNull();
    }

    @Test
    void a_row_that_is_worth_more_than_any_amount_is_worth_nothing_comparable() {
        Billing billing =
                new Billing(Map.of(), new Prices(Map.of(), Map.of("diving", usd("900000000000"))));

        Billing.Line line = billing.of(ROW, of("Northwind", "Diving", "8", null, null, "9", null));

        assertThat(line).isEqualTo(new Billing.Line("9", null, null, WORKED));
    }

    @Test
    void a_cost_is_passed_on_with_the_share_of_then() {
        BilledRow billed = billed(usd("50.00"), true);

        assertThat(billed.priced(of("Northwind", null, null, "50.00"))).isEqualTo(usd("1200.00"));
        assertThat(billed.priced(of("Northwind", null, null, "100.00"))).isEqualTo(usd("2400.00"));
        assertThat(billed.priced(of("Northwind", "Engineering", "8", null))).isNull();
    }

    private static Billing drafted(boolean seen) {
        return new Billing(Map.of(ROW, billed(null, seen)), Prices.NONE);
    }

    private static BilledRow billed(@Nullable Money cost, boolean seen) {
        return new BilledRow(
                ROW,
                new ProposalId(new UUID(0, 1)),
                1,
                7,
                "TD-000042",
                new EntityId("55"),
                "1045",
                POSTED,
                2,
                usd("150.00"),
                usd("1200.00"),
                cost,
                seen);
    }

    private static BillingFields row(
            @Nullable String draft, @Nullable String number, @Nullable String status) {
        return of("Harbor Works LLC", "Engineering", "8", null, draft, number, status);
    }

    private static BillingFields of(
            String customer,
            @Nullable String service,
            @Nullable String hours,
            @Nullable String cost) {
        return of(customer, service, hours, cost, null, null, null);
    }

    private static BillingFields of(
            String customer,
            @Nullable String service,
            @Nullable String hours,
            @Nullable String cost,
            @Nullable String draft,
            @Nullable String number,
            @Nullable String status) {
        return new BillingFields(
                "Ready to Bill",
                true,
                customer,
                "Pier 7",
                service,
                "Cable works",
                WORKED,
                hours == null ? null : Quantity.of(hours),
                cost == null ? null : usd(cost),
                true,
                null,
                null,
                null,
                draft,
                null,
                null,
                number,
                status,
                null);
    }

    private static Money usd(String amount) {
        return Money.of(amount, CurrencyCode.USD);
    }
}

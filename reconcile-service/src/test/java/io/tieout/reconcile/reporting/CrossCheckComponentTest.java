package io.tieout.reconcile.reporting;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tieout.kit.event.Connections;
import io.tieout.kit.event.Events;
import io.tieout.kit.test.InMemoryChannels;
import io.tieout.kit.test.Records;
import io.tieout.kit.test.TieoutPostgres;
import io.tieout.model.envelope.SourceRevision;
import io.tieout.model.id.EntityId;
import io.tieout.model.id.RealmId;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import io.tieout.model.quickbooks.AccountingMethod;
import io.tieout.model.quickbooks.Entity;
import io.tieout.model.quickbooks.EntityEvent;
import io.tieout.model.quickbooks.EntityObserved;
import io.tieout.model.quickbooks.EntityType;
import io.tieout.model.quickbooks.ProfitAndLossObserved;
import io.tieout.model.topic.Topics;
import io.tieout.reconcile.facts.EntityConsumer;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// QuickBooks' own profit and loss of a project, from its event to the variance report.
@QuarkusTest
@QuarkusTestResource(TieoutPostgres.class)
@QuarkusTestResource(InMemoryChannels.class)
class CrossCheckComponentTest {
    private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");
    private static final AtomicLong COMPANY = new AtomicLong();

    @Inject EntityConsumer entities;
    @Inject Events events;

    private RealmId realm = new RealmId("1");

    @BeforeEach
    void a_company_with_a_job() {
        realm = new RealmId("91309" + COMPANY.incrementAndGet());
        entity(
                "71",
                EntityType.CUSTOMER,
                new Entity.Customer(
                        "Pier 7",
                        "Harbor Works LLC:Pier 7",
                        null,
                        true,
                        null,
                        null,
                        null,
                        null,
                        null,
                        false,
                        null,
                        null,
                        null));
        entity(
                "60",
                EntityType.ACCOUNT,
                new Entity.Account("Subcontractors", null, "Cost of Goods Sold", "Expense"));
        entity(
                "15",
                EntityType.ACCOUNT,
                new Entity.Account("Machines", null, "Fixed Asset", "Asset"));
    }

    @Test
    void
            a_report_holds_the_costs_that_are_counted_against_quickbooks_own_and_says_the_difference() {
        bill(1, "9", "60", "120.00", "2026-11-03");
        report().body("profitAndLoss", nullValue());

        profitAndLoss(5, "120.00");
        report().body("profitAndLoss.asOf", equalTo("2026-11-22T10:00:00Z"))
                .body("profitAndLoss.method", equalTo("ACCRUAL"))
                .body("profitAndLoss.income.value", equalTo("3000"))
                .body("profitAndLoss.costs.value", equalTo("120"))
                .body("profitAndLoss.net.value", equalTo("2880"))
                .body("profitAndLoss.counted.value", equalTo("120"))
                .body("profitAndLoss.difference.value", equalTo("0"))
                .body("profitAndLoss.reasons", empty());

        // When something is booked after that, dated next year, or to an account of the balance
        bill(AT.toEpochMilli() + 1, "10", "60", "30.00", "2026-11-04");
        bill(1, "11", "60", "20.00", "2027-01-04");
        bill(1, "12", "15", "500.00", "2026-11-04");

        report().body("profitAndLoss.counted.value", equalTo("670"))
                .body("profitAndLoss.difference.value", equalTo("-550"))
                .body(
                        "profitAndLoss.reasons",
                        contains(
                                startsWith("USD 30.00 was booked or changed"),
                                startsWith("USD 20.00 is dated outside"),
                                startsWith("USD 500.00 is booked to accounts")));
    }

    @Test
    void an_older_report_is_no_news_and_a_newer_one_replaces_it_whole() {
        bill(1, "9", "60", "120.00", "2026-11-03");
        profitAndLoss(5, "120.00");
        profitAndLoss(4, "999.00");
        report().body("profitAndLoss.costs.value", equalTo("120"));

        profitAndLoss(6, "145.50");
        report().body("profitAndLoss.costs.value", equalTo("145.5"))
                .body(
                        "profitAndLoss.reasons",
                        contains(startsWith("USD 25.50 of costs stands in QuickBooks' report")));
    }

    private ValidatableResponse report() {
        return given().queryParam("project", "Harbor Works LLC:Pier 7")
                .get("/reconcile/reports/" + realm + "/project")
                .then()
                .statusCode(200);
    }

    private void profitAndLoss(long version, String costs) {
        Money zero = Money.zero(CurrencyCode.USD);
        Money cost = Money.of(costs, CurrencyCode.USD);
        Money income = Money.of("3000.00", CurrencyCode.USD);
        consume(
                version,
                0,
                new ProfitAndLossObserved(
                        realm,
                        AT,
                        AccountingMethod.ACCRUAL,
                        LocalDate.parse("2015-01-01"),
                        LocalDate.parse("2026-11-22"),
                        CurrencyCode.USD,
                        List.of(
                                new ProfitAndLossObserved.Customer(
                                        "Pier 7", income, cost, zero, income.minus(cost)),
                                new ProfitAndLossObserved.Customer(
                                        "Not Specified", zero, zero, cost, cost.negated()))));
    }

    private void bill(long updatedMs, String id, String account, String amount, String day) {
        Money money = Money.of(amount, CurrencyCode.USD);
        consume(
                1,
                updatedMs,
                new EntityObserved(
                        realm,
                        EntityType.BILL,
                        new EntityId(id),
                        true,
                        AT,
                        new Entity.Transaction(
                                "AE-" + id,
                                LocalDate.parse(day),
                                null,
                                EntityType.VENDOR,
                                new EntityId("30"),
                                "Atlas Electric",
                                CurrencyCode.USD,
                                money,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                List.of(
                                        new Entity.Line(
                                                null,
                                                "Cable",
                                                money,
                                                null,
                                                null,
                                                new EntityId(account),
                                                null,
                                                new EntityId("71"),
                                                null,
                                                null)))));
    }

    private void entity(String id, EntityType type, Entity entity) {
        consume(1, 0, new EntityObserved(realm, type, new EntityId(id), true, AT, entity));
    }

    private void consume(long major, long minor, EntityEvent event) {
        entities.consume(
                Records.of(
                        Topics.QUICKBOOKS_ENTITIES,
                        event.key(),
                        events.started(
                                Connections.quickbooks(realm),
                                new SourceRevision(major, minor),
                                events.newCorrelation(),
                                event)));
    }
}

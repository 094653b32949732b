package io.tieout.reconcile.reporting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tieout.kit.event.Events;
import io.tieout.kit.test.InMemoryChannels;
import io.tieout.kit.test.Records;
import io.tieout.kit.test.TieoutPostgres;
import io.tieout.model.id.EntityId;
import io.tieout.model.id.RealmId;
import io.tieout.model.id.RowId;
import io.tieout.model.id.RowRef;
import io.tieout.model.id.SheetId;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import io.tieout.model.quickbooks.BooksLoaded;
import io.tieout.model.quickbooks.Entity;
import io.tieout.model.quickbooks.EntityGone;
import io.tieout.model.quickbooks.EntityObserved;
import io.tieout.model.quickbooks.EntityType;
import io.tieout.model.smartsheet.CostFields;
import io.tieout.model.smartsheet.ProjectFields;
import io.tieout.model.smartsheet.RowFields;
import io.tieout.model.smartsheet.RowGone;
import io.tieout.model.smartsheet.RowObserved;
import io.tieout.model.smartsheet.SheetRole;
import io.tieout.reconcile.facts.EntityConsumer;
import io.tieout.reconcile.facts.RowConsumer;
import io.tieout.reconcile.standing.Standing;
import io.tieout.reconcile.standing.Standings;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What was approved for a project, from the rows that say so to its report.
@QuarkusTest
@QuarkusTestResource(TieoutPostgres.class)
@QuarkusTestResource(InMemoryChannels.class)
class BudgetComponentTest {
    private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-11-03");
    private static final SheetId PROJECTS = new SheetId("4100000000000003");
    private static final SheetId PORTFOLIO = new SheetId("4100000000000033");
    private static final SheetId COSTS = new SheetId("4100000000000002");
    private static final AtomicLong COMPANY = new AtomicLong();

    @Inject RowConsumer rows;
    @Inject EntityConsumer entities;
    @Inject Standings standings;
    @Inject Events events;

    private RealmId realm = new RealmId("1");

    @BeforeEach
    void another_company_with_a_job() {
        realm = new RealmId("91307" + COMPANY.incrementAndGet());
        entity(
                1,
                EntityType.CUSTOMER,
                "71",
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
    }

    @Test
    void a_report_says_what_both_books_have_used_of_what_the_sheet_approves() {
        budget(1, PROJECTS, "30000.00");
        cost(1, "1", "AE-1", "500.00");
        cost(1, "2", null, "40.00");
        document(1, EntityType.BILL, "9", "AE-9", bookedTo("71", "120.00"));
        document(1, EntityType.VENDOR_CREDIT, "10", "AE-10", bookedTo("71", "20.00"));
        document(1, EntityType.PURCHASE_ORDER, "11", "AE-11", bookedTo("71", "7000.00"));

        report().body("budget.rows", contains("Projects, row 4"))
                .body("budget.lines", hasSize(1))
                .body("budget.lines[0].approved.value", equalTo("30000"))
                .body("budget.lines[0].approved.unit", equalTo("USD"))
                .body("budget.lines[0].sheet.actual.value", equalTo("540"))
                .body("budget.lines[0].sheet.percent", equalTo("1.8"))
                .body("budget.lines[0].books.actual.value", equalTo("100"))
                .body("budget.lines[0].books.remaining.value", equalTo("29900"));
    }

    @Test
    void a_bill_that_names_no_project_counts_with_the_row_that_it_is_matched_with() {
        budget(1, PROJECTS, "1000.00");
        cost(1, "1", "AE-1", "500.00");
        document(1, EntityType.BILL, "8", "AE-1", bookedTo(null, "500.00"));
        document(1, EntityType.BILL, "9", "AE-9", bookedTo("71", "120.00"));
        entities.consume(Records.of(events, 1, new BooksLoaded(realm, AT)));

        await().untilAsserted(() ->
                assertThat(standings.of(realm, List.of("Bill:8")))
                        .extracting(Standing::counterparts)
                        .containsExactly(List.of(COSTS + ":1")));
        report().body("budget.lines[0].books.actual.value", equalTo("620"))
                .body("budget.lines[0].books.percent", equalTo("62.0"));
        given().get("/reconcile/reports/" + realm)
                .then()
                .body(
                        "find { it.project == 'Pier 7' }.budget.lines[0].books.actual.value",
                        equalTo("620"));

        entities.consume(
                Records.of(
                        events,
                        2,
                        new EntityGone(
                                realm,
                                EntityType.BILL,
                                new EntityId("9"),
                                EntityGone.Reason.DELETED)));

        report().body("budget.lines[0].books.actual.value", equalTo("500"));
    }

    @Test
    void a_budget_is_what_its_row_says_last_wherever_the_row_is() {
        budget(2, PROJECTS, "900.00");
        budget(1, PROJECTS, "100.00");
        report().body("budget.lines[0].approved.value", equalTo("900"));

        // When its row is moved to another sheet
        budget(1, PORTFOLIO, "950.00");
        gone(3, PROJECTS);
        report().body("budget.lines[0].approved.value", equalTo("950"));

        // And deleted there
        gone(2, PORTFOLIO);
        report().body("budget", nullValue());
    }

    @Test
    void a_budget_is_of_its_company_and_its_project_alone() {
        budget(1, PROJECTS, "900.00");
        RealmId first = realm;
        another_company_with_a_job();

        report().body("budget", nullValue());
        assertThat(realm).isNotEqualTo(first);
        given().queryParam("project", "Pier 8")
                .get("/reconcile/reports/" + first + "/project")
                .then()
                .statusCode(200)
                .body("budget", nullValue());
    }

    private ValidatableResponse report() {
        return given().queryParam("project", "Harbor Works LLC:Pier 7")
                .get("/reconcile/reports/" + realm + "/project")
                .then()
                .statusCode(200);
    }

    private void budget(int version, SheetId sheet, String amount) {
        row(
                version,
                new RowRef(sheet, new RowId("1")),
                SheetRole.PROJECTS,
                new ProjectFields(
                        "pier 7 ",
                        "Harbor Works LLC",
                        null,
                        Money.of(amount, CurrencyCode.USD),
                        null));
    }

    private void cost(int version, String id, @Nullable String number, String amount) {
        row(
                version,
                new RowRef(COSTS, new RowId(id)),
                SheetRole.COSTS,
                new CostFields(
                        number == null ? null : "Atlas Electric",
                        number,
                        "Cable",
                        "Pier 7",
                        DAY,
                        Money.of(amount, CurrencyCode.USD),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null));
    }

    private void row(int version, RowRef row, SheetRole role, RowFields fields) {
        rows.consume(
                Records.of(
                        events,
                        version,
                        new RowObserved(
                                row,
                                realm,
                                role,
                                role == SheetRole.PROJECTS ? "Projects" : "Project Costs",
                                4,
                                fields,
                                List.of(),
                                Map.of(),
                                AT,
                                "pm@harbor.example",
                                false)));
    }

    private void gone(int version, SheetId sheet) {
        rows.consume(
                Records.of(
                        events,
                        version,
                        new RowGone(new RowRef(sheet, new RowId("1")), realm, SheetRole.PROJECTS)));
    }

    private static Entity.Line bookedTo(@Nullable String customer, String amount) {
        return new Entity.Line(
                null,
                "Cable",
                Money.of(amount, CurrencyCode.USD),
                null,
                null,
                null,
                null,
                customer == null ? null : new EntityId(customer),
                null,
                null);
    }

    private void document(
            int version, EntityType type, String id, String number, Entity.Line line) {
        entity(
                version,
                type,
                id,
                new Entity.Transaction(
                        number,
                        DAY,
                        null,
                        EntityType.VENDOR,
                        new EntityId("30"),
                        "Atlas Electric",
                        CurrencyCode.USD,
                        line.amount(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(line)));
    }

    private void entity(int version, EntityType type, String id, Entity entity) {
        entities.consume(
                Records.of(
                        events,
                        version,
                        new EntityObserved(realm, type, new EntityId(id), true, AT, entity)));
    }
}

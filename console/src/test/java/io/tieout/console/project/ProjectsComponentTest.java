package io.tieout.console.project;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tieout.console.sample.ConsoleTestKeys;
import io.tieout.console.sample.Demo;
import io.tieout.console.sample.Feed;
import io.tieout.console.sample.SampleProposal;
import io.tieout.console.source.SourceRows;
import io.tieout.kit.test.InMemoryChannels;
import io.tieout.kit.test.TieoutPostgres;
import io.tieout.model.finding.FindingKind;
import io.tieout.model.finding.FindingOpened;
import io.tieout.model.finding.Severity;
import io.tieout.model.id.FindingId;
import io.tieout.model.id.RowId;
import io.tieout.model.id.RowRef;
import io.tieout.model.id.SheetId;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import io.tieout.model.money.Quantity;
import io.tieout.model.smartsheet.BillingFields;
import io.tieout.model.smartsheet.CostFields;
import io.tieout.model.smartsheet.ProjectFields;
import io.tieout.model.smartsheet.RowFields;
import io.tieout.model.smartsheet.RowObserved;
import io.tieout.model.smartsheet.SheetRole;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TieoutPostgres.class)
@QuarkusTestResource(InMemoryChannels.class)
@QuarkusTestResource(ConsoleTestKeys.class)
class ProjectsComponentTest {
    private static final String PROJECT = "Quay 9";
    private static final SheetId SHEET = new SheetId("4188");
    private static final Instant AT = Instant.parse("2026-11-22T14:00:00Z");

    @Inject Feed feed;

    @Inject Projects projects;

    @Inject SourceRows rows;

    @Test
    void adds_up_hours_costs_and_exceptions_of_a_project() {
        row(1, SheetRole.PROJECTS, new ProjectFields(PROJECT, "Harbor", hours("60"), null, null));
        row(2, SheetRole.BILLING, billing("24", false, "1040"));
        row(3, SheetRole.BILLING, billing("40", true, null));
        row(4, SheetRole.BILLING, billing("3", false, null));
        row(5, SheetRole.COSTS, cost("Matched"));
        row(6, SheetRole.COSTS, cost("Missing in QB"));
        feed.finding(
                new FindingOpened(
                        new FindingId("budget:4188"),
                        SampleProposal.REALM,
                        FindingKind.BUDGET_EXCEEDED,
                        Severity.WARNING,
                        "invoice-service",
                        List.of(ref(3)),
                        null,
                        "40 h exceed the approved hours",
                        "Approved 60 h",
                        "Raise them",
                        List.of(),
                        null,
                        AT),
                1);

        await().untilAsserted(() -> {
            ProjectSum sum = sum();
            assertThat(sum.customer()).isEqualTo("Harbor");
            assertThat(sum.hours().billed()).isEqualByComparingTo("24");
            assertThat(sum.hours().ready()).isEqualByComparingTo("40");
            assertThat(sum.hours().open()).isEqualByComparingTo("3");
            assertThat(sum.hours().left()).isEqualByComparingTo(new BigDecimal("-4"));
            assertThat(sum.readyRows()).isEqualTo(1);
            assertThat(sum.costRows()).isEqualTo(2);
            assertThat(sum.costRowsMissing()).isEqualTo(1);
            assertThat(sum.exceptions()).isEqualTo(1);
        });
        given().cookie("tieout-session", Demo.session(Demo.VIEWER))
                .queryParam("id", PROJECT)
                .get("/projects")
                .then()
                .statusCode(200)
                .body(containsString("exceed the approved ones by 4 h"))
                .body(containsString("40 h exceed the approved hours"))
                .body(containsString("Missing in QB"));
    }

    @Test
    void a_project_of_four_thousand_characters_is_one_like_any_other() {
        StringBuilder noise = new StringBuilder();
        new Random(7).ints(4_000, '0', 'z').forEach(noise::appendCodePoint);
        String project = noise.toString();

        row(41, SheetRole.PROJECTS, new ProjectFields(project, "Harbor", null, null, null));

        await().untilAsserted(() ->
                assertThat(projects.all()).extracting(ProjectSum::name).contains(project));
        assertThat(rows.ofProject(project, List.of("APPROVED"), 10)).hasSize(1);
    }

    private ProjectSum sum() {
        return projects.all().stream()
                .filter(sum -> sum.name().equals(PROJECT))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not seen yet"));
    }

    private static RowRef ref(int number) {
        return new RowRef(SHEET, new RowId(Integer.toString(number)));
    }

    private void row(int number, SheetRole role, RowFields fields) {
        feed.row(
                new RowObserved(
                        ref(number),
                        SampleProposal.REALM,
                        role,
                        "Sheet",
                        number,
                        fields,
                        List.of(),
                        Map.of(),
                        AT,
                        null,
                        false),
                1);
    }

    private static BillingFields billing(String hours, boolean ready, @Nullable String invoice) {
        return new BillingFields(
                ready ? "Ready to Bill" : "In Progress",
                ready,
                "Harbor",
                "quay 9",
                "Engineering",
                "Piles",
                LocalDate.parse("2026-11-18"),
                hours(hours),
                null,
                true,
                null,
                null,
                null,
                null,
                null,
                null,
                invoice,
                null,
                null);
    }

    private static CostFields cost(String status) {
        return new CostFields(
                "Atlas",
                "B-1",
                "Steel",
                PROJECT,
                LocalDate.parse("2026-11-18"),
                Money.of("10.00", CurrencyCode.USD),
                status,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static Quantity hours(String text) {
        return Quantity.of(text);
    }
}

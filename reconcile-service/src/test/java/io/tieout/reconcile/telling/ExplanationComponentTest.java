package io.tieout.reconcile.telling;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tieout.kit.json.WireJson;
import io.tieout.kit.lane.Lanes;
import io.tieout.kit.test.InMemoryChannels;
import io.tieout.kit.test.RecordingPublisher;
import io.tieout.kit.test.ScriptedModel;
import io.tieout.kit.test.TieoutPostgres;
import io.tieout.model.envelope.EventEnvelope;
import io.tieout.model.finding.Explained;
import io.tieout.model.finding.FindingEvent;
import io.tieout.model.finding.FindingKind;
import io.tieout.model.finding.FindingOpened;
import io.tieout.model.finding.Severity;
import io.tieout.model.id.CorrelationId;
import io.tieout.model.id.FindingId;
import io.tieout.model.id.RealmId;
import io.tieout.model.id.RowId;
import io.tieout.model.id.RowRef;
import io.tieout.model.id.SheetId;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import io.tieout.model.smartsheet.CostFields;
import io.tieout.model.smartsheet.RowObserved;
import io.tieout.model.smartsheet.SheetRole;
import io.tieout.model.topic.Services;
import io.tieout.model.topic.Topics;
import io.tieout.reconcile.engine.Category;
import io.tieout.reconcile.explaining.SaidFindings;
import io.tieout.reconcile.facts.ComparisonDue;
import io.tieout.reconcile.reporting.StandingLines;
import io.tieout.reconcile.standing.Outcome;
import io.tieout.reconcile.standing.Standings;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A model's words, from the question to the report and the finding.
@QuarkusTest
@QuarkusTestResource(TieoutPostgres.class)
@QuarkusTestResource(InMemoryChannels.class)
@QuarkusTestResource(
        value = ScriptedModel.class,
        restrictToAnnotatedClass = true,
        initArgs = @ResourceArg(name = "prefix", value = "tieout.reconcile.explanations"))
class ExplanationComponentTest {
    private static final RealmId REALM = new RealmId("913077009");
    private static final RowRef ROW = new RowRef(new SheetId("41"), new RowId("1"));
    private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");
    private static final String WORDS =
            "The row of Atlas Electric says USD 480.00, and the bill says USD %s.";

    @Inject Standings standings;
    @Inject SaidFindings findings;
    @Inject Lanes lanes;
    @Inject Jdbi jdbi;
    @Inject RecordingPublisher published;

    @BeforeEach
    void a_row_and_a_finding_about_it() {
        published.clear();
        ScriptedModel.ASKED.clear();
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    jdbi.useHandle(handle -> {
                        for (String table :
                                List.of(
                                        "standings",
                                        "sheet_rows",
                                        "explanations",
                                        "said_findings")) {
                            handle.execute(
                                    "DELETE FROM " + table + " WHERE realm = ?", REALM.value());
                        }
                        handle.execute(
                                """
                                INSERT INTO sheet_rows (realm, sheet_id, row_id, revision_major, revision_minor, gone, observed,
                                                        event_id, correlation_id)
                                VALUES (?, '41', '1', 7, 1, false, ?, ?, 'test')\
                                """,
                                REALM.value(),
                                WireJson.text(row()),
                                UUID.randomUUID());
                    });
                    findings.keep(opened(), new CorrelationId("chain"), AT);
                });
    }

    @Test
    void words_that_stand_the_checks_are_shown_in_report_and_finding_and_asked_for_once() {
        said("500.00", WORDS.formatted("500.00"));

        report("500")
                .body("items[0].explanation.text", equalTo(WORDS.formatted("500.00")))
                .body("items[0].explanation.by", equalTo("model:m"))
                .body("items[0].evidence", equalTo("the books say otherwise"));
        await().untilAsserted(() -> assertThat(published.published(Topics.FINDINGS)).hasSize(1));
        FindingOpened worded = lastFinding();
        assertThat(worded.explained(null)).isEqualTo(opened());
        assertThat(worded.explained())
                .isEqualTo(
                        new Explained(
                                WORDS.formatted("500.00"),
                                "model:m",
                                List.of(
                                        new Explained.Citation(
                                                "row:41:1", "Harbor Project Costs, row 12"),
                                        new Explained.Citation(
                                                "books:Bill:7",
                                                "Bill with QuickBooks id 7, which is gone"))));
        assertThat(published.published(Topics.FINDINGS).getLast().sourceRevision().minor())
                .isEqualTo(AT.toEpochMilli() + 1);
        assertThat(ScriptedModel.ASKED)
                .singleElement()
                .asString()
                .contains("json_schema", "Atlas Electric")
                .doesNotContain("Cable");

        // And when the same is said again
        wake();
        await().untilAsserted(() -> assertThat(isAtWork()).isFalse());

        assertThat(ScriptedModel.ASKED).hasSize(1);
        assertThat(published.published(Topics.FINDINGS)).hasSize(1);
    }

    @Test
    void words_of_other_facts_are_taken_back_and_a_silent_model_leaves_the_template() {
        said("500.00", WORDS.formatted("500.00"));
        await().untilAsserted(() -> assertThat(published.published(Topics.FINDINGS)).hasSize(1));

        ScriptedModel.status = 503;
        said("510.00", "");

        await().untilAsserted(() -> assertThat(published.published(Topics.FINDINGS)).hasSize(2));
        assertThat(lastFinding()).isEqualTo(opened());
        report("510").body("items[0].explanation", nullValue());
        assertThat(ScriptedModel.ASKED).hasSize(2);
    }

    @Test
    void words_that_say_something_else_leave_all_as_it_is() {
        said("500.00", "Castellan Bank is to be paid 9,999.00.");

        await().untilAsserted(() -> assertThat(ScriptedModel.ASKED).hasSize(1));
        await().untilAsserted(() -> assertThat(isAtWork()).isFalse());

        report("500")
                .body("items[0].explanation", nullValue())
                .body("items[0].evidence", equalTo("the books say otherwise"));
        assertThat(published.published(Topics.FINDINGS)).isEmpty();
    }

    private void said(String books, String sentence) {
        if (!sentence.isEmpty()) {
            ScriptedModel.status = 200;
            ScriptedModel.answer = WireJson.text(Map.of("sentences", List.of(sentence)));
        }
        QuarkusTransaction.requiringNew()
                .run(() ->
                        standings.store(
                                REALM,
                                List.of(
                                        StandingLines.row("1", "480")
                                                .as(Outcome.DEVIATING, Category.AMOUNT_VARIANCE)
                                                .with("Bill:7#1")
                                                .line(),
                                        StandingLines.bill("7", books)
                                                .as(Outcome.DEVIATING, Category.AMOUNT_VARIANCE)
                                                .with("41:1")
                                                .line())));
        wake();
    }

    private void wake() {
        QuarkusTransaction.requiringNew()
                .run(() ->
                        lanes.wake(
                                ComparisonDue.EXPLANATION_LANE,
                                REALM.value(),
                                Instant.parse("2026-11-22T12:00:00Z")));
    }

    private boolean isAtWork() {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                SELECT count(*) > 0 FROM lanes WHERE kind = :kind AND lane_key = :realm
                                AND (leased_until IS NOT NULL OR due_at <= now())\
                                """)
                        .bind("kind", ComparisonDue.EXPLANATION_LANE)
                        .bind("realm", REALM.value())
                        .mapTo(Boolean.class)
                        .one());
    }

    /// Once the books are known to say this.
    private ValidatableResponse report(String books) {
        await().untilAsserted(() -> assertThat(isAtWork()).isFalse());
        return given().queryParam("project", "Pier 7")
                .get("/reconcile/reports/" + REALM + "/project")
                .then()
                .statusCode(200)
                .body("items[0].booksAmount.value", equalTo(books));
    }

    private FindingOpened lastFinding() {
        EventEnvelope<FindingEvent> last = published.published(Topics.FINDINGS).getLast();
        return (FindingOpened) last.payload();
    }

    private static FindingOpened opened() {
        return new FindingOpened(
                new FindingId("discrepancy:41:1"),
                REALM,
                FindingKind.AMOUNT_VARIANCE,
                Severity.WARNING,
                Services.RECONCILE,
                List.of(ROW),
                null,
                "Harbor Project Costs, row 12 and the books differ, or it is not sure",
                "Amount variance: the books say otherwise.",
                "Correct the row or the document.",
                List.of(),
                null,
                AT);
    }

    private static RowObserved row() {
        return new RowObserved(
                ROW,
                REALM,
                SheetRole.COSTS,
                "Harbor Project Costs",
                12,
                new CostFields(
                        "Atlas Electric",
                        "AE-77",
                        "Cable",
                        "Pier 7",
                        LocalDate.parse("2026-11-03"),
                        Money.of("480.00", CurrencyCode.USD),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null),
                List.of(),
                Map.of(),
                AT,
                "pm@harbor.example",
                false);
    }
}

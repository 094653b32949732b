package io.tieout.console.report;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tieout.console.sample.ConsoleTestKeys;
import io.tieout.console.sample.Demo;
import io.tieout.console.sample.SampleReconcile;
import io.tieout.kit.test.InMemoryChannels;
import io.tieout.kit.test.RecordingPublisher;
import io.tieout.kit.test.TieoutPostgres;
import io.tieout.model.command.CommandEvent;
import io.tieout.model.envelope.EventEnvelope;
import io.tieout.model.topic.Topics;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TieoutPostgres.class)
@QuarkusTestResource(InMemoryChannels.class)
@QuarkusTestResource(ConsoleTestKeys.class)
@QuarkusTestResource(SampleReconcile.class)
class ReportComponentTest {
    @Inject RecordingPublisher publisher;

    @Test
    void shows_both_books_side_by_side_with_the_records_that_are_cited() {
        Demo.browser(Demo.session(Demo.VIEWER))
                .get("/reports/9130/project?project=Pier+7")
                .then()
                .statusCode(200)
                .body(containsString("Of 2 items, 1 variance, 1 matched."))
                .body(containsString("<rect class=\"variance\" x=\"50.0\" width=\"50.0\""))
                .body(containsString("<strong>Harbor Project Costs, row 7</strong>"))
                .body(
                        containsString(
                                "<strong>Bill AE-77 of 2026-11-03, Atlas Electric, line 1</strong>"))
                .body(containsString("title=\"QuickBooks id 147\""))
                .body(
                        containsString(
                                "Near is Bill BB-1 of 2026-11-02, Bluebird Supplies, but: amount differs by 3.00"))
                .body(not(containsString("Bill:9")))
                .body(containsString("The row says USD 500.00, the bill USD 480.00."))
                .body(
                        containsString(
                                "Worded by the model m from Harbor Project Costs, row 7; Bill AE-77 of 2026-11-03, Atlas Electric, line 1"))
                .body(containsString("USD 20.00"))
                .body(containsString("the books have USD 20.00 less"))
                .body(containsString("/reports/9130/project.csv?project=Pier+7"));
    }

    @Test
    void shows_what_is_used_of_the_budget() {
        Demo.browser(Demo.session(Demo.VIEWER))
                .get("/reports/9130/project?project=Pier+7")
                .then()
                .statusCode(200)
                .body(containsString("<strong>USD 1,000.00</strong>"))
                .body(containsString("USD -250.00"))
                .body(containsString("125.0 %"))
                .body(containsString("<rect class=\"used\" width=\"40.0\""))
                .body(
                        containsString(
                                "<rect class=\"used\" width=\"80.0\" height=\"6\"/><rect class=\"over\" x=\"80.0\" width=\"20.0\""))
                .body(
                        containsString(
                                "Not counted, in another currency: EUR 0.00 by the sheet, EUR 70.00 by the books."))
                .body(containsString("As approved in Projects, row 3."));
        Demo.browser(Demo.session(Demo.VIEWER))
                .get("/reports/9130")
                .then()
                .body(containsString("125.0 % by the books, USD 250.00 too much"));
    }

    @Test
    void gives_the_same_as_csv() {
        Demo.browser(Demo.session(Demo.VIEWER))
                .get("/reports/9130/project.csv?project=Pier+7")
                .then()
                .statusCode(200)
                .contentType(containsString("text/csv"))
                .header(
                        "Content-Disposition",
                        equalTo("attachment; filename=\"variance-Pier-7.csv\""))
                .body(containsString(",budget,"))
                .body(containsString(",\"Bill AE-77 of 2026-11-03, Atlas Electric, line 1\","));
    }

    @Test
    void shows_what_a_correction_would_post_and_passes_on_who_asks_for_it() {
        publisher.clear();
        Demo.browser(Demo.session(Demo.FINANCE))
                .get("/reports/9130/project?project=Pier+7")
                .then()
                .body(containsString("/reports/9130/correction?line=41%2F7&amp;project=Pier+7"));
        Demo.browser(Demo.session(Demo.FINANCE))
                .get("/reports/9130/correction?line=41%3A7&project=Pier+7")
                .then()
                .statusCode(200)
                .body(containsString("Correct the books for Harbor Project Costs, row 7"))
                .body(containsString("Reconciliation Discrepancies"))
                .body(containsString("USD 20.00"))
                .body(containsString("Draft for approval"));

        Demo.browser(Demo.session(Demo.FINANCE))
                .formParam("line", "41:7")
                .post("/reports/9130/correction")
                .then()
                .statusCode(303);

        await().untilAsserted(() ->
                assertThat(publisher.published(Topics.COMMANDS))
                        .extracting(EventEnvelope::payload)
                        .singleElement()
                        .isInstanceOfSatisfying(
                                CommandEvent.CorrectionRequested.class,
                                asked -> {
                                    assertThat(asked.person()).isEqualTo(Demo.FINANCE);
                                    assertThat(asked.lineId()).isEqualTo("41:7");
                                }));
    }

    @Test
    void lets_no_viewer_ask_for_a_correction() {
        publisher.clear();
        Demo.browser(Demo.session(Demo.VIEWER))
                .formParam("line", "41:7")
                .post("/reports/9130/correction")
                .then()
                .statusCode(403);

        assertThat(publisher.published(Topics.COMMANDS)).isEmpty();
    }

    @Test
    void lists_the_projects_of_a_realm() {
        Demo.browser(Demo.session(Demo.VIEWER))
                .get("/reports/9130")
                .then()
                .statusCode(200)
                .body(containsString("/reports/9130/project?project=Pier+7"))
                .body(containsString("Amount variance USD 20.00"));
    }

    @Test
    void says_why_a_report_cannot_be_shown() {
        String page =
                Demo.browser(Demo.session(Demo.VIEWER))
                        .get("/reports/4711/project?project=X")
                        .asString();

        assertThat(page).contains("The report cannot be shown: reconcile-service answered 404");
    }

    @Test
    void asks_a_stranger_to_sign_in_and_comes_back_to_the_report() {
        given().redirects()
                .follow(false)
                .get("/reports/9130/project?project=Pier+7")
                .then()
                .statusCode(303)
                .header("Location", containsString("/login?to=%2Freports%2F9130%2Fproject"));
    }
}

package io.tieout.console.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.tieout.console.sample.ConsoleTestKeys;
import io.tieout.console.sample.Demo;
import io.tieout.console.sample.Feed;
import io.tieout.console.sample.SampleProposal;
import io.tieout.console.sample.SampleReconcile;
import io.tieout.kit.test.InMemoryChannels;
import io.tieout.kit.test.RecordingPublisher;
import io.tieout.kit.test.TieoutPostgres;
import io.tieout.model.command.CommandEvent;
import io.tieout.model.command.MatchingCommand;
import io.tieout.model.envelope.EventEnvelope;
import io.tieout.model.finding.FindingKind;
import io.tieout.model.finding.FindingOpened;
import io.tieout.model.finding.Severity;
import io.tieout.model.id.FindingId;
import io.tieout.model.id.RowId;
import io.tieout.model.id.RowRef;
import io.tieout.model.id.SheetId;
import io.tieout.model.topic.Services;
import io.tieout.model.topic.Topics;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TieoutPostgres.class)
@QuarkusTestResource(InMemoryChannels.class)
@QuarkusTestResource(ConsoleTestKeys.class)
@QuarkusTestResource(SampleReconcile.class)
class MatchingPagesComponentTest {
    private static final Pattern PREVIEWED = Pattern.compile("name=\"previewed\" value=\"(\\w+)\"");
    private static final String LINE =
            "/matching/line?realm=" + SampleReconcile.REALM + "&id=" + SampleReconcile.ROW;

    @Inject Feed feed;
    @Inject RecordingPublisher publisher;

    @BeforeEach
    void forget_what_was_sent() {
        publisher.clear();
    }

    @Test
    void shows_the_rules_in_their_order_with_what_each_version_changed() {
        page(Demo.VIEWER, "/matching")
                .then()
                .statusCode(200)
                .body(containsString("version 2, tried in this order"))
                .body(containsString("name=\"days\" value=\"9\""))
                .body(containsString("equal amounts only"))
                .body(not(containsString("aria-label=\"Amount of exact\"")))
                .body(containsString("aria-label=\"Amount of scored\""))
                .body(containsString("exact: 0.00, 9 days, was 0.00, 7 days"))
                .body(containsString("Banks are slow"))
                .body(containsString("you are signed in as viewer"))
                .body(not(containsString("Preview…")))
                .body(not(containsString("data-still")));
    }

    @Test
    void shows_what_an_edit_would_change_before_it_is_saved_and_then_sends_it() {
        String session = Demo.session(Demo.FINANCE);

        Response preview = edited(session, "12").formParam("do", "preview").post("/matching/rules");

        preview.then()
                .statusCode(200)
                .body(containsString("17 of 1,204 lines of both books would stand otherwise."))
                .body(containsString("+12"))
                .body(
                        containsString(
                                "Matched with Bill AE-77 of 2026-11-03, Atlas Electric, by rule exact"))
                .body(containsString("Save version 3"))
                .body(containsString("data-still"));
        assertThat(commands()).isEmpty();

        edited(session, "12")
                .formParam("do", "save")
                .formParam("previewed", mark(preview))
                .formParam("reason", "Banks are slower")
                .post("/matching/rules")
                .then()
                .statusCode(303)
                .header("Location", containsString("saved=3"));

        await().untilAsserted(() ->
                assertThat(commands())
                        .singleElement()
                        .isInstanceOfSatisfying(
                                MatchingCommand.MatchRulesEdited.class,
                                edit -> {
                                    assertThat(edit.person()).isEqualTo(Demo.FINANCE);
                                    assertThat(edit.basedOn()).isEqualTo(2);
                                    assertThat(edit.reason()).isEqualTo("Banks are slower");
                                    assertThat(edit.rules().getFirst().id()).isEqualTo("scored");
                                    assertThat(edit.rules().getFirst().days()).isEqualTo(12);
                                    assertThat(edit.rules().getLast().enabled()).isFalse();
                                }));
    }

    @Test
    void saves_nothing_else_than_what_was_previewed() {
        String session = Demo.session(Demo.FINANCE);
        Response preview = edited(session, "12").formParam("do", "preview").post("/matching/rules");

        edited(session, "13")
                .formParam("do", "save")
                .formParam("previewed", mark(preview))
                .formParam("reason", "Banks are slower")
                .post("/matching/rules")
                .then()
                .statusCode(200)
                .body(containsString("You changed the rules after the preview"));

        assertThat(commands()).isEmpty();
    }

    @Test
    void an_edit_of_an_older_version_is_refused_at_once() {
        edited(Demo.session(Demo.FINANCE), "12", 1)
                .formParam("do", "preview")
                .post("/matching/rules")
                .then()
                .statusCode(409)
                .body(containsString("Somebody saved version 2 meanwhile"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-1", "1000", ""})
    void says_what_is_wrong_with_what_was_typed_and_keeps_it(String days) {
        edited(Demo.session(Demo.FINANCE), days)
                .formParam("do", "preview")
                .post("/matching/rules")
                .then()
                .statusCode(422)
                .body(containsString("are no days"));
    }

    @Test
    void lists_names_with_who_said_so_and_switches_one_off() {
        String session = Demo.session(Demo.APPROVER);
        Demo.browser(session)
                .get("/matching/names")
                .then()
                .statusCode(200)
                .body(containsString("A.E. works"))
                .body(containsString("fiona@harbor.example confirmed it"))
                .body(containsString("It is taken for Atlas Electric already"));

        Demo.browser(session)
                .formParam("realm", SampleReconcile.REALM)
                .formParam("name", "A.E. works")
                .formParam("vendor", "Atlas Electric")
                .formParam("reason", "Another company")
                .post("/matching/names/revoke")
                .then()
                .statusCode(303);

        await().untilAsserted(() ->
                assertThat(commands())
                        .singleElement()
                        .isInstanceOf(MatchingCommand.AliasRevoked.class));
    }

    @Test
    void shows_a_line_with_its_match_and_takes_it_apart_with_a_reason() {
        String session = Demo.session(Demo.FINANCE);
        Demo.browser(session)
                .get(LINE)
                .then()
                .statusCode(200)
                .body(containsString("Project Costs, row 7</h1>"))
                .body(containsString("Bill AE-77 of 2026-11-03, Atlas Electric</strong>"))
                .body(containsString("Bill BB-2 of 2026-11-15, Bluebird Supplies</strong>"))
                .body(
                        containsString(
                                "Project Costs, row 7 and Bill AE-78 of 2026-11-04, Atlas Electric, by"))
                .body(containsString("12 days apart, 10 allowed"))
                .body(containsString("value=\"Atlas Electric\""))
                .body(containsString("Another delivery"));

        unmatch(session, "").then().statusCode(422);
        unmatch(session, "Another order").then().statusCode(303);

        await().untilAsserted(() ->
                assertThat(commands())
                        .singleElement()
                        .isInstanceOfSatisfying(
                                MatchingCommand.Unmatched.class,
                                unmatched -> {
                                    assertThat(unmatched.sheetLine())
                                            .isEqualTo(SampleReconcile.ROW);
                                    assertThat(unmatched.booksLine()).isEqualTo("Bill:145");
                                }));
    }

    @Test
    void leads_from_an_exception_to_what_its_row_was_compared_with() {
        String finding = SampleReconcile.REALM + "/missing-in-quickbooks:" + SampleReconcile.ROW;
        feed.finding(
                new FindingOpened(
                        new FindingId("missing-in-quickbooks:" + SampleReconcile.ROW),
                        SampleProposal.REALM,
                        FindingKind.MISSING_IN_QUICKBOOKS,
                        Severity.WARNING,
                        Services.RECONCILE,
                        List.of(new RowRef(new SheetId("4100000000000002"), new RowId("7"))),
                        null,
                        "Project Costs, row 7 is missing in the books",
                        "QuickBooks has no bill of A.E. works",
                        "Enter it, or say which vendor it is",
                        List.of(),
                        null,
                        Instant.parse("2026-11-22T10:00:00Z")),
                1);
        String session = Demo.session(Demo.FINANCE);

        await().untilAsserted(() ->
                Demo.browser(session)
                        .get("/exceptions?status=all&id=" + finding)
                        .then()
                        .body(containsString("/matching/line?finding=" + finding)));
        Demo.browser(session)
                .get("/matching/line?finding=" + finding)
                .then()
                .statusCode(200)
                .body(containsString("Which vendor is “A.E. works”?"))
                .body(containsString("value=\"missing-in-quickbooks:" + SampleReconcile.ROW));
        Demo.browser(session)
                .get("/matching/line?finding=" + SampleReconcile.REALM + "/none")
                .then()
                .statusCode(200)
                .body(containsString("the finding names no row"));
    }

    @Test
    void teaches_which_vendor_a_name_is() {
        Demo.browser(Demo.session(Demo.FINANCE))
                .formParam("realm", SampleReconcile.REALM)
                .formParam("id", SampleReconcile.ROW)
                .formParam("finding", "missing-in-quickbooks:" + SampleReconcile.ROW)
                .formParam("name", "A.E. works")
                .formParam("vendor", "Atlas Electric")
                .post("/matching/line/name")
                .then()
                .statusCode(303);

        await().untilAsserted(() ->
                assertThat(commands())
                        .singleElement()
                        .isInstanceOfSatisfying(
                                MatchingCommand.AliasConfirmed.class,
                                confirmed -> {
                                    assertThat(confirmed.vendor()).isEqualTo("Atlas Electric");
                                    assertThat(confirmed.row()).isNotNull();
                                    assertThat(confirmed.findingId()).isNotNull();
                                }));
    }

    @Test
    void lists_what_was_taken_apart_and_withdraws_it() {
        String session = Demo.session(Demo.ADMIN);
        Demo.browser(session)
                .get("/matching/apart")
                .then()
                .statusCode(200)
                .body(containsString("Another delivery"));

        Demo.browser(session)
                .formParam("realm", SampleReconcile.REALM)
                .formParam("sheetLine", SampleReconcile.ROW)
                .formParam("booksLine", "Bill:146")
                .formParam("reason", "It was the one")
                .post("/matching/apart/withdraw")
                .then()
                .statusCode(303);

        await().untilAsserted(() ->
                assertThat(commands())
                        .singleElement()
                        .isInstanceOf(MatchingCommand.SeparationWithdrawn.class));
    }

    @ParameterizedTest
    @CsvSource({
        "/matching/rules, do=save",
        "/matching/names/revoke, reason=x",
        "/matching/apart/withdraw, reason=x",
        "/matching/line/unmatch, reason=x",
        "/matching/line/name, vendor=x"
    })
    void lets_nobody_decide_who_may_only_look(String path, String field) {
        Demo.browser(Demo.session(Demo.VIEWER))
                .formParam("realm", SampleReconcile.REALM)
                .formParam("id", SampleReconcile.ROW)
                .formParam("basedOn", 2)
                .formParam(field.substring(0, field.indexOf('=')), field.split("=")[1])
                .post(path)
                .then()
                .statusCode(403)
                .body(containsString("you are signed in as viewer"));

        assertThat(commands()).isEmpty();
    }

    private static Response page(String person, String path) {
        return Demo.browser(Demo.session(person)).get(path);
    }

    private static RequestSpecification edited(String session, String days) {
        return edited(session, days, 2);
    }

    /// Both rules turned round, and exact off.
    private static RequestSpecification edited(String session, String days, int basedOn) {
        return Demo.browser(session)
                .formParam("realm", SampleReconcile.REALM)
                .formParam("basedOn", basedOn)
                .formParam("id", "exact", "scored")
                .formParam("step", "exact", "scored")
                .formParam("place", "2", "1")
                .formParam("amount", "0.00", "0.02")
                .formParam("percent", "0", "0.5")
                .formParam("days", "9", days)
                .formParam("on", "scored");
    }

    private static Response unmatch(String session, String reason) {
        return Demo.browser(session)
                .formParam("realm", SampleReconcile.REALM)
                .formParam("id", SampleReconcile.ROW)
                .formParam("sheetLine", SampleReconcile.ROW)
                .formParam("booksLine", "Bill:145")
                .formParam("reason", reason)
                .post("/matching/line/unmatch");
    }

    private static String mark(Response page) {
        Matcher mark = PREVIEWED.matcher(page.asString());
        assertThat(mark.find()).isTrue();
        return mark.group(1);
    }

    private List<CommandEvent> commands() {
        return publisher.published(Topics.COMMANDS).stream().map(EventEnvelope::payload).toList();
    }
}

package io.tieout.console.exception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tieout.console.queue.ExceptionQueue;
import io.tieout.console.queue.FindingKey;
import io.tieout.console.queue.QueueItem;
import io.tieout.console.sample.ConsoleTestKeys;
import io.tieout.console.sample.Demo;
import io.tieout.console.sample.Feed;
import io.tieout.console.sample.SampleFinding;
import io.tieout.console.sample.SampleProposal;
import io.tieout.console.sample.SampleRow;
import io.tieout.kit.test.InMemoryChannels;
import io.tieout.kit.test.RecordingPublisher;
import io.tieout.kit.test.TieoutPostgres;
import io.tieout.model.command.CommandEvent;
import io.tieout.model.command.ExceptionCommand;
import io.tieout.model.envelope.EventEnvelope;
import io.tieout.model.finding.Explained;
import io.tieout.model.finding.FindingKind;
import io.tieout.model.finding.Severity;
import io.tieout.model.id.RealmId;
import io.tieout.model.id.RowId;
import io.tieout.model.id.RowRef;
import io.tieout.model.id.SheetId;
import io.tieout.model.topic.Topics;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TieoutPostgres.class)
@QuarkusTestResource(InMemoryChannels.class)
@QuarkusTestResource(ConsoleTestKeys.class)
class ExceptionsPageComponentTest {
    private static final RealmId REALM = new RealmId("9130350000000889");

    @Inject Feed feed;

    @Inject RecordingPublisher publisher;

    @Inject ExceptionQueue queue;

    @Inject Clock clock;

    @BeforeEach
    void forget_what_was_sent() {
        publisher.clear();
    }

    @Test
    void tells_companies_apart_and_shows_one_of_them_alone() {
        feed.company(REALM, "Quay Works");
        feed.company(SampleProposal.REALM, "Harbor Programme");
        shown(SampleFinding.of(REALM, "whose:1", clock.instant()));
        String session = Demo.session(Demo.FINANCE);

        await().untilAsserted(() ->
                Demo.browser(session)
                        .get("/exceptions?q=whose&company=" + REALM)
                        .then()
                        .body(containsString("1 exception<"))
                        .body(containsString(" · Quay Works")));
        Demo.browser(session)
                .get("/exceptions?q=whose&company=" + SampleProposal.REALM)
                .then()
                .body(containsString("Nothing here."));
    }

    @Test
    void shows_which_tests_each_candidate_failed() {
        SampleFinding finding = shown(SampleFinding.of(REALM, "tested:1", clock.instant()));

        Demo.browser(Demo.session(Demo.FINANCE))
                .get("/exceptions?id=" + finding.key())
                .then()
                .statusCode(200)
                .body(
                        allOf(
                                containsString("which test each failed"),
                                containsString("</span> 50.00 apart, 1.00 allowed</li>"),
                                containsString("</span> document number is another</li>"),
                                containsString("</span> party is only probably the same</li>"),
                                containsString("Amount variance")));
    }

    @Test
    void shows_a_models_words_with_their_records_and_nothing_else_is_another() {
        SampleFinding finding = shown(SampleFinding.of(REALM, "worded:1", clock.instant()));
        String seen = pick(finding);
        feed.finding(
                finding.opened()
                        .explained(
                                new Explained(
                                        "The row says USD 1250.00, the bill USD 1200.00.",
                                        "model:m",
                                        List.of(
                                                new Explained.Citation(
                                                        "row:41:7", "Project Costs, row 7"),
                                                new Explained.Citation(
                                                        "books:Bill:145", "Bill 4711")))),
                2);

        await().untilAsserted(() ->
                Demo.browser(Demo.session(Demo.FINANCE))
                        .get("/exceptions?id=" + finding.key())
                        .then()
                        .body(containsString("The row says USD 1250.00, the bill USD 1200.00."))
                        .body(
                                containsString(
                                        "Worded by the model m from Project Costs, row 7; Bill 4711"))
                        .body(containsString("the row says USD 1,250.00, the bill")));
        assertThat(pick(finding)).isEqualTo(seen);
    }

    @Test
    void asks_once_before_it_assigns_many_and_says_what_became_of_each() {
        SampleFinding one = shown(SampleFinding.of(REALM, "bulk:1", clock.instant()));
        SampleFinding two = shown(SampleFinding.of(REALM, "bulk:2", clock.instant()));
        String session = Demo.session(Demo.FINANCE);

        Demo.browser(session)
                .formParam("act", "assign")
                .formParam("pick", List.of(pick(one), pick(two)))
                .post("/exceptions?q=bulk")
                .then()
                .statusCode(200)
                .body(containsString("Assign: 2 exceptions"))
                .body(containsString("Arthur Stone"));
        assertThat(publisher.published(Topics.COMMANDS)).isEmpty();

        Demo.browser(session)
                .formParam("act", "assign")
                .formParam("confirmed", "true")
                .formParam("owner", Demo.APPROVER)
                .formParam("pick", List.of(pick(one), pick(two)))
                .post("/exceptions?q=bulk")
                .then()
                .statusCode(200)
                .body(containsString("Done for 2 of 2 exceptions"));
        assertThat(sent(2))
                .allSatisfy(command ->
                        assertThat(command)
                                .isInstanceOfSatisfying(
                                        ExceptionCommand.ExceptionAssigned.class,
                                        assigned -> {
                                            assertThat(assigned.owner()).isEqualTo(Demo.APPROVER);
                                            assertThat(assigned.person()).isEqualTo(Demo.FINANCE);
                                        }));
    }

    @Test
    void takes_all_that_match_in_one_step() {
        shown(SampleFinding.of(REALM, "takeall:1", clock.instant()));
        shown(SampleFinding.of(REALM, "takeall:2", clock.instant()));

        Demo.browser(Demo.session(Demo.OPERATOR))
                .formParam("act", "take")
                .post("/exceptions?q=takeall&all=true")
                .then()
                .statusCode(200);

        assertThat(sent(2)).hasOnlyElementsOfType(ExceptionCommand.ExceptionAssigned.class);
    }

    @Test
    void goes_back_to_the_exception_after_a_comment_on_it() {
        SampleFinding finding = shown(SampleFinding.of(REALM, "comment:1", clock.instant()));

        String location =
                Demo.browser(Demo.session(Demo.FINANCE))
                        .formParam("act", "comment")
                        .formParam("confirmed", "true")
                        .formParam("comment", "Atlas sends a new bill on Friday <soon>")
                        .formParam("pick", pick(finding))
                        .post("/exceptions?id=" + finding.key())
                        .then()
                        .statusCode(303)
                        .extract()
                        .header("Location");

        assertThat(location).contains("comment%3A1");
        sent(1);
        publisher.published(Topics.COMMANDS).forEach(feed::command);
        await().untilAsserted(() ->
                Demo.browser(Demo.session(Demo.FINANCE))
                        .get("/exceptions?id=" + finding.key())
                        .then()
                        .body(containsString("on Friday &lt;soon&gt;"))
                        .body(containsString("<strong>Fiona Lake</strong> commented")));
    }

    @Test
    void shows_those_who_look_only_no_button() {
        SampleFinding finding = shown(SampleFinding.of(REALM, "viewer:1", clock.instant()));

        Demo.browser(Demo.session(Demo.VIEWER))
                .get("/exceptions?id=" + finding.key())
                .then()
                .body(not(containsString("name=\"act\"")))
                .body(containsString("You may look"));
    }

    @Test
    void filters_by_project_or_sheet() {
        RowRef row = new RowRef(new SheetId("4166"), new RowId("1"));
        feed.row(
                SampleRow.of(
                        row, 3, SampleProposal.number(88).state().proposal(), "5", clock.instant()),
                5);
        SampleFinding finding =
                shown(SampleFinding.of(REALM, "place:1", clock.instant()).about(row));
        String session = Demo.session(Demo.FINANCE);

        await().untilAsserted(() ->
                Demo.browser(session)
                        .get("/exceptions?q=place&place=harbor")
                        .then()
                        .body(containsString(finding.opened().title())));
        Demo.browser(session)
                .get("/exceptions?q=place&place=nowhere")
                .then()
                .body(not(containsString(finding.opened().title())));
    }

    @Test
    void offers_a_proposed_remap_to_those_who_run_the_system() {
        SampleFinding finding =
                shown(
                        SampleFinding.of(REALM, "mapping-broken:4100000000000009", clock.instant())
                                .kind(
                                        FindingKind.MAPPING_BROKEN,
                                        Severity.ERROR,
                                        "Give the column its name back. Or accept proposal 3f9a2c41b07d: \"Std\" is read as hours."));
        String action = "/sheets/4100000000000009/remap";

        Demo.browser(Demo.session(Demo.FINANCE))
                .get("/exceptions?id=" + finding.key())
                .then()
                .body(not(containsString(action)))
                .body(containsString("Only an operator or an admin"));
        Demo.browser(Demo.session(Demo.FINANCE))
                .formParam("proposal", "3f9a2c41b07d")
                .post(action)
                .then()
                .statusCode(403);
        String session = Demo.session(Demo.OPERATOR);
        Demo.browser(session)
                .get("/exceptions?id=" + finding.key())
                .then()
                .body(containsString("Read the sheet as proposed in 3f9a2c41b07d"));

        Demo.browser(session)
                .formParam("proposal", "3f9a2c41b07d")
                .post(action)
                .then()
                .statusCode(303);

        assertThat(sent(1).getFirst())
                .isInstanceOfSatisfying(
                        CommandEvent.RemapAccepted.class,
                        accepted -> assertThat(accepted.proposal()).isEqualTo("3f9a2c41b07d"));
    }

    private SampleFinding shown(SampleFinding finding) {
        feed.finding(finding.opened(), 1);
        await().untilAsserted(() ->
                assertThat(queue.find(FindingKey.of(finding.key()).orElseThrow())).isPresent());
        return finding;
    }

    private String pick(SampleFinding finding) {
        QueueItem item = queue.find(FindingKey.of(finding.key()).orElseThrow()).orElseThrow();
        return item.seen() + "/" + item.key();
    }

    private List<CommandEvent> sent(int count) {
        await().untilAsserted(
                        () -> assertThat(publisher.published(Topics.COMMANDS)).hasSize(count));
        return publisher.published(Topics.COMMANDS).stream().map(EventEnvelope::payload).toList();
    }
}

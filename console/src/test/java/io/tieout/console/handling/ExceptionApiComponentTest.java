package io.tieout.console.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tieout.console.queue.ExceptionQueue;
import io.tieout.console.queue.FindingKey;
import io.tieout.console.queue.QueueItem;
import io.tieout.console.queue.Standing;
import io.tieout.console.sample.ConsoleTestKeys;
import io.tieout.console.sample.Demo;
import io.tieout.console.sample.Feed;
import io.tieout.console.sample.SampleFinding;
import io.tieout.kit.test.InMemoryChannels;
import io.tieout.kit.test.RecordingPublisher;
import io.tieout.kit.test.TieoutPostgres;
import io.tieout.model.command.CommandEvent;
import io.tieout.model.envelope.EventEnvelope;
import io.tieout.model.finding.FindingResolved;
import io.tieout.model.id.RealmId;
import io.tieout.model.topic.Topics;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TieoutPostgres.class)
@QuarkusTestResource(InMemoryChannels.class)
@QuarkusTestResource(ConsoleTestKeys.class)
class ExceptionApiComponentTest {
    private static final RealmId REALM = new RealmId("9130350000000888");

    @Inject Feed feed;

    @Inject RecordingPublisher publisher;

    @Inject ExceptionQueue queue;

    @Inject Clock clock;

    @BeforeEach
    void forget_what_was_sent() {
        publisher.clear();
    }

    @Test
    void assigns_many_at_once_and_finds_them_by_their_owner() {
        SampleFinding one = shown("assign:1");
        SampleFinding two = shown("assign:2");

        act(Demo.FINANCE, "assign", "owner", Demo.APPROVER, one, two)
                .statusCode(200)
                .body("answer", is(List.of("sent", "sent")));

        assertThat(item(one).owner()).isNull();
        comeBack(2);
        await().untilAsserted(() -> assertThat(item(two).owner()).isEqualTo(Demo.APPROVER));
        Demo.as(Demo.APPROVER)
                .get("/api/exceptions?owner=me&category=amount_variance&q=assign")
                .then()
                .body("count", is(2))
                .body("items.finding.findingId", hasItem("assign:1"));
        Demo.as(Demo.FINANCE)
                .get("/api/exceptions?owner=nobody&q=assign")
                .then()
                .body("count", is(0));
    }

    @Test
    void returns_what_was_accepted_when_it_says_something_else_with_its_history() {
        SampleFinding finding = shown("accept:1");

        act(Demo.FINANCE, "resolve", "reason", "A discount", finding).statusCode(202);
        comeBack(1);
        await().untilAsserted(
                        () -> assertThat(item(finding).standing()).isEqualTo(Standing.ACCEPTED));
        Demo.as(Demo.FINANCE).get("/api/exceptions?q=accept:1").then().body("count", is(0));

        feed.finding(finding.saying("The bill says USD 900.00 now.", "1250.00").opened(), 2);

        await().untilAsserted(() -> assertThat(item(finding).standing()).isEqualTo(Standing.OPEN));
        Demo.as(Demo.FINANCE)
                .get("/api/exceptions/" + finding.key())
                .then()
                .body("history.what", hasItem("accepted it as it is"))
                .body("history.what", hasItem("changed"))
                .body("exception.acceptance", is((Object) null));
    }

    @Test
    void does_not_accept_what_changed_since_it_was_seen() {
        SampleFinding finding = shown("stale:1");
        String seen = item(finding).seen();
        feed.finding(finding.saying("Something else", "7.00").opened(), 2);
        await().untilAsserted(() -> assertThat(item(finding).seen()).isNotEqualTo(seen));

        Demo.as(Demo.FINANCE)
                .body(
                        Map.of(
                                "items",
                                List.of(Map.of("id", finding.key(), "seen", seen)),
                                "reason",
                                "Fine"))
                .post("/api/exceptions/resolve")
                .then()
                .statusCode(409)
                .body("[0].answer", is("changed"))
                .body("[0].sentence", containsString("Something else"));
    }

    @Test
    void takes_back_an_acceptance() {
        SampleFinding finding = shown("reopen:1");
        act(Demo.FINANCE, "resolve", "reason", "Fine", finding);
        comeBack(1);
        await().untilAsserted(
                        () -> assertThat(item(finding).standing()).isEqualTo(Standing.ACCEPTED));
        publisher.clear();

        act(Demo.FINANCE, "reopen", "x", "", finding).statusCode(202);
        comeBack(1);

        await().untilAsserted(() -> assertThat(item(finding).standing()).isEqualTo(Standing.OPEN));
    }

    @Test
    void knows_what_is_overdue_by_severity_or_by_the_day_somebody_set() {
        SampleFinding old =
                SampleFinding.of(REALM, "due:old", clock.instant().minus(Duration.ofDays(9)));
        feed.finding(old.opened(), 1);
        SampleFinding young = shown("due:young");
        await().untilAsserted(() -> assertThat(item(old).overdue()).isTrue());
        assertThat(item(young).overdue()).isFalse();

        act(Demo.FINANCE, "due", "due", queue.today().minusDays(1).toString(), young)
                .statusCode(202);
        comeBack(1);

        await().untilAsserted(() -> assertThat(item(young).overdue()).isTrue());
        Demo.as(Demo.FINANCE)
                .get("/api/exceptions?overdue=true&q=due:&sort=due")
                .then()
                .body("items.finding.findingId", is(List.of("due:old", "due:young")));
    }

    @Test
    void lets_no_change_of_words_make_an_exception_younger() {
        Instant opened = clock.instant().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofDays(9));
        SampleFinding old = SampleFinding.of(REALM, "young:1", opened);
        feed.finding(old.opened(), 1);
        SampleFinding again = SampleFinding.of(REALM, "young:1", clock.instant());

        feed.finding(again.saying("Something else", "7.00").opened(), 2);

        await().untilAsserted(
                        () -> assertThat(item(old).finding().detail()).isEqualTo("Something else"));
        assertThat(item(old).finding().openedAt()).isEqualTo(opened);
        assertThat(item(old).overdue()).isTrue();
    }

    @Test
    void keeps_the_title_of_what_is_resolved_even_if_it_never_saw_it_open() {
        SampleFinding finding = SampleFinding.of(REALM, "compacted:1", clock.instant());
        feed.finding(
                new FindingResolved(
                        finding.opened().findingId(),
                        REALM,
                        finding.kind(),
                        "The bill was corrected",
                        clock.instant(),
                        "Atlas Electric 4711 differs"),
                3);

        await().untilAsserted(() ->
                assertThat(item(finding).finding().title())
                        .isEqualTo("Atlas Electric 4711 differs"));
    }

    @Test
    void refuses_by_role_and_says_why() {
        SampleFinding finding = shown("rights:1");

        act(Demo.VIEWER, "comment", "comment", "Hm", finding)
                .statusCode(403)
                .body("sentence", containsString("signed in as viewer"));
        act(Demo.OPERATOR, "resolve", "reason", "Fine", finding)
                .statusCode(403)
                .body("[0].sentence", containsString("finance or an approver"));
        act(Demo.FINANCE, "assign", "owner", Demo.VIEWER, finding).statusCode(422);
        act(Demo.FINANCE, "comment", "comment", " ", finding).statusCode(422);
        act(Demo.FINANCE, "resolve", "reason", "Fine").statusCode(422);

        assertThat(publisher.published(Topics.COMMANDS)).isEmpty();
    }

    @Test
    void answers_one_by_one_what_it_does_not_know() {
        SampleFinding known = shown("mixed:1");

        act(
                        Demo.FINANCE,
                        "comment",
                        "comment",
                        "Look",
                        known,
                        SampleFinding.of(REALM, "none", clock.instant()))
                .statusCode(200)
                .body("answer", is(List.of("sent", "unknown")));
        Demo.as(Demo.FINANCE).get("/api/exceptions/" + REALM + "/none").then().statusCode(404);
    }

    @Test
    void stores_what_comes_twice_once() {
        SampleFinding finding = shown("twice:1");
        act(Demo.FINANCE, "comment", "comment", "Once", finding);
        comeBack(1);
        comeBack(1);

        await().untilAsserted(() -> assertThat(item(finding).comments()).isEqualTo(1));
        Demo.as(Demo.FINANCE)
                .get("/api/exceptions/" + finding.key())
                .then()
                .body("history", hasSize(2));
    }

    private SampleFinding shown(String id) {
        SampleFinding finding = SampleFinding.of(REALM, id, clock.instant());
        feed.finding(finding.opened(), 1);
        await().untilAsserted(() -> assertThat(queue.find(key(finding))).isPresent());
        return finding;
    }

    private QueueItem item(SampleFinding finding) {
        return queue.find(key(finding)).orElseThrow();
    }

    private static FindingKey key(SampleFinding finding) {
        return FindingKey.of(finding.key()).orElseThrow();
    }

    /// What was sent is read by the console as by everybody.
    private void comeBack(int count) {
        await().untilAsserted(
                        () -> assertThat(publisher.published(Topics.COMMANDS)).hasSize(count));
        for (EventEnvelope<CommandEvent> command : publisher.published(Topics.COMMANDS)) {
            feed.command(command);
        }
    }

    private static ValidatableResponse act(
            String person, String act, String field, String value, SampleFinding... findings) {
        Map<String, Object> body = new HashMap<>();
        body.put("ids", List.of(findings).stream().map(SampleFinding::key).toList());
        body.put(field, value);
        return Demo.as(person).body(body).post("/api/exceptions/" + act).then();
    }
}

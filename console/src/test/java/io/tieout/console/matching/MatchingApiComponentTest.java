package io.tieout.console.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.tieout.console.sample.ConsoleTestKeys;
import io.tieout.console.sample.Demo;
import io.tieout.console.sample.SampleReconcile;
import io.tieout.kit.json.WireJson;
import io.tieout.kit.test.InMemoryChannels;
import io.tieout.kit.test.RecordingPublisher;
import io.tieout.kit.test.TieoutPostgres;
import io.tieout.model.command.CommandEvent;
import io.tieout.model.command.MatchingCommand;
import io.tieout.model.command.RuleSetting;
import io.tieout.model.envelope.EventEnvelope;
import io.tieout.model.money.Percent;
import io.tieout.model.topic.Topics;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TieoutPostgres.class)
@QuarkusTestResource(InMemoryChannels.class)
@QuarkusTestResource(ConsoleTestKeys.class)
@QuarkusTestResource(SampleReconcile.class)
class MatchingApiComponentTest {
    private static final List<RuleSetting> EDITED =
            List.of(
                    new RuleSetting("exact", "exact", 0, Percent.of("0"), 12, true),
                    new RuleSetting("scored", "scored", 2, Percent.of("0.5"), 10, false));

    @Inject RecordingPublisher publisher;

    @BeforeEach
    void forget_what_was_sent() {
        publisher.clear();
    }

    @Test
    void previews_edited_rules_and_stores_nothing() {
        call(Demo.VIEWER, "POST", "rules/preview", edit(2, ""))
                .statusCode(200)
                .body("changed", is(17))
                .body("examples", hasSize(1));

        assertThat(commands()).isEmpty();
    }

    @Test
    void puts_edited_rules_in_force_with_the_reason() {
        call(Demo.FINANCE, "PUT", "rules", edit(2, "Banks are slower"))
                .statusCode(202)
                .body("asked", is("version 3 of the rules"));

        await().untilAsserted(() ->
                assertThat(commands())
                        .singleElement()
                        .isInstanceOfSatisfying(
                                MatchingCommand.MatchRulesEdited.class,
                                edit -> {
                                    assertThat(edit.person()).isEqualTo(Demo.FINANCE);
                                    assertThat(edit.basedOn()).isEqualTo(2);
                                    assertThat(edit.rules()).isEqualTo(EDITED);
                                    assertThat(edit.reason()).isEqualTo("Banks are slower");
                                }));
    }

    @Test
    void says_why_rules_are_not_saved() {
        call(Demo.VIEWER, "PUT", "rules", edit(2, "Banks are slower"))
                .statusCode(403)
                .body("sentence", containsString("you are signed in as viewer"));
        call(Demo.FINANCE, "PUT", "rules", edit(2, " "))
                .statusCode(422)
                .body("sentence", containsString("Say why"));
        call(Demo.FINANCE, "PUT", "rules", edit(1, "Banks are slower"))
                .statusCode(409)
                .body("sentence", containsString("Version 2 is in force, not 1"));
        call(Demo.FINANCE, "PUT", "rules", Map.of("realm", "1", "basedOn", 2, "reason", "x"))
                .statusCode(422);

        assertThat(commands()).isEmpty();
    }

    @Test
    void a_name_is_switched_off_and_a_pair_taken_apart_and_put_back() {
        Demo.as(Demo.VIEWER)
                .get("/api/matching/names?realm=" + SampleReconcile.REALM)
                .then()
                .body("state", is(List.of("LEARNED", "CONTRADICTING")));
        Map<String, Object> pair =
                with("sheetLine", SampleReconcile.ROW, "booksLine", "Bill:146", "reason", "Other");

        call(
                        Demo.FINANCE,
                        "POST",
                        "names/revoke",
                        with("name", "A.E. works", "vendor", "Atlas Electric", "reason", "Sold"))
                .statusCode(202);
        call(Demo.FINANCE, "POST", "apart", pair).statusCode(202);
        call(Demo.FINANCE, "POST", "apart/withdraw", pair).statusCode(202);
        call(Demo.FINANCE, "POST", "apart", with("sheetLine", "", "reason", "Other"))
                .statusCode(422)
                .body("sentence", containsString("sheetLine (such as 41:7)"));
        call(
                        Demo.FINANCE,
                        "POST",
                        "apart/withdraw",
                        with("sheetLine", "row seven", "booksLine", "Bill:146", "reason", "Other"))
                .statusCode(422);
        call(Demo.VIEWER, "POST", "apart", pair).statusCode(403);

        await().untilAsserted(() ->
                assertThat(commands())
                        .extracting(Object::getClass)
                        .containsExactlyInAnyOrder(
                                MatchingCommand.AliasRevoked.class,
                                MatchingCommand.Unmatched.class,
                                MatchingCommand.SeparationWithdrawn.class));
    }

    private static Map<String, Object> edit(int basedOn, String reason) {
        return with("basedOn", basedOn, "rules", EDITED, "reason", reason);
    }

    private static Map<String, Object> with(Object... parts) {
        Map<String, Object> body = new HashMap<>(Map.of("realm", SampleReconcile.REALM));
        for (int i = 0; i < parts.length; i += 2) {
            body.put((String) parts[i], parts[i + 1]);
        }
        return body;
    }

    private static ValidatableResponse call(
            String person, String method, String path, Map<String, Object> body) {
        return Demo.as(person)
                .contentType(ContentType.JSON)
                .body(WireJson.text(body))
                .request(method, "/api/matching/" + path)
                .then();
    }

    private List<CommandEvent> commands() {
        return publisher.published(Topics.COMMANDS).stream().map(EventEnvelope::payload).toList();
    }
}

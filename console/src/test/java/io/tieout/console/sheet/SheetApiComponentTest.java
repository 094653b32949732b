package io.tieout.console.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.tieout.console.sample.ConsoleTestKeys;
import io.tieout.console.sample.Demo;
import io.tieout.kit.json.WireJson;
import io.tieout.kit.test.InMemoryChannels;
import io.tieout.kit.test.RecordingPublisher;
import io.tieout.kit.test.TieoutPostgres;
import io.tieout.model.command.CommandEvent;
import io.tieout.model.envelope.EventEnvelope;
import io.tieout.model.topic.Topics;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TieoutPostgres.class)
@QuarkusTestResource(InMemoryChannels.class)
@QuarkusTestResource(ConsoleTestKeys.class)
class SheetApiComponentTest {
    private static final String SHEET = "4100000000000001";

    @Inject RecordingPublisher publisher;

    @BeforeEach
    void forget_what_was_sent() {
        publisher.clear();
    }

    @Test
    void passes_on_that_an_operator_accepts_a_proposal() {
        assertThat(remap(Demo.OPERATOR, SHEET, "3f9a2c41b07d").statusCode()).isEqualTo(202);

        await().untilAsserted(() ->
                assertThat(commands())
                        .singleElement()
                        .isInstanceOfSatisfying(
                                CommandEvent.RemapAccepted.class,
                                accepted -> {
                                    assertThat(accepted.person()).isEqualTo(Demo.OPERATOR);
                                    assertThat(accepted.sheetId().value()).isEqualTo(SHEET);
                                    assertThat(accepted.proposal()).isEqualTo("3f9a2c41b07d");
                                }));
    }

    @Test
    void passes_on_that_an_admin_wants_a_sheet_read_again() {
        int answer = Demo.as(Demo.ADMIN).post("/api/sheets/" + SHEET + "/sweep").statusCode();

        assertThat(answer).isEqualTo(202);
        await().untilAsserted(() ->
                assertThat(commands())
                        .singleElement()
                        .isInstanceOf(CommandEvent.SweepRequested.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {Demo.FINANCE, Demo.VIEWER})
    void lets_nobody_else_decide_how_sheets_are_read(String person) {
        assertThat(remap(person, SHEET, "3f9a2c41b07d").statusCode()).isEqualTo(403);
        assertThat(commands()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3f9a", "3F9A2C41B07D", "zzzzzzzzzzzz"})
    void refuses_what_is_no_name_of_a_proposal(String proposal) {
        assertThat(remap(Demo.OPERATOR, SHEET, proposal).statusCode()).isEqualTo(422);
    }

    private static Response remap(String person, String sheet, String proposal) {
        return Demo.as(person)
                .body(WireJson.text(Map.of("proposal", proposal)))
                .post("/api/sheets/" + sheet + "/remap");
    }

    private List<CommandEvent> commands() {
        return publisher.published(Topics.COMMANDS).stream().map(EventEnvelope::payload).toList();
    }
}

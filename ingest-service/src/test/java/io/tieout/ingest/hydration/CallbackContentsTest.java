package io.tieout.ingest.hydration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tieout.kit.error.ContractViolation;
import io.tieout.kit.json.WireJson;
import io.tieout.model.id.RowId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackContentsTest {
    @Test
    void finds_each_row_once() {
        CallbackContents contents =
                parse(
                        """
                        {"nonce":"n1","webhookId":1,"events":[
                          {"objectType":"row","eventType":"created","id":11},
                          {"objectType":"cell","eventType":"updated","rowId":11,"columnId":5},
                          {"objectType":"cell","eventType":"updated","rowId":12,"columnId":5},
                          {"objectType":"comment","eventType":"created","id":99}]}
                        """);

        assertThat(contents.nonce()).isEqualTo("n1");
        assertThat(contents.rows()).containsExactlyInAnyOrder(new RowId("11"), new RowId("12"));
        assertThat(contents.sheetChanged()).isFalse();
        assertThat(contents.surroundingsChanged()).isTrue();
    }

    @Test
    void understands_what_smartsheet_sends() throws IOException {
        assertThat(onTape("callback"))
                .isEqualTo(
                        new CallbackContents(
                                "4b2ed20d-6f00-4b0c-8fac-182182aa9f5b",
                                Set.of(new RowId("6100000000000021")),
                                false,
                                false,
                                false));
        assertThat(onTape("status-callback"))
                .isEqualTo(
                        new CallbackContents(
                                "8a0d6c1e-53b5-43d5-a30e-9b0c61cf9f66",
                                Set.of(),
                                false,
                                false,
                                true));
    }

    private static CallbackContents onTape(String name) throws IOException {
        Path tape = Path.of("..", "tapes", "smartsheet-callbacks", name + ".json");
        return parse(
                WireJson.mapper().readTree(Files.readAllBytes(tape)).at("/request/text").asText());
    }

    @Test
    void reads_field_names_in_any_case() {
        assertThat(
                        parse(
                                        "{\"Nonce\":\"n\",\"events\":[{\"objecttype\":\"cell\",\"rowid\":7}]}")
                                .rows())
                .containsExactly(new RowId("7"));
    }

    @Test
    void notices_changed_columns_and_a_changed_webhook() {
        assertThat(
                        parse(
                                        "{\"nonce\":\"n\",\"events\":[{\"objectType\":\"column\",\"eventType\":\"deleted\",\"id\":5}]}")
                                .sheetChanged())
                .isTrue();
        assertThat(
                        parse(
                                        "{\"nonce\":\"n\",\"newWebhookStatus\":\"DISABLED_SCOPE_INACCESSIBLE\"}")
                                .statusChanged())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"attachment", "comment", "discussion", "COMMENT"})
    void notices_what_others_say_or_attach_though_not_on_which_row(String what) {
        CallbackContents contents = parse(event(what, ""));

        assertThat(contents.surroundingsChanged()).isTrue();
        assertThat(contents.rows()).isEmpty();
        assertThat(contents.sheetChanged()).isFalse();
        assertThat(parse(event(what, ",\"changeAgent\":\"tieout,other\"")).surroundingsChanged())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"attachment", "comment", "discussion"})
    void hears_no_echo_of_what_we_said_or_attached(String what) {
        assertThat(parse(event(what, ",\"changeAgent\":\"tieout\"")).surroundingsChanged())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not json", "[]", "{}", "{\"events\":[]}"})
    void refuses_what_is_no_callback(String body) {
        assertThatThrownBy(() -> parse(body)).isInstanceOf(ContractViolation.class);
    }

    @Test
    void leaves_out_what_our_own_writes_changed() {
        CallbackContents contents =
                parse(
                        """
                        {"nonce":"n1","events":[
                          {"objectType":"cell","rowId":11,"columnId":5,"changeAgent":"tieout"},
                          {"objectType":"cell","rowId":12,"columnId":5,"changeAgent":"tieout,other"},
                          {"objectType":"cell","rowId":13,"columnId":5}]}
                        """);

        assertThat(contents.rows()).containsExactlyInAnyOrder(new RowId("12"), new RowId("13"));
    }

    private static String event(String objectType, String agent) {
        return "{\"nonce\":\"n\",\"events\":[{\"objectType\":\"%s\",\"eventType\":\"created\",\"id\":5%s}]}"
                .formatted(objectType, agent);
    }

    private static CallbackContents parse(String body) {
        return CallbackContents.parse(body, "tieout");
    }
}

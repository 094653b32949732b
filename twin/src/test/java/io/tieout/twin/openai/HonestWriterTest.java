package io.tieout.twin.openai;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.twin.json.Json;
import org.junit.jupiter.api.Test;

class HonestWriterTest {
    @Test
    void words_each_line_of_the_prompt_from_its_own_sources() {
        // Given
        var schema =
                Json.parse(
                        """
                        {"type":"object","properties":{"lines":{"type":"array","items":{"type":"object","properties":{
                        "line":{"type":"integer"},"sentences":{"type":"array","items":{"type":"string"}}}}}}}\
                        """);
        var prompt =
                """
                {"lines":[{"line":1,"sources":["pier load study","24"]},{"line":2,"sources":["16","crane rails"]}]}\
                """;

        // When
        var answer = HonestWriter.fill(schema, prompt);

        // Then
        assertThat(answer)
                .isEqualTo(
                        Json.parse(
                                """
                                {"lines":[{"line":1,"sentences":["Pier load study."]},{"line":2,"sentences":["Crane rails."]}]}\
                                """));
    }

    @Test
    void answers_plain_text_with_a_sentence_of_the_prompt() {
        assertThat(HonestWriter.sentence("name the cause: delay"))
                .isEqualTo("Name the cause: delay.");
    }
}

package io.tieout.invoice.narrative;

import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonIntegerSchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;
import io.tieout.kit.wording.Advice;
import io.tieout.kit.wording.Model;
import io.tieout.kit.wording.Question;

/// Asks a language model for sentences, by a strict output schema.
final class ModelWriter implements Writer {
    private static final JsonObjectSchema SCHEMA = schema();

    private final Model model;

    ModelWriter(Model model) {
        this.model = model;
    }

    private static JsonObjectSchema schema() {
        JsonObjectSchema line =
                JsonObjectSchema.builder()
                        .addProperty("line", JsonIntegerSchema.builder().build())
                        .addProperty("sentences", listOf(JsonStringSchema.builder().build()))
                        .required("line", "sentences")
                        .additionalProperties(false)
                        .build();
        return JsonObjectSchema.builder()
                .addProperty("lines", listOf(line))
                .required("lines")
                .additionalProperties(false)
                .build();
    }

    private static JsonArraySchema listOf(
            dev.langchain4j.model.chat.request.json.JsonSchemaElement element) {
        return JsonArraySchema.builder().items(element).build();
    }

    @Override
    public Advice<NarrativeAnswer> write(NarrativeRequest request) {
        return model.ask(
                new Question(Prompt.SYSTEM, Prompt.user(request), "invoice_lines", SCHEMA),
                NarrativeAnswer.class);
    }
}

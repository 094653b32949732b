package io.tieout.invoice.narrative;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.LangChain4jException;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonIntegerSchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;

/// Asks a language model for sentences, by a strict output schema.
final class ModelWriter implements Writer {
    private static final ResponseFormat FORMAT =
            ResponseFormat.builder()
                    .type(ResponseFormatType.JSON)
                    .jsonSchema(
                            JsonSchema.builder()
                                    .name("invoice_lines")
                                    .rootElement(schema())
                                    .build())
                    .build();

    private final ChatModel model;

    ModelWriter(ChatModel model) {
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
    public Advice write(NarrativeRequest request) {
        ChatRequest chat =
                ChatRequest.builder()
                        .messages(
                                SystemMessage.from(Prompt.SYSTEM),
                                UserMessage.from(Prompt.user(request)))
                        .responseFormat(FORMAT)
                        .build();
        try {
            return AnswerReader.read(model.chat(chat).aiMessage().text());
        } catch (LangChain4jException | ProcessingException | WebApplicationException e) {
            return new Advice.Unavailable(String.valueOf(e.getMessage()));
        }
    }
}

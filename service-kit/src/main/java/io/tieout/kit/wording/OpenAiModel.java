package io.tieout.kit.wording;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.LangChain4jException;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.openai.OpenAiChatModel;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// A model behind an OpenAI-compatible endpoint, by a strict output schema. It answers in time or
/// not at all, and whatever fails is no more than an answer that is missing.
public final class OpenAiModel implements Model {
    private static final int REASON_LENGTH_MAX = 200;

    private final ChatModel model;
    private final Duration limit;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    public OpenAiModel(URI url, String apiKey, String name, Duration limit) {
        this.model =
                OpenAiChatModel.builder()
                        .baseUrl(url.toString())
                        .apiKey(apiKey)
                        .modelName(name)
                        .timeout(limit)
                        .temperature(0.0)
                        .maxRetries(0)
                        .strictJsonSchema(true)
                        .build();
        this.limit = limit;
    }

    @Override
    public <T> Advice<T> ask(Question question, Class<T> type) {
        Callable<Advice<T>> call = () -> AnswerReader.read(said(question), type);
        Future<Advice<T>> asked = threads.submit(call);
        try {
            return asked.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            asked.cancel(true);
            return new Advice.Unavailable<>("no answer within " + limit);
        } catch (ExecutionException e) {
            return new Advice.Unavailable<>(reason(e.getCause()));
        } catch (InterruptedException _) {
            asked.cancel(true);
            Thread.currentThread().interrupt();
            return new Advice.Unavailable<>("interrupted");
        }
    }

    private String said(Question question) {
        ResponseFormat format =
                ResponseFormat.builder()
                        .type(ResponseFormatType.JSON)
                        .jsonSchema(
                                JsonSchema.builder()
                                        .name(question.name())
                                        .rootElement(question.schema())
                                        .build())
                        .build();
        ChatRequest chat =
                ChatRequest.builder()
                        .messages(
                                SystemMessage.from(question.system()),
                                UserMessage.from(question.user()))
                        .responseFormat(format)
                        .build();
        String text = model.chat(chat).aiMessage().text();
        return text == null ? "" : text;
    }

    private static String reason(@Nullable Throwable thrown) {
        String reason =
                thrown instanceof LangChain4jException
                                || thrown instanceof ProcessingException
                                || thrown instanceof WebApplicationException
                        ? String.valueOf(thrown.getMessage())
                        : String.valueOf(thrown);
        return reason.length() <= REASON_LENGTH_MAX
                ? reason
                : reason.substring(0, REASON_LENGTH_MAX);
    }
}

package io.tieout.twin.openai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.tieout.twin.json.Json;
import io.tieout.twin.wire.Answer;
import io.tieout.twin.wire.VendorApi;
import io.tieout.twin.wire.WireRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// The chat completions endpoint that OpenAI, Azure, vLLM and Ollama share.
@ApplicationScoped
class OpenAiApi implements VendorApi {
    private static final String JUNK =
            "Certainly! It comes to 1,234,567.89 for 99 items. {not json";

    private final Script script;
    private final Clock clock;

    OpenAiApi(Script script, Clock clock) {
        this.script = script;
        this.clock = clock;
    }

    @Override
    public String vendor() {
        return "openai";
    }

    @Override
    public String prefix() {
        return "/openai";
    }

    @Override
    public List<String> operations(WireRequest request) {
        return List.of(isChat(request) ? "chat completion" : "unknown");
    }

    private static boolean isChat(WireRequest request) {
        return request.path().endsWith("/chat/completions");
    }

    @Override
    public boolean mutating(WireRequest request) {
        return false;
    }

    @Override
    public Answer handle(WireRequest request) {
        if (request.path().endsWith("/models")) {
            var models = Json.object().put("object", "list");
            models.putArray("data").addObject().put("id", "twin").put("object", "model");
            return Answer.ok(models);
        }
        if (!isChat(request) || !request.method().equals("POST")) {
            return failure(404, "not_found", "Unknown request URL: " + request.path());
        }
        if (request.bearer() == null && request.header("api-key") == null) {
            return failure(401, "invalid_api_key", "You didn't provide an API key.");
        }
        try {
            return chat(request.json());
        } catch (JsonProcessingException e) {
            return failure(400, "invalid_json", e.getOriginalMessage());
        }
    }

    private Answer chat(JsonNode body) {
        if (!body.path("messages").isArray() || body.path("messages").isEmpty()) {
            return failure(
                    400, "missing_required_parameter", "Missing required parameter: 'messages'.");
        }
        if (body.path("stream").asBoolean()) {
            return failure(400, "unsupported_value", "The twin does not stream.");
        }
        var user = lastUser(body.path("messages"));
        return switch (script.mode()) {
            case OFF -> failure(503, "overloaded", "The model is switched off.");
            case JUNK -> completion(body, JUNK);
            case ECHO -> completion(body, user);
            case SCRIPTED -> scripted(body, user);
        };
    }

    private Answer scripted(JsonNode body, String user) {
        var turn = script.next();
        return turn == null ? completion(body, honest(body, user)) : told(body, turn);
    }

    private Answer told(JsonNode body, Turn turn) {
        var whole = turn.body();
        return whole == null
                ? completion(body, turn.text())
                : Answer.bytes("application/json", whole.getBytes(StandardCharsets.UTF_8));
    }

    private static String honest(JsonNode body, String user) {
        var format = body.path("response_format");
        return switch (format.path("type").asText("text")) {
            case "json_schema" ->
                    HonestWriter.fill(format.path("json_schema").path("schema"), user).toString();
            case "json_object" -> Json.object().put("text", HonestWriter.sentence(user)).toString();
            default -> HonestWriter.sentence(user);
        };
    }

    private static String lastUser(JsonNode messages) {
        var text = "";
        for (var message : messages) {
            if (message.path("role").asText().equals("user")) {
                text = content(message.path("content"));
            }
        }
        return text;
    }

    private static String content(JsonNode content) {
        return content.isArray()
                ? StreamSupport.stream(content.spliterator(), false)
                        .map(part -> part.path("text").asText(""))
                        .collect(Collectors.joining("\n"))
                : content.asText("");
    }

    private Answer completion(JsonNode request, String content) {
        var body = Json.object();
        body.put("id", "chatcmpl-" + UUID.randomUUID());
        body.put("object", "chat.completion");
        body.put("created", clock.instant().getEpochSecond());
        body.put("model", request.path("model").asText("twin"));
        var choice = body.putArray("choices").addObject();
        choice.put("index", 0);
        choice.putObject("message").put("role", "assistant").put("content", content);
        choice.put("finish_reason", "stop");
        var in = request.path("messages").toString().length() / 4;
        var out = Math.max(1, content.length() / 4);
        body.putObject("usage")
                .put("prompt_tokens", in)
                .put("completion_tokens", out)
                .put("total_tokens", in + out);
        return Answer.ok(body);
    }

    @Override
    public Answer failure(int status, String errorCode, String message) {
        var body = Json.object();
        body.putObject("error")
                .put("message", message)
                .put("type", status >= 500 ? "server_error" : "invalid_request_error")
                .putNull("param")
                .put("code", errorCode);
        return Answer.json(status, body).failed(errorCode);
    }
}

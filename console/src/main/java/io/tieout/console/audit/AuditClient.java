package io.tieout.console.audit;

import com.fasterxml.jackson.databind.JsonNode;
import io.tieout.console.ConsoleConfig;
import io.tieout.kit.json.WireJson;
import io.tieout.model.id.ProposalId;
import io.tieout.model.topic.Services;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Asks audit-service, and does not wait long for it.
@ApplicationScoped
public class AuditClient {
    private static final String UNREADABLE = "the answer of audit-service could not be read";

    private final ConsoleConfig config;
    private final HttpClient http;

    AuditClient(ConsoleConfig config) {
        this.config = config;
        this.http = HttpClient.newBuilder().connectTimeout(config.patience()).build();
    }

    /// What came of a question.
    public sealed interface Answer<T> {
        /// The answer.
        record Given<V>(V value) implements Answer<V> {}

        /// None, because of this.
        record OutOfReach<V>(String why) implements Answer<V> {}
    }

    /// The recorded life of a proposal.
    public Trail trail(ProposalId id) {
        return switch (fetch("/audit/proposals/" + id)) {
            case Fetched.Body(byte[] body) -> read(body);
            case Fetched.Nothing _ -> new Trail.Recorded(List.of());
            case Fetched.Failed(String why) -> new Trail.OutOfReach(why);
        };
    }

    /// Whatever stands at this path, read as this type.
    public <T> Answer<T> ask(String path, Class<T> type) {
        return switch (fetch(path)) {
            case Fetched.Body(byte[] body) -> {
                try {
                    yield new Answer.Given<>(WireJson.mapper().readValue(body, type));
                } catch (IOException _) {
                    yield new Answer.OutOfReach<>(UNREADABLE);
                }
            }
            case Fetched.Nothing _ -> new Answer.OutOfReach<>("audit-service knows nothing of it");
            case Fetched.Failed(String why) -> new Answer.OutOfReach<>(why);
        };
    }

    private sealed interface Fetched {
        @SuppressWarnings("ArrayRecordComponent") // read once, never compared
        record Body(byte[] body) implements Fetched {}

        record Nothing() implements Fetched {}

        record Failed(String why) implements Fetched {}
    }

    private Fetched fetch(String path) {
        URI base = config.services().get(Services.AUDIT);
        if (base == null) {
            return new Fetched.Failed("no address of audit-service is configured");
        }
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(base + path))
                        .timeout(config.patience())
                        .header("Accept", "application/json")
                        .build();
        try {
            HttpResponse<byte[]> response =
                    http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return switch (response.statusCode()) {
                case 200 -> new Fetched.Body(response.body());
                case 404 -> new Fetched.Nothing();
                default -> new Fetched.Failed("audit-service answered " + response.statusCode());
            };
        } catch (IOException _) {
            return new Fetched.Failed("audit-service does not answer at " + base);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Fetched.Failed("the console is stopping");
        }
    }

    private static Trail read(byte[] body) {
        try {
            JsonNode json = WireJson.mapper().readTree(body);
            JsonNode records = json.isArray() ? json : json.path("records");
            List<TrailEntry> entries = new ArrayList<>();
            for (JsonNode entry : records) {
                entries.add(entry(entry));
            }
            return new Trail.Recorded(entries);
        } catch (IOException | DateTimeException _) {
            return new Trail.OutOfReach(UNREADABLE);
        }
    }

    private static TrailEntry entry(JsonNode json) {
        return new TrailEntry(
                Instant.parse(json.path("at").asText()),
                json.path("sequence").isNumber() ? json.path("sequence").asLong() : null,
                json.path("type").asText(""),
                text(json, "actor"),
                text(json, "hash"),
                json.path("text").asText(""));
    }

    private static @Nullable String text(JsonNode json, String field) {
        String text = json.path(field).asText("");
        return text.isEmpty() ? null : text;
    }
}

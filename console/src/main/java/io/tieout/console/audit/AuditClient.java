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

/// Asks audit-service for the recorded life of a proposal, and does not wait long for it.
@ApplicationScoped
public class AuditClient {
    private final ConsoleConfig config;
    private final HttpClient http;

    AuditClient(ConsoleConfig config) {
        this.config = config;
        this.http = HttpClient.newBuilder().connectTimeout(config.patience()).build();
    }

    public Trail trail(ProposalId id) {
        URI base = config.services().get(Services.AUDIT);
        if (base == null) {
            return new Trail.OutOfReach("no address of audit-service is configured");
        }
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(base + "/audit/proposals/" + id))
                        .timeout(config.patience())
                        .header("Accept", "application/json")
                        .build();
        try {
            HttpResponse<byte[]> response =
                    http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return switch (response.statusCode()) {
                case 200 -> read(response.body());
                case 404 -> new Trail.Recorded(List.of());
                default -> new Trail.OutOfReach("audit-service answered " + response.statusCode());
            };
        } catch (IOException e) {
            return new Trail.OutOfReach("audit-service does not answer at " + base);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Trail.OutOfReach("the console is stopping");
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
            return new Trail.OutOfReach("the answer of audit-service could not be read");
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

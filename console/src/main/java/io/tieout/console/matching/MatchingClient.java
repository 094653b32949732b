package io.tieout.console.matching;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JavaType;
import io.tieout.console.ConsoleConfig;
import io.tieout.kit.json.WireJson;
import io.tieout.model.command.RuleSetting;
import io.tieout.model.id.RealmId;
import io.tieout.model.topic.Services;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Asks reconcile-service. It is not waited for long, but for a preview, which compares all lines.
@ApplicationScoped
public class MatchingClient {
    private static final int FINE = 200;
    private static final int NOTHING = 404;
    private static final int REFUSED = 422;
    private static final String UNREADABLE = "the answer of reconcile-service could not be read";

    private final ConsoleConfig config;
    private final HttpClient http;

    MatchingClient(ConsoleConfig config) {
        this.config = config;
        this.http = HttpClient.newBuilder().connectTimeout(config.patience()).build();
    }

    /// What came of a question.
    public sealed interface Answer<T> {
        /// The answer.
        record Given<V>(V value) implements Answer<V> {}

        /// There is no such thing.
        record Nothing<V>() implements Answer<V> {}

        /// The question was wrong.
        record Refused<V>(Shown.Refusal refusal) implements Answer<V> {}

        /// None, because of this.
        record OutOfReach<V>(String why) implements Answer<V> {}
    }

    /// Of every realm whose books are loaded.
    public Answer<List<Shown.Rules>> rules() {
        return get("/reconcile/rules", list(Shown.Rules.class));
    }

    public Answer<List<Shown.Alias>> aliases(RealmId realm) {
        return get("/reconcile/aliases?realm=" + encoded(realm.value()), list(Shown.Alias.class));
    }

    public Answer<List<Shown.Separation>> separations(RealmId realm) {
        return get(
                "/reconcile/separations?realm=" + encoded(realm.value()),
                list(Shown.Separation.class));
    }

    public Answer<Shown.Line> line(RealmId realm, String line) {
        return get(
                "/reconcile/lines?realm=%s&id=%s".formatted(encoded(realm.value()), encoded(line)),
                WireJson.mapper().constructType(Shown.Line.class));
    }

    public Answer<Shown.Preview> preview(RealmId realm, int basedOn, List<RuleSetting> rules) {
        String body =
                WireJson.text(Map.of("realm", realm.value(), "basedOn", basedOn, "rules", rules));
        return ask(
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)),
                "/reconcile/rules/preview",
                config.previewPatience(),
                WireJson.mapper().constructType(Shown.Preview.class));
    }

    private <T> Answer<T> get(String path, JavaType type) {
        return ask(HttpRequest.newBuilder().GET(), path, config.patience(), type);
    }

    private <T> Answer<T> ask(
            HttpRequest.Builder request, String path, Duration patience, JavaType type) {
        URI base = config.services().get(Services.RECONCILE);
        if (base == null) {
            return new Answer.OutOfReach<>("no address of reconcile-service is configured");
        }
        try {
            HttpResponse<byte[]> response =
                    http.send(
                            request.uri(URI.create(base + path))
                                    .timeout(patience)
                                    .header("Accept", "application/json")
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray());
            return switch (response.statusCode()) {
                case FINE -> new Answer.Given<>(WireJson.mapper().readValue(response.body(), type));
                case NOTHING -> new Answer.Nothing<>();
                case REFUSED ->
                        new Answer.Refused<>(
                                WireJson.mapper().readValue(response.body(), Shown.Refusal.class));
                default ->
                        new Answer.OutOfReach<>(
                                "reconcile-service answered " + response.statusCode());
            };
        } catch (JacksonException _) {
            return new Answer.OutOfReach<>(UNREADABLE);
        } catch (IOException _) {
            return new Answer.OutOfReach<>("reconcile-service does not answer at " + base);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Answer.OutOfReach<>("the console is stopping");
        }
    }

    private static JavaType list(Class<?> type) {
        return WireJson.mapper().getTypeFactory().constructCollectionType(List.class, type);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

package io.tieout.console.report;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JavaType;
import io.tieout.console.ConsoleConfig;
import io.tieout.kit.json.WireJson;
import io.tieout.model.topic.Services;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Asks reconcile-service for reports. A long one takes longer than a page usually waits.
@ApplicationScoped
class ReportClient {
    private static final int PATIENCE_FACTOR = 10;

    private final ConsoleConfig config;
    private final HttpClient http;

    ReportClient(ConsoleConfig config) {
        this.config = config;
        this.http = HttpClient.newBuilder().connectTimeout(config.patience()).build();
    }

    /// What came of a question.
    sealed interface Answer<T> {
        /// The answer.
        record Given<V>(V value) implements Answer<V> {}

        /// None, because of this.
        record OutOfReach<V>(String why) implements Answer<V> {}
    }

    Answer<List<Report.Summary>> projects(String realm) {
        return fetch(
                "/reconcile/reports/" + encoded(realm),
                WireJson.mapper()
                        .getTypeFactory()
                        .constructCollectionType(List.class, Report.Summary.class));
    }

    Answer<Report> report(String realm, String project) {
        return fetch(
                "/reconcile/reports/" + encoded(realm) + "/project?project=" + encoded(project),
                WireJson.mapper().constructType(Report.class));
    }

    Answer<Report.Preview> correction(String realm, String line) {
        return fetch(
                "/reconcile/corrections/" + encoded(realm) + "?line=" + encoded(line),
                WireJson.mapper().constructType(Report.Preview.class));
    }

    private <T> Answer<T> fetch(String path, JavaType type) {
        URI base = config.services().get(Services.RECONCILE);
        if (base == null) {
            return new Answer.OutOfReach<>("no address of reconcile-service is configured");
        }
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(base + path))
                        .timeout(config.patience().multipliedBy(PATIENCE_FACTOR))
                        .header("Accept", "application/json")
                        .build();
        try {
            HttpResponse<byte[]> response =
                    http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return response.statusCode() == 200
                    ? new Answer.Given<>(WireJson.mapper().readValue(response.body(), type))
                    : new Answer.OutOfReach<>(
                            "reconcile-service answered " + response.statusCode());
        } catch (IOException e) {
            return new Answer.OutOfReach<>(
                    e instanceof JacksonException
                            ? "the answer of reconcile-service could not be read"
                            : "reconcile-service does not answer at " + base);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Answer.OutOfReach<>("the console is stopping");
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

package io.tieout.console.flow;

import io.tieout.console.ConsoleConfig;
import io.tieout.console.flow.ServiceLook.Quota;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Looks at every service's health and metrics at once, and does not wait long.
@ApplicationScoped
class ServiceWatch {
    private static final Pattern QUOTA =
            Pattern.compile("vendor_quota_remaining_ratio\\{([^}]*)\\} ([0-9.eE+-]+)");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"([^\"]*)\"");

    private final ConsoleConfig config;
    private final HttpClient http;

    ServiceWatch(ConsoleConfig config) {
        this.config = config;
        this.http = HttpClient.newBuilder().connectTimeout(config.patience()).build();
    }

    List<ServiceLook> look() {
        Map<String, CompletableFuture<ServiceLook>> looks = new TreeMap<>();
        config.services().forEach((name, base) -> looks.put(name, look(name, base)));
        return looks.values().stream().map(CompletableFuture::join).toList();
    }

    private CompletableFuture<ServiceLook> look(String name, URI base) {
        CompletableFuture<HttpResponse<String>> metrics = get(base, "/q/metrics");
        return get(base, "/q/health/ready")
                .thenCombine(
                        metrics.handle((answer, failure) ->
                                failure == null ? quotas(answer.body()) : List.<Quota>of()),
                        (health, quotas) ->
                                health.statusCode() == 200
                                        ? new ServiceLook(name, "up", "", quotas)
                                        : new ServiceLook(
                                                name,
                                                "down",
                                                "answers " + health.statusCode(),
                                                quotas))
                .exceptionally(_ ->
                        new ServiceLook(name, "out of reach", "no answer at " + base, List.of()));
    }

    private CompletableFuture<HttpResponse<String>> get(URI base, String path) {
        return http.sendAsync(
                HttpRequest.newBuilder(URI.create(base + path)).timeout(config.patience()).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static List<Quota> quotas(String metrics) {
        List<Quota> quotas = new ArrayList<>();
        metrics.lines()
                .map(QUOTA::matcher)
                .filter(Matcher::lookingAt)
                .forEach(line -> {
                    Map<String, String> labels = new TreeMap<>();
                    LABEL.matcher(line.group(1))
                            .results()
                            .forEach(label -> labels.put(label.group(1), label.group(2)));
                    quotas.add(
                            new Quota(
                                    labels.getOrDefault("vendor", ""),
                                    labels.getOrDefault("bucket", ""),
                                    Double.parseDouble(line.group(2))));
                });
        return quotas;
    }
}

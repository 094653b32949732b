package io.tieout.console.flow;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.tieout.console.ConsoleConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/// Looks at every service's health, metrics and connections now and then, so that no page waits for
/// one of them.
@ApplicationScoped
class ServiceWatch {
    /// What was seen, and when.
    record Seen(Instant at, List<ServiceLook> looks, List<ConnectionReport> reports) {
        Seen {
            looks = List.copyOf(looks);
            reports = List.copyOf(reports);
        }
    }

    private final ConsoleConfig config;
    private final HttpClient http;
    private final Clock clock;
    private volatile Seen latest;
    private volatile boolean stopping;

    ServiceWatch(ConsoleConfig config, Clock clock) {
        this.config = config;
        this.http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(config.watch().patience())
                        .build();
        this.clock = clock;
        this.latest = new Seen(Instant.EPOCH, List.of(), List.of());
    }

    /// The newest look, which may be as old as the watch's interval.
    Seen latest() {
        return latest;
    }

    void start(@Observes StartupEvent start) {
        if (config.watch().enabled()) {
            Thread.ofPlatform().daemon().name("service-watch").start(this::loop);
        }
    }

    void stop(@Observes ShutdownEvent shutdown) {
        stopping = true;
    }

    private void loop() {
        try {
            while (!stopping) {
                latest = look();
                Thread.sleep(config.watch().interval());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    Seen look() {
        Map<String, CompletableFuture<ServiceLook>> looks = new TreeMap<>();
        Map<String, CompletableFuture<List<ConnectionReport>>> reports = new TreeMap<>();
        config.services()
                .forEach((name, base) -> {
                    looks.put(name, look(name, base));
                    reports.put(name, reports(name, base));
                });
        return new Seen(
                clock.instant(),
                looks.values().stream().map(CompletableFuture::join).toList(),
                reports.values().stream()
                        .map(CompletableFuture::join)
                        .flatMap(List::stream)
                        .toList());
    }

    private CompletableFuture<ServiceLook> look(String name, URI base) {
        CompletableFuture<Metrics> metrics =
                get(base, "/q/metrics")
                        .handle((answer, failure) ->
                                failure == null ? Metrics.read(answer.body()) : Metrics.NONE);
        return get(base, "/q/health/ready")
                .thenCombine(
                        metrics,
                        (health, read) ->
                                new ServiceLook(
                                        name,
                                        health.statusCode() == 200 ? "up" : "down",
                                        health.statusCode() == 200
                                                ? ""
                                                : "answers " + health.statusCode(),
                                        read.quotas(),
                                        read.calls(),
                                        read.rowsRead()))
                .exceptionally(_ -> ServiceLook.outOfReach(name, "no answer at " + base));
    }

    /// What the service tells about the vendors' connections that it keeps; nothing when it keeps
    /// none.
    private CompletableFuture<List<ConnectionReport>> reports(String name, URI base) {
        return get(base, "/connections")
                .handle((answer, failure) ->
                        failure == null && answer.statusCode() == 200
                                ? ConnectionReport.read(name, answer.body())
                                : List.of());
    }

    private CompletableFuture<HttpResponse<String>> get(URI base, String path) {
        return http.sendAsync(
                HttpRequest.newBuilder(URI.create(base + path))
                        .timeout(config.watch().patience())
                        .header("Accept", path.equals("/q/metrics") ? "*/*" : "application/json")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}

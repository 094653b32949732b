package io.tieout.twin.live;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Tells open pages by server-sent events which topic changed, at most five times a second each.
@ApplicationScoped
class LiveStream {
    private static final long GAP_MS = 200;
    private static final long HEARTBEAT_MS = 15_000;

    private final Set<HttpServerResponse> pages = ConcurrentHashMap.newKeySet();
    private final Set<String> due = ConcurrentHashMap.newKeySet();

    void listen(@Observes Router router, Vertx vertx, Changes changes) {
        router.get("/twin/stream").handler(this::open);
        changes.listen(topic -> due.add(topic));
        vertx.setPeriodic(GAP_MS, _ -> tell());
        vertx.setPeriodic(HEARTBEAT_MS, _ -> write(": still here\n\n"));
    }

    private void open(RoutingContext context) {
        var response = context.response();
        response.setChunked(true)
                .putHeader("Content-Type", "text/event-stream")
                .putHeader("Cache-Control", "no-store");
        response.closeHandler(_ -> pages.remove(response));
        response.write("retry: 1000\n\n");
        pages.add(response);
    }

    private void tell() {
        for (var topic : Set.copyOf(due)) {
            due.remove(topic);
            write("data: " + topic + "\n\n");
        }
    }

    private void write(String text) {
        pages.removeIf(HttpServerResponse::closed);
        pages.stream().filter(page -> !page.writeQueueFull()).forEach(page -> page.write(text));
    }
}

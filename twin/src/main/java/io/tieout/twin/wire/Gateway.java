package io.tieout.twin.wire;

import io.quarkus.runtime.ShutdownEvent;
import io.tieout.twin.calls.CallLog;
import io.tieout.twin.faults.FaultKind;
import io.tieout.twin.faults.Faults;
import io.tieout.twin.live.Changes;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/// Takes vendor calls from the wire on virtual threads: scripted faults first, then the vendor's
/// own rules, then the log.
@ApplicationScoped
class Gateway {
    private static final Logger LOG = Logger.getLogger(Gateway.class);
    private static final long BODY_BYTES_MAX = 40L * 1024 * 1024;

    private final List<VendorApi> apis;
    private final Faults faults;
    private final CallLog log;
    private final Changes changes;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Gateway(Instance<VendorApi> apis, Faults faults, CallLog log, Changes changes) {
        this.apis = apis.stream().toList();
        this.faults = faults;
        this.log = log;
        this.changes = changes;
    }

    void listen(@Observes Router router) {
        for (var api : apis) {
            router.route(api.prefix() + "/*")
                    .handler(BodyHandler.create(false).setBodyLimit(BODY_BYTES_MAX))
                    .handler(context -> threads.execute(() -> new Turn(api, context).take()));
        }
    }

    void stop(@Observes ShutdownEvent event) {
        threads.shutdownNow();
    }

    /// One call from arrival to answer.
    private final class Turn {
        private final VendorApi api;
        private final RoutingContext context;
        private final WireRequest request;
        private final List<String> operations;
        private final long start = System.nanoTime();

        private Turn(VendorApi api, RoutingContext context) {
            this.api = api;
            this.context = context;
            this.request = read(api.prefix(), context);
            this.operations = api.operations(request);
        }

        private void take() {
            try {
                run();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                LOG.errorf(e, "the twin failed on %s %s", request.method(), request.path());
                send(api.failure(500, "500", String.valueOf(e.getMessage())), true);
            }
        }

        private void run() throws InterruptedException {
            var faulted = false;
            for (var fault : faults.strike(api.vendor(), operations)) {
                faulted = true;
                switch (fault.kind()) {
                    case DELAY -> faults.delay(fault);
                    case DROP_BEFORE -> {
                        record(Answer.text(0, "").failed("DROP_BEFORE"), true);
                        hangUp();
                        return;
                    }
                    case STATUS -> {
                        var code = fault.errorCode();
                        send(
                                api.failure(
                                        fault.status(),
                                        code == null ? String.valueOf(fault.status()) : code,
                                        "scripted fault"),
                                true);
                        return;
                    }
                    case DROP_AFTER_COMMIT ->
                            throw new IllegalStateException("decided after the change");
                }
            }
            var answer = api.handle(request);
            if (!answer.changes().isEmpty() && faults.losesAnswer(api.vendor(), operations)) {
                record(answer.failed(FaultKind.DROP_AFTER_COMMIT.name()), true);
                hangUp();
                return;
            }
            send(answer, faulted);
        }

        private void record(Answer answer, boolean faulted) {
            log.record(
                    new CallLog.Entry(
                            api.vendor(),
                            operations.getFirst(),
                            request.method(),
                            request.path(),
                            request.rawQuery(),
                            answer.status(),
                            answer.errorCode(),
                            api.mutating(request),
                            answer.itemCount(),
                            answer.wasReplayed(),
                            faulted,
                            (System.nanoTime() - start) / 1_000_000),
                    answer.changes());
            changes.fire("calls");
        }

        private void send(Answer answer, boolean faulted) {
            record(answer, faulted);
            context.vertx()
                    .runOnContext(_ -> {
                        var response = context.response();
                        if (response.closed() || response.ended()) {
                            return;
                        }
                        response.setStatusCode(answer.status());
                        answer.headers().forEach(response::putHeader);
                        response.putHeader("Content-Type", answer.contentType());
                        response.end(Buffer.buffer(answer.body()));
                    });
        }

        private void hangUp() {
            context.vertx().runOnContext(_ -> context.request().connection().close());
        }
    }

    private static WireRequest read(String prefix, RoutingContext context) {
        var request = context.request();
        Map<String, String> headers = new HashMap<>();
        request.headers().forEach(header -> headers.put(lower(header.getKey()), header.getValue()));
        Map<String, String> query = new HashMap<>();
        context.queryParams().forEach(entry -> query.put(entry.getKey(), entry.getValue()));
        var rawQuery = request.query() == null ? "" : request.query();
        var path = String.valueOf(request.path());
        var body = context.body().buffer();
        return new WireRequest(
                request.method().name(),
                path,
                rawQuery,
                segments(path.substring(prefix.length())),
                query,
                headers,
                body == null ? new byte[0] : body.getBytes());
    }

    private static List<String> segments(String path) {
        List<String> parts = new ArrayList<>();
        for (var part : path.substring(path.startsWith("/") ? 1 : 0).split("/", -1)) {
            parts.add(URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8));
        }
        return parts;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}

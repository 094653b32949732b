package io.tieout.kit.outbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.tieout.kit.publish.Publisher;
import io.tieout.kit.store.ServiceConfig;
import io.tieout.kit.store.Wake;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Publishes the outbox in order per key, woken by NOTIFY. A row counts as sent when Kafka
/// acknowledged it; after a crash in between it is sent again, and its readers recognise it.
@ApplicationScoped
class Relay {
    private static final Logger LOG = Logger.getLogger(Relay.class);

    private final OutboxRows rows;
    private final Publisher publisher;
    private final ServiceConfig config;
    private final Clock clock;
    private final Wake wake;
    private volatile boolean stopping;
    private @Nullable Thread thread;
    private Instant purgedAt = Instant.EPOCH;

    Relay(OutboxRows rows, Publisher publisher, ServiceConfig config, Clock clock, Wake wake) {
        this.rows = rows;
        this.publisher = publisher;
        this.config = config;
        this.clock = clock;
        this.wake = wake;
    }

    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent start) {
        if (config.relay().enabled()) {
            thread = Thread.ofPlatform().daemon().name("outbox-relay").start(this::loop);
        }
    }

    void stop(@Observes ShutdownEvent shutdown) {
        stopping = true;
        Thread running = thread;
        if (running != null) {
            running.interrupt();
        }
    }

    private void loop() {
        Wake.Listener listener = wake.listen(Outbox.channel(config));
        while (!stopping) {
            try {
                if (relay() == 0) {
                    purge();
                    listener.await(config.relay().pollInterval());
                }
            } catch (RuntimeException e) {
                if (!stopping) {
                    LOG.warnf("Relay failed and tries again: %s", e.getMessage());
                    listener.await(Duration.ofSeconds(1));
                }
            }
        }
        listener.close();
    }

    /// Sends one batch; the number of rows taken.
    int relay() {
        return QuarkusTransaction.requiringNew()
                .call(() -> {
                    List<OutboxRows.Row> batch = rows.claim();
                    Map<OutboxRows.Row, CompletableFuture<Void>> sending = new LinkedHashMap<>();
                    for (OutboxRows.Row row : batch) {
                        sending.put(row, send(row));
                    }
                    rows.sent(acknowledged(sending), clock.instant());
                    return batch.size();
                });
    }

    private CompletableFuture<Void> send(OutboxRows.Row row) {
        return publisher
                .send(
                        row.topic(),
                        row.key(),
                        row.event().getBytes(StandardCharsets.UTF_8),
                        Map.of())
                .toCompletableFuture();
    }

    /// After a failure the later rows of the same key stay unsent too, so that order per key holds.
    private List<Long> acknowledged(Map<OutboxRows.Row, CompletableFuture<Void>> sending) {
        List<Long> sent = new ArrayList<>();
        Set<String> broken = new HashSet<>();
        sending.forEach((row, acknowledgement) -> {
            try {
                acknowledgement.join();
                if (!broken.contains(row.key())) {
                    sent.add(row.id());
                }
            } catch (CompletionException e) {
                broken.add(row.key());
                rows.failed(row.id(), String.valueOf(e.getCause()));
                LOG.warnf("Not published to %s, tried again later: %s", row.topic(), e.getCause());
            }
        });
        return sent;
    }

    private void purge() {
        Instant now = clock.instant();
        if (now.isAfter(purgedAt.plusSeconds(60))) {
            purgedAt = now;
            QuarkusTransaction.requiringNew()
                    .run(() -> rows.purge(now.minus(config.relay().keep())));
        }
    }
}

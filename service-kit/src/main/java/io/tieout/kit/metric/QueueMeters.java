package io.tieout.kit.metric;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import org.jdbi.v3.core.Jdbi;

/// How much waits inside the service: unsent events, due lanes, paused lanes.
@ApplicationScoped
class QueueMeters {
    private final Jdbi jdbi;
    private final MeterRegistry registry;

    QueueMeters(Jdbi jdbi, MeterRegistry registry) {
        this.jdbi = jdbi;
        this.registry = registry;
    }

    void register(@Observes @Priority(Interceptor.Priority.APPLICATION) StartupEvent start) {
        gauge("outbox_unsent", "SELECT count(*) FROM outbox WHERE sent_at IS NULL");
        gauge("lanes_due", "SELECT count(*) FROM lanes WHERE due_at <= now()");
        gauge("lanes_paused", "SELECT count(*) FROM lanes WHERE paused_until > now()");
    }

    private void gauge(String name, String sql) {
        registry.gauge(name, this, self -> self.count(sql));
    }

    private double count(String sql) {
        return jdbi.withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }
}

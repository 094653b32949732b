package io.tieout.writeback.intent;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.util.Locale;
import org.jdbi.v3.core.Jdbi;

/// Counts calls, what they carry, and what was saved by sending things together.
@ApplicationScoped
class CallMeters {
    private final MeterRegistry registry;
    private final Jdbi jdbi;

    CallMeters(MeterRegistry registry, Jdbi jdbi) {
        this.registry = registry;
        this.jdbi = jdbi;
    }

    void register(@Observes @Priority(Interceptor.Priority.APPLICATION) StartupEvent start) {
        gauge("intents_open", "SELECT count(*) FROM intents WHERE status = 'OPEN'");
        gauge("effects_waiting", "SELECT count(*) FROM effects WHERE status = 'OPEN'");
        gauge("effects_unknown", "SELECT count(*) FROM effects WHERE status = 'UNKNOWN'");
    }

    void sent(Intent intent) {
        String kind = intent.kind().name().toLowerCase(Locale.ROOT);
        int items = intent.items().size();
        registry.summary("call_items", "kind", kind).record(items);
        registry.counter("vendor_calls_saved", "kind", kind).increment(items - 1.0);
    }

    private void gauge(String name, String sql) {
        registry.gauge(name, this, self -> self.count(sql));
    }

    private double count(String sql) {
        return jdbi.withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }
}

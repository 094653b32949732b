package io.tieout.console.frame;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Locale;

/// Exports what the navigation counts, as `console_waiting` by section.
@ApplicationScoped
class SectionMeters {
    private final List<SectionCount> counts;
    private final MeterRegistry registry;

    SectionMeters(@All List<SectionCount> counts, MeterRegistry registry) {
        this.counts = counts;
        this.registry = registry;
    }

    void register(@Observes StartupEvent start) {
        for (SectionCount count : counts) {
            String section = count.section().name().toLowerCase(Locale.ROOT);
            registry.gauge(
                    "console_waiting", Tags.of("section", section), count, SectionCount::waiting);
        }
    }
}

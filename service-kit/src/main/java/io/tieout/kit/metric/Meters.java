package io.tieout.kit.metric;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.tieout.kit.store.ServiceConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// Names the service on every meter, and turns on the histogram buckets of HTTP requests, which are
/// off by default.
@ApplicationScoped
class Meters {
    @Produces
    @Singleton
    MeterFilter service(ServiceConfig config) {
        return MeterFilter.commonTags(Tags.of(Tag.of("service", config.name())));
    }

    @Produces
    @Singleton
    MeterFilter histograms() {
        return new MeterFilter() {
            @Override
            public @Nullable DistributionStatisticConfig configure(
                    Meter.Id id, DistributionStatisticConfig settings) {
                if (!id.getName().startsWith("http.server.requests")) {
                    return settings;
                }
                return DistributionStatisticConfig.builder()
                        .percentilesHistogram(false)
                        .serviceLevelObjectives(5e6, 25e6, 100e6, 300e6, 1e9, 2.5e9, 10e9)
                        .build()
                        .merge(settings);
            }
        };
    }
}

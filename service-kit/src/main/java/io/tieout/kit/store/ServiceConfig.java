package io.tieout.kit.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;

/// What every service must be told about itself.
@ConfigMapping(prefix = "tieout.service")
public interface ServiceConfig {
    /// Consumer group, Kafka user and metric label.
    @WithDefault("${quarkus.application.name}")
    String name();

    /// The service's schema in PostgreSQL.
    @Pattern(regexp = "[a-z]+")
    String schema();

    Owner owner();

    Retry retry();

    Relay relay();

    Lane lane();

    /// Who runs the migrations.
    interface Owner {
        @WithDefault("tieout_owner")
        String user();

        String password();
    }

    /// How a consumer retries what may pass by itself.
    interface Retry {
        @WithDefault("5")
        @Min(0)
        @Max(50)
        int retriesMax();

        @WithDefault("PT0.2S")
        Duration delay();

        @WithDefault("PT5S")
        Duration delayMax();
    }

    /// How the outbox is published.
    interface Relay {
        @WithDefault("500")
        @Min(1)
        @Max(5000)
        int batchMax();

        /// How long it sleeps when nobody wakes it.
        @WithDefault("PT1S")
        Duration pollInterval();

        /// How long published rows are kept.
        @WithDefault("PT1H")
        Duration keep();

        @WithDefault("true")
        boolean enabled();
    }

    /// How lanes are run.
    interface Lane {
        @WithDefault("32")
        @Min(1)
        @Max(256)
        int concurrencyMax();

        /// Lanes of one kind at once: those that wait for a slow vendor leave room for all others.
        @WithDefault("8")
        @Min(1)
        @Max(256)
        int kindMax();

        @WithDefault("PT0.25S")
        Duration pollInterval();

        /// A holder that is silent for so long is taken for dead.
        @WithDefault("PT30S")
        Duration lease();

        @WithDefault("PT60S")
        Duration retryDelayMax();

        @WithDefault("true")
        boolean enabled();
    }
}

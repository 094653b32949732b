package io.tieout.reconcile;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/// Everything that can be set about reconciling.
@ConfigMapping(prefix = "tieout.reconcile")
public interface ReconcileConfig {
    /// How long a change waits for others, so that the books are compared once for many.
    @DurationMin(millis = 0)
    @DurationMax(minutes = 5)
    @WithDefault("PT0.5S")
    Duration linger();

    /// How long a discrepancy has stood before people are told of it: what the other book says a
    /// moment later is none.
    @DurationMin(millis = 0)
    @DurationMax(days = 7)
    @WithDefault("PT1M")
    Duration tellingPatience();

    /// Where people reach the console, for links to reports.
    @WithDefault("http://localhost:8400")
    URI consoleUrl();

    /// Where finance looks into discrepancies, and who is told; nowhere and nobody when absent.
    Optional<Path> financeReviewFile();

    /// Agreed rates and markups, by which rows that people billed by hand are compared with
    /// invoices; items' own prices when absent.
    Optional<Path> billingRulesFile();

    /// Rows whose changes are stored in one transaction.
    @Min(1)
    @Max(5000)
    @WithDefault("200")
    int rowsPerTransaction();

    Explanations explanations();

    /// How discrepancies are explained in words.
    interface Explanations {
        /// An OpenAI-compatible endpoint; without one the template's words are used.
        Optional<URI> url();

        @WithDefault("none")
        String apiKey();

        @WithDefault("gpt-4o-mini")
        String model();

        @DurationMin(millis = 1)
        @DurationMax(minutes = 5)
        @WithDefault("PT20S")
        Duration timeout();

        /// Longest explanation, in characters.
        @Min(40)
        @Max(4000)
        @WithDefault("600")
        int lengthMax();

        /// How often the model is asked within an hour; the rest waits.
        @Min(0)
        @Max(10000)
        @WithDefault("200")
        int callsPerHourMax();
    }
}

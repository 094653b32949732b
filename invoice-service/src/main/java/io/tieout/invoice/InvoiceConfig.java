package io.tieout.invoice;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/// What invoice-service must be told.
@ConfigMapping(prefix = "tieout.invoice")
public interface InvoiceConfig {
    /// Rates, minimums, caps, markups and tax codes by state, as JSON.
    Path billingRulesFile();

    /// Where people open links.
    URI consoleUrl();

    /// Makes the links to invoice PDFs unguessable.
    @NotBlank
    String linkSecret();

    /// For books whose company names no time zone.
    @WithDefault("UTC")
    ZoneId timeZone();

    Narrative narrative();

    /// How line descriptions are written.
    interface Narrative {
        /// An OpenAI-compatible endpoint; without one the template's words are used.
        Optional<URI> url();

        @WithDefault("none")
        String apiKey();

        @WithDefault("gpt-4o-mini")
        String model();

        @WithDefault("PT20S")
        Duration timeout();

        /// Tries before the template's words are taken instead.
        @WithDefault("2")
        @Min(1)
        @Max(10)
        int attemptsMax();

        /// Longest description of a line.
        @WithDefault("300")
        @Min(40)
        @Max(4000)
        int lengthMax();
    }
}

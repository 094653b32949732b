package io.tieout.audit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.NotBlank;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// What audit must be told: its keys, its rules, and how patient it is.
@ConfigMapping(prefix = "tieout.audit")
public interface AuditConfig {
    Keys keys();

    /// Who must approve what; the cautious built-in policy when absent.
    Optional<Path> policyFile();

    /// The billing rules that drafts follow; audit reads them with code of its own. No rate card
    /// and no markup when absent.
    Optional<Path> billingRulesFile();

    /// Where finance reviews discrepancies and who is told of them; audit reads it with code of its
    /// own. Nobody is told and no row is added when absent.
    Optional<Path> financeReviewFile();

    Review review();

    Anchor anchor();

    /// Ed25519 keys: audit's own, and those of the channels through which people decide.
    interface Keys {
        /// PKCS#8 DER, base64.
        @NotBlank
        String privateKey();

        /// X.509 DER, base64.
        @NotBlank
        String consolePublicKey();

        /// X.509 DER, base64; decisions made in sheets.
        @NotBlank
        String ingestPublicKey();
    }

    /// How audit waits for facts that others had already seen.
    interface Review {
        @WithDefault("PT0.2S")
        Duration recheckDelay();

        @WithDefault("PT10S")
        Duration recheckDelayMax();

        /// How long a missing entity is taken for late rather than unknown.
        @WithDefault("PT30S")
        Duration patience();
    }

    /// Where signed chain heads are kept outside the database.
    interface Anchor {
        Path file();

        @WithDefault("PT5S")
        Duration interval();
    }
}

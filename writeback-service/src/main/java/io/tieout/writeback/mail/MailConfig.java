package io.tieout.writeback.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/// The mail server.
@ConfigMapping(prefix = "tieout.mail")
public interface MailConfig {
    @NotBlank
    String host();

    @Min(1)
    @Max(65_535)
    int port();

    /// The sender of every mail.
    @NotBlank
    String from();

    /// Without one, mail is handed over without signing in.
    Optional<String> user();

    Optional<String> password();

    /// Encryption is used wherever the server offers it; with this, nothing goes out without it.
    @WithDefault("false")
    boolean encryptionRequired();

    /// How long the server may stay silent before its answer counts as lost.
    @DurationMin(seconds = 1)
    @DurationMax(minutes = 10)
    @WithDefault("PT30S")
    Duration timeout();
}

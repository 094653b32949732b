package io.tieout.writeback;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/// Everything that can be set about writing back.
@ConfigMapping(prefix = "tieout.writeback")
public interface WritebackConfig {
    /// Audit's Ed25519 key, X.509 base64: only what it signed is carried out.
    @NotBlank
    String auditPublicKey();

    Recovery recovery();

    Realm realm();

    Sheet sheet();

    Mailbox mailbox();

    /// What is done about a call whose answer was lost.
    interface Recovery {
        /// First pause before a lost call is repeated; doubles with each repetition.
        @DurationMin(millis = 1)
        @DurationMax(minutes = 1)
        @WithDefault("PT0.2S")
        Duration repeatDelay();

        @DurationMin(millis = 1)
        @DurationMax(minutes = 10)
        @WithDefault("PT60S")
        Duration repeatDelayMax();

        /// Repetitions under the same request id before the other side is searched.
        @Min(1)
        @Max(20)
        @WithDefault("2")
        int attemptsBeforeLook();

        /// For so long the vendor is trusted to recognise a request id or Message-ID; after it a
        /// person decides.
        @DurationMin(seconds = 1)
        @DurationMax(hours = 72)
        @WithDefault("PT12H")
        Duration trustWindow();

        /// A call that got no answer may still be under way for so long; QuickBooks gives up at 120
        /// s.
        @DurationMin(millis = 1)
        @DurationMax(minutes = 30)
        @WithDefault("PT150S")
        Duration settleTime();
    }

    /// QuickBooks.
    interface Realm {
        /// How long an effect waits for company, so that they share a batch; each that comes begins
        /// it anew. A full batch goes at once.
        @DurationMin(millis = 0)
        @DurationMax(seconds = 60)
        @WithDefault("PT10S")
        Duration linger();

        /// How long the first may wait, however many keep coming.
        @DurationMin(millis = 0)
        @DurationMax(minutes = 10)
        @WithDefault("PT60S")
        Duration lingerMax();

        /// Items of one batch; the vendor recommends no more than 30.
        @Min(1)
        @Max(30)
        @WithDefault("30")
        int batchMax();

        /// How long before QuickBooks' quota allows a batch its rows are looked at again and it is
        /// written ahead: about what that takes, so that no part of the quota is lost to it. A
        /// little less than `tieout.connectors.quota.patience`.
        @DurationMin(millis = 0)
        @DurationMax(seconds = 10)
        @WithDefault("PT3S")
        Duration lead();

        /// Rows that an invoice rests on are not read again just before the call when ingest has
        /// confirmed within this time that nobody touched them. Zero: always read.
        @DurationMin(millis = 0)
        @DurationMax(minutes = 30)
        @WithDefault("PT2M")
        Duration rowsTrusted();
    }

    /// Smartsheet.
    interface Sheet {
        /// How long an update waits for company, so that they share a request; each that comes
        /// begins it anew. A full request goes at once.
        @DurationMin(millis = 0)
        @DurationMax(minutes = 5)
        @WithDefault("PT30S")
        Duration linger();

        /// How long the first may wait, however many keep coming.
        @DurationMin(millis = 0)
        @DurationMax(minutes = 10)
        @WithDefault("PT5M")
        Duration lingerMax();

        /// Rows of one request; the vendor refuses more than 500.
        @Min(1)
        @Max(500)
        @WithDefault("500")
        int rowsMax();

        /// Effects looked at together when a request is put together.
        @Min(1)
        @Max(5000)
        @WithDefault("500")
        int effectsMax();
    }

    /// Mail.
    interface Mailbox {
        /// Mails of one mailbox in one run of its lane.
        @Min(1)
        @Max(1000)
        @WithDefault("50")
        int mailsMax();
    }
}

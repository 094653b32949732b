package io.tieout.ingest;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.tieout.model.id.RealmId;
import io.tieout.model.quickbooks.AccountingMethod;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/// Everything that can be set about the service that reads the outside world.
@ConfigMapping(prefix = "tieout.ingest")
public interface IngestConfig {
    /// The company whose books are followed, and which sheets belong to unless their mapping says
    /// otherwise.
    RealmId realm();

    /// Which sheets are read, and what their columns mean.
    Path mappingFile();

    /// Who is who, and may do what.
    Path peopleFile();

    Callback callback();

    Hydration hydration();

    Subscription subscription();

    Discovery discovery();

    Books books();

    ProfitAndLoss profitAndLoss();

    Approval approval();

    Document document();

    Attachment attachment();

    Connection connection();

    /// Webhooks as they come in.
    interface Callback {
        /// Where Smartsheet reaches us.
        @NotBlank
        String url();

        /// How long Kafka may take to acknowledge before the sender is told to come back.
        @DurationMin(millis = 100)
        @DurationMax(seconds = 10)
        @WithDefault("PT2.5S")
        Duration ackTimeout();

        @WithDefault("8M")
        MemorySize bodyMax();

        /// Secrets tried on a callback that does not say which webhook it is of.
        @Min(1)
        @Max(1000)
        @WithDefault("200")
        int secretsTriedMax();

        /// Signs QuickBooks' notifications; none are accepted without it.
        Optional<String> verifierToken();

        /// How long a callback's nonce is remembered; beyond Smartsheet's day of retries.
        @DurationMin(hours = 24)
        @DurationMax(days = 90)
        @WithDefault("P7D")
        Duration nonceKeep();
    }

    /// Reading rows.
    interface Hydration {
        /// Callbacks that come within this time after the first are answered by one read.
        @DurationMin(millis = 0)
        @DurationMax(minutes = 5)
        @WithDefault("PT0.3S")
        Duration window();

        /// Rows read in one go; connectors splits them to fit the URL.
        @Min(1)
        @Max(10_000)
        @WithDefault("1000")
        int rowsMax();

        /// How often a sheet's version is compared, in case a callback was lost.
        @DurationMin(millis = 100)
        @DurationMax(hours = 24)
        @WithDefault("PT60S")
        Duration sweepInterval();

        /// Part of Smartsheet's quota that comparing versions may take: with more sheets than fit,
        /// each is compared less often.
        @DecimalMin("0.01")
        @DecimalMax("1")
        @WithDefault("0.25")
        double sweepShare();

        /// How long a sheet that others changed may wait for its callback before it is read
        /// without; the vendor's callbacks come about a minute late.
        @DurationMin(millis = 0)
        @DurationMax(hours = 1)
        @WithDefault("PT90S")
        Duration sweepPatience();

        /// How far a sweep looks back beyond the last one.
        @DurationMin(seconds = 0)
        @DurationMax(hours = 1)
        @WithDefault("PT2M")
        Duration sweepOverlap();

        /// How often a sheet is read in full, to find deletions that nothing announced.
        @DurationMin(minutes = 1)
        @DurationMax(days = 30)
        @WithDefault("PT24H")
        Duration wholeInterval();
    }

    /// Finding sheets in workspaces.
    interface Discovery {
        /// Between looks into a workspace for sheets that came or went.
        @DurationMin(millis = 100)
        @DurationMax(hours = 24)
        @WithDefault("PT5M")
        Duration interval();
    }

    /// Keeping webhooks alive.
    interface Subscription {
        /// Without webhooks the sweep alone finds what changed.
        @WithDefault("true")
        boolean enabled();

        @DurationMin(millis = 100)
        @DurationMax(hours = 24)
        @WithDefault("PT5M")
        Duration checkInterval();

        /// Before the second attempt to enable a webhook that does not come alive; doubles with
        /// each one up to the check's interval.
        @DurationMin(millis = 100)
        @DurationMax(hours = 1)
        @WithDefault("PT3S")
        Duration retryDelay();

        /// Attempts that may fail before people are told.
        @Min(1)
        @Max(20)
        @WithDefault("3")
        int alarmAfter();

        /// AES-256 key, base64, that webhook secrets are kept under.
        @NotBlank
        String secretKey();
    }

    /// Following the books.
    interface Books {
        @DurationMin(millis = 100)
        @DurationMax(hours = 24)
        @WithDefault("PT60S")
        Duration pollInterval();

        /// How far each look goes back beyond the last one.
        @DurationMin(seconds = 0)
        @DurationMax(hours = 1)
        @WithDefault("PT2M")
        Duration overlap();

        /// Notifications that come within this time after the first are answered by one look.
        @DurationMin(millis = 0)
        @DurationMax(minutes = 5)
        @WithDefault("PT1S")
        Duration nudgeWindow();

        /// Between reads of everything, which find what nothing else told of.
        @DurationMin(seconds = 1)
        @DurationMax(days = 30)
        @WithDefault("PT24H")
        Duration sweepInterval();

        /// Between looks at the types that change data capture leaves out.
        @DurationMin(millis = 100)
        @DurationMax(days = 7)
        @WithDefault("PT15M")
        Duration slowInterval();

        /// A checkpoint older than this is too old for change data capture; the vendor's limit is
        /// 30 days.
        @DurationMin(hours = 1)
        @DurationMax(days = 30)
        @WithDefault("P29D")
        Duration lookBackMax();

        /// An answer of so many objects is taken for cut off.
        @Min(1)
        @Max(1000)
        @WithDefault("1000")
        int changesMax();
    }

    /// Reading the books' own profit and loss: one billed call for all projects of a company.
    interface ProfitAndLoss {
        @DurationMin(millis = 100)
        @DurationMax(days = 31)
        @WithDefault("PT24H")
        Duration interval();

        /// Documents count when they are dated, as in Tieout's own sums; by cash, when they are
        /// paid.
        @WithDefault("accrual")
        AccountingMethod accountingMethod();

        /// The first day that counts.
        @WithDefault("2015-01-01")
        LocalDate from();

        /// Months of one call. Intuit advises six, without a limit that anybody has seen; fewer
        /// than all of them cost more calls.
        @Min(1)
        @Max(1200)
        @WithDefault("1200")
        int monthsMax();
    }

    /// Decisions made in the sheet.
    interface Approval {
        /// Ed25519, PKCS#8, base64: signs decisions that were made in the sheet.
        @NotBlank
        String privateKey();

        /// People fill a column row by row; the cells are looked at when they pause.
        @DurationMin(millis = 0)
        @DurationMax(minutes = 10)
        @WithDefault("PT1S")
        Duration window();

        /// By how much Smartsheet's clock may be behind ours.
        @DurationMin(seconds = 0)
        @DurationMax(minutes = 5)
        @WithDefault("PT5S")
        Duration clockTolerance();

        /// Rows of one draft whose approval is read from the sheet; larger ones are approved on the
        /// console.
        @Min(1)
        @Max(2000)
        @WithDefault("300")
        int rowsMax();
    }

    /// Watching connections.
    interface Connection {
        /// Between looks for what is wrong with them.
        @DurationMin(millis = 100)
        @DurationMax(hours = 24)
        @WithDefault("PT1M")
        Duration checkInterval();
    }

    /// Fetching documents.
    interface Document {
        /// Fetched in one go of the lane.
        @Min(1)
        @Max(100)
        @WithDefault("20")
        int batchMax();
    }

    /// Reading what is attached to rows.
    interface Attachment {
        /// Files of one row that are read, the newest first.
        @Min(0)
        @Max(100)
        @WithDefault("20")
        int filesMax();

        /// Larger files are not fetched; the vendor's own limit is 30 MB.
        @WithDefault("10M")
        MemorySize bytesMax();

        /// Characters that are kept of a file.
        @Min(1_000)
        @Max(1_000_000)
        @WithDefault("20000")
        int textMax();

        /// How long the process that reads one file may take.
        @DurationMin(seconds = 1)
        @DurationMax(minutes = 5)
        @WithDefault("PT20S")
        Duration readTimeout();

        /// What that process may take of memory.
        @WithDefault("192M")
        MemorySize readMemory();

        /// Files read at the same time.
        @Min(1)
        @Max(16)
        @WithDefault("2")
        int readersMax();

        /// Files read in one go of the lane.
        @Min(1)
        @Max(100)
        @WithDefault("10")
        int batchMax();
    }
}

package io.tieout.console;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/// Everything that can be set about the console.
@ConfigMapping(prefix = "tieout.console")
public interface ConsoleConfig {
    /// Where people reach the console; a form that was not sent from there is refused.
    URI url();

    /// Who may sign in, with which roles.
    Path peopleFile();

    /// Ed25519, PKCS#8, base64: signs decisions taken here.
    @NotBlank
    String privateKey();

    /// Makes the links to invoices unguessable.
    @NotBlank
    String linkSecret();

    /// Whether the sign-in page names the demo users.
    @WithDefault("false")
    boolean demoUsersShown();

    /// How long somebody stays signed in.
    @WithDefault("PT10H")
    Duration session();

    /// How long a page waits for another service before it goes without.
    @WithDefault("PT1S")
    Duration patience();

    /// How long a page waits for what edited match rules would change.
    @WithDefault("PT60S")
    Duration previewPatience();

    /// Base addresses by service name.
    Map<String, URI> services();

    /// Where QuickBooks shows documents, such as `https://app.qbo.intuit.com/app`; a report names
    /// them without a link when absent.
    Optional<URI> quickbooksPages();

    Limits limits();

    Lag lag();

    Watch watch();

    Exceptions exceptions();

    /// How the exception queue is kept.
    interface Exceptions {
        /// In which a day begins and ends; days that something is due are counted in it.
        @WithDefault("UTC")
        ZoneId timeZone();

        /// Days until an exception is due, by its severity, unless somebody sets another day.
        Due due();

        interface Due {
            @WithDefault("1")
            @Min(0)
            @Max(366)
            int error();

            @WithDefault("5")
            @Min(0)
            @Max(366)
            int warning();

            @WithDefault("14")
            @Min(0)
            @Max(366)
            int info();
        }
    }

    /// A limit on everything that loops.
    interface Limits {
        @WithDefault("50")
        @Min(1)
        @Max(500)
        int pageSize();

        @WithDefault("200")
        @Min(1)
        @Max(1000)
        int decisionsAtOnceMax();

        @WithDefault("500")
        @Min(1)
        @Max(5000)
        int exceptionsAtOnceMax();

        @WithDefault("500")
        @Min(1)
        @Max(5000)
        int redrivesAtOnceMax();

        @WithDefault("100")
        @Min(1)
        @Max(10000)
        int redrivesPerSecond();
    }

    /// How consumer lag is watched.
    interface Lag {
        @WithDefault("true")
        boolean enabled();

        @WithDefault("PT10S")
        Duration interval();
    }

    /// How the other services are watched.
    interface Watch {
        @WithDefault("true")
        boolean enabled();

        @WithDefault("PT5S")
        Duration interval();

        /// How long a service may take before it counts as out of reach.
        @WithDefault("PT4S")
        Duration patience();
    }
}

package io.tieout.connectors;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.tieout.model.id.ConnectionId;
import io.tieout.model.id.RealmId;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/// Everything that can be set about the two vendors' connections.
@ConfigMapping(prefix = "tieout.connectors")
public interface ConnectorsConfig {
    Database database();

    /// AES-256 key, base64; encrypts OAuth tokens at rest (`TIEOUT_TOKEN_KEY`).
    @NotBlank
    String tokenKey();

    Smartsheet smartsheet();

    Quickbooks quickbooks();

    Quota quota();

    /// How the owner of schema `connections` signs in to run its migrations.
    interface Database {
        @NotBlank
        String url();

        @NotBlank
        String ownerUser();

        @NotBlank
        String ownerPassword();
    }

    /// The Smartsheet account.
    interface Smartsheet {
        /// Names the account and its region in envelopes, tokens and quotas.
        @WithDefault("smartsheet:us:main")
        ConnectionId connection();

        /// Personal token to begin with; a changed one replaces what is stored.
        Optional<String> token();

        /// Our app, when people sign in by OAuth instead of a personal token.
        @NotBlank
        @WithDefault("tieout")
        String clientId();

        Optional<String> clientSecret();

        /// Where a person signs in; it follows from the region.
        @NotBlank
        String authorizeUrl();

        /// What Tieout asks to be allowed.
        @NotBlank
        @WithDefault("READ_SHEETS WRITE_SHEETS ADMIN_WEBHOOKS READ_USERS")
        String scopes();

        /// What our writes are recognised by when they come back as callbacks.
        @NotBlank
        @WithDefault("tieout")
        String changeAgent();

        @NotBlank
        @WithDefault("APPLICATION,Tieout,Tieout")
        String integrationSource();

        /// Row ids in one read: they travel in the URL.
        @Min(1)
        @Max(300)
        @WithDefault("200")
        int rowsPerRead();

        /// Rows in one page of a whole sheet.
        @Min(100)
        @Max(5000)
        @WithDefault("1000")
        int pageSize();

        /// Requests a minute that the vendor allows one token.
        @Min(10)
        @Max(10_000)
        @WithDefault("300")
        int callsPerMinute();

        /// What one cell history or upload counts.
        @Min(1)
        @Max(100)
        @WithDefault("10")
        int heavyWeight();
    }

    /// The QuickBooks Online company and our app.
    interface Quickbooks {
        /// The company that the first refresh token opens.
        Optional<RealmId> realm();

        /// Refresh token to begin with; a changed one replaces what is stored.
        Optional<String> refreshToken();

        @NotBlank
        @WithDefault("tieout")
        String clientId();

        Optional<String> clientSecret();

        /// Where a person signs in.
        @NotBlank
        @WithDefault("https://appcenter.intuit.com/connect/oauth2")
        String authorizeUrl();

        /// What Tieout asks to be allowed.
        @NotBlank
        @WithDefault("com.intuit.quickbooks.accounting")
        String scopes();

        /// Reads that Intuit lets the app make in a calendar month, all companies together.
        @Min(1000)
        @Max(1_000_000_000)
        @WithDefault("500000")
        long meteredCallsPerMonth();

        @Min(75)
        @Max(999)
        @WithDefault("75")
        int minorVersion();

        /// Entities in one page of a query; the vendor's maximum is 1000.
        @Min(1)
        @Max(1000)
        @WithDefault("1000")
        int pageSize();

        /// An access token is renewed when it has less than this left.
        @DurationMin(seconds = 0)
        @DurationMax(minutes = 30)
        @WithDefault("5M")
        Duration renewBefore();

        @Min(10)
        @Max(10_000)
        @WithDefault("500")
        int callsPerMinute();

        @Min(1)
        @Max(1000)
        @WithDefault("10")
        int callsPerSecond();

        @Min(1)
        @Max(1000)
        @WithDefault("40")
        int batchesPerMinute();

        /// Calls under way at once per realm, all copies together.
        @Min(1)
        @Max(100)
        @WithDefault("10")
        int callsAtOnce();
    }

    /// How quotas are spent.
    interface Quota {
        /// A call is taken to have arrived when its answer came, or after this time if that was
        /// earlier.
        @DurationMin(millis = 10)
        @DurationMax(seconds = 30)
        @WithDefault("10S")
        Duration arrival();

        /// Kinds of lanes that nobody waits for: they yield to all others that share their quota.
        @WithDefault("pdf,sweep,attachment,workspace,subscription")
        List<String> background();

        /// Names this service's share apart from other services' that call the same vendor.
        @WithDefault("${quarkus.application.name:tieout}")
        String service();

        /// A shorter wait than this is sat out in the call instead of pausing the lane.
        @DurationMin(millis = 0)
        @DurationMax(seconds = 10)
        @WithDefault("1S")
        Duration patience();

        /// Pause after a 429 that does not say how long.
        @DurationMin(millis = 100)
        @DurationMax(minutes = 15)
        @WithDefault("60S")
        Duration throttlePause();

        /// When the place of a call whose copy died is given to another; beyond the vendor's 120 s.
        @DurationMin(seconds = 5)
        @DurationMax(minutes = 10)
        @WithDefault("150S")
        Duration callExpiry();
    }
}

package io.tieout.twin;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/// What the twin is started with.
@ConfigMapping(prefix = "tieout.twin")
public interface TwinConfig {
    /// Where the state is kept across restarts; nowhere when absent.
    Optional<Path> state();

    /// The sample that a twin without kept state starts with: harbor or empty.
    @WithDefault("harbor")
    String sample();

    /// The access token of the sheets' service account.
    @WithDefault("harbor-smartsheet-token")
    String smartsheetToken();

    Oauth oauth();

    Smtp smtp();

    Notifications notifications();

    /// The QuickBooks connection that exists from the start.
    interface Oauth {
        @WithDefault("harbor-client")
        String clientId();

        @WithDefault("harbor-secret")
        String clientSecret();

        @WithDefault("harbor-refresh-token")
        String refreshToken();

        @WithDefault("9130350000000001")
        String realm();
    }

    /// Who is told about changes in the books.
    interface Notifications {
        /// The subscriber's address; nobody is told when absent.
        Optional<String> url();

        /// Signs what is sent.
        @WithDefault("harbor-verifier-token")
        String verifierToken();
    }

    /// Where mail is taken in.
    interface Smtp {
        @WithDefault("8425")
        int port();

        @WithDefault("127.0.0.1")
        String host();
    }
}

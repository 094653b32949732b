package io.tieout.connectors.token;

import io.tieout.connectors.ConnectorsConfig;
import io.tieout.connectors.Secret;
import io.tieout.connectors.Vendor;
import io.tieout.model.id.ConnectionId;
import io.tieout.model.id.RealmId;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Leads a person's sign-in from its first page to stored tokens. Its state is a secret of the
/// browser that began it: it is good once, for ten minutes, and only its hash is kept.
@ApplicationScoped
public class Authorizations {
    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final PendingAuthorizations pending;
    private final TokenIssuer issuer;
    private final Tokens tokens;
    private final ConnectorsConfig config;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Authorizations(
            PendingAuthorizations pending,
            TokenIssuer issuer,
            Tokens tokens,
            ConnectorsConfig config,
            Clock clock) {
        this.pending = pending;
        this.issuer = issuer;
        this.tokens = tokens;
        this.config = config;
        this.clock = clock;
    }

    /// A sign-in that has begun.
    ///
    /// @param address where the person's browser goes
    public record Begun(URI address, String state) {}

    /// How a sign-in ended.
    public sealed interface Ended {
        /// Tokens are stored.
        record Connected(ConnectionId connection, Vendor vendor, String scopes) implements Ended {}

        /// Nothing was stored; `why` is for the person.
        record Refused(String why) implements Ended {}
    }

    /// @param redirectUri where the vendor sends the browser: on this machine, or by HTTPS
    public Begun begin(Vendor vendor, String redirectUri) {
        checkRedirect(redirectUri);
        String state = word();
        String scopes = scopes(vendor);
        pending.put(
                hash(state),
                new PendingAuthorizations.Pending(
                        vendor, redirectUri, scopes, clock.instant().plus(LIFE)));
        URI address =
                URI.create(
                        authorizeUrl(vendor)
                                + "?client_id="
                                + encoded(clientId(vendor))
                                + "&response_type=code&scope="
                                + encoded(scopes)
                                + "&redirect_uri="
                                + encoded(redirectUri)
                                + "&state="
                                + state);
        return new Begun(address, state);
    }

    /// @param realm the company that the person chose (QuickBooks)
    /// @param error what the vendor says instead of a code, such as `access_denied`
    public Ended finish(
            String state, @Nullable String code, @Nullable String realm, @Nullable String error) {
        Optional<PendingAuthorizations.Pending> found = pending.take(hash(state), clock.instant());
        if (found.isEmpty()) {
            return new Ended.Refused(
                    "This sign-in was not begun here, was used before, or is older than ten"
                            + " minutes: begin again.");
        }
        PendingAuthorizations.Pending begun = found.get();
        if (code == null || code.isBlank()) {
            return new Ended.Refused(
                    "The sign-in was not completed: "
                            + (error == null ? "there is no code" : error)
                            + ".");
        }
        if (begun.vendor() == Vendor.QUICKBOOKS && (realm == null || !realm.matches("\\d{1,30}"))) {
            return new Ended.Refused("QuickBooks did not say which company was chosen.");
        }
        return exchange(begun, code, realm);
    }

    private Ended exchange(
            PendingAuthorizations.Pending begun, String code, @Nullable String realm) {
        return switch (issuer.exchange(begun.vendor(), new Secret(code), begun.redirectUri())) {
            case RefreshAnswer.Renewed pair -> {
                ConnectionId connection = connection(begun.vendor(), realm);
                tokens.connected(connection, begun.vendor(), pair, begun.scopes());
                yield new Ended.Connected(connection, begun.vendor(), begun.scopes());
            }
            case RefreshAnswer.Rejected rejected ->
                    new Ended.Refused("The vendor refused the code: " + rejected.error() + ".");
            case RefreshAnswer.Unclear unclear ->
                    new Ended.Refused(
                            "The vendor gave no tokens ("
                                    + unclear.what()
                                    + "); a code is good once: begin again.");
        };
    }

    private ConnectionId connection(Vendor vendor, @Nullable String realm) {
        return vendor == Vendor.QUICKBOOKS && realm != null
                ? Tokens.quickBooks(new RealmId(realm))
                : config.smartsheet().connection();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static void checkRedirect(String redirectUri) {
        URI uri = URI.create(redirectUri);
        boolean local = "http".equals(uri.getScheme()) && LOOPBACK.contains(uri.getHost());
        if (!local && !"https".equals(uri.getScheme())) {
            throw new IllegalArgumentException(
                    "A sign-in comes back to this machine or by HTTPS, not to " + redirectUri);
        }
    }

    private String clientId(Vendor vendor) {
        return switch (vendor) {
            case QUICKBOOKS -> config.quickbooks().clientId();
            case SMARTSHEET -> config.smartsheet().clientId();
        };
    }

    private String authorizeUrl(Vendor vendor) {
        return switch (vendor) {
            case QUICKBOOKS -> config.quickbooks().authorizeUrl();
            case SMARTSHEET -> config.smartsheet().authorizeUrl();
        };
    }

    private String scopes(Vendor vendor) {
        return switch (vendor) {
            case QUICKBOOKS -> config.quickbooks().scopes();
            case SMARTSHEET -> config.smartsheet().scopes();
        };
    }

    private String word() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] hash(String state) {
        return TokenCipher.sha256(state.getBytes(StandardCharsets.UTF_8));
    }
}

package io.tieout.connectors.token;

import io.tieout.connectors.ConnectorsConfig;
import io.tieout.connectors.Secret;
import io.tieout.connectors.Vendor;
import io.tieout.connectors.fault.VendorException;
import io.tieout.connectors.fault.VendorFault;
import io.tieout.connectors.fault.VendorTrace;
import io.tieout.connectors.token.RenewalMoments.Moment;
import io.tieout.model.id.ConnectionId;
import io.tieout.model.id.RealmId;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Hands out access tokens that work, and renews each exactly once however many calls need it: the
/// row is locked, read again, and the new pair is committed before anybody uses it. Of all vendor
/// calls only this one happens inside a database transaction, because losing a rotated pair costs a
/// person's sign-in.
@ApplicationScoped
public class Tokens {
    private static final Logger LOG = Logger.getLogger(Tokens.class);
    private static final String OPERATION = "refresh token";

    private final TokenStore store;
    private final TokenIssuer issuer;
    private final RenewalMoments moments;
    private final ConnectorsConfig config;
    private final Clock clock;
    // Of one copy only one thread waits for the row, so that waiters do not use up the pool.
    private final ConcurrentHashMap<ConnectionId, ReentrantLock> turns = new ConcurrentHashMap<>();

    Tokens(
            TokenStore store,
            TokenIssuer issuer,
            RenewalMoments moments,
            ConnectorsConfig config,
            Clock clock) {
        this.store = store;
        this.issuer = issuer;
        this.moments = moments;
        this.config = config;
        this.clock = clock;
    }

    /// The connection of a QuickBooks company.
    public static ConnectionId quickBooks(RealmId realm) {
        return new ConnectionId("quickbooks:" + realm);
    }

    /// Stores the configured first tokens unless they are known, and gives connections that were
    /// lost another try: what was wrong may have been put right while we were down.
    public void seed() {
        Instant now = clock.instant();
        store.retryLost(now);
        ConnectorsConfig.Smartsheet smartsheet = config.smartsheet();
        smartsheet
                .token()
                .ifPresent(token ->
                        store.seed(
                                smartsheet.connection(),
                                Vendor.SMARTSHEET,
                                new Secret(token),
                                null,
                                hash(token),
                                now));
        config.quickbooks().realm().ifPresent(realm -> seedQuickBooks(realm, now));
    }

    private void seedQuickBooks(RealmId realm, Instant now) {
        config.quickbooks()
                .refreshToken()
                .ifPresent(token ->
                        store.seed(
                                quickBooks(realm),
                                Vendor.QUICKBOOKS,
                                null,
                                new Secret(token),
                                hash(token),
                                now));
    }

    /// The token to call with, renewed when it is about to expire. Throws `Unauthorized` when a
    /// person must connect again.
    public AccessToken accessToken(ConnectionId connection) {
        TokenRow row = store.find(connection).orElseThrow(() -> notConnected(connection));
        if (row.state() == TokenState.CONNECTED && row.access() != null && isFresh(row)) {
            return new AccessToken(row.access());
        }
        return renew(connection, null);
    }

    /// Another token than the one that the vendor refused with 401.
    public AccessToken replacementFor(ConnectionId connection, AccessToken refused) {
        return renew(connection, refused);
    }

    /// The vendor refused a fresh token, too: a person must connect again.
    public void needsReauth(ConnectionId connection, AccessToken refused) {
        store.locked(
                connection,
                locked -> {
                    locked.row()
                            .filter(row -> refused.secret().equals(row.access()))
                            .ifPresent(_ ->
                                    markLost(
                                            locked,
                                            connection,
                                            "the vendor refused a fresh token"));
                    return true;
                });
    }

    /// Stores the tokens of a connection that a person has just made, in place of any before.
    void connected(
            ConnectionId connection, Vendor vendor, RefreshAnswer.Renewed pair, String scopes) {
        ReentrantLock turn = turns.computeIfAbsent(connection, _ -> new ReentrantLock());
        turn.lock();
        try {
            store.connected(
                    connection,
                    vendor,
                    NewTokens.of(pair, clock.instant()),
                    scopes,
                    configuredToken(connection).map(Tokens::hash).orElse(null));
            LOG.infof("Connected connection=%s", connection);
        } finally {
            turn.unlock();
        }
    }

    /// What the connection allows as far as it was tried. Neither vendor says so with its tokens:
    /// until then what was asked for is taken for granted.
    public void granted(ConnectionId connection, String scopes) {
        store.granted(connection, scopes);
    }

    /// A connection that was made lacks something that only a person can give.
    public void unusable(ConnectionId connection, String why) {
        store.locked(
                connection,
                locked -> {
                    markLost(locked, connection, why);
                    return true;
                });
    }

    private Optional<String> configuredToken(ConnectionId connection) {
        return connection.equals(config.smartsheet().connection())
                ? config.smartsheet().token()
                : configuredRefreshToken(connection).map(Secret::value);
    }

    /// All connections with their state, without tokens.
    public List<ConnectionStatus> statuses() {
        return store.all().stream().map(TokenRow::status).toList();
    }

    private AccessToken renew(ConnectionId connection, @Nullable AccessToken refused) {
        ReentrantLock turn = turns.computeIfAbsent(connection, _ -> new ReentrantLock());
        turn.lock();
        try {
            Renewal renewal =
                    store.locked(connection, locked -> renewLocked(connection, refused, locked));
            moments.reached(Moment.COMMITTED);
            return switch (renewal) {
                case Renewal.Ready ready -> ready.token();
                case Renewal.Lost lost -> throw new VendorException(lost.fault());
            };
        } finally {
            turn.unlock();
        }
    }

    private Renewal renewLocked(
            ConnectionId connection, @Nullable AccessToken refused, TokenStore.Locked locked) {
        TokenRow row = locked.row().orElseThrow(() -> notConnected(connection));
        if (row.state() == TokenState.NEEDS_REAUTH) {
            return lost(row.vendor(), "needs-reauth", "A person must connect again");
        }
        Secret access = row.access();
        if (access != null
                && isFresh(row)
                && (refused == null || !access.equals(refused.secret()))) {
            return new Renewal.Ready(new AccessToken(access));
        }
        Secret refresh = row.refresh();
        if (refresh == null) {
            markLost(locked, connection, "the vendor refused a token that cannot be renewed");
            return lost(row.vendor(), "needs-reauth", "The token was refused");
        }
        moments.reached(Moment.LOCKED);
        RefreshAnswer answer = newPair(connection, row.vendor(), refresh);
        moments.reached(Moment.ANSWERED);
        return switch (answer) {
            case RefreshAnswer.Renewed renewed -> {
                locked.rotate(connection, NewTokens.of(renewed, clock.instant()));
                moments.reached(Moment.WRITTEN);
                LOG.infof("Token renewed connection=%s", connection);
                yield new Renewal.Ready(new AccessToken(renewed.access()));
            }
            case RefreshAnswer.Rejected rejected -> {
                markLost(locked, connection, rejected.error());
                yield lost(row.vendor(), "needs-reauth", "Refresh rejected: " + rejected.error());
            }
            case RefreshAnswer.Unclear unclear ->
                    new Renewal.Lost(
                            new VendorFault.Transient(
                                    false,
                                    trace(row.vendor(), "oauth", "No token: " + unclear.what())));
        };
    }

    /// When the stored token is rejected the configured one is tried, too: after books were
    /// restored or set back it is the one that counts.
    private RefreshAnswer newPair(ConnectionId connection, Vendor vendor, Secret stored) {
        RefreshAnswer answer = refreshOnceMore(vendor, stored);
        if (!(answer instanceof RefreshAnswer.Rejected)) {
            return answer;
        }
        Optional<Secret> configured = configuredRefreshToken(connection);
        return configured.isEmpty() || configured.get().equals(stored)
                ? answer
                : refreshOnceMore(vendor, configured.get());
    }

    private Optional<Secret> configuredRefreshToken(ConnectionId connection) {
        ConnectorsConfig.Quickbooks quickbooks = config.quickbooks();
        return quickbooks
                .realm()
                .filter(realm -> quickBooks(realm).equals(connection))
                .flatMap(_ -> quickbooks.refreshToken())
                .map(Secret::new);
    }

    /// After an unclear answer QuickBooks' old token is still good: it dies within about a day of
    /// its rotation. Smartsheet's may be dead; then the second answer says so.
    private RefreshAnswer refreshOnceMore(Vendor vendor, Secret refresh) {
        RefreshAnswer first = issuer.refresh(vendor, refresh);
        return first instanceof RefreshAnswer.Unclear ? issuer.refresh(vendor, refresh) : first;
    }

    private void markLost(TokenStore.Locked locked, ConnectionId connection, String why) {
        locked.lost(connection, why, clock.instant());
        LOG.warnf("Connection needs a person connection=%s reason=%s", connection, why);
    }

    private boolean isFresh(TokenRow row) {
        return row.isFresh(clock.instant(), config.quickbooks().renewBefore());
    }

    private static Renewal lost(Vendor vendor, String code, String message) {
        return new Renewal.Lost(new VendorFault.Unauthorized(trace(vendor, code, message)));
    }

    private static VendorException notConnected(ConnectionId connection) {
        Vendor vendor =
                connection.value().startsWith("smartsheet") ? Vendor.SMARTSHEET : Vendor.QUICKBOOKS;
        return new VendorException(
                new VendorFault.Unauthorized(
                        trace(vendor, "not-connected", "No token for " + connection)));
    }

    private static VendorTrace trace(Vendor vendor, String code, String message) {
        return new VendorTrace(vendor, OPERATION, 0, code, null, message, null);
    }

    private static byte[] hash(String token) {
        return TokenCipher.sha256(token.getBytes(StandardCharsets.UTF_8));
    }

    /// A value instead of an exception, so that what was written under the lock is committed.
    private sealed interface Renewal {
        record Ready(AccessToken token) implements Renewal {}

        record Lost(VendorFault fault) implements Renewal {}
    }
}

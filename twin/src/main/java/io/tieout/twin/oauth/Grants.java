package io.tieout.twin.oauth;

import io.tieout.twin.TwinConfig;
import io.tieout.twin.settings.LiveSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Knows every token that was ever handed out. A refresh makes a new access token and, once the
/// refresh token has reached a certain age, a new refresh token; the old one stays good for a
/// grace.
@ApplicationScoped
public class Grants {
    static final String ACCOUNTING = "com.intuit.quickbooks.accounting";
    private static final Duration CODE_LIFE = Duration.ofMinutes(5);

    /// An access token's company and end; without scope it may do everything.
    public record Access(String realm, Instant expires, @Nullable String scope) {}

    /// A refresh token's company, since when another has taken its place, its birth, and when a
    /// person must connect again whatever happens.
    public record Refresh(
            String realm,
            @Nullable Instant superseded,
            @Nullable Instant issued,
            @Nullable Instant hardEnd,
            @Nullable String scope) {
        Refresh supersededAt(Instant at) {
            return new Refresh(realm, superseded == null ? at : superseded, issued, hardEnd, scope);
        }
    }

    /// What a person agreed to, until it is exchanged.
    record Code(String realm, String scope, String redirectUri, Instant expires) {}

    /// A new pair; both lives in seconds.
    public record Pair(String access, String refresh, long expiresIn, long hardExpiresIn) {}

    /// All tokens, as they are kept across restarts.
    public record Kept(Map<String, Access> access, Map<String, Refresh> refresh) {}

    private final TwinConfig config;
    private final LiveSettings settings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Access> access = new LinkedHashMap<>();
    private final Map<String, Refresh> refresh = new LinkedHashMap<>();
    private final Map<String, Code> codes = new LinkedHashMap<>();
    private RefreshRules rules = RefreshRules.start();

    public Grants(TwinConfig config, LiveSettings settings, Clock clock) {
        this.config = config;
        this.settings = settings;
        this.clock = clock;
        openFirst();
    }

    /// Makes the configured first refresh token good again; tokens handed out earlier stay good.
    public final synchronized void openFirst() {
        rules = RefreshRules.start();
        var now = clock.instant();
        refresh.put(
                config.oauth().refreshToken(),
                new Refresh(config.oauth().realm(), null, now, hardEnd(now), null));
    }

    public boolean knowsClient(String id, String secret) {
        return knowsClient(id) && config.oauth().clientSecret().equals(secret);
    }

    boolean knowsClient(String id) {
        return config.oauth().clientId().equals(id);
    }

    /// The company of a good access token, or null.
    public synchronized @Nullable String realmOf(String token) {
        var found = access.get(token);
        return found == null || !found.expires().isAfter(clock.instant()) ? null : found.realm();
    }

    /// Whether a good access token was granted for the books.
    public synchronized boolean opensBooks(String token) {
        var found = access.get(token);
        var scope = found == null ? null : found.scope();
        return scope == null || List.of(scope.split(" ")).contains(ACCOUNTING);
    }

    /// A person agrees: the code may be exchanged once, soon, by the same redirect address.
    synchronized String agree(String realm, String scope, String redirectUri) {
        var code = "AB" + word();
        codes.put(code, new Code(realm, scope, redirectUri, clock.instant().plus(CODE_LIFE)));
        return code;
    }

    /// The first pair for a code, or null when it is unknown, used or late.
    synchronized @Nullable Pair exchange(String code, String redirectUri) {
        var found = codes.remove(code);
        var now = clock.instant();
        if (found == null
                || !found.redirectUri().equals(redirectUri)
                || !found.expires().isAfter(now)) {
            return null;
        }
        return pair(
                found.realm(), found.scope(), newRefresh(found.realm(), found.scope(), now), now);
    }

    /// A new pair for a good refresh token, or null when it is unknown or its time is over.
    public synchronized @Nullable Pair refresh(String token) {
        var found = refresh.get(token);
        var now = clock.instant();
        if (found == null || ended(found, now)) {
            return null;
        }
        var next = token;
        if (rules.changesAfter(found.issued(), now)) {
            refresh.put(token, found.supersededAt(now));
            next = successor(found, now);
        }
        return pair(found.realm(), found.scope(), next, now);
    }

    /// The new refresh token dies when the old one would have: only a person moves the hard end.
    private String successor(Refresh found, Instant now) {
        var next = "rt-" + word();
        refresh.put(next, new Refresh(found.realm(), null, now, found.hardEnd(), found.scope()));
        return next;
    }

    private String newRefresh(String realm, String scope, Instant now) {
        var first = "rt-" + word();
        refresh.put(first, new Refresh(realm, null, now, hardEnd(now), scope));
        return first;
    }

    private Instant hardEnd(Instant now) {
        return now.plusSeconds(rules.hardExpirySeconds());
    }

    private Pair pair(String realm, @Nullable String scope, String refreshToken, Instant now) {
        var life = settings.now().accessTokenSeconds();
        var token = "at-" + word();
        access.entrySet().removeIf(entry -> !entry.getValue().expires().isAfter(now));
        access.put(token, new Access(realm, now.plusSeconds(life), scope));
        var kept = refresh.get(refreshToken);
        var hardEnd = kept == null ? null : kept.hardEnd();
        return new Pair(
                token,
                refreshToken,
                life,
                hardEnd == null
                        ? rules.hardExpirySeconds()
                        : Math.max(0, Duration.between(now, hardEnd).toSeconds()));
    }

    private boolean ended(Refresh found, Instant now) {
        var superseded = found.superseded();
        var hardEnd = found.hardEnd();
        return (hardEnd != null && !hardEnd.isAfter(now))
                || (superseded != null
                        && !superseded
                                .plusSeconds(settings.now().refreshGraceSeconds())
                                .isAfter(now));
    }

    public synchronized void revoke(String token) {
        access.remove(token);
        refresh.remove(token);
    }

    /// A person disconnects the app in the company's settings.
    synchronized void disconnect(String realm) {
        access.values().removeIf(one -> one.realm().equals(realm));
        refresh.values().removeIf(one -> one.realm().equals(realm));
    }

    /// Ends every access token at once, as an hour would.
    public synchronized void expireAccess() {
        access.clear();
    }

    synchronized RefreshRules rules() {
        return rules;
    }

    /// Holds for what is handed out from now on; the hard end also for what is out.
    synchronized void change(RefreshRules.Patch patch) {
        rules = patch.on(rules);
        if (patch.hardExpirySeconds() != null) {
            var hardEnd = hardEnd(clock.instant());
            refresh.replaceAll((_, one) ->
                    new Refresh(one.realm(), one.superseded(), one.issued(), hardEnd, one.scope()));
        }
    }

    public synchronized Kept keep() {
        return new Kept(new LinkedHashMap<>(access), new LinkedHashMap<>(refresh));
    }

    public synchronized void restore(Kept kept) {
        access.clear();
        access.putAll(kept.access());
        refresh.clear();
        refresh.putAll(kept.refresh());
    }

    private String word() {
        var bytes = new byte[24];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

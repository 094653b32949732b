package io.tieout.twin.oauth;

import io.tieout.twin.TwinConfig;
import io.tieout.twin.settings.LiveSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Knows every token that was ever handed out: a refresh makes a new pair and ends the old refresh
/// token.
@ApplicationScoped
public class Grants {
    /// An access token's company and end.
    public record Access(String realm, Instant expires) {}

    /// A refresh token's company, and since when another has taken its place.
    public record Refresh(String realm, @Nullable Instant superseded) {}

    /// A new pair.
    public record Pair(String access, String refresh, long expiresIn) {}

    /// All tokens, as they are kept across restarts.
    public record Kept(Map<String, Access> access, Map<String, Refresh> refresh) {}

    private final TwinConfig config;
    private final LiveSettings settings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Access> access = new LinkedHashMap<>();
    private final Map<String, Refresh> refresh = new LinkedHashMap<>();

    public Grants(TwinConfig config, LiveSettings settings, Clock clock) {
        this.config = config;
        this.settings = settings;
        this.clock = clock;
        openFirst();
    }

    /// Makes the configured first refresh token good again; tokens handed out earlier stay good.
    public final synchronized void openFirst() {
        refresh.put(config.oauth().refreshToken(), new Refresh(config.oauth().realm(), null));
    }

    public boolean knowsClient(String id, String secret) {
        return config.oauth().clientId().equals(id) && config.oauth().clientSecret().equals(secret);
    }

    /// The company of a good access token, or null.
    public synchronized @Nullable String realmOf(String token) {
        var found = access.get(token);
        return found == null || !found.expires().isAfter(clock.instant()) ? null : found.realm();
    }

    /// A new pair for a good refresh token, or null when it is unknown or its successor took over.
    public synchronized @Nullable Pair refresh(String token) {
        var found = refresh.get(token);
        var now = clock.instant();
        if (found == null || ended(found, now)) {
            return null;
        }
        refresh.put(token, new Refresh(found.realm(), now));
        var life = settings.now().accessTokenSeconds();
        var pair = new Pair("at-" + word(), "rt-" + word(), life);
        access.entrySet().removeIf(entry -> !entry.getValue().expires().isAfter(now));
        access.put(pair.access(), new Access(found.realm(), now.plusSeconds(life)));
        refresh.put(pair.refresh(), new Refresh(found.realm(), null));
        return pair;
    }

    private boolean ended(Refresh found, Instant now) {
        var superseded = found.superseded();
        return superseded != null
                && !superseded.plusSeconds(settings.now().refreshGraceSeconds()).isAfter(now);
    }

    public synchronized void revoke(String token) {
        access.remove(token);
        refresh.remove(token);
    }

    /// Ends every access token at once, as an hour would.
    public synchronized void expireAccess() {
        access.clear();
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

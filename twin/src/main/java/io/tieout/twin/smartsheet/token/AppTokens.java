package io.tieout.twin.smartsheet.token;

import io.tieout.twin.settings.LiveSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The pairs of tokens that an app was given by people. A refresh makes a new pair and ends both
/// old tokens at once; revoking ends the app for that person.
@ApplicationScoped
public class AppTokens {
    public static final String CLIENT_ID = "harbor-sheets";
    private static final String CLIENT_SECRET = "harbor-sheets-secret";
    private static final String FIRST_REFRESH = "harbor-sheets-refresh";
    private static final String SERVICE_ACCOUNT = "tieout@harbor.example";

    /// Milliseconds, as the vendor counts a code's life.
    private static final long CODE_LIFE_MS = 599_135;

    /// Whose pair this is, and when its access token ends.
    public record Pair(
            String email, Set<String> scopes, String access, String refresh, Instant ends) {}

    private record Code(String email, Set<String> scopes, Instant ends) {}

    /// A new pair as it is told.
    public record Issued(String access, String refresh, long expiresIn) {}

    /// An access token: good, or too old.
    public record Access(String email, Set<String> scopes, boolean expired) {}

    private final LiveSettings settings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Pair> byAccess = new HashMap<>();
    private final Map<String, Pair> byRefresh = new HashMap<>();
    private final Map<String, Code> codes = new HashMap<>();

    public AppTokens(LiveSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        open();
    }

    /// Makes the first refresh token of the service account good again.
    public final synchronized void open() {
        byRefresh.put(
                FIRST_REFRESH,
                new Pair(
                        SERVICE_ACCOUNT,
                        Set.of("READ_SHEETS", "WRITE_SHEETS", "ADMIN_WEBHOOKS", "READ_USERS"),
                        "",
                        FIRST_REFRESH,
                        Instant.EPOCH));
    }

    /// By the secret itself, or by the hash of the secret, a bar, and the code or refresh token.
    public boolean knowsClient(String id, String secret, String hash, String codeOrToken) {
        return CLIENT_ID.equals(id)
                && (CLIENT_SECRET.equals(secret)
                        || sha256(CLIENT_SECRET + "|" + codeOrToken).equalsIgnoreCase(hash));
    }

    public synchronized @Nullable Access access(String token) {
        var pair = byAccess.get(token);
        return pair == null
                ? null
                : new Access(pair.email(), pair.scopes(), !pair.ends().isAfter(clock.instant()));
    }

    /// What a person hands an app on the page where it asks.
    public synchronized String agree(String email, Set<String> scopes) {
        var code = word();
        codes.put(code, new Code(email, scopes, clock.instant().plusMillis(CODE_LIFE_MS)));
        return code;
    }

    /// A pair for a code that is good once, or null.
    public synchronized @Nullable Issued exchange(String code) {
        var found = codes.remove(code);
        return found == null || !found.ends().isAfter(clock.instant())
                ? null
                : issue(found.email(), found.scopes());
    }

    /// A new pair for a refresh token that is in force, or null.
    public synchronized @Nullable Issued refresh(String token) {
        var found = byRefresh.remove(token);
        if (found == null) {
            return null;
        }
        byAccess.remove(found.access());
        return issue(found.email(), found.scopes());
    }

    /// Ends the pair; whose it was, or null.
    public synchronized @Nullable String revoke(String access) {
        var pair = byAccess.remove(access);
        if (pair == null) {
            return null;
        }
        byRefresh.remove(pair.refresh());
        return pair.email();
    }

    /// Ends every pair of an app that a person takes back at the screen.
    public synchronized void revokeAll() {
        byAccess.clear();
        byRefresh.clear();
    }

    /// Ends every access token at once, as a week would.
    public synchronized void expire() {
        byAccess.replaceAll((_, pair) ->
                new Pair(
                        pair.email(), pair.scopes(), pair.access(), pair.refresh(), Instant.EPOCH));
        byRefresh.replaceAll((_, pair) -> byAccess.getOrDefault(pair.access(), pair));
    }

    private Issued issue(String email, Set<String> scopes) {
        var life = settings.now().sheetTokenSeconds();
        var pair = new Pair(email, scopes, word(), word(), clock.instant().plusSeconds(life));
        byAccess.put(pair.access(), pair);
        byRefresh.put(pair.refresh(), pair);
        return new Issued(pair.access(), pair.refresh(), life);
    }

    private String word() {
        var bytes = new byte[24];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Everything that was handed out, to be kept across restarts.
    public record Kept(Map<String, Pair> access, Map<String, Pair> refresh) {}

    public synchronized Kept keep() {
        return new Kept(new HashMap<>(byAccess), new HashMap<>(byRefresh));
    }

    public synchronized void restore(@Nullable Kept kept) {
        if (kept != null) {
            byAccess.clear();
            byAccess.putAll(kept.access());
            byRefresh.clear();
            byRefresh.putAll(kept.refresh());
        }
    }
}

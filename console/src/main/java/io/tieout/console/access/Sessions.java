package io.tieout.console.access;

import io.tieout.console.ConsoleConfig;
import io.tieout.kit.json.CanonicalJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/// Who is signed in, shared by all copies of the console. Only a hash of each token is kept.
@ApplicationScoped
class Sessions {
    private static final int TOKEN_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final Jdbi jdbi;
    private final ConsoleConfig config;
    private final Clock clock;

    Sessions(Jdbi jdbi, ConsoleConfig config, Clock clock) {
        this.jdbi = jdbi;
        this.config = config;
        this.clock = clock;
    }

    /// A new session; the token is shown once, to the browser.
    @Transactional
    String open(Person person) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant now = clock.instant();
        jdbi.useHandle(handle -> {
            handle.createUpdate("DELETE FROM sessions WHERE ends_at < :now")
                    .bind("now", now)
                    .execute();
            handle.createUpdate(
                            """
                            INSERT INTO sessions (token_hash, email, opened_at, ends_at)
                            VALUES (:hash, :email, :now, :ends)\
                            """)
                    .bind("hash", hash(token))
                    .bind("email", person.email())
                    .bind("now", now)
                    .bind("ends", now.plus(config.session()))
                    .execute();
        });
        return token;
    }

    @Transactional
    Optional<String> emailOf(String token) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "SELECT email FROM sessions WHERE token_hash = :hash AND ends_at > :now")
                        .bind("hash", hash(token))
                        .bind("now", clock.instant())
                        .mapTo(String.class)
                        .findOne());
    }

    @Transactional
    void close(String token) {
        jdbi.useHandle(handle ->
                handle.createUpdate("DELETE FROM sessions WHERE token_hash = :hash")
                        .bind("hash", hash(token))
                        .execute());
    }

    private static String hash(String token) {
        return CanonicalJson.sha256(token.getBytes(StandardCharsets.UTF_8));
    }
}

package io.tieout.connectors.token;

import io.tieout.connectors.Vendor;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/// Sign-ins that were begun, by the hash of their state.
@ApplicationScoped
class PendingAuthorizations {
    private final Jdbi jdbi;

    PendingAuthorizations(DataSource dataSource) {
        this.jdbi = Jdbi.create(dataSource);
    }

    record Pending(Vendor vendor, String redirectUri, String scopes, Instant expiresAt) {}

    void put(byte[] stateHash, Pending pending) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                insert into connections.authorizations
                                       (state_hash, vendor, redirect_uri, scopes, expires_at)
                                values (:hash, :vendor, :redirect, :scopes, :expires)
                                """)
                        .bind("hash", stateHash)
                        .bind("vendor", pending.vendor().label())
                        .bind("redirect", pending.redirectUri())
                        .bind("scopes", pending.scopes())
                        .bind("expires", pending.expiresAt().atOffset(ZoneOffset.UTC))
                        .execute());
    }

    /// Gives it away once, while it is good; forgets those that are not.
    Optional<Pending> take(byte[] stateHash, Instant now) {
        return jdbi.withHandle(handle -> {
            handle.createUpdate("delete from connections.authorizations where expires_at <= :now")
                    .bind("now", now.atOffset(ZoneOffset.UTC))
                    .execute();
            return handle.createQuery(
                            """
                            delete from connections.authorizations where state_hash = :hash
                            returning vendor, redirect_uri, scopes, expires_at
                            """)
                    .bind("hash", stateHash)
                    .map((row, _) ->
                            new Pending(
                                    Vendor.valueOf(
                                            row.getString("vendor").toUpperCase(Locale.ROOT)),
                                    row.getString("redirect_uri"),
                                    row.getString("scopes"),
                                    row.getObject("expires_at", OffsetDateTime.class).toInstant()))
                    .findOne();
        });
    }
}

package io.tieout.connectors.token;

import io.tieout.connectors.Secret;
import io.tieout.connectors.Vendor;
import io.tieout.model.id.ConnectionId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// The table of tokens; outside of it they exist only encrypted.
@ApplicationScoped
class TokenStore {
    private static final String COLUMNS =
            "connection, vendor, access_token, refresh_token, expires_at, rotated_at, state,"
                    + " state_since, refresh_expires_at, hard_expires_at, scopes, problem";

    private final Jdbi jdbi;
    private final TokenCipher cipher;

    TokenStore(DataSource dataSource, TokenCipher cipher) {
        this.jdbi = Jdbi.create(dataSource);
        this.cipher = cipher;
    }

    Optional<TokenRow> find(ConnectionId connection) {
        return jdbi.withHandle(handle -> select(handle, connection, ""));
    }

    List<TokenRow> all() {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "select "
                                        + COLUMNS
                                        + " from connections.tokens order by connection")
                        .map((row, _) -> read(row))
                        .list());
    }

    /// Runs `work` while no other copy can read or change this connection's row under a lock.
    <T> T locked(ConnectionId connection, Function<Locked, T> work) {
        return jdbi.inTransaction(handle -> {
            Optional<TokenRow> row = select(handle, connection, " for update");
            return work.apply(new Locked(handle, row));
        });
    }

    /// Stores a first token; one that was stored from the same configured value stays.
    void seed(
            ConnectionId connection,
            Vendor vendor,
            @Nullable Secret access,
            @Nullable Secret refresh,
            byte[] seedHash,
            Instant now) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                insert into connections.tokens as t
                                  (connection, vendor, access_token, refresh_token,
                                   expires_at, rotated_at, state, state_since, seed_hash)
                                values
                                  (:connection, :vendor, :access, :refresh, null, :now,
                                   'CONNECTED', :now, :hash)
                                on conflict (connection) do update set
                                   access_token = excluded.access_token,
                                   refresh_token = excluded.refresh_token,
                                   expires_at = null, rotated_at = excluded.rotated_at,
                                   state = 'CONNECTED',
                                   state_since = excluded.state_since,
                                   refresh_expires_at = null, hard_expires_at = null,
                                   scopes = null, problem = null,
                                   seed_hash = excluded.seed_hash
                                 where t.seed_hash is distinct from excluded.seed_hash
                                """)
                        .bind("connection", connection.value())
                        .bind("vendor", vendor.label())
                        .bind("access", seal(connection, "access", access))
                        .bind("refresh", seal(connection, "refresh", refresh))
                        .bind("now", now.atOffset(ZoneOffset.UTC))
                        .bind("hash", seedHash)
                        .execute());
    }

    /// Stores what a person has just agreed to; it replaces whatever was there.
    ///
    /// @param seedHash of the configured first token, which counts no longer
    void connected(
            ConnectionId connection,
            Vendor vendor,
            NewTokens tokens,
            String scopes,
            byte @Nullable [] seedHash) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                insert into connections.tokens
                                  (connection, vendor, access_token, refresh_token, expires_at,
                                   rotated_at, state, state_since, seed_hash,
                                   refresh_expires_at, hard_expires_at, scopes)
                                values
                                  (:connection, :vendor, :access, :refresh, :expires, :now,
                                   'CONNECTED', :now, :hash, :refreshExpires, :hardExpires,
                                   :scopes)
                                on conflict (connection) do update set
                                   access_token = excluded.access_token,
                                   refresh_token = excluded.refresh_token,
                                   expires_at = excluded.expires_at,
                                   rotated_at = excluded.rotated_at,
                                   state = 'CONNECTED', state_since = excluded.state_since,
                                   seed_hash = excluded.seed_hash,
                                   refresh_expires_at = excluded.refresh_expires_at,
                                   hard_expires_at = excluded.hard_expires_at,
                                   scopes = excluded.scopes, problem = null
                                """)
                        .bind("connection", connection.value())
                        .bind("vendor", vendor.label())
                        .bind("access", seal(connection, "access", tokens.access()))
                        .bind("refresh", seal(connection, "refresh", tokens.refresh()))
                        .bind("expires", offset(tokens.expiresAt()))
                        .bind("now", offset(tokens.at()))
                        .bind("hash", seedHash)
                        .bind("refreshExpires", offset(tokens.refreshExpiresAt()))
                        .bind("hardExpires", offset(tokens.hardExpiresAt()))
                        .bind("scopes", scopes)
                        .execute());
    }

    void granted(ConnectionId connection, String scopes) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                update connections.tokens set scopes = :scopes
                                 where connection = :connection
                                """)
                        .bind("scopes", scopes)
                        .bind("connection", connection.value())
                        .execute());
    }

    void retryLost(Instant now) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                update connections.tokens
                                   set state = 'CONNECTED', state_since = :now
                                 where state = 'NEEDS_REAUTH'
                                """)
                        .bind("now", now.atOffset(ZoneOffset.UTC))
                        .execute());
    }

    private Optional<TokenRow> select(Handle handle, ConnectionId connection, String lock) {
        return handle.createQuery(
                        "select "
                                + COLUMNS
                                + " from connections.tokens where connection = :connection"
                                + lock)
                .bind("connection", connection.value())
                .map((row, _) -> read(row))
                .findOne();
    }

    private TokenRow read(ResultSet row) throws SQLException {
        ConnectionId connection = new ConnectionId(row.getString("connection"));
        return new TokenRow(
                connection,
                Vendor.valueOf(row.getString("vendor").toUpperCase(Locale.ROOT)),
                open(connection, "access", row.getBytes("access_token")),
                open(connection, "refresh", row.getBytes("refresh_token")),
                instant(row, "expires_at"),
                row.getObject("rotated_at", OffsetDateTime.class).toInstant(),
                TokenState.valueOf(row.getString("state")),
                row.getObject("state_since", OffsetDateTime.class).toInstant(),
                instant(row, "refresh_expires_at"),
                instant(row, "hard_expires_at"),
                row.getString("scopes"),
                row.getString("problem"));
    }

    private static @Nullable OffsetDateTime offset(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private byte @Nullable [] seal(
            ConnectionId connection, String column, @Nullable Secret secret) {
        return secret == null ? null : cipher.seal(secret, connection + "/" + column);
    }

    private @Nullable Secret open(
            ConnectionId connection, String column, byte @Nullable [] envelope) {
        return envelope == null ? null : cipher.open(envelope, connection + "/" + column);
    }

    /// A row under its lock; what is written is committed when the work returns.
    final class Locked {
        private final Handle handle;
        private final Optional<TokenRow> row;

        private Locked(Handle handle, Optional<TokenRow> row) {
            this.handle = handle;
            this.row = row;
        }

        Optional<TokenRow> row() {
            return row;
        }

        /// A new refresh token may come without its ends: then what is known of them stays.
        void rotate(ConnectionId connection, NewTokens tokens) {
            handle.createUpdate(
                            """
                            update connections.tokens
                               set access_token = :access, refresh_token = :refresh,
                                   expires_at = :expires, rotated_at = :now,
                                   refresh_expires_at =
                                       coalesce(:refreshExpires, refresh_expires_at),
                                   hard_expires_at = coalesce(:hardExpires, hard_expires_at),
                                   state_since = case when state = 'CONNECTED'
                                                      then state_since else :now end,
                                   state = 'CONNECTED', problem = null
                             where connection = :connection
                            """)
                    .bind("access", seal(connection, "access", tokens.access()))
                    .bind("refresh", seal(connection, "refresh", tokens.refresh()))
                    .bind("expires", offset(tokens.expiresAt()))
                    .bind("now", offset(tokens.at()))
                    .bind("refreshExpires", offset(tokens.refreshExpiresAt()))
                    .bind("hardExpires", offset(tokens.hardExpiresAt()))
                    .bind("connection", connection.value())
                    .execute();
        }

        void lost(ConnectionId connection, String problem, Instant now) {
            handle.createUpdate(
                            """
                            update connections.tokens
                               set state = 'NEEDS_REAUTH', problem = :problem,
                                   state_since = case when state = 'NEEDS_REAUTH'
                                                      then state_since else :now end
                             where connection = :connection
                            """)
                    .bind("problem", problem)
                    .bind("now", now.atOffset(ZoneOffset.UTC))
                    .bind("connection", connection.value())
                    .execute();
        }
    }
}

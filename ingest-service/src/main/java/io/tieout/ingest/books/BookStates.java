package io.tieout.ingest.books;

import io.tieout.model.id.RealmId;
import io.tieout.model.money.CurrencyCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Timestamp;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// The companies whose books are followed.
@ApplicationScoped
class BookStates {
    private final Jdbi jdbi;

    BookStates(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void connect(RealmId realm) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                "INSERT INTO books (realm) VALUES (:realm) ON CONFLICT DO NOTHING")
                        .bind("realm", realm.value())
                        .execute());
    }

    boolean isFollowed(RealmId realm) {
        return jdbi.withHandle(handle ->
                handle.createQuery("SELECT 1 FROM books WHERE realm = :realm")
                        .bind("realm", realm.value())
                        .mapTo(Integer.class)
                        .findOne()
                        .isPresent());
    }

    BookState get(RealmId realm) {
        return jdbi.withHandle(handle ->
                handle.createQuery("SELECT * FROM books WHERE realm = :realm")
                        .bind("realm", realm.value())
                        .map((rs, _) ->
                                new BookState(
                                        rs.getInt("load_number"),
                                        rs.getBoolean("loading"),
                                        instant(rs.getTimestamp("checkpoint")),
                                        instant(rs.getTimestamp("slow_read_at")),
                                        instant(rs.getTimestamp("swept_at")),
                                        rs.getLong("sweep_wanted"),
                                        rs.getLong("sweep_done"),
                                        new CurrencyCode(rs.getString("home_currency"))))
                        .one());
    }

    int count() {
        return jdbi.withHandle(handle ->
                handle.createQuery("SELECT count(*) FROM books").mapTo(Integer.class).one());
    }

    void loadBegins(RealmId realm, Instant checkpoint) {
        update(
                realm,
                "checkpoint = :at, load_number = load_number + 1, loading = true",
                checkpoint,
                null);
    }

    void loadEnds(RealmId realm, Instant at) {
        update(
                realm,
                "loading = false, loaded_at = :at, slow_read_at = :at, swept_at = :at, polled_at = :at",
                at,
                null);
    }

    void sweepBegins(RealmId realm) {
        update(realm, "load_number = load_number + 1", null, null);
    }

    /// @param mark of the wishes that it grants
    void sweepEnds(RealmId realm, Instant at, long mark) {
        update(
                realm,
                "swept_at = :at, slow_read_at = :at, sweep_done = GREATEST(sweep_done, CAST(:text AS bigint))",
                at,
                Long.toString(mark));
    }

    void wantSweep(RealmId realm) {
        update(realm, "sweep_wanted = nextval('marks')", null, null);
    }

    /// The next run loads everything again.
    void startOver(RealmId realm) {
        update(realm, "loading = true, checkpoint = NULL", null, null);
    }

    /// Never goes back.
    void checkpoint(RealmId realm, Instant at) {
        update(realm, "checkpoint = GREATEST(checkpoint, :at)", at, null);
    }

    void polled(RealmId realm, Instant at) {
        update(realm, "polled_at = :at", at, null);
    }

    void notified(RealmId realm, Instant at) {
        update(realm, "notified_at = :at", at, null);
    }

    void slowRead(RealmId realm, Instant at) {
        update(realm, "slow_read_at = :at", at, null);
    }

    void homeCurrency(RealmId realm, CurrencyCode currency) {
        update(realm, "home_currency = :text", null, currency.value());
    }

    void company(RealmId realm, String name) {
        update(realm, "company = :text", null, name);
    }

    private void update(RealmId realm, String set, @Nullable Instant at, @Nullable String text) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                "UPDATE books SET "
                                        + set
                                        + " WHERE realm = :realm AND (CAST(:at AS timestamptz) IS NULL OR CAST(:text AS text) IS NULL OR true)")
                        .bind("realm", realm.value())
                        .bind("at", at == null ? null : Timestamp.from(at))
                        .bind("text", text)
                        .execute());
    }

    private static @Nullable Instant instant(@Nullable Timestamp value) {
        return value == null ? null : value.toInstant();
    }
}

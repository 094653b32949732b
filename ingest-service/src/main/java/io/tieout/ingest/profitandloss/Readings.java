package io.tieout.ingest.profitandloss;

import io.tieout.model.id.RealmId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/// The table `profit_and_losses`: when each company's was read, and what was published last.
@ApplicationScoped
class Readings {
    private final Jdbi jdbi;

    Readings(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// @param content of what was published, as a hash
    record Last(String content, long revision) {}

    /// When it was asked for last, with or without success.
    @Transactional
    Optional<Instant> askedAt(RealmId realm) {
        return jdbi.withHandle(handle ->
                handle.createQuery("SELECT asked_at FROM profit_and_losses WHERE realm = :realm")
                        .bind("realm", realm.value())
                        .map((rs, _) -> rs.getTimestamp("asked_at").toInstant())
                        .findOne());
    }

    @Transactional(Transactional.TxType.MANDATORY)
    Last last(RealmId realm) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "SELECT content, revision FROM profit_and_losses WHERE realm = :realm")
                        .bind("realm", realm.value())
                        .map((rs, _) -> new Last(rs.getString("content"), rs.getLong("revision")))
                        .findOne()
                        .orElse(new Last("", 0)));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void put(RealmId realm, Instant askedAt, Last last) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                INSERT INTO profit_and_losses (realm, asked_at, content, revision)
                                VALUES (:realm, :at, :content, :revision)
                                ON CONFLICT (realm) DO UPDATE
                                SET asked_at = excluded.asked_at, content = excluded.content, revision = excluded.revision\
                                """)
                        .bind("realm", realm.value())
                        .bind("at", askedAt)
                        .bind("content", last.content())
                        .bind("revision", last.revision())
                        .execute());
    }
}

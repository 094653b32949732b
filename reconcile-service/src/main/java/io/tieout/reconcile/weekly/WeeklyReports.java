package io.tieout.reconcile.weekly;

import io.tieout.model.id.RealmId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/// The table `weekly_reports`.
@ApplicationScoped
class WeeklyReports {
    private final Jdbi jdbi;

    WeeklyReports(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// The moment that the realm's last report was due at, sent or not.
    @Transactional
    Optional<Instant> last(RealmId realm) {
        return jdbi.withHandle(handle ->
                handle.createQuery("SELECT due_at FROM weekly_reports WHERE realm = :realm")
                        .bind("realm", realm.value())
                        .map((rs, _) -> rs.getTimestamp("due_at").toInstant())
                        .findOne());
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void store(RealmId realm, Instant due) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                INSERT INTO weekly_reports (realm, due_at) VALUES (:realm, :due)
                                ON CONFLICT (realm) DO UPDATE SET due_at = excluded.due_at\
                                """)
                        .bind("realm", realm.value())
                        .bind("due", due)
                        .execute());
    }
}

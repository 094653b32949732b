package io.tieout.reconcile.correcting;

import io.tieout.model.id.EntityId;
import io.tieout.model.id.RealmId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/// The books' accounts by name.
@ApplicationScoped
class LedgerAccounts {
    private final Jdbi jdbi;

    LedgerAccounts(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// Absent when none has this name, or several have.
    @Transactional
    Optional<EntityId> named(RealmId realm, String name) {
        List<String> ids =
                jdbi.withHandle(handle ->
                        handle.createQuery(
                                        """
                                        SELECT entity_id FROM names
                                        WHERE realm = :realm AND entity_type = 'Account' AND lower(name) = lower(:name)\
                                        """)
                                .bind("realm", realm.value())
                                .bind("name", name.strip())
                                .mapTo(String.class)
                                .list());
        return ids.size() == 1 ? Optional.of(new EntityId(ids.getFirst())) : Optional.empty();
    }
}

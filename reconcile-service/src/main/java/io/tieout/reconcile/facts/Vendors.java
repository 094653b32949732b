package io.tieout.reconcile.facts;

import io.tieout.model.id.EntityId;
import io.tieout.model.id.RealmId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/// Who the vendors of a realm's books are, as other features ask.
@ApplicationScoped
public class Vendors {
    private final Jdbi jdbi;

    Vendors(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// A vendor as the books name it now.
    public record Vendor(EntityId id, String name) {}

    @Transactional
    public List<Vendor> of(RealmId realm) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "SELECT entity_id, name FROM names WHERE realm = :realm AND"
                                        + " entity_type = 'Vendor' AND name <> '' ORDER BY entity_id")
                        .bind("realm", realm.value())
                        .map((rs, _) ->
                                new Vendor(
                                        new EntityId(rs.getString("entity_id")),
                                        rs.getString("name")))
                        .list());
    }

    /// Realms whose books are loaded.
    @Transactional
    public List<RealmId> realms() {
        return jdbi.withHandle(handle ->
                handle.createQuery("SELECT realm FROM loaded_books ORDER BY realm")
                        .map((rs, _) -> new RealmId(rs.getString("realm")))
                        .list());
    }
}

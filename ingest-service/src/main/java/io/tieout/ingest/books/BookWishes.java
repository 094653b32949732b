package io.tieout.ingest.books;

import io.tieout.model.id.EntityId;
import io.tieout.model.id.RealmId;
import io.tieout.model.quickbooks.EntityType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/// What is to be looked at besides change data capture. A wish that comes during a look outlives
/// it: its mark is higher.
@ApplicationScoped
class BookWishes {
    private final Jdbi jdbi;

    BookWishes(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// A type to be read.
    record DueType(EntityType type, long mark) {}

    /// An entity that is said to be gone.
    record Doubt(EntityType type, EntityId id, boolean merged, long mark) {}

    void want(RealmId realm, EntityType type) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                INSERT INTO due_types (realm, entity_type, mark)
                                VALUES (:realm, :type, nextval('marks'))
                                ON CONFLICT (realm, entity_type) DO UPDATE SET mark = excluded.mark\
                                """)
                        .bind("realm", realm.value())
                        .bind("type", type.wireName())
                        .execute());
    }

    List<DueType> types(RealmId realm) {
        return jdbi.withHandle(handle ->
                handle.createQuery("SELECT * FROM due_types WHERE realm = :realm")
                        .bind("realm", realm.value())
                        .map((rs, _) ->
                                new DueType(
                                        EntityType.of(rs.getString("entity_type")),
                                        rs.getLong("mark")))
                        .list());
    }

    void granted(RealmId realm, DueType due) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                "DELETE FROM due_types WHERE realm = :realm AND entity_type = :type AND mark <= :mark")
                        .bind("realm", realm.value())
                        .bind("type", due.type().wireName())
                        .bind("mark", due.mark())
                        .execute());
    }

    void doubt(RealmId realm, EntityType type, EntityId id, boolean merged) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                INSERT INTO doubtful_entities AS d (realm, entity_type, entity_id, merged, mark)
                                VALUES (:realm, :type, :id, :merged, nextval('marks'))
                                ON CONFLICT (realm, entity_type, entity_id) DO UPDATE
                                SET mark = excluded.mark, merged = d.merged OR excluded.merged\
                                """)
                        .bind("realm", realm.value())
                        .bind("type", type.wireName())
                        .bind("id", id.value())
                        .bind("merged", merged)
                        .execute());
    }

    List<Doubt> doubts(RealmId realm) {
        return jdbi.withHandle(handle ->
                handle.createQuery("SELECT * FROM doubtful_entities WHERE realm = :realm")
                        .bind("realm", realm.value())
                        .map((rs, _) ->
                                new Doubt(
                                        EntityType.of(rs.getString("entity_type")),
                                        new EntityId(rs.getString("entity_id")),
                                        rs.getBoolean("merged"),
                                        rs.getLong("mark")))
                        .list());
    }

    void settled(RealmId realm, Doubt doubt) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                DELETE FROM doubtful_entities
                                WHERE realm = :realm AND entity_type = :type AND entity_id = :id AND mark <= :mark\
                                """)
                        .bind("realm", realm.value())
                        .bind("type", doubt.type().wireName())
                        .bind("id", doubt.id().value())
                        .bind("mark", doubt.mark())
                        .execute());
    }
}

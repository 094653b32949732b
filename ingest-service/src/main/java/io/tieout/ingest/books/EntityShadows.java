package io.tieout.ingest.books;

import io.tieout.model.id.EntityId;
import io.tieout.model.id.RealmId;
import io.tieout.model.quickbooks.EntityType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

/// What was published last of each entity.
@ApplicationScoped
class EntityShadows {
    private final Jdbi jdbi;

    EntityShadows(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// An entity as it was published last.
    ///
    /// @param content hash of what was published; empty when it was published before hashes were
    ///   kept
    record Shadow(
            EntityType type,
            EntityId id,
            long syncToken,
            long lastUpdatedMs,
            boolean gone,
            String content) {
        /// Stands for the content of what is gone.
        static final String GONE = "gone";

        boolean isOlderThan(long otherSyncToken, long otherUpdatedMs) {
            return syncToken < otherSyncToken
                    || (syncToken == otherSyncToken && lastUpdatedMs < otherUpdatedMs);
        }
    }

    Optional<Shadow> find(RealmId realm, EntityType type, EntityId id) {
        return Optional.ofNullable(of(realm, type, List.of(id)).get(id));
    }

    Map<EntityId, Shadow> of(RealmId realm, EntityType type, Collection<EntityId> ids) {
        Map<EntityId, Shadow> shadows = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbi.useHandle(handle ->
                    shadows(
                                    handle.createQuery(
                                                    """
                                                    SELECT * FROM entity_shadows
                                                    WHERE realm = :realm AND entity_type = :type AND entity_id IN (<ids>)\
                                                    """)
                                            .bind("type", type.wireName())
                                            .bindList(
                                                    "ids",
                                                    ids.stream().map(EntityId::value).toList()),
                                    realm)
                            .forEach(shadow -> shadows.put(shadow.id(), shadow)));
        }
        return shadows;
    }

    /// Entities that this full load did not meet, although they were there before.
    List<Shadow> unseen(RealmId realm, int loadNumber) {
        return jdbi.withHandle(handle ->
                shadows(
                        handle.createQuery(
                                        """
                                        SELECT * FROM entity_shadows
                                        WHERE realm = :realm AND NOT gone AND load_number < :load\
                                        """)
                                .bind("load", loadNumber),
                        realm));
    }

    private static List<Shadow> shadows(Query query, RealmId realm) {
        return query.bind("realm", realm.value())
                .map((rs, _) ->
                        new Shadow(
                                EntityType.of(rs.getString("entity_type")),
                                new EntityId(rs.getString("entity_id")),
                                rs.getLong("sync_token"),
                                rs.getLong("last_updated_ms"),
                                rs.getBoolean("gone"),
                                rs.getString("content")))
                .list();
    }

    void put(RealmId realm, Shadow shadow, int loadNumber) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                INSERT INTO entity_shadows
                                    (realm, entity_type, entity_id, sync_token, last_updated_ms, gone, load_number, content)
                                VALUES (:realm, :type, :id, :token, :updated, :gone, :load, :content)
                                ON CONFLICT (realm, entity_type, entity_id) DO UPDATE
                                SET sync_token = excluded.sync_token, last_updated_ms = excluded.last_updated_ms,
                                    gone = excluded.gone, load_number = excluded.load_number, content = excluded.content\
                                """)
                        .bind("realm", realm.value())
                        .bind("type", shadow.type().wireName())
                        .bind("id", shadow.id().value())
                        .bind("token", shadow.syncToken())
                        .bind("updated", shadow.lastUpdatedMs())
                        .bind("gone", shadow.gone())
                        .bind("load", loadNumber)
                        .bind("content", shadow.content())
                        .execute());
    }

    void seen(RealmId realm, EntityType type, Collection<EntityId> ids, int loadNumber) {
        if (ids.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> {
            PreparedBatch batch =
                    handle.prepareBatch(
                            """
                            UPDATE entity_shadows SET load_number = :load
                            WHERE realm = :realm AND entity_type = :type AND entity_id = :id AND load_number < :load\
                            """);
            for (EntityId id : ids) {
                batch.bind("load", loadNumber)
                        .bind("realm", realm.value())
                        .bind("type", type.wireName())
                        .bind("id", id.value())
                        .add();
            }
            batch.execute();
        });
    }
}

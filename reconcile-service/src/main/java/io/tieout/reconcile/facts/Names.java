package io.tieout.reconcile.facts;

import io.tieout.model.envelope.SourceRevision;
import io.tieout.model.id.EntityId;
import io.tieout.model.id.RealmId;
import io.tieout.model.quickbooks.EntityType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// The table `names`: vendors, jobs, accounts and classes.
@ApplicationScoped
public class Names {
    private final Jdbi jdbi;

    Names(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// Whether the name is another now.
    @Transactional(Transactional.TxType.MANDATORY)
    boolean apply(
            RealmId realm,
            EntityType type,
            EntityId id,
            SourceRevision revision,
            String name,
            @Nullable String classification) {
        String before =
                jdbi.withHandle(handle ->
                        handle.createQuery(
                                        "SELECT name FROM names WHERE realm = :realm AND"
                                                + " entity_type = :type AND entity_id = :id FOR"
                                                + " UPDATE")
                                .bind("realm", realm.value())
                                .bind("type", type.wireName())
                                .bind("id", id.value())
                                .mapTo(String.class)
                                .findOne()
                                .orElse(""));
        boolean stored =
                jdbi.withHandle(handle ->
                        handle.createUpdate(
                                                """
                                                INSERT INTO names (realm, entity_type, entity_id, revision_major, revision_minor, name, classification)
                                                VALUES (:realm, :type, :id, :major, :minor, :name, :classification)
                                                ON CONFLICT (realm, entity_type, entity_id) DO UPDATE
                                                SET revision_major = excluded.revision_major, revision_minor = excluded.revision_minor,
                                                    name = excluded.name, classification = excluded.classification
                                                WHERE (names.revision_major, names.revision_minor)
                                                    < (excluded.revision_major, excluded.revision_minor)\
                                                """)
                                        .bind("realm", realm.value())
                                        .bind("type", type.wireName())
                                        .bind("id", id.value())
                                        .bind("major", revision.major())
                                        .bind("minor", revision.minor())
                                        .bind("name", name)
                                        .bind("classification", classification)
                                        .execute()
                                == 1);
        return stored && !before.equals(name);
    }

    /// All names of a type in the realm.
    @Transactional
    public Set<String> of(RealmId realm, EntityType type) {
        return jdbi.withHandle(handle ->
                handle
                        .createQuery(
                                "SELECT name FROM names WHERE realm = :realm AND entity_type ="
                                        + " :type AND name <> ''")
                        .bind("realm", realm.value())
                        .bind("type", type.wireName())
                        .mapTo(String.class)
                        .stream()
                        .collect(Collectors.toSet()));
    }
}

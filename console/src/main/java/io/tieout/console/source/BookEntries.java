package io.tieout.console.source;

import io.tieout.model.envelope.SourceRevision;
import io.tieout.model.id.EntityId;
import io.tieout.model.id.RealmId;
import io.tieout.model.quickbooks.BooksLoaded;
import io.tieout.model.quickbooks.Entity;
import io.tieout.model.quickbooks.EntityGone;
import io.tieout.model.quickbooks.EntityObserved;
import io.tieout.model.quickbooks.EntityType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// What QuickBooks calls the things that proposals name by id.
@ApplicationScoped
public class BookEntries {
    /// How many of one type a realm has.
    public record TypeCount(String realm, String entityType, long active, long inactive) {}

    private final Jdbi jdbi;

    BookEntries(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void put(SourceRevision revision, EntityObserved observed) {
        store(
                revision,
                observed.realmId(),
                observed.entityType(),
                observed.id(),
                name(observed.entity()),
                observed.active(),
                false,
                observed.lastUpdated());
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void gone(SourceRevision revision, EntityGone gone) {
        store(
                revision,
                gone.realmId(),
                gone.entityType(),
                gone.id(),
                gone.reason().name().toLowerCase(java.util.Locale.ROOT),
                false,
                true,
                null);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void loaded(BooksLoaded loaded) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                INSERT INTO books_loaded (realm, loaded_at) VALUES (:realm, :at)
                                ON CONFLICT (realm) DO UPDATE SET loaded_at = excluded.loaded_at
                                WHERE books_loaded.loaded_at < excluded.loaded_at\
                                """)
                        .bind("realm", loaded.realmId().value())
                        .bind("at", loaded.loadedAt())
                        .execute());
    }

    /// The name, or absent when the entity was never seen.
    @Transactional
    public Optional<String> name(RealmId realm, EntityType type, EntityId id) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                SELECT CASE WHEN gone THEN '(' || name || ')' WHEN active THEN name
                                       ELSE name || ' (inactive)' END
                                FROM book_entries WHERE realm = :realm AND entity_type = :type AND entity_id = :id\
                                """)
                        .bind("realm", realm.value())
                        .bind("type", type.wireName())
                        .bind("id", id.value())
                        .mapTo(String.class)
                        .findOne());
    }

    /// How new the entity is that is known, or absent when it was never seen.
    @Transactional
    public Optional<SourceRevision> revision(RealmId realm, EntityType type, EntityId id) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                SELECT revision_major, revision_minor FROM book_entries
                                WHERE realm = :realm AND entity_type = :type AND entity_id = :id\
                                """)
                        .bind("realm", realm.value())
                        .bind("type", type.wireName())
                        .bind("id", id.value())
                        .map((rs, _) -> new SourceRevision(rs.getLong(1), rs.getLong(2)))
                        .findOne());
    }

    @Transactional
    public List<TypeCount> counts() {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                SELECT realm, entity_type, count(*) FILTER (WHERE active) AS active,
                                       count(*) FILTER (WHERE NOT active) AS inactive
                                FROM book_entries WHERE NOT gone GROUP BY realm, entity_type ORDER BY realm, entity_type\
                                """)
                        .map((rs, _) ->
                                new TypeCount(
                                        rs.getString("realm"),
                                        rs.getString("entity_type"),
                                        rs.getLong("active"),
                                        rs.getLong("inactive")))
                        .list());
    }

    /// Names of the companies by realm.
    @Transactional
    public CompanyNames companies() {
        Map<String, String> names = new HashMap<>();
        jdbi.useHandle(handle ->
                handle.createQuery(
                                "SELECT realm, name FROM book_entries WHERE entity_type = :type AND NOT gone")
                        .bind("type", EntityType.COMPANY_INFO.wireName())
                        .map((rs, _) -> Map.entry(rs.getString("realm"), rs.getString("name")))
                        .forEach(one -> names.put(one.getKey(), one.getValue())));
        return new CompanyNames(names);
    }

    private void store(
            SourceRevision revision,
            RealmId realm,
            EntityType type,
            EntityId id,
            String name,
            boolean active,
            boolean gone,
            @Nullable Instant lastUpdated) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                INSERT INTO book_entries (realm, entity_type, entity_id, revision_major, revision_minor, name,
                                    active, gone, last_updated)
                                VALUES (:realm, :type, :id, :major, :minor, :name, :active, :gone, CAST(:updated AS timestamptz))
                                ON CONFLICT (realm, entity_type, entity_id) DO UPDATE SET
                                    revision_major = excluded.revision_major, revision_minor = excluded.revision_minor,
                                    name = excluded.name, active = excluded.active, gone = excluded.gone,
                                    last_updated = excluded.last_updated
                                WHERE (book_entries.revision_major, book_entries.revision_minor)
                                    < (excluded.revision_major, excluded.revision_minor)\
                                """)
                        .bind("realm", realm.value())
                        .bind("type", type.wireName())
                        .bind("id", id.value())
                        .bind("major", revision.major())
                        .bind("minor", revision.minor())
                        .bind("name", name)
                        .bind("active", active)
                        .bind("gone", gone)
                        .bind("updated", lastUpdated)
                        .execute());
    }

    private static String name(Entity entity) {
        return switch (entity) {
            case Entity.Customer customer -> customer.fullyQualifiedName();
            case Entity.Vendor vendor -> vendor.displayName();
            case Entity.Item item -> item.name();
            case Entity.Account account -> account.name();
            case Entity.Named named -> named.fullyQualifiedName();
            case Entity.Term term -> term.name();
            case Entity.TaxCode code -> code.name();
            case Entity.TaxRate rate -> rate.name();
            case Entity.Company company -> company.name();
            case Entity.Preferences _ -> "preferences";
            case Entity.Transaction transaction ->
                    transaction.documentNumber() == null
                            ? "without a number"
                            : transaction.documentNumber();
        };
    }
}

package io.tieout.invoice.books;

import io.tieout.kit.json.WireJson;
import io.tieout.model.envelope.SourceRevision;
import io.tieout.model.id.EntityId;
import io.tieout.model.id.RealmId;
import io.tieout.model.quickbooks.BooksLoaded;
import io.tieout.model.quickbooks.EntityGone;
import io.tieout.model.quickbooks.EntityObserved;
import io.tieout.model.quickbooks.EntityType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// The projection of the books' lists: holds what is newest, whatever order the news come in.
@ApplicationScoped
public class Books {
    private static final Set<EntityType> FOLLOWED =
            EnumSet.of(
                    EntityType.CUSTOMER,
                    EntityType.VENDOR,
                    EntityType.ACCOUNT,
                    EntityType.ITEM,
                    EntityType.CLASS,
                    EntityType.DEPARTMENT,
                    EntityType.TERM,
                    EntityType.TAX_CODE,
                    EntityType.TAX_RATE,
                    EntityType.COMPANY_INFO,
                    EntityType.PREFERENCES);

    private final Jdbi jdbi;

    Books(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// Whether drafting needs to know this type.
    public static boolean follows(EntityType type) {
        return FOLLOWED.contains(type);
    }

    /// Stores the entity if this is newer than what is there; false otherwise.
    public boolean apply(EntityObserved observed, SourceRevision revision) {
        EntityNames names = EntityNames.of(observed.entity());
        return store(
                observed.realmId(),
                observed.entityType(),
                observed.id(),
                revision,
                observed.active(),
                names,
                WireJson.text(observed.entity()));
    }

    public boolean apply(EntityGone gone, SourceRevision revision) {
        EntityNames none = new EntityNames(null, null, null);
        return store(gone.realmId(), gone.entityType(), gone.id(), revision, false, none, null);
    }

    private boolean store(
            RealmId realm,
            EntityType type,
            EntityId id,
            SourceRevision revision,
            boolean active,
            EntityNames names,
            @Nullable String entity) {
        return jdbi.withHandle(handle ->
                handle.createUpdate(
                                        """
                                        INSERT INTO entities AS e (realm, entity_type, entity_id, revision_major, revision_minor,
                                            present, active, name, name_key, qualified_key, parent_id, entity)
                                        VALUES (:realm, :type, :id, :major, :minor, :present, :active, :name, :nameKey, :qualifiedKey,
                                            :parent, CAST(:entity AS jsonb))
                                        ON CONFLICT (realm, entity_type, entity_id) DO UPDATE SET
                                            revision_major = excluded.revision_major, revision_minor = excluded.revision_minor,
                                            present = excluded.present, active = excluded.active, name = excluded.name,
                                            name_key = excluded.name_key, qualified_key = excluded.qualified_key,
                                            parent_id = excluded.parent_id, entity = excluded.entity
                                        WHERE (e.revision_major, e.revision_minor) < (excluded.revision_major, excluded.revision_minor)\
                                        """)
                                .bind("realm", realm.value())
                                .bind("type", type.wireName())
                                .bind("id", id.value())
                                .bind("major", revision.major())
                                .bind("minor", revision.minor())
                                .bind("present", entity != null)
                                .bind("active", active)
                                .bind("name", names.name())
                                .bind("nameKey", EntityNames.key(names.name()))
                                .bind("qualifiedKey", EntityNames.key(names.qualified()))
                                .bind(
                                        "parent",
                                        names.parent() == null ? null : names.parent().value())
                                .bind("entity", entity)
                                .execute()
                        == 1);
    }

    /// Remembers that nothing is missing from the realm's books any more.
    public void apply(BooksLoaded loaded) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                INSERT INTO loaded_books (realm, loaded_at) VALUES (:realm, :at)
                                ON CONFLICT (realm) DO UPDATE SET loaded_at = GREATEST(loaded_books.loaded_at, excluded.loaded_at)\
                                """)
                        .bind("realm", loaded.realmId().value())
                        .bind("at", loaded.loadedAt())
                        .execute());
    }

    /// Whether a counterpart that is missing is really missing.
    public boolean loaded(RealmId realm) {
        return jdbi.withHandle(handle ->
                handle.createQuery("SELECT 1 FROM loaded_books WHERE realm = :realm")
                        .bind("realm", realm.value())
                        .mapTo(Integer.class)
                        .findOne()
                        .isPresent());
    }

    /// Remembers an invoice that was deleted or voided; false if that was known.
    public boolean invoiceGone(EntityGone gone) {
        return jdbi.withHandle(handle ->
                handle.createUpdate(
                                        """
                                        INSERT INTO gone_invoices (realm, invoice_id, reason) VALUES (:realm, :id, :reason)
                                        ON CONFLICT DO NOTHING\
                                        """)
                                .bind("realm", gone.realmId().value())
                                .bind("id", gone.id().value())
                                .bind("reason", gone.reason().name())
                                .execute()
                        == 1);
    }

    public boolean isInvoiceGone(RealmId realm, EntityId invoice) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "SELECT 1 FROM gone_invoices WHERE realm = :realm AND invoice_id = :id")
                        .bind("realm", realm.value())
                        .bind("id", invoice.value())
                        .mapTo(Integer.class)
                        .findOne()
                        .isPresent());
    }
}

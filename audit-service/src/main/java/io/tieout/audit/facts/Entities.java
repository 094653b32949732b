package io.tieout.audit.facts;

import io.tieout.kit.json.WireJson;
import io.tieout.model.envelope.SourceRevision;
import io.tieout.model.id.EntityId;
import io.tieout.model.id.RealmId;
import io.tieout.model.quickbooks.BooksLoaded;
import io.tieout.model.quickbooks.Entity;
import io.tieout.model.quickbooks.EntityEvent;
import io.tieout.model.quickbooks.EntityGone;
import io.tieout.model.quickbooks.EntityObserved;
import io.tieout.model.quickbooks.EntityType;
import io.tieout.model.quickbooks.ProfitAndLossObserved;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// The entities of all books as they are now.
@ApplicationScoped
public class Entities {
    private static final String SELECT = "SELECT gone, payload FROM entities WHERE realm = :realm ";

    private final Jdbi jdbi;

    Entities(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// Takes the event over if it is newer than what is known.
    @Transactional(Transactional.TxType.MANDATORY)
    void apply(SourceRevision revision, EntityEvent event) {
        switch (event) {
            case EntityObserved observed -> store(revision, observed);
            case EntityGone gone -> strike(revision, gone);
            case BooksLoaded loaded -> open(loaded);
            case ProfitAndLossObserved _ -> {
                // no effect is reviewed against it
            }
        }
    }

    private void store(SourceRevision revision, EntityObserved observed) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                INSERT INTO entities (realm, type, entity_id, major, minor, gone, name, full_name, counterparty_id, payload)
                                VALUES (:realm, :type, :id, :major, :minor, false, :name, :full, :counterparty, :payload)
                                ON CONFLICT (realm, type, entity_id) DO UPDATE SET
                                    major = excluded.major, minor = excluded.minor, gone = false, name = excluded.name, full_name = excluded.full_name,
                                    counterparty_id = excluded.counterparty_id, payload = excluded.payload
                                WHERE (entities.major, entities.minor) < (excluded.major, excluded.minor)\
                                """)
                        .bind("realm", observed.realmId().value())
                        .bind("type", observed.entityType().wireName())
                        .bind("id", observed.id().value())
                        .bind("major", revision.major())
                        .bind("minor", revision.minor())
                        .bind("name", name(observed.entity()))
                        .bind("full", fullName(observed.entity()))
                        .bind("counterparty", counterparty(observed.entity()))
                        .bind("payload", WireJson.text(observed))
                        .execute());
    }

    private void strike(SourceRevision revision, EntityGone gone) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                UPDATE entities SET gone = true, major = :major, minor = :minor
                                WHERE realm = :realm AND type = :type AND entity_id = :id AND (major, minor) < (:major, :minor)\
                                """)
                        .bind("realm", gone.realmId().value())
                        .bind("type", gone.entityType().wireName())
                        .bind("id", gone.id().value())
                        .bind("major", revision.major())
                        .bind("minor", revision.minor())
                        .execute());
    }

    private void open(BooksLoaded loaded) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                "INSERT INTO books (realm, loaded_at) VALUES (:realm, :at) ON CONFLICT DO NOTHING")
                        .bind("realm", loaded.realmId().value())
                        .bind("at", loaded.loadedAt().atOffset(ZoneOffset.UTC))
                        .execute());
    }

    private static @Nullable String name(Entity entity) {
        return switch (entity) {
            case Entity.Customer customer -> Names.normal(customer.displayName());
            case Entity.Vendor vendor -> Names.normal(vendor.displayName());
            case Entity.Item item -> Names.normal(item.name());
            case Entity.Account account -> Names.normal(account.name());
            case Entity.Named named -> Names.normal(named.name());
            case Entity.Term term -> Names.normal(term.name());
            case Entity.TaxCode code -> Names.normal(code.name());
            case Entity.TaxRate rate -> Names.normal(rate.name());
            case Entity.Company _, Entity.Preferences _, Entity.Transaction _ -> null;
        };
    }

    private static @Nullable String fullName(Entity entity) {
        return switch (entity) {
            case Entity.Customer customer -> Names.normal(customer.fullyQualifiedName());
            case Entity.Named named -> Names.normal(named.fullyQualifiedName());
            case Entity.Vendor _,
                    Entity.Item _,
                    Entity.Account _,
                    Entity.Term _,
                    Entity.TaxCode _,
                    Entity.TaxRate _,
                    Entity.Company _,
                    Entity.Preferences _,
                    Entity.Transaction _ ->
                    null;
        };
    }

    private static @Nullable String counterparty(Entity entity) {
        return entity instanceof Entity.Transaction document && document.counterpartyId() != null
                ? document.counterpartyId().value()
                : null;
    }

    /// Whether the first load of the realm is complete.
    public boolean loaded(RealmId realm) {
        return jdbi.withHandle(handle ->
                handle.createQuery("SELECT count(*) FROM books WHERE realm = :realm")
                                .bind("realm", realm.value())
                                .mapTo(Integer.class)
                                .one()
                        > 0);
    }

    public Optional<KnownEntity> find(RealmId realm, EntityType type, EntityId id) {
        return jdbi.withHandle(handle ->
                handle.createQuery(SELECT + "AND type = :type AND entity_id = :id")
                        .bind("realm", realm.value())
                        .bind("type", type.wireName())
                        .bind("id", id.value())
                        .map((rs, _) -> read(rs))
                        .findOne());
    }

    /// All of a type: for the short lists, such as tax codes, rates and settings.
    public List<KnownEntity> all(RealmId realm, EntityType type) {
        return jdbi.withHandle(handle ->
                handle.createQuery(SELECT + "AND type = :type")
                        .bind("realm", realm.value())
                        .bind("type", type.wireName())
                        .map((rs, _) -> read(rs))
                        .list());
    }

    /// All of a type with this name or full path, whatever its spelling in upper and lower case.
    public List<KnownEntity> named(RealmId realm, EntityType type, String name) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                SELECT + "AND type = :type AND (name = :name OR full_name = :name)")
                        .bind("realm", realm.value())
                        .bind("type", type.wireName())
                        .bind("name", Names.normal(name))
                        .map((rs, _) -> read(rs))
                        .list());
    }

    /// All documents of a type for one counterparty.
    public List<KnownEntity> documentsOf(RealmId realm, EntityType type, EntityId counterparty) {
        return jdbi.withHandle(handle ->
                handle.createQuery(SELECT + "AND type = :type AND counterparty_id = :counterparty")
                        .bind("realm", realm.value())
                        .bind("type", type.wireName())
                        .bind("counterparty", counterparty.value())
                        .map((rs, _) -> read(rs))
                        .list());
    }

    private static KnownEntity read(ResultSet rs) throws SQLException {
        return new KnownEntity(
                WireJson.read(rs.getString("payload"), EntityObserved.class),
                rs.getBoolean("gone"));
    }
}

package io.tieout.reconcile.facts;

import io.tieout.model.envelope.SourceRevision;
import io.tieout.model.id.EntityId;
import io.tieout.model.id.RealmId;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import io.tieout.model.quickbooks.BooksLoaded;
import io.tieout.model.quickbooks.Entity;
import io.tieout.model.quickbooks.EntityGone;
import io.tieout.model.quickbooks.EntityObserved;
import io.tieout.model.quickbooks.EntityType;
import io.tieout.reconcile.matching.BookDocument;
import io.tieout.reconcile.matching.BookLine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// The tables `documents`, `document_lines`, `vendors`, `projects` and `loaded_books`.
@ApplicationScoped
public class Books {
    private static final Set<EntityType> DOCUMENTS =
            Set.of(
                    EntityType.BILL,
                    EntityType.PURCHASE,
                    EntityType.VENDOR_CREDIT,
                    EntityType.TIME_ACTIVITY);

    private final Jdbi jdbi;

    Books(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// False if it is of no interest here, or a newer one is there.
    @Transactional(Transactional.TxType.MANDATORY)
    boolean apply(EntityObserved observed, SourceRevision revision) {
        return switch (observed.entity()) {
            case Entity.Transaction transaction when DOCUMENTS.contains(observed.entityType()) ->
                    store(
                            observed.realmId(),
                            observed.entityType(),
                            observed.id(),
                            revision,
                            transaction);
            case Entity.Vendor vendor ->
                    storeVendor(observed.realmId(), observed.id(), revision, vendor.displayName());
            case Entity.Customer customer ->
                    storeProject(observed.realmId(), observed.id(), revision, customer);
            case Entity.Transaction _,
                    Entity.Item _,
                    Entity.Account _,
                    Entity.Named _,
                    Entity.Term _,
                    Entity.TaxCode _,
                    Entity.TaxRate _,
                    Entity.Company _,
                    Entity.Preferences _ ->
                    false;
        };
    }

    @Transactional(Transactional.TxType.MANDATORY)
    boolean apply(EntityGone gone, SourceRevision revision) {
        return DOCUMENTS.contains(gone.entityType())
                && store(gone.realmId(), gone.entityType(), gone.id(), revision, null);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    boolean loaded(BooksLoaded loaded) {
        return jdbi.withHandle(handle ->
                handle.createUpdate(
                                        "INSERT INTO loaded_books (realm, loaded_at) VALUES"
                                                + " (:realm, :at) ON CONFLICT DO NOTHING")
                                .bind("realm", loaded.realmId().value())
                                .bind("at", loaded.loadedAt())
                                .execute()
                        == 1);
    }

    /// Whether what is missing in the realm is really missing.
    @Transactional
    public boolean areLoaded(RealmId realm) {
        return jdbi.withHandle(handle ->
                handle.createQuery("SELECT 1 FROM loaded_books WHERE realm = :realm")
                        .bind("realm", realm.value())
                        .mapTo(Integer.class)
                        .findOne()
                        .isPresent());
    }

    /// Every document of the realm that has a vendor and an amount.
    @Transactional
    public List<BookDocument> documents(RealmId realm) {
        Map<String, List<StoredLine>> lines = lines(realm);
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                SELECT d.*, coalesce(v.display_name, d.vendor_name) AS vendor
                                FROM documents d
                                LEFT JOIN vendors v ON v.realm = d.realm AND v.vendor_id = d.vendor_id
                                WHERE d.realm = :realm AND NOT d.gone AND d.amount IS NOT NULL
                                  AND coalesce(v.display_name, d.vendor_name) IS NOT NULL\
                                """)
                        .bind("realm", realm.value())
                        .map((rs, _) -> document(rs, lines))
                        .list());
    }

    private boolean store(
            RealmId realm,
            EntityType type,
            EntityId id,
            SourceRevision revision,
            Entity.@Nullable Transaction document) {
        Entity.Transaction fromVendor =
                document != null && document.counterpartyType() == EntityType.VENDOR
                        ? document
                        : null;
        EntityId vendor = fromVendor == null ? null : fromVendor.counterpartyId();
        Money total = document == null ? null : document.total();
        boolean changed =
                jdbi.withHandle(handle ->
                        handle.createUpdate(
                                                """
                                                INSERT INTO documents (realm, entity_type, entity_id, revision_major, revision_minor, gone,
                                                                       document_number, document_date, vendor_id, vendor_name, amount, currency)
                                                VALUES (:realm, :type, :id, :major, :minor, :gone, :number, :date, :vendor, :name, :amount, :currency)
                                                ON CONFLICT (realm, entity_type, entity_id) DO UPDATE
                                                SET revision_major = excluded.revision_major, revision_minor = excluded.revision_minor,
                                                    gone = excluded.gone, document_number = excluded.document_number,
                                                    document_date = excluded.document_date, vendor_id = excluded.vendor_id,
                                                    vendor_name = excluded.vendor_name, amount = excluded.amount, currency = excluded.currency
                                                WHERE (documents.revision_major, documents.revision_minor)
                                                    < (excluded.revision_major, excluded.revision_minor)\
                                                """)
                                        .bind("realm", realm.value())
                                        .bind("type", type.wireName())
                                        .bind("id", id.value())
                                        .bind("major", revision.major())
                                        .bind("minor", revision.minor())
                                        .bind("gone", document == null)
                                        .bind(
                                                "number",
                                                document == null ? null : document.documentNumber())
                                        .bind("date", document == null ? null : document.date())
                                        .bind("vendor", vendor == null ? null : vendor.value())
                                        .bind(
                                                "name",
                                                fromVendor == null
                                                        ? null
                                                        : fromVendor.counterpartyName())
                                        .bind("amount", total == null ? null : total.amount())
                                        .bind(
                                                "currency",
                                                total == null ? null : total.currency().value())
                                        .execute()
                                == 1);
        if (changed) {
            storeLines(realm, type, id, document == null ? List.of() : document.lines());
        }
        return changed;
    }

    private void storeLines(RealmId realm, EntityType type, EntityId id, List<Entity.Line> lines) {
        jdbi.useHandle(handle -> {
            handle.createUpdate(
                            "DELETE FROM document_lines WHERE realm = :realm AND entity_type ="
                                    + " :type AND entity_id = :id")
                    .bind("realm", realm.value())
                    .bind("type", type.wireName())
                    .bind("id", id.value())
                    .execute();
            for (int i = 0; i < lines.size(); i++) {
                Entity.Line line = lines.get(i);
                EntityId customer = line.customerId();
                handle.createUpdate(
                                """
                                INSERT INTO document_lines (realm, entity_type, entity_id, line, amount, description, customer_id)
                                VALUES (:realm, :type, :id, :line, :amount, :description, :customer)\
                                """)
                        .bind("realm", realm.value())
                        .bind("type", type.wireName())
                        .bind("id", id.value())
                        .bind("line", i + 1)
                        .bind("amount", line.amount().amount())
                        .bind("description", line.description())
                        .bind("customer", customer == null ? null : customer.value())
                        .execute();
            }
        });
    }

    private boolean storeProject(
            RealmId realm, EntityId id, SourceRevision revision, Entity.Customer customer) {
        return jdbi.withHandle(handle ->
                handle.createUpdate(
                                        """
                                        INSERT INTO projects (realm, customer_id, revision_major, revision_minor, name)
                                        VALUES (:realm, :id, :major, :minor, :name)
                                        ON CONFLICT (realm, customer_id) DO UPDATE
                                        SET revision_major = excluded.revision_major, revision_minor = excluded.revision_minor,
                                            name = excluded.name
                                        WHERE (projects.revision_major, projects.revision_minor)
                                            < (excluded.revision_major, excluded.revision_minor)\
                                        """)
                                .bind("realm", realm.value())
                                .bind("id", id.value())
                                .bind("major", revision.major())
                                .bind("minor", revision.minor())
                                .bind("name", customer.job() ? customer.displayName() : null)
                                .execute()
                        == 1);
    }

    private boolean storeVendor(
            RealmId realm, EntityId id, SourceRevision revision, String displayName) {
        return jdbi.withHandle(handle ->
                handle.createUpdate(
                                        """
                                        INSERT INTO vendors (realm, vendor_id, revision_major, revision_minor, display_name)
                                        VALUES (:realm, :id, :major, :minor, :name)
                                        ON CONFLICT (realm, vendor_id) DO UPDATE
                                        SET revision_major = excluded.revision_major, revision_minor = excluded.revision_minor,
                                            display_name = excluded.display_name
                                        WHERE (vendors.revision_major, vendors.revision_minor)
                                            < (excluded.revision_major, excluded.revision_minor)\
                                        """)
                                .bind("realm", realm.value())
                                .bind("id", id.value())
                                .bind("major", revision.major())
                                .bind("minor", revision.minor())
                                .bind("name", displayName)
                                .execute()
                        == 1);
    }

    /// A line before its document is known.
    private record StoredLine(
            BigDecimal amount, @Nullable String description, @Nullable String project) {}

    private Map<String, List<StoredLine>> lines(RealmId realm) {
        Map<String, List<StoredLine>> lines = new HashMap<>();
        jdbi.useHandle(handle ->
                handle.createQuery(
                                """
                                SELECT l.entity_type, l.entity_id, l.amount, l.description, p.name
                                FROM document_lines l
                                LEFT JOIN projects p ON p.realm = l.realm AND p.customer_id = l.customer_id
                                WHERE l.realm = :realm
                                ORDER BY l.entity_type, l.entity_id, l.line\
                                """)
                        .bind("realm", realm.value())
                        .map((rs, _) ->
                                Map.entry(
                                        rs.getString("entity_type")
                                                + ":"
                                                + rs.getString("entity_id"),
                                        new StoredLine(
                                                rs.getBigDecimal("amount"),
                                                rs.getString("description"),
                                                rs.getString("name"))))
                        .forEach(line ->
                                lines.computeIfAbsent(line.getKey(), _ -> new ArrayList<>())
                                        .add(line.getValue())));
        return lines;
    }

    private static BookLine line(StoredLine line, EntityType type, CurrencyCode currency) {
        Money amount = Money.rounded(line.amount(), currency, RoundingMode.HALF_UP);
        return new BookLine(
                type == EntityType.VENDOR_CREDIT ? amount.negated() : amount,
                line.description(),
                line.project());
    }

    private static BookDocument document(ResultSet rs, Map<String, List<StoredLine>> lines)
            throws SQLException {
        EntityType type = EntityType.of(rs.getString("entity_type"));
        Money total =
                Money.rounded(
                        rs.getBigDecimal("amount"),
                        new CurrencyCode(rs.getString("currency")),
                        RoundingMode.HALF_UP);
        return new BookDocument(
                type,
                new EntityId(rs.getString("entity_id")),
                rs.getString("vendor"),
                rs.getString("document_number"),
                rs.getObject("document_date", LocalDate.class),
                type == EntityType.VENDOR_CREDIT ? total.negated() : total,
                lines
                        .getOrDefault(type.wireName() + ":" + rs.getString("entity_id"), List.of())
                        .stream()
                        .map(line -> line(line, type, total.currency()))
                        .toList());
    }
}

package io.tieout.reconcile.facts;

import io.tieout.model.envelope.SourceRevision;
import io.tieout.model.id.EntityId;
import io.tieout.model.id.RealmId;
import io.tieout.model.money.Money;
import io.tieout.model.quickbooks.BooksLoaded;
import io.tieout.model.quickbooks.Entity;
import io.tieout.model.quickbooks.EntityGone;
import io.tieout.model.quickbooks.EntityObserved;
import io.tieout.model.quickbooks.EntityType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/// Keeps documents with their lines, the names that they bear, and which realms are loaded.
@ApplicationScoped
public class Books {
    private static final Set<EntityType> DOCUMENTS =
            Set.of(
                    EntityType.BILL,
                    EntityType.PURCHASE,
                    EntityType.VENDOR_CREDIT,
                    EntityType.JOURNAL_ENTRY,
                    EntityType.PURCHASE_ORDER,
                    EntityType.TIME_ACTIVITY,
                    EntityType.INVOICE);

    private static final Set<EntityType> NAMED =
            Set.of(
                    EntityType.VENDOR,
                    EntityType.CUSTOMER,
                    EntityType.ACCOUNT,
                    EntityType.CLASS,
                    EntityType.DEPARTMENT,
                    EntityType.ITEM);

    /// How the private note of a document begins that Tieout drafted.
    private static final Pattern ANCHOR =
            Pattern.compile(
                    "tieout:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})?.*", Pattern.DOTALL);

    private final Jdbi jdbi;
    private final Names names;

    Books(Jdbi jdbi, Names names) {
        this.jdbi = jdbi;
        this.names = names;
    }

    /// What an entity changed.
    enum Changed {
        DOCUMENT,
        NAME,
        /// It is of no interest here, or a newer one is there.
        NOTHING
    }

    @Transactional(Transactional.TxType.MANDATORY)
    Changed apply(EntityObserved observed, SourceRevision revision) {
        return switch (observed.entity()) {
            case Entity.Transaction document ->
                    DOCUMENTS.contains(observed.entityType())
                                    && store(
                                            observed.realmId(),
                                            observed.entityType(),
                                            observed.id(),
                                            revision,
                                            document)
                            ? Changed.DOCUMENT
                            : Changed.NOTHING;
            case Entity.Vendor vendor ->
                    name(observed, revision, Names.Named.of(vendor.displayName()));
            case Entity.Customer customer ->
                    name(
                            observed,
                            revision,
                            new Names.Named(
                                    customer.job() ? customer.displayName() : "",
                                    null,
                                    customer.fullyQualifiedName(),
                                    null));
            case Entity.Account account ->
                    name(
                            observed,
                            revision,
                            new Names.Named(account.name(), account.classification(), null, null));
            case Entity.Named named -> name(observed, revision, Names.Named.of(named.name()));
            case Entity.Item item ->
                    name(
                            observed,
                            revision,
                            new Names.Named(item.name(), null, null, item.unitPrice()));
            case Entity.Term _,
                    Entity.TaxCode _,
                    Entity.TaxRate _,
                    Entity.Company _,
                    Entity.Preferences _ ->
                    Changed.NOTHING;
        };
    }

    private Changed name(EntityObserved observed, SourceRevision revision, Names.Named name) {
        return names.apply(observed.realmId(), observed.entityType(), observed.id(), revision, name)
                ? Changed.NAME
                : Changed.NOTHING;
    }

    /// A vendor that was merged into another leaves no name behind, or rows would still be taken
    /// for its.
    @Transactional(Transactional.TxType.MANDATORY)
    Changed apply(EntityGone gone, SourceRevision revision) {
        RealmId realm = gone.realmId();
        EntityType type = gone.entityType();
        if (DOCUMENTS.contains(type)) {
            return store(realm, type, gone.id(), revision, null)
                    ? Changed.DOCUMENT
                    : Changed.NOTHING;
        }
        return NAMED.contains(type)
                        && names.apply(realm, type, gone.id(), revision, Names.Named.of(""))
                ? Changed.NAME
                : Changed.NOTHING;
    }

    /// Documents that are for the purchase order.
    @Transactional(Transactional.TxType.MANDATORY)
    List<Change.OfDocument> forOrder(RealmId realm, EntityId order) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "SELECT entity_type, entity_id FROM documents WHERE realm = :realm"
                                        + " AND order_id = :order AND NOT gone")
                        .bind("realm", realm.value())
                        .bind("order", order.value())
                        .map((rs, _) ->
                                new Change.OfDocument(
                                        EntityType.of(rs.getString("entity_type")),
                                        new EntityId(rs.getString("entity_id"))))
                        .list());
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

    private boolean store(
            RealmId realm,
            EntityType type,
            EntityId id,
            SourceRevision revision,
            Entity.@Nullable Transaction document) {
        EntityId party = document == null ? null : document.counterpartyId();
        Money total = document == null ? null : NetAmount.of(type, document);
        Matcher anchor = ANCHOR.matcher(note(document));
        boolean changed =
                jdbi.withHandle(handle ->
                        handle.createUpdate(
                                                """
                                                INSERT INTO documents (realm, entity_type, entity_id, revision_major, revision_minor, gone,
                                                                       document_number, document_date, party_id, party_name, amount, currency, order_id, drafted, proposal_id)
                                                VALUES (:realm, :type, :id, :major, :minor, :gone, :number, :date, :party, :name, :amount, :currency, :order, :drafted, CAST(:proposal AS uuid))
                                                ON CONFLICT (realm, entity_type, entity_id) DO UPDATE
                                                SET revision_major = excluded.revision_major, revision_minor = excluded.revision_minor,
                                                    gone = excluded.gone, document_number = excluded.document_number,
                                                    document_date = excluded.document_date, party_id = excluded.party_id,
                                                    party_name = excluded.party_name, order_id = excluded.order_id,
                                                    drafted = excluded.drafted, proposal_id = excluded.proposal_id, amount = excluded.amount, currency = excluded.currency
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
                                        .bind("party", text(party))
                                        .bind(
                                                "order",
                                                text(
                                                        document == null
                                                                ? null
                                                                : document.purchaseOrderId()))
                                        .bind(
                                                "name",
                                                document == null
                                                        ? null
                                                        : document.counterpartyName())
                                        .bind("drafted", anchor.matches())
                                        .bind("proposal", anchor.matches() ? anchor.group(1) : null)
                                        .bind("amount", total == null ? null : total.amount())
                                        .bind(
                                                "currency",
                                                document == null
                                                        ? null
                                                        : document.currency().value())
                                        .execute()
                                == 1);
        if (changed) {
            storeLines(realm, type, id, document == null ? List.of() : document.lines());
        }
        return changed;
    }

    private static String note(Entity.@Nullable Transaction document) {
        String note = document == null ? null : document.privateNote();
        return note == null ? "" : note;
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
            if (lines.isEmpty()) {
                return;
            }
            PreparedBatch batch =
                    handle.prepareBatch(
                            """
                            INSERT INTO document_lines (realm, entity_type, entity_id, line, amount, description, customer_id,
                                                        account_id, class_id, party, hours, posting)
                            VALUES (:realm, :type, :id, :line, :amount, :description, :customer, :account, :class, :party, :hours, :posting)\
                            """);
            for (int i = 0; i < lines.size(); i++) {
                Entity.Line line = lines.get(i);
                batch.bind("realm", realm.value())
                        .bind("type", type.wireName())
                        .bind("id", id.value())
                        .bind("line", i + 1)
                        .bind("amount", line.amount().amount())
                        .bind("description", line.description())
                        .bind("customer", text(line.customerId()))
                        .bind("account", text(line.accountId()))
                        .bind("class", text(line.classId()))
                        .bind("party", line.party())
                        .bind("hours", line.quantity() == null ? null : line.quantity().value())
                        .bind("posting", line.posting())
                        .add();
            }
            batch.execute();
        });
    }

    private static @Nullable String text(@Nullable EntityId id) {
        return id == null ? null : id.value();
    }
}

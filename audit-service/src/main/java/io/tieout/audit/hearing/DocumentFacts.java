package io.tieout.audit.hearing;

import io.tieout.audit.facts.Entities;
import io.tieout.audit.facts.KnownEntity;
import io.tieout.model.effect.CreateBill;
import io.tieout.model.effect.CreateDocument;
import io.tieout.model.effect.CreateJournalEntry;
import io.tieout.model.effect.CreatePurchaseOrder;
import io.tieout.model.effect.CreateTimeActivity;
import io.tieout.model.effect.PostingLine;
import io.tieout.model.effect.SpendLine;
import io.tieout.model.id.EntityId;
import io.tieout.model.id.RealmId;
import io.tieout.model.quickbooks.EntityType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the books say around documents other than invoices.
@ApplicationScoped
class DocumentFacts {
    private final Entities entities;

    DocumentFacts(Entities entities) {
        this.entities = entities;
    }

    /// One entry of the books that a document refers to.
    private record Reference(EntityType type, @Nullable EntityId id) {}

    /// Vendors, accounts, items, classes, departments and terms that the documents refer to.
    List<KnownEntity> entities(RealmId realm, List<CreateDocument> documents) {
        List<KnownEntity> found = new ArrayList<>();
        documents.stream()
                .flatMap(DocumentFacts::references)
                .distinct()
                .forEach(reference -> {
                    if (reference.id() != null) {
                        entities.find(realm, reference.type(), reference.id())
                                .ifPresent(found::add);
                    }
                });
        return found;
    }

    static Stream<EntityId> customers(CreateDocument document) {
        return switch (document) {
            case CreateBill bill -> customers(bill.lines());
            case CreatePurchaseOrder order -> customers(order.lines());
            case CreateTimeActivity time -> Stream.ofNullable(time.customerId());
            case CreateJournalEntry entry ->
                    entry.lines().stream().map(PostingLine::customerId).filter(Objects::nonNull);
        };
    }

    private static Stream<EntityId> customers(List<SpendLine> lines) {
        return lines.stream().map(SpendLine::customerId).filter(Objects::nonNull);
    }

    /// Documents of the same type and vendor; journal entries are found again by their anchor
    /// alone.
    List<KnownEntity> alike(RealmId realm, List<CreateDocument> documents) {
        return documents.stream()
                .flatMap(document ->
                        switch (document) {
                            case CreateBill bill -> of(realm, bill, bill.vendorId());
                            case CreatePurchaseOrder order -> of(realm, order, order.vendorId());
                            case CreateTimeActivity time -> of(realm, time, time.vendorId());
                            case CreateJournalEntry _ -> Stream.<KnownEntity>empty();
                        })
                .toList();
    }

    private Stream<KnownEntity> of(RealmId realm, CreateDocument document, EntityId vendor) {
        return entities.documentsOf(realm, document.entityType(), vendor).stream();
    }

    private static Stream<Reference> references(CreateDocument document) {
        return switch (document) {
            case CreateBill bill ->
                    Stream.concat(
                            Stream.of(
                                    new Reference(EntityType.VENDOR, bill.vendorId()),
                                    new Reference(EntityType.TERM, bill.termId()),
                                    new Reference(EntityType.DEPARTMENT, bill.departmentId())),
                            references(bill.lines()));
            case CreatePurchaseOrder order ->
                    Stream.concat(
                            Stream.of(
                                    new Reference(EntityType.VENDOR, order.vendorId()),
                                    new Reference(EntityType.ACCOUNT, order.payablesAccountId())),
                            references(order.lines()));
            case CreateJournalEntry entry ->
                    entry.lines().stream()
                            .flatMap(line ->
                                    Stream.of(
                                            new Reference(EntityType.ACCOUNT, line.accountId()),
                                            new Reference(EntityType.CLASS, line.classId()),
                                            new Reference(
                                                    EntityType.DEPARTMENT, line.departmentId()),
                                            new Reference(EntityType.VENDOR, line.vendorId())));
            case CreateTimeActivity time ->
                    Stream.of(
                            new Reference(EntityType.VENDOR, time.vendorId()),
                            new Reference(EntityType.ITEM, time.itemId()),
                            new Reference(EntityType.CLASS, time.classId()),
                            new Reference(EntityType.DEPARTMENT, time.departmentId()));
        };
    }

    private static Stream<Reference> references(List<SpendLine> lines) {
        return lines.stream()
                .flatMap(line ->
                        Stream.of(
                                new Reference(EntityType.ACCOUNT, line.accountId()),
                                new Reference(EntityType.ITEM, line.itemId()),
                                new Reference(EntityType.CLASS, line.classId())));
    }
}

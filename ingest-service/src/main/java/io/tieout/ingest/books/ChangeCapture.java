package io.tieout.ingest.books;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.connectors.fault.VendorException;
import io.tieout.connectors.fault.VendorFault;
import io.tieout.connectors.quickbooks.Changes;
import io.tieout.connectors.quickbooks.QuickBooks;
import io.tieout.ingest.IngestConfig;
import io.tieout.model.id.RealmId;
import io.tieout.model.quickbooks.EntityType;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Asks what changed since a moment, in smaller portions when an answer was cut off, and confirms
/// deletions of documents by reading them: change data capture has been wrong before.
@ApplicationScoped
class ChangeCapture {
    private final QuickBooks quickBooks;
    private final StoreBooks storeBooks;
    private final IngestConfig config;

    ChangeCapture(QuickBooks quickBooks, StoreBooks storeBooks, IngestConfig config) {
        this.quickBooks = quickBooks;
        this.storeBooks = storeBooks;
        this.config = config;
    }

    ConfirmedChanges since(RealmId realm, Instant since) {
        Map<EntityType, List<ObjectNode>> changed = new EnumMap<>(EntityType.class);
        List<Changes.Deletion> deleted = new ArrayList<>();
        Instant serverTime = collect(realm, BookTypes.captured(), since, changed, deleted);
        List<Changes.Deletion> confirmed = new ArrayList<>();
        for (Changes.Deletion deletion : deleted) {
            if (!storeBooks.isThere(realm, deletion)) {
                continue;
            }
            stillThere(realm, deletion)
                    .ifPresentOrElse(
                            entity -> add(changed, deletion.type(), List.of(entity)),
                            () -> confirmed.add(deletion));
        }
        return new ConfirmedChanges(changed, confirmed, serverTime);
    }

    /// The earliest server time of all answers.
    private Instant collect(
            RealmId realm,
            List<EntityType> types,
            Instant since,
            Map<EntityType, List<ObjectNode>> changed,
            List<Changes.Deletion> deleted) {
        Changes changes = quickBooks.cdc(realm, types, since);
        if (!isCutOff(changes)) {
            changes.changed().forEach((type, entities) -> add(changed, type, entities));
            deleted.addAll(changes.deleted());
            return changes.serverTime();
        }
        if (types.size() == 1) {
            EntityType type = types.getFirst();
            deleted.addAll(changes.deleted());
            add(
                    changed,
                    type,
                    quickBooks.query(
                            realm,
                            BookTypes.all(type)
                                    .where("MetaData.LastUpdatedTime", ">=", since.toString())));
            return changes.serverTime();
        }
        int half = types.size() / 2;
        Instant first = collect(realm, types.subList(0, half), since, changed, deleted);
        Instant second = collect(realm, types.subList(half, types.size()), since, changed, deleted);
        return first.isBefore(second) ? first : second;
    }

    private boolean isCutOff(Changes changes) {
        int objects =
                changes.changed().values().stream().mapToInt(List::size).sum()
                        + changes.deleted().size();
        return changes.truncated() || objects >= config.books().changesMax();
    }

    private Optional<ObjectNode> stillThere(RealmId realm, Changes.Deletion deletion) {
        if (!deletion.type().isTransaction()) {
            return Optional.empty();
        }
        try {
            return Optional.of(quickBooks.read(realm, deletion.type(), deletion.id()));
        } catch (VendorException e) {
            if (e.fault() instanceof VendorFault.NotFound) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static void add(
            Map<EntityType, List<ObjectNode>> changed, EntityType type, List<ObjectNode> entities) {
        changed.computeIfAbsent(type, _ -> new ArrayList<>()).addAll(entities);
    }
}

package io.tieout.ingest.books;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.connectors.fault.VendorException;
import io.tieout.connectors.fault.VendorFault;
import io.tieout.connectors.fault.VendorTrace;
import io.tieout.connectors.quickbooks.Changes;
import io.tieout.connectors.quickbooks.FaultAction;
import io.tieout.connectors.quickbooks.FaultCatalogue;
import io.tieout.connectors.quickbooks.QuickBooks;
import io.tieout.ingest.IngestConfig;
import io.tieout.model.id.EntityId;
import io.tieout.model.id.RealmId;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.quickbooks.EntityType;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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

    /// Whether the vendor says that it does not remember so long, or that the company was reset.
    static boolean needsReload(VendorException failure) {
        VendorTrace trace = failure.fault().trace();
        return trace.operation().equals("read changes")
                && (trace.code().equals("10200")
                        || String.valueOf(trace.detail()).contains("older than"));
    }

    ConfirmedChanges since(RealmId realm, Instant since) {
        Collected collected = new Collected();
        Instant serverTime = collect(realm, BookTypes.captured(), since, collected);
        List<Changes.Deletion> confirmed = new ArrayList<>();
        for (Changes.Deletion deletion : collected.deleted) {
            if (!storeBooks.isThere(realm, deletion.type(), deletion.id())) {
                continue;
            }
            read(realm, deletion.type(), deletion.id())
                    .ifPresentOrElse(
                            entity -> collected.add(deletion.type(), List.of(entity)),
                            () -> confirmed.add(deletion));
        }
        return new ConfirmedChanges(collected.changed, confirmed, serverTime, collected.cutOff);
    }

    /// The earliest server time of all answers. An answer that was cut off, or would have been too
    /// large, says nothing of what it left out: each half of the types is asked for by itself, in
    /// the end one type by query, whose pages have no such limit but show no deletions.
    private Instant collect(
            RealmId realm, List<EntityType> types, Instant since, Collected collected) {
        Optional<Changes> answer = ask(realm, types, since);
        if (answer.isPresent() && !isCutOff(answer.get())) {
            Changes changes = answer.get();
            changes.changed().forEach(collected::add);
            collected.deleted.addAll(changes.deleted());
            return changes.serverTime();
        }
        if (types.size() == 1) {
            EntityType type = types.getFirst();
            collected.cutOff = true;
            answer.ifPresent(changes -> collected.deleted.addAll(changes.deleted()));
            List<ObjectNode> found =
                    quickBooks.query(
                            realm,
                            BookTypes.all(type)
                                    .where(
                                            "MetaData.LastUpdatedTime",
                                            ">=",
                                            since.truncatedTo(ChronoUnit.SECONDS).toString()));
            collected.add(type, found);
            return answer.map(Changes::serverTime).orElseGet(() -> newest(found, since));
        }
        int half = types.size() / 2;
        Instant first = collect(realm, types.subList(0, half), since, collected);
        Instant second = collect(realm, types.subList(half, types.size()), since, collected);
        return first.isBefore(second) ? first : second;
    }

    /// Empty when the answer would be too large for the vendor.
    private Optional<Changes> ask(RealmId realm, List<EntityType> types, Instant since) {
        try {
            return Optional.of(quickBooks.cdc(realm, types, since));
        } catch (VendorException e) {
            VendorTrace trace = e.fault().trace();
            if (FaultCatalogue.row(trace.httpStatus(), trace.code(), trace.message()).action()
                    == FaultAction.PAGE) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /// Up to when everything was found, where nothing tells the vendor's time; the next look begins
    /// no earlier than this one did.
    private Instant newest(List<ObjectNode> found, Instant since) {
        Instant newest = since.plus(config.books().overlap());
        for (ObjectNode entity : found) {
            Instant updated =
                    new Fields(entity, CurrencyCode.USD).at("MetaData").instant("LastUpdatedTime");
            newest = updated != null && updated.isAfter(newest) ? updated : newest;
        }
        return newest;
    }

    private boolean isCutOff(Changes changes) {
        int objects =
                changes.changed().values().stream().mapToInt(List::size).sum()
                        + changes.deleted().size();
        return changes.truncated() || objects >= config.books().changesMax();
    }

    /// The entity as it is, unless it is gone.
    Optional<ObjectNode> read(RealmId realm, EntityType type, EntityId id) {
        try {
            return Optional.of(quickBooks.read(realm, type, id));
        } catch (VendorException e) {
            if (e.fault() instanceof VendorFault.NotFound) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /// What one look has brought so far.
    private static final class Collected {
        private final Map<EntityType, List<ObjectNode>> changed = new EnumMap<>(EntityType.class);
        private final List<Changes.Deletion> deleted = new ArrayList<>();
        private boolean cutOff;

        void add(EntityType type, List<ObjectNode> entities) {
            changed.computeIfAbsent(type, _ -> new ArrayList<>()).addAll(entities);
        }
    }
}

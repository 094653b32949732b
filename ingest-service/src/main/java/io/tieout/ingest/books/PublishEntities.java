package io.tieout.ingest.books;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.tieout.ingest.books.EntityShadows.Shadow;
import io.tieout.ingest.document.OrderPdf;
import io.tieout.ingest.posted.DocumentKey;
import io.tieout.ingest.posted.WatchPosted;
import io.tieout.kit.event.Connections;
import io.tieout.kit.event.Events;
import io.tieout.kit.json.CanonicalJson;
import io.tieout.kit.outbox.Outbox;
import io.tieout.model.envelope.SourceRevision;
import io.tieout.model.id.EntityId;
import io.tieout.model.id.RealmId;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.quickbooks.Entity;
import io.tieout.model.quickbooks.EntityEvent;
import io.tieout.model.quickbooks.EntityGone;
import io.tieout.model.quickbooks.EntityObserved;
import io.tieout.model.quickbooks.EntityType;
import io.tieout.model.topic.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Publishes entities that are newer than, or differ from, what was published of them before;
/// echoes of our own writes and overlapping looks fall through.
@ApplicationScoped
class PublishEntities {
    private static final Logger LOG = Logger.getLogger(PublishEntities.class);

    private static final ObjectNode NOTHING = JsonNodeFactory.instance.objectNode();

    private final EntityShadows shadows;
    private final BookStates states;
    private final OrderPdf orderPdf;
    private final WatchPosted watchPosted;
    private final Outbox outbox;
    private final Events events;
    private final MeterRegistry meters;

    PublishEntities(
            EntityShadows shadows,
            BookStates states,
            OrderPdf orderPdf,
            WatchPosted watchPosted,
            Outbox outbox,
            Events events,
            MeterRegistry meters) {
        this.shadows = shadows;
        this.states = states;
        this.orderPdf = orderPdf;
        this.watchPosted = watchPosted;
        this.outbox = outbox;
        this.events = events;
        this.meters = meters;
    }

    /// Entities of one type as they are now.
    @Transactional(Transactional.TxType.MANDATORY)
    void present(
            RealmId realm,
            EntityType type,
            List<ObjectNode> entities,
            CurrencyCode homeCurrency,
            int loadNumber) {
        EntityReader reader = new EntityReader(homeCurrency);
        List<EntityReading.Present> readings = new ArrayList<>();
        Map<EntityId, ObjectNode> wholes = new HashMap<>();
        for (ObjectNode entity : entities) {
            switch (reader.read(type, entity)) {
                case EntityReading.Present present -> {
                    readings.add(present);
                    wholes.put(present.id(), entity);
                }
                case EntityReading.Unreadable(_, EntityId id, String why) -> {
                    LOG.warnf("An entity cannot be read: type=%s id=%s: %s", type, id, why);
                    count(type, "unreadable");
                }
            }
        }
        Map<EntityId, Shadow> before =
                shadows.of(realm, type, readings.stream().map(EntityReading.Present::id).toList());
        shadows.seen(realm, type, before.keySet(), loadNumber);
        for (EntityReading.Present reading : readings) {
            EntityEvent event = event(realm, reading);
            Shadow next = shadow(reading, event, before.get(reading.id()));
            if (next != null) {
                publish(realm, reading, next, loadNumber, event);
                if (!reading.voided()) {
                    watchPosted.observed(
                            new DocumentKey(realm, type, reading.id()),
                            reading.syncToken(),
                            wholes.getOrDefault(reading.id(), NOTHING),
                            homeCurrency);
                }
            }
        }
    }

    private static EntityEvent event(RealmId realm, EntityReading.Present reading) {
        return reading.voided()
                ? new EntityGone(realm, reading.type(), reading.id(), EntityGone.Reason.VOIDED)
                : new EntityObserved(
                        realm,
                        reading.type(),
                        reading.id(),
                        reading.active(),
                        reading.lastUpdated(),
                        reading.entity());
    }

    /// What to remember of it, or null when it says nothing new. A merge changes documents without
    /// a new SyncToken, and what was said to be gone can turn out to be there: then the revision is
    /// just above the last one.
    private static @Nullable Shadow shadow(
            EntityReading.Present reading, EntityEvent event, @Nullable Shadow last) {
        String content = CanonicalJson.sha256(event);
        long updated = reading.lastUpdated().toEpochMilli();
        long token = reading.syncToken();
        if (last != null && !last.isOlderThan(token, updated)) {
            if (last.content().isEmpty() || last.content().equals(content)) {
                return null;
            }
            token = last.syncToken();
            updated = Math.max(updated, last.lastUpdatedMs() + 1);
        }
        return new Shadow(reading.type(), reading.id(), token, updated, reading.voided(), content);
    }

    private void publish(
            RealmId realm,
            EntityReading.Present reading,
            Shadow next,
            int loadNumber,
            EntityEvent event) {
        EntityType type = reading.type();
        EntityId id = reading.id();
        store(realm, next, loadNumber, event);
        switch (reading.entity()) {
            case Entity.Preferences preferences ->
                    states.homeCurrency(realm, preferences.homeCurrency());
            case Entity.Company company -> states.company(realm, company.name());
            case Entity.Transaction document
                    when type == EntityType.INVOICE && !reading.voided() -> {
                orderPdf.observed(realm, id, document.privateNote(), reading.syncToken());
            }
            case Entity _ -> {
                // nothing else follows from it
            }
        }
    }

    /// An entity that is there no longer; its revision is one higher than the last known.
    @Transactional(Transactional.TxType.MANDATORY)
    void gone(
            RealmId realm, Shadow last, long updatedMs, int loadNumber, EntityGone.Reason reason) {
        if (last.gone()) {
            return;
        }
        store(
                realm,
                new Shadow(
                        last.type(),
                        last.id(),
                        last.syncToken() + 1,
                        Math.max(updatedMs, last.lastUpdatedMs()),
                        true,
                        Shadow.GONE),
                loadNumber,
                new EntityGone(realm, last.type(), last.id(), reason));
        watchPosted.gone(new DocumentKey(realm, last.type(), last.id()));
    }

    private void store(RealmId realm, Shadow shadow, int loadNumber, EntityEvent event) {
        shadows.put(realm, shadow, loadNumber);
        append(event, new SourceRevision(shadow.syncToken(), shadow.lastUpdatedMs()));
        count(shadow.type(), shadow.gone() ? "gone" : "observed");
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void append(EntityEvent event, SourceRevision revision) {
        outbox.append(
                Topics.QUICKBOOKS_ENTITIES,
                event.key(),
                events.started(
                        Connections.quickbooks(event.realmId()),
                        revision,
                        events.newCorrelation(),
                        event));
    }

    private void count(EntityType type, String outcome) {
        meters.counter("entities.published", "type", type.wireName(), "outcome", outcome)
                .increment();
    }
}

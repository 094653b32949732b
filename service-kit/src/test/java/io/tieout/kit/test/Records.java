package io.tieout.kit.test;

import io.tieout.kit.event.Connections;
import io.tieout.kit.event.Events;
import io.tieout.kit.json.WireJson;
import io.tieout.model.envelope.EventEnvelope;
import io.tieout.model.envelope.SourceRevision;
import io.tieout.model.id.CorrelationId;
import io.tieout.model.quickbooks.EntityEvent;
import io.tieout.model.smartsheet.RowEvent;
import io.tieout.model.topic.Topic;
import io.tieout.model.topic.Topics;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// Makes the records that a consumer is called with.
public final class Records {
    private Records() {}

    public static <T> ConsumerRecord<String, byte[]> of(
            Topic<T> topic, String key, EventEnvelope<? extends T> event) {
        return raw(topic.name(), key, WireJson.write(event));
    }

    /// A row as ingest tells of it at this version of its sheet.
    public static ConsumerRecord<String, byte[]> of(Events events, int version, RowEvent row) {
        return of(
                Topics.SMARTSHEET_ROWS,
                row.key(),
                events.started(
                        Connections.smartsheet("us", "records"),
                        new SourceRevision(version, 1),
                        new CorrelationId("records"),
                        row));
    }

    /// An entity as ingest tells of it at this SyncToken.
    public static ConsumerRecord<String, byte[]> of(
            Events events, int syncToken, EntityEvent entity) {
        return of(
                Topics.QUICKBOOKS_ENTITIES,
                entity.key(),
                events.started(
                        Connections.quickbooks(entity.realmId()),
                        new SourceRevision(syncToken, 0),
                        new CorrelationId("records"),
                        entity));
    }

    public static ConsumerRecord<String, byte[]> raw(String topic, String key, byte[] value) {
        return new ConsumerRecord<>(topic, 0, 0L, key, value);
    }

    public static ConsumerRecord<String, byte[]> raw(String topic, String key, String value) {
        return raw(topic, key, value.getBytes(StandardCharsets.UTF_8));
    }
}

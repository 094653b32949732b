package io.tieout.audit.facts;

import io.tieout.audit.record.Recording;
import io.tieout.kit.error.ContractViolation;
import io.tieout.kit.intake.DeadLetterHeaders;
import io.tieout.kit.json.WireJson;
import io.tieout.model.envelope.EventEnvelope;
import io.tieout.model.quickbooks.EntityEvent;
import io.tieout.model.smartsheet.RowEvent;
import io.tieout.model.topic.Services;
import io.tieout.model.topic.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/// Records a batch of facts and takes them over, in one transaction.
@ApplicationScoped
class ObserveFacts {
    private final Recording recording;
    private final Rows rows;
    private final Entities entities;

    ObserveFacts(Recording recording, Rows rows, Entities entities) {
        this.recording = recording;
        this.rows = rows;
        this.entities = entities;
    }

    /// Those that could not be read are handed back; they are recorded all the same.
    @Transactional
    List<ConsumerRecord<String, byte[]>> handle(Iterable<ConsumerRecord<String, byte[]>> batch) {
        recording.record(batch);
        List<ConsumerRecord<String, byte[]>> unreadable = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : batch) {
            if (record.value() != null && isForAudit(record)) {
                try {
                    apply(record);
                } catch (ContractViolation _) {
                    unreadable.add(record);
                }
            }
        }
        return unreadable;
    }

    private void apply(ConsumerRecord<String, byte[]> record) {
        if (isOfRows(record)) {
            EventEnvelope<RowEvent> event = WireJson.readEvent(record.value(), RowEvent.class);
            rows.apply(event.sourceRevision(), event.payload());
        } else {
            EventEnvelope<EntityEvent> event =
                    WireJson.readEvent(record.value(), EntityEvent.class);
            entities.apply(event.sourceRevision(), event.payload());
        }
    }

    static boolean isOfRows(ConsumerRecord<String, byte[]> record) {
        return record.topic().startsWith(Topics.SMARTSHEET_ROWS.name());
    }

    private static boolean isForAudit(ConsumerRecord<String, byte[]> record) {
        if (!record.topic().endsWith(".redrive")) {
            return true;
        }
        Header group = record.headers().lastHeader(DeadLetterHeaders.REDRIVE_GROUP);
        return group != null
                && Services.AUDIT.equals(new String(group.value(), StandardCharsets.UTF_8));
    }
}

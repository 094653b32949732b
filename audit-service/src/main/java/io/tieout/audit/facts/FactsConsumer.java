package io.tieout.audit.facts;

import io.smallrye.reactive.messaging.annotations.Blocking;
import io.tieout.audit.Channels;
import io.tieout.audit.record.Persistence;
import io.tieout.kit.intake.Intake;
import io.tieout.model.topic.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Feeds audit's own view of both books. Decides nothing.
@ApplicationScoped
class FactsConsumer {
    private final ObserveFacts observeFacts;
    private final Intake intake;

    FactsConsumer(ObserveFacts observeFacts, Intake intake) {
        this.observeFacts = observeFacts;
        this.intake = intake;
    }

    @Incoming(Channels.FACTS_IN)
    @Blocking
    void consume(ConsumerRecords<String, byte[]> batch) {
        List<ConsumerRecord<String, byte[]>> unreadable = new ArrayList<>();
        Persistence.until(
                "Observing facts",
                () -> {
                    unreadable.clear();
                    unreadable.addAll(observeFacts.handle(batch));
                });
        unreadable.forEach(this::putAside);
    }

    /// Reading it once more fails once more, and makes the dead letter.
    private void putAside(ConsumerRecord<String, byte[]> record) {
        if (ObserveFacts.isOfRows(record)) {
            intake.take(record, Topics.SMARTSHEET_ROWS, _ -> {});
        } else {
            intake.take(record, Topics.QUICKBOOKS_ENTITIES, _ -> {});
        }
    }
}

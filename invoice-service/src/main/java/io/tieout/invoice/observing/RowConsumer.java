package io.tieout.invoice.observing;

import io.smallrye.common.annotation.Blocking;
import io.tieout.invoice.Channels;
import io.tieout.kit.intake.Intake;
import io.tieout.model.topic.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Feeds rows to drafting. Decides nothing.
@ApplicationScoped
class RowConsumer {
    private final Intake intake;
    private final ObserveRow observeRow;

    RowConsumer(Intake intake, ObserveRow observeRow) {
        this.intake = intake;
        this.observeRow = observeRow;
    }

    @Incoming(Channels.ROWS_IN)
    @Blocking
    void consume(ConsumerRecord<String, byte[]> record) {
        intake.take(record, Topics.SMARTSHEET_ROWS, observeRow::handle);
    }
}

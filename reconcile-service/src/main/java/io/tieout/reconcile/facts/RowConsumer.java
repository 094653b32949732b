package io.tieout.reconcile.facts;

import io.smallrye.reactive.messaging.annotations.Blocking;
import io.tieout.kit.intake.Intake;
import io.tieout.model.topic.Topics;
import io.tieout.reconcile.Channels;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Feeds rows to the projection. Decides nothing.
@ApplicationScoped
public class RowConsumer {
    private final Intake intake;
    private final ApplyRow applyRow;

    RowConsumer(Intake intake, ApplyRow applyRow) {
        this.intake = intake;
        this.applyRow = applyRow;
    }

    @Incoming(Channels.ROWS_IN)
    @Blocking
    public void consume(ConsumerRecord<String, byte[]> record) {
        intake.take(record, Topics.SMARTSHEET_ROWS, applyRow::handle);
    }
}

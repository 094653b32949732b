package io.tieout.console.source;

import io.smallrye.reactive.messaging.annotations.Blocking;
import io.tieout.console.Channels;
import io.tieout.kit.intake.Intake;
import io.tieout.model.topic.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Feeds rows to their projection.
@ApplicationScoped
class RowConsumer {
    private final Intake intake;
    private final ProjectSource project;

    RowConsumer(Intake intake, ProjectSource project) {
        this.intake = intake;
        this.project = project;
    }

    @Incoming(Channels.ROWS_IN)
    @Blocking
    void consume(ConsumerRecord<String, byte[]> record) {
        intake.take(record, Topics.SMARTSHEET_ROWS, project::row);
    }
}

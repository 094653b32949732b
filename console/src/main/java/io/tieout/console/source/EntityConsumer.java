package io.tieout.console.source;

import io.smallrye.reactive.messaging.annotations.Blocking;
import io.tieout.console.Channels;
import io.tieout.kit.intake.Intake;
import io.tieout.model.topic.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Feeds QuickBooks entities to their projection.
@ApplicationScoped
class EntityConsumer {
    private final Intake intake;
    private final ProjectSource project;

    EntityConsumer(Intake intake, ProjectSource project) {
        this.intake = intake;
        this.project = project;
    }

    @Incoming(Channels.ENTITIES_IN)
    @Blocking
    void consume(ConsumerRecord<String, byte[]> record) {
        intake.take(record, Topics.QUICKBOOKS_ENTITIES, project::entity);
    }
}

package io.tieout.reconcile.facts;

import io.smallrye.reactive.messaging.annotations.Blocking;
import io.tieout.kit.intake.Intake;
import io.tieout.model.topic.Topics;
import io.tieout.reconcile.Channels;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Feeds entities to the projection. Decides nothing.
@ApplicationScoped
public class EntityConsumer {
    private final Intake intake;
    private final ApplyEntity applyEntity;

    EntityConsumer(Intake intake, ApplyEntity applyEntity) {
        this.intake = intake;
        this.applyEntity = applyEntity;
    }

    @Incoming(Channels.ENTITIES_IN)
    @Blocking
    public void consume(ConsumerRecord<String, byte[]> record) {
        intake.take(record, Topics.QUICKBOOKS_ENTITIES, applyEntity::handle);
    }
}

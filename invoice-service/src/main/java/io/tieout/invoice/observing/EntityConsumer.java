package io.tieout.invoice.observing;

import io.smallrye.common.annotation.Blocking;
import io.tieout.invoice.Channels;
import io.tieout.kit.intake.Intake;
import io.tieout.model.topic.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Feeds the books' lists to drafting. Decides nothing.
@ApplicationScoped
class EntityConsumer {
    private final Intake intake;
    private final ObserveEntity observeEntity;

    EntityConsumer(Intake intake, ObserveEntity observeEntity) {
        this.intake = intake;
        this.observeEntity = observeEntity;
    }

    @Incoming(Channels.ENTITIES_IN)
    @Blocking
    void consume(ConsumerRecord<String, byte[]> record) {
        intake.take(record, Topics.QUICKBOOKS_ENTITIES, observeEntity::handle);
    }
}

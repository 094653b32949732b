package io.tieout.invoice.observing;

import io.smallrye.common.annotation.Blocking;
import io.tieout.invoice.Channels;
import io.tieout.invoice.drafts.ObserveState;
import io.tieout.kit.intake.Intake;
import io.tieout.model.topic.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Feeds audit's word on proposals to their drafts. Decides nothing.
@ApplicationScoped
class StateConsumer {
    private final Intake intake;
    private final ObserveState observeState;

    StateConsumer(Intake intake, ObserveState observeState) {
        this.intake = intake;
        this.observeState = observeState;
    }

    @Incoming(Channels.STATES_IN)
    @Blocking
    void consume(ConsumerRecord<String, byte[]> record) {
        intake.take(record, Topics.PROPOSAL_STATES, event -> observeState.handle(event.payload()));
    }
}

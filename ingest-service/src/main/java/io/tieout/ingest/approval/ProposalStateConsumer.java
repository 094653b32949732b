package io.tieout.ingest.approval;

import io.smallrye.common.annotation.Blocking;
import io.tieout.ingest.Channels;
import io.tieout.kit.intake.Intake;
import io.tieout.model.topic.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Feeds proposal states to the watch over approval cells.
@ApplicationScoped
class ProposalStateConsumer {
    private final Intake intake;
    private final AwaitDecision awaitDecision;

    ProposalStateConsumer(Intake intake, AwaitDecision awaitDecision) {
        this.intake = intake;
        this.awaitDecision = awaitDecision;
    }

    @Incoming(Channels.STATES_IN)
    @Blocking
    void consume(ConsumerRecord<String, byte[]> record) {
        intake.take(record, Topics.PROPOSAL_STATES, awaitDecision::handle);
    }
}

package io.tieout.ingest.approval;

import io.smallrye.common.annotation.Blocking;
import io.tieout.ingest.Channels;
import io.tieout.ingest.posted.WatchPosted;
import io.tieout.kit.intake.Intake;
import io.tieout.model.topic.Topics;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Feeds proposal states to the watches over approval cells and over what was posted.
@ApplicationScoped
class ProposalStateConsumer {
    private final Intake intake;
    private final AwaitDecision awaitDecision;
    private final WatchPosted watchPosted;

    ProposalStateConsumer(Intake intake, AwaitDecision awaitDecision, WatchPosted watchPosted) {
        this.intake = intake;
        this.awaitDecision = awaitDecision;
        this.watchPosted = watchPosted;
    }

    @Incoming(Channels.STATES_IN)
    @Blocking
    void consume(ConsumerRecord<String, byte[]> record) {
        intake.take(
                record,
                Topics.PROPOSAL_STATES,
                event -> {
                    awaitDecision.handle(event);
                    watchPosted.state(event.payload());
                });
    }
}

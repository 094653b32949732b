package io.tieout.console.proposal;

import io.smallrye.reactive.messaging.annotations.Blocking;
import io.tieout.console.Channels;
import io.tieout.kit.intake.Intake;
import io.tieout.model.topic.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Feeds what audit says about proposals to their projection.
@ApplicationScoped
class ProposalStateConsumer {
    private final Intake intake;
    private final ProjectProposal project;

    ProposalStateConsumer(Intake intake, ProjectProposal project) {
        this.intake = intake;
        this.project = project;
    }

    @Incoming(Channels.PROPOSAL_STATES_IN)
    @Blocking
    void consume(ConsumerRecord<String, byte[]> record) {
        intake.take(record, Topics.PROPOSAL_STATES, project::apply);
    }
}

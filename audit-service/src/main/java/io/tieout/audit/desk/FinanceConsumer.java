package io.tieout.audit.desk;

import io.smallrye.reactive.messaging.annotations.Blocking;
import io.tieout.audit.Channels;
import io.tieout.kit.intake.Intake;
import io.tieout.model.topic.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Feeds the desk with proposals, decisions, outcomes and commands. Decides nothing.
@ApplicationScoped
class FinanceConsumer {
    private final Desk desk;
    private final Intake intake;

    FinanceConsumer(Desk desk, Intake intake) {
        this.desk = desk;
        this.intake = intake;
    }

    @Incoming(Channels.PROPOSALS_IN)
    @Blocking
    void proposals(ConsumerRecord<String, byte[]> record) {
        intake.take(record, Topics.PROPOSALS, event -> desk.propose(event, record));
    }

    @Incoming(Channels.DECISIONS_IN)
    @Blocking
    void decisions(ConsumerRecord<String, byte[]> record) {
        intake.take(record, Topics.DECISIONS, event -> desk.decide(event, record));
    }

    @Incoming(Channels.OUTCOMES_IN)
    @Blocking
    void outcomes(ConsumerRecord<String, byte[]> record) {
        intake.take(record, Topics.OUTCOMES, event -> desk.conclude(event, record));
    }

    @Incoming(Channels.COMMANDS_IN)
    @Blocking
    void commands(ConsumerRecord<String, byte[]> record) {
        intake.take(record, Topics.COMMANDS, event -> desk.command(event, record));
    }
}

package io.tieout.ingest.approval;

import io.smallrye.common.annotation.Blocking;
import io.tieout.ingest.Channels;
import io.tieout.ingest.books.NudgeBooks;
import io.tieout.ingest.hydration.OwnWrites;
import io.tieout.ingest.posted.WatchPosted;
import io.tieout.kit.intake.Intake;
import io.tieout.model.topic.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Feeds proposal states to the watches over approval cells and over what was posted, and to the
/// rows that were written, and has the books looked at where a proposal was behind them.
@ApplicationScoped
class ProposalStateConsumer {
    private final Intake intake;
    private final AwaitDecision awaitDecision;
    private final WatchPosted watchPosted;
    private final OwnWrites ownWrites;
    private final NudgeBooks nudgeBooks;

    ProposalStateConsumer(
            Intake intake,
            AwaitDecision awaitDecision,
            WatchPosted watchPosted,
            OwnWrites ownWrites,
            NudgeBooks nudgeBooks) {
        this.intake = intake;
        this.awaitDecision = awaitDecision;
        this.watchPosted = watchPosted;
        this.ownWrites = ownWrites;
        this.nudgeBooks = nudgeBooks;
    }

    @Incoming(Channels.STATES_IN)
    @Blocking
    void consume(ConsumerRecord<String, byte[]> record) {
        intake.take(
                record,
                Topics.PROPOSAL_STATES,
                event -> {
                    ownWrites.apply(event);
                    awaitDecision.handle(event);
                    watchPosted.state(event.payload());
                    nudgeBooks.state(event.payload());
                });
    }
}

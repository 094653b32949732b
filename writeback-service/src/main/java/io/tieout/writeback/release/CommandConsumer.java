package io.tieout.writeback.release;

import io.smallrye.reactive.messaging.annotations.Blocking;
import io.tieout.kit.intake.Intake;
import io.tieout.model.command.CommandEvent;
import io.tieout.model.command.ExceptionCommand;
import io.tieout.model.command.MatchingCommand;
import io.tieout.model.envelope.EventEnvelope;
import io.tieout.model.topic.Topics;
import io.tieout.writeback.Channels;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Picks out the commands that are for this service.
@ApplicationScoped
public class CommandConsumer {
    private final Intake intake;
    private final ResolveUnknown resolveUnknown;

    CommandConsumer(Intake intake, ResolveUnknown resolveUnknown) {
        this.intake = intake;
        this.resolveUnknown = resolveUnknown;
    }

    @Incoming(Channels.COMMANDS_IN)
    @Blocking
    public void consume(ConsumerRecord<String, byte[]> record) {
        intake.take(record, Topics.COMMANDS, this::route);
    }

    private void route(EventEnvelope<CommandEvent> event) {
        switch (event.payload()) {
            case CommandEvent.UnknownResolved resolved -> resolveUnknown.handle(event, resolved);
            case CommandEvent.DeadLetterRedriven _,
                    CommandEvent.SweepRequested _,
                    CommandEvent.RemapAccepted _,
                    CommandEvent.CorrectionRequested _,
                    MatchingCommand _,
                    ExceptionCommand _ -> {}
        }
    }
}

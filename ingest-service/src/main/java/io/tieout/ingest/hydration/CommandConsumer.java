package io.tieout.ingest.hydration;

import io.smallrye.common.annotation.Blocking;
import io.tieout.ingest.Channels;
import io.tieout.kit.intake.Intake;
import io.tieout.model.command.CommandEvent;
import io.tieout.model.command.ExceptionCommand;
import io.tieout.model.command.MatchingCommand;
import io.tieout.model.topic.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Hears what people ask of this service: to read a sheet in full, or in another way.
@ApplicationScoped
class CommandConsumer {
    private final Intake intake;
    private final ConnectSheets connectSheets;

    CommandConsumer(Intake intake, ConnectSheets connectSheets) {
        this.intake = intake;
        this.connectSheets = connectSheets;
    }

    @Incoming(Channels.COMMANDS_IN)
    @Blocking
    void consume(ConsumerRecord<String, byte[]> record) {
        intake.take(
                record,
                Topics.COMMANDS,
                event -> {
                    switch (event.payload()) {
                        case CommandEvent.SweepRequested sweep ->
                                connectSheets.readWhole(sweep.sheetId());
                        case CommandEvent.RemapAccepted accepted -> connectSheets.accept(accepted);
                        case CommandEvent.DeadLetterRedriven _,
                                CommandEvent.UnknownResolved _,
                                CommandEvent.CorrectionRequested _,
                                MatchingCommand _,
                                ExceptionCommand _ -> {
                            // not for this service
                        }
                    }
                });
    }
}

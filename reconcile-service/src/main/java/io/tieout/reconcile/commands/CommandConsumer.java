package io.tieout.reconcile.commands;

import io.smallrye.common.annotation.Blocking;
import io.tieout.kit.intake.Intake;
import io.tieout.model.command.CommandEvent;
import io.tieout.model.command.ExceptionCommand;
import io.tieout.model.command.MatchingCommand;
import io.tieout.model.envelope.EventEnvelope;
import io.tieout.model.topic.Topics;
import io.tieout.reconcile.Channels;
import io.tieout.reconcile.aliases.LearnAlias;
import io.tieout.reconcile.correcting.DraftCorrection;
import io.tieout.reconcile.rules.EditRules;
import io.tieout.reconcile.separations.KeepApart;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Picks out the commands that are for this service.
@ApplicationScoped
public class CommandConsumer {
    private final Intake intake;
    private final EditRules editRules;
    private final LearnAlias learnAlias;
    private final KeepApart keepApart;
    private final DraftCorrection draftCorrection;

    CommandConsumer(
            Intake intake,
            EditRules editRules,
            LearnAlias learnAlias,
            KeepApart keepApart,
            DraftCorrection draftCorrection) {
        this.intake = intake;
        this.editRules = editRules;
        this.learnAlias = learnAlias;
        this.keepApart = keepApart;
        this.draftCorrection = draftCorrection;
    }

    @Incoming(Channels.COMMANDS_IN)
    @Blocking
    public void consume(ConsumerRecord<String, byte[]> record) {
        intake.take(record, Topics.COMMANDS, this::route);
    }

    private void route(EventEnvelope<CommandEvent> event) {
        switch (event.payload()) {
            case MatchingCommand.MatchRulesEdited edited -> editRules.handle(event, edited);
            case MatchingCommand.AliasConfirmed confirmed -> learnAlias.confirm(event, confirmed);
            case MatchingCommand.AliasRevoked revoked -> learnAlias.revoke(event, revoked);
            case MatchingCommand.Unmatched unmatched -> keepApart.separate(event, unmatched);
            case MatchingCommand.SeparationWithdrawn withdrawn ->
                    keepApart.withdraw(event, withdrawn);
            case CommandEvent.CorrectionRequested requested ->
                    draftCorrection.handle(event, requested);
            case CommandEvent.DeadLetterRedriven _,
                    CommandEvent.UnknownResolved _,
                    CommandEvent.SweepRequested _,
                    CommandEvent.RemapAccepted _,
                    ExceptionCommand _ -> {}
        }
    }
}

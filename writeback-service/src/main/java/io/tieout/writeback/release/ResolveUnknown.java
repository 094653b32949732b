package io.tieout.writeback.release;

import io.tieout.kit.error.ContractViolation;
import io.tieout.kit.error.ErrorCode;
import io.tieout.kit.store.Inbox;
import io.tieout.model.command.CommandEvent;
import io.tieout.model.envelope.EventEnvelope;
import io.tieout.writeback.effect.EffectEnd;
import io.tieout.writeback.effect.EffectOutcomes;
import io.tieout.writeback.effect.Effects;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.jboss.logging.Logger;

/// Ends an unknown effect the way that a person who looked says.
@ApplicationScoped
class ResolveUnknown {
    private static final Logger LOG = Logger.getLogger(ResolveUnknown.class);

    private final Inbox inbox;
    private final Effects effects;
    private final EffectOutcomes outcomes;
    private final Clock clock;

    ResolveUnknown(Inbox inbox, Effects effects, EffectOutcomes outcomes, Clock clock) {
        this.inbox = inbox;
        this.effects = effects;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    @Transactional
    void handle(EventEnvelope<CommandEvent> event, CommandEvent.UnknownResolved resolved) {
        if (!inbox.firstTime(event.eventId())) {
            return;
        }
        effects.unknown(resolved.proposalId(), resolved.revision(), resolved.effectId())
                .ifPresentOrElse(
                        effect -> {
                            EffectEnd end = end(resolved);
                            effects.end(effect, end, clock.instant());
                            outcomes.ended(effect, end);
                        },
                        () ->
                                LOG.infof(
                                        "Nothing unknown to resolve, proposalId=%s effectId=%s",
                                        resolved.proposalId(), resolved.effectId()));
    }

    private static EffectEnd end(CommandEvent.UnknownResolved resolved) {
        if (!resolved.happened()) {
            return new EffectEnd.Failed(
                    "did-not-happen", resolved.person() + " looked: it did not happen");
        }
        if (resolved.result() == null) {
            throw new ContractViolation(
                    ErrorCode.CONTRACT_VIOLATED, "It happened, but with what result?", null);
        }
        return new EffectEnd.Done(resolved.result());
    }
}

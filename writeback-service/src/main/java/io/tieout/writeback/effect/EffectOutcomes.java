package io.tieout.writeback.effect;

import io.micrometer.core.instrument.MeterRegistry;
import io.tieout.kit.event.Connections;
import io.tieout.kit.event.Events;
import io.tieout.kit.outbox.Outbox;
import io.tieout.model.effect.Effect;
import io.tieout.model.envelope.EventEnvelope;
import io.tieout.model.envelope.SourceRevision;
import io.tieout.model.id.CorrelationId;
import io.tieout.model.id.EventId;
import io.tieout.model.release.EffectReleased;
import io.tieout.model.release.OutcomeEvent;
import io.tieout.model.release.OutcomeEvent.EffectRefused.Reason;
import io.tieout.model.release.Receipt;
import io.tieout.model.topic.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import org.jboss.logging.Logger;

/// Tells audit, in the transaction that stores it, how an effect ended.
@ApplicationScoped
public class EffectOutcomes {
    private static final Logger LOG = Logger.getLogger(EffectOutcomes.class);

    private final Outbox outbox;
    private final Events events;
    private final MeterRegistry meters;
    private final Clock clock;

    EffectOutcomes(Outbox outbox, Events events, MeterRegistry meters, Clock clock) {
        this.outbox = outbox;
        this.events = events;
        this.meters = meters;
        this.clock = clock;
    }

    public void ended(ReleasedEffect effect, EffectEnd end) {
        publish(effect.receipt(), effect.effect(), effect.cause(), effect.correlation(), end);
    }

    /// For a release that was not accepted.
    public void refusedUnseen(EventEnvelope<EffectReleased> event, Reason reason, String why) {
        publish(
                event.payload().receipt(),
                event.payload().effect(),
                event.eventId(),
                event.correlationId(),
                new EffectEnd.Refused(reason, why));
    }

    private void publish(
            Receipt receipt,
            Effect effect,
            EventId cause,
            CorrelationId correlation,
            EffectEnd end) {
        String type = EffectType.of(effect);
        String outcome = end.status().toLowerCase(Locale.ROOT);
        meters.counter("effects", "type", type, "outcome", outcome).increment();
        LOG.debugf(
                "Effect ended, proposalId=%s effectId=%s type=%s outcome=%s",
                receipt.proposalId(), receipt.effectId(), type, outcome);
        if (!(end instanceof EffectEnd.Done)) {
            LOG.infof(
                    "Effect not done, proposalId=%s effectId=%s type=%s outcome=%s: %s",
                    receipt.proposalId(), receipt.effectId(), type, outcome, end.words());
        }
        outbox.append(
                Topics.OUTCOMES,
                receipt.proposalId().toString(),
                events.following(
                        Connections.quickbooks(receipt.realmId()),
                        SourceRevision.NONE,
                        correlation,
                        cause,
                        event(receipt, end, clock.instant())));
    }

    private static OutcomeEvent event(Receipt receipt, EffectEnd end, Instant at) {
        return switch (end) {
            case EffectEnd.Done done ->
                    new OutcomeEvent.EffectDone(
                            receipt.realmId(),
                            receipt.proposalId(),
                            receipt.revision(),
                            receipt.effectId(),
                            done.result(),
                            at);
            case EffectEnd.Failed failed ->
                    new OutcomeEvent.EffectFailed(
                            receipt.realmId(),
                            receipt.proposalId(),
                            receipt.revision(),
                            receipt.effectId(),
                            failed.errorCode(),
                            failed.message(),
                            at);
            case EffectEnd.Refused refused ->
                    new OutcomeEvent.EffectRefused(
                            receipt.realmId(),
                            receipt.proposalId(),
                            receipt.revision(),
                            receipt.effectId(),
                            refused.reason(),
                            refused.message(),
                            at);
            case EffectEnd.Unknown unknown ->
                    new OutcomeEvent.EffectUnknown(
                            receipt.realmId(),
                            receipt.proposalId(),
                            receipt.revision(),
                            receipt.effectId(),
                            unknown.message(),
                            at);
        };
    }
}

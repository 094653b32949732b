package io.tieout.writeback.release;

import io.micrometer.core.instrument.MeterRegistry;
import io.tieout.kit.lane.Lanes;
import io.tieout.kit.sign.Verifier;
import io.tieout.kit.store.Inbox;
import io.tieout.model.envelope.EventEnvelope;
import io.tieout.model.release.EffectReleased;
import io.tieout.model.release.OutcomeEvent.EffectRefused.Reason;
import io.tieout.writeback.WritebackConfig;
import io.tieout.writeback.effect.EffectOutcomes;
import io.tieout.writeback.effect.Effects;
import io.tieout.writeback.effect.Gathering;
import io.tieout.writeback.effect.Target;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jboss.logging.Logger;

/// Takes a release into its lane if its receipt is good; refuses it otherwise. An effect that was
/// taken before is not taken again, whatever event it comes in.
@ApplicationScoped
class AcceptRelease {
    private static final Logger LOG = Logger.getLogger(AcceptRelease.class);

    private final Inbox inbox;
    private final Effects effects;
    private final EffectOutcomes outcomes;
    private final Lanes lanes;
    private final WritebackConfig config;
    private final MeterRegistry meters;
    private final Clock clock;

    AcceptRelease(
            Inbox inbox,
            Effects effects,
            EffectOutcomes outcomes,
            Lanes lanes,
            WritebackConfig config,
            MeterRegistry meters,
            Clock clock) {
        this.inbox = inbox;
        this.effects = effects;
        this.outcomes = outcomes;
        this.lanes = lanes;
        this.config = config;
        this.meters = meters;
        this.clock = clock;
    }

    @Transactional
    void handle(EventEnvelope<EffectReleased> event) {
        Instant now = clock.instant();
        if (!inbox.firstTime(event.eventId()) || effects.isKnown(event.payload().receipt())) {
            return;
        }
        ReceiptCheck check = new ReceiptCheck(new Verifier(config.auditPublicKey()));
        switch (check.check(event.payload(), now)) {
            case ReceiptVerdict.Good _ -> accept(event, now);
            case ReceiptVerdict.Forged(String why) -> record(event, Reason.BAD_RECEIPT, why, now);
            case ReceiptVerdict.Late(String why) -> refuse(event, Reason.EXPIRED, why, now);
            case ReceiptVerdict.Bad(String why) -> refuse(event, Reason.BAD_RECEIPT, why, now);
        }
    }

    private void accept(EventEnvelope<EffectReleased> event, Instant now) {
        Target target = Target.of(event.payload().effect());
        if (effects.accept(event, target, now)) {
            lanes.wake(target.kind().wireName(), target.key(), gathering(target).firstLook(now));
        }
    }

    /// What was refused leaves the effect free: a bad release cannot stand in the way of a good
    /// one.
    private void refuse(
            EventEnvelope<EffectReleased> event, Reason reason, String why, Instant now) {
        record(event, reason, why, now);
        outcomes.refusedUnseen(event, reason, why);
    }

    private void record(
            EventEnvelope<EffectReleased> event, Reason reason, String why, Instant now) {
        LOG.warnf(
                "Release refused, reason=%s proposalId=%s effectId=%s: %s",
                reason,
                event.payload().receipt().proposalId(),
                event.payload().receipt().effectId(),
                why);
        meters.counter("releases_refused", "reason", reason.name().toLowerCase(Locale.ROOT))
                .increment();
        effects.recordRefusal(event, reason, why, now);
    }

    private Gathering gathering(Target target) {
        return switch (target.kind()) {
            case REALM ->
                    new Gathering(
                            config.realm().batchMax(),
                            config.realm().linger(),
                            config.realm().lingerMax());
            case SHEET ->
                    new Gathering(
                            config.sheet().rowsMax(),
                            config.sheet().linger(),
                            config.sheet().lingerMax());
            case MAILBOX -> new Gathering(1, Duration.ZERO, Duration.ZERO);
        };
    }
}

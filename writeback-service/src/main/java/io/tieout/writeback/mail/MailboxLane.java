package io.tieout.writeback.mail;

import io.tieout.kit.lane.Lane;
import io.tieout.kit.lane.LaneResult;
import io.tieout.kit.lane.LaneWork;
import io.tieout.model.effect.SendMail;
import io.tieout.model.release.OutcomeEvent.EffectRefused.Reason;
import io.tieout.writeback.WritebackConfig;
import io.tieout.writeback.effect.EffectEnd;
import io.tieout.writeback.effect.Effects;
import io.tieout.writeback.effect.ReleasedEffect;
import io.tieout.writeback.effect.Target;
import io.tieout.writeback.intent.Conduct;
import io.tieout.writeback.intent.LaneTurns;
import io.tieout.writeback.intent.Settlement;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/// Sends the mails of one mailbox.
@ApplicationScoped
class MailboxLane implements LaneWork {
    private final MailWire wire;
    private final Effects effects;
    private final Settlement settlement;
    private final Conduct conduct;
    private final WritebackConfig config;
    private final Clock clock;

    MailboxLane(
            MailWire wire,
            Effects effects,
            Settlement settlement,
            Conduct conduct,
            WritebackConfig config,
            Clock clock) {
        this.wire = wire;
        this.effects = effects;
        this.settlement = settlement;
        this.conduct = conduct;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return Target.Kind.MAILBOX.wireName();
    }

    @Override
    public LaneResult run(Lane lane) {
        LaneTurns turns = new LaneTurns();
        conduct.resume(lane, _ -> wire).forEach(turns::add);
        while (!turns.isPaused()) {
            List<ReleasedEffect> due = effects.due(lane, config.mailbox().mailsMax());
            if (due.isEmpty()) {
                break;
            }
            for (ReleasedEffect effect : due) {
                send(lane, effect, turns);
            }
        }
        return turns.result();
    }

    private void send(Lane lane, ReleasedEffect effect, LaneTurns turns) {
        if (effect.isLateAt(clock.instant())) {
            String words = "The release was good until " + effect.receipt().notAfter();
            settlement.refuse(lane, Map.of(effect, new EffectEnd.Refused(Reason.EXPIRED, words)));
        } else if (effect.effect() instanceof SendMail mail) {
            turns.add(conduct.begin(lane, MailRequest.of(effect, mail), wire));
        }
    }
}

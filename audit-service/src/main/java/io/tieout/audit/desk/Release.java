package io.tieout.audit.desk;

import io.tieout.audit.AuditConfig;
import io.tieout.audit.policy.PolicyFile;
import io.tieout.audit.proposal.EffectStates;
import io.tieout.audit.proposal.Life;
import io.tieout.audit.proposal.Resolution;
import io.tieout.audit.proposal.RowGuards;
import io.tieout.audit.record.Entry;
import io.tieout.audit.record.Records;
import io.tieout.audit.review.Facts;
import io.tieout.kit.event.Connections;
import io.tieout.kit.event.Events;
import io.tieout.kit.json.CanonicalJson;
import io.tieout.kit.json.WireJson;
import io.tieout.kit.outbox.Outbox;
import io.tieout.kit.sign.Signer;
import io.tieout.model.effect.Effect;
import io.tieout.model.envelope.EventEnvelope;
import io.tieout.model.envelope.SourceRevision;
import io.tieout.model.id.EffectId;
import io.tieout.model.id.EventId;
import io.tieout.model.proposal.EffectState;
import io.tieout.model.quickbooks.Entity;
import io.tieout.model.release.EffectReleased;
import io.tieout.model.release.Receipt;
import io.tieout.model.release.RowGuard;
import io.tieout.model.topic.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// Releases one effect: resolves it, records it in that form, signs the receipt and hands it to the
/// outbox, all in the transaction that decided so.
@ApplicationScoped
class Release {
    private final Records records;
    private final Releases releases;
    private final Outbox outbox;
    private final Events events;
    private final PolicyFile policy;
    private final Signer signer;

    Release(
            Records records,
            Releases releases,
            Outbox outbox,
            Events events,
            PolicyFile policy,
            AuditConfig config) {
        this.records = records;
        this.releases = releases;
        this.outbox = outbox;
        this.events = events;
        this.policy = policy;
        this.signer = new Signer(config.keys().privateKey());
    }

    /// The life with the effect released.
    @Transactional(Transactional.TxType.MANDATORY)
    Life release(Life life, EffectId id, Facts facts, EventId cause, Instant now) {
        Effect resolved = Resolution.resolve(life, life.effect(id));
        String hash = CanonicalJson.sha256(resolved);
        Announcement announcement = new Announcement();
        long sequence =
                records.append(
                                life.proposal().realmId().value(),
                                at -> {
                                    announcement.event =
                                            event(life, resolved, hash, facts, cause, at, now);
                                    return entry(announcement.event(), now);
                                })
                        .sequence();
        EventEnvelope<EffectReleased> event = announcement.event();
        outbox.append(Topics.RELEASES, resolved.target(), event);
        EffectState released = EffectStates.released(life.state(id), hash, sequence, now);
        releases.add(event.payload(), released, now);
        return life.with(released);
    }

    /// Carries the event out of the append that numbers it.
    private static final class Announcement {
        private @org.jspecify.annotations.Nullable EventEnvelope<EffectReleased> event;

        EventEnvelope<EffectReleased> event() {
            if (event == null) {
                throw new IllegalStateException("Not recorded yet");
            }
            return event;
        }
    }

    private EventEnvelope<EffectReleased> event(
            Life life,
            Effect resolved,
            String hash,
            Facts facts,
            EventId cause,
            long sequence,
            Instant now) {
        Receipt receipt =
                new Receipt(
                        life.proposal().realmId(),
                        life.proposal().proposalId(),
                        life.proposal().revision(),
                        resolved.effectId(),
                        hash,
                        sequence,
                        policy.policy().version(),
                        resolved.advisory() ? List.of() : life.decisions(),
                        now.plus(policy.policy().notAfter()).truncatedTo(ChronoUnit.MILLIS),
                        "");
        List<RowGuard> guards =
                resolved.advisory()
                        ? List.of()
                        : RowGuards.of(life.proposal().evidence().rows(), facts.rows());
        EffectReleased released =
                new EffectReleased(
                        receipt.signed(signer.sign(receipt.signedText())),
                        resolved,
                        life.proposal().reference(),
                        guards,
                        facts.preferences().map(Entity.Preferences::bookCloseDate).orElse(null));
        return events.following(
                Connections.quickbooks(life.proposal().realmId()),
                new SourceRevision(sequence, 0),
                life.origin().correlation(),
                cause,
                released);
    }

    /// Recorded under the id under which it will be published, so that it is recorded once.
    private static Entry entry(EventEnvelope<EffectReleased> event, Instant now) {
        Receipt receipt = event.payload().receipt();
        return new Entry(
                receipt.realmId().value(),
                now,
                Topics.RELEASES.name(),
                event.eventId(),
                event.correlationId().value(),
                receipt.proposalId(),
                "release",
                WireJson.text(event));
    }
}

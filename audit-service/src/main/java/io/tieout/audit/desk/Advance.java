package io.tieout.audit.desk;

import io.micrometer.core.instrument.MeterRegistry;
import io.tieout.audit.facts.KnownRow;
import io.tieout.audit.hearing.Billed;
import io.tieout.audit.hearing.Judge;
import io.tieout.audit.proposal.Life;
import io.tieout.audit.proposal.OpenFinding;
import io.tieout.audit.record.Entry;
import io.tieout.audit.record.Records;
import io.tieout.audit.review.Facts;
import io.tieout.audit.review.Hours;
import io.tieout.kit.error.ErrorCode;
import io.tieout.kit.error.TransientFailure;
import io.tieout.kit.json.WireJson;
import io.tieout.model.id.EffectId;
import io.tieout.model.id.EventId;
import io.tieout.model.money.Quantity;
import io.tieout.model.proposal.EffectState;
import io.tieout.model.proposal.Evidence.RowCitation;
import io.tieout.model.proposal.ProposalState.ApprovalNeeded;
import io.tieout.model.proposal.ProposalState.ReviewResult;
import io.tieout.model.smartsheet.BillingFields;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Brings a proposal as far as it can get now: hears reviewer and policy, records what they and
/// others said, releases what may happen, and announces where it stands.
@ApplicationScoped
class Advance {
    private static final ErrorCode ROWS_TAKEN = new ErrorCode("rows-taken-meanwhile");

    /// A change to bring into effect.
    ///
    /// @param life the proposal after the change
    /// @param before findings that were open before it
    /// @param happened what to record first, in this order
    record Change(Life life, List<OpenFinding> before, EventId cause, List<Entry> happened) {
        Change {
            before = List.copyOf(before);
            happened = List.copyOf(happened);
        }
    }

    private record Reviewed(
            int revision,
            String hash,
            List<ReviewResult> results,
            @Nullable List<ApprovalNeeded> approvalsNeeded,
            @Nullable String waitReason) {}

    private final Judge judge;
    private final Records records;
    private final Release release;
    private final Billed billed;
    private final Announce announce;
    private final Lives lives;
    private final MeterRegistry registry;
    private final Clock clock;

    Advance(
            Judge judge,
            Records records,
            Release release,
            Billed billed,
            Announce announce,
            Lives lives,
            MeterRegistry registry,
            Clock clock) {
        this.judge = judge;
        this.records = records;
        this.release = release;
        this.billed = billed;
        this.announce = announce;
        this.lives = lives;
        this.registry = registry;
        this.clock = clock;
    }

    /// The proposal as it stands after all this.
    @Transactional(Transactional.TxType.MANDATORY)
    Life advance(Change change) {
        Instant now = clock.instant();
        Judge.Verdict verdict = judge.judge(change.life(), now);
        Life life = verdict.life();
        long sequence = record(change.happened());
        if (verdict.spoke()) {
            sequence = records.append(reviewed(life, now)).sequence();
        }
        for (EffectId effect : verdict.releases()) {
            life = release(life, effect, verdict.facts().orElseThrow(), change.cause(), now);
            sequence = life.state(effect).releaseSequence();
        }
        if (sequence == 0) {
            sequence = records.append(waiting(life, now)).sequence();
        }
        Life settled = announce.announce(life, change.before(), sequence, change.cause(), now);
        lives.save(settled, sequence, now);
        return settled;
    }

    /// Whether it waits for exactly what it waited for before.
    boolean isStillWaiting(Life life) {
        Instant now = clock.instant();
        Judge.Verdict verdict = judge.judge(life, now);
        return !verdict.spoke() && Objects.equals(verdict.life().waitReason(), life.waitReason());
    }

    /// All in the proposal's own chain, so that the last sequence orders its states.
    private long record(List<Entry> entries) {
        long sequence = 0;
        for (Entry entry : entries) {
            sequence = records.append(entry).sequence();
        }
        registry.counter("audit_records").increment(entries.size());
        return sequence;
    }

    private Life release(Life life, EffectId effect, Facts facts, EventId cause, Instant now) {
        if (!life.effect(effect).advisory() && !take(life, facts)) {
            throw new TransientFailure(
                    ROWS_TAKEN, "Another draft was released for the same rows just now", null);
        }
        Life released = release.release(life, effect, facts, cause, now);
        registry.counter("releases", "type", released.state(effect).type()).increment();
        registry.counter("audit_records").increment();
        return released;
    }

    private boolean take(Life life, Facts facts) {
        Map<RowCitation, Quantity> rows = new HashMap<>();
        life.proposal()
                .evidence()
                .rows()
                .forEach(citation -> rows.put(citation, hours(citation, facts)));
        return billed.take(
                life.proposal().proposalId(),
                life.proposal().realmId(),
                life.proposal().evidence().project(),
                rows);
    }

    private static Quantity hours(RowCitation citation, Facts facts) {
        KnownRow known = facts.rows().get(citation.row());
        return known != null && known.row().fields() instanceof BillingFields cells
                ? Hours.of(cells)
                : Quantity.ZERO;
    }

    private static Entry reviewed(Life life, Instant now) {
        return own(
                life,
                now,
                "reviewed",
                new Reviewed(
                        life.proposal().revision(),
                        life.hash(),
                        life.reviews(),
                        life.required(),
                        life.waitReason()));
    }

    private static Entry waiting(Life life, Instant now) {
        return own(life, now, "waiting", Map.of("reason", Objects.toString(life.waitReason(), "")));
    }

    static Entry own(Life life, Instant now, String kind, Object payload) {
        return Entry.own(
                life.proposal().realmId().value(),
                now,
                life.origin().correlation().value(),
                life.proposal().proposalId(),
                kind,
                WireJson.text(payload));
    }

    /// Gives rows back when the money that they stood for did not move after all.
    @Transactional(Transactional.TxType.MANDATORY)
    void freeRows(Life life) {
        if (!life.committed()) {
            billed.free(life.proposal().proposalId());
        }
    }

    void count(EffectState state) {
        registry.counter("effects", "type", state.type(), "status", state.status().name())
                .increment();
    }
}

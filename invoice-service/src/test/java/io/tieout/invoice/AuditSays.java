package io.tieout.invoice;

import io.tieout.model.effect.Effect;
import io.tieout.model.effect.EffectResult;
import io.tieout.model.id.EntityId;
import io.tieout.model.id.RowRef;
import io.tieout.model.money.Money;
import io.tieout.model.proposal.EffectState;
import io.tieout.model.proposal.ProposalMade;
import io.tieout.model.proposal.ProposalState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Makes the states that audit publishes.
public final class AuditSays {
    private static final AtomicLong SEQUENCE = new AtomicLong(100);
    private static final Instant AT = Instant.parse("2026-11-22T12:00:00Z");

    private AuditSays() {}

    public static ProposalState of(
            ProposalMade proposal,
            ProposalState.Status status,
            Map<String, EffectState.Status> effects) {
        return of(proposal, status, effects, List.of(), 0, null);
    }

    public static ProposalState of(
            ProposalMade proposal,
            ProposalState.Status status,
            Map<String, EffectState.Status> effects,
            List<RowRef> rejectedRows,
            int refusedRevision,
            @Nullable String createError) {
        return new ProposalState(
                proposal,
                "00",
                status,
                List.of(),
                List.of(),
                List.of(),
                rejectedRows,
                refusedRevision,
                proposal.effects().stream()
                        .map(effect -> state(proposal, effect, effects, createError))
                        .toList(),
                null,
                SEQUENCE.incrementAndGet(),
                AT);
    }

    /// Its invoice was not posted, just now.
    public static ProposalState failed(ProposalMade proposal, String error, Instant at) {
        ProposalState state =
                of(
                        proposal,
                        ProposalState.Status.FAILED,
                        Map.of("e1", EffectState.Status.DONE, "e2", EffectState.Status.FAILED),
                        List.of(),
                        0,
                        error);
        return new ProposalState(
                proposal,
                state.hash(),
                state.status(),
                state.reviews(),
                state.approvalsNeeded(),
                state.approvalsGiven(),
                state.rejectedRows(),
                state.refusedRevision(),
                state.effects().stream().map(effect -> at(effect, at)).toList(),
                null,
                state.auditSequence(),
                at);
    }

    private static EffectState at(EffectState state, Instant at) {
        return new EffectState(
                state.effectId(),
                state.type(),
                state.target(),
                state.advisory(),
                state.status(),
                state.resolvedHash(),
                state.releaseSequence(),
                state.result(),
                state.errorCode(),
                state.message(),
                at);
    }

    private static EffectState state(
            ProposalMade proposal,
            Effect effect,
            Map<String, EffectState.Status> effects,
            @Nullable String createError) {
        String id = effect.effectId().value();
        boolean create = id.equals("e2");
        EffectState.Status status = effects.getOrDefault(id, EffectState.Status.RECORDED);
        Money total = proposal.total();
        EffectResult result =
                create && status == EffectState.Status.DONE && total != null
                        ? new EffectResult.InvoiceCreated(
                                new EntityId("9" + SEQUENCE.get()),
                                "1041",
                                LocalDate.of(2026, 11, 22),
                                total,
                                null,
                                0)
                        : null;
        return new EffectState(
                effect.effectId(),
                create ? "create-invoice" : "update-rows",
                effect.target(),
                effect.advisory(),
                status,
                null,
                0,
                result,
                create ? createError : null,
                null,
                AT);
    }
}

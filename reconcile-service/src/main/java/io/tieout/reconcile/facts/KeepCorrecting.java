package io.tieout.reconcile.facts;

import io.tieout.model.effect.CreateJournalEntry;
import io.tieout.model.effect.EffectResult.DocumentCreated;
import io.tieout.model.id.EffectId;
import io.tieout.model.id.EntityId;
import io.tieout.model.id.RowRef;
import io.tieout.model.proposal.EffectState;
import io.tieout.model.proposal.Evidence.Corrects;
import io.tieout.model.proposal.ProposalMade;
import io.tieout.model.proposal.ProposalState;
import io.tieout.model.quickbooks.EntityType;
import io.tieout.reconcile.facts.CorrectingEntries.Said;
import io.tieout.reconcile.facts.CorrectingEntries.Status;
import io.tieout.reconcile.matching.LiveLedger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Keeps which line of the books a journal entry corrects, from when it is drafted on.
@ApplicationScoped
public class KeepCorrecting {
    private final CorrectingEntries entries;
    private final ComparisonDue comparison;

    KeepCorrecting(CorrectingEntries entries, ComparisonDue comparison) {
        this.entries = entries;
        this.comparison = comparison;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void drafted(ProposalMade proposal) {
        said(proposal, Status.ASKED, 0, null).ifPresent(entries::keep);
    }

    /// What audit says of it. Whoever lost the draft learns all of it anew.
    @Transactional(Transactional.TxType.MANDATORY)
    public void became(ProposalState state) {
        Optional<EffectState> effect =
                entry(state.proposal())
                        .flatMap(id ->
                                state.effects().stream()
                                        .filter(one -> one.effectId().equals(id))
                                        .findFirst());
        EntityId posted =
                effect.map(EffectState::result)
                        .filter(DocumentCreated.class::isInstance)
                        .map(result -> ((DocumentCreated) result).documentId())
                        .orElse(null);
        boolean ended =
                effect.map(EffectState::status).filter(EffectState.Status::ended).isPresent();
        Status status = posted != null ? Status.POSTED : ended ? Status.ENDED : Status.ASKED;
        said(state.proposal(), status, state.auditSequence(), posted)
                .filter(entries::keep)
                .ifPresent(this::compare);
    }

    private void compare(Said said) {
        comparison.ofDocument(said.realm(), said.document().type(), said.document().id());
        entries.concernedBy(said.realm(), said.document().type(), said.document().id())
                .forEach(one -> comparison.ofDocument(said.realm(), one.type(), one.id()));
    }

    private static Optional<EffectId> entry(ProposalMade proposal) {
        return proposal.effects().stream()
                .filter(CreateJournalEntry.class::isInstance)
                .map(one -> one.effectId())
                .findFirst();
    }

    private static Optional<Said> said(
            ProposalMade proposal, Status status, long sequence, @Nullable EntityId posted) {
        Corrects corrects = proposal.evidence().corrects();
        if (corrects == null || proposal.rows().isEmpty() || entry(proposal).isEmpty()) {
            return Optional.empty();
        }
        RowRef row = proposal.rows().getFirst();
        String document = LiveLedger.documentOf(corrects.line());
        int colon = document.indexOf(':');
        return Optional.of(
                new Said(
                        proposal.realmId(),
                        proposal.proposalId(),
                        row,
                        new Change.OfDocument(
                                EntityType.of(document.substring(0, colon)),
                                new EntityId(document.substring(colon + 1))),
                        corrects.line(),
                        Objects.requireNonNullElse(proposal.counterparty(), ""),
                        Objects.requireNonNullElse(proposal.evidence().project(), ""),
                        corrects.accounts(),
                        corrects.first(),
                        corrects.entries(),
                        status,
                        sequence,
                        posted));
    }
}

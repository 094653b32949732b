package io.tieout.invoice.drafts;

import io.micrometer.core.instrument.MeterRegistry;
import io.tieout.invoice.claims.Claim;
import io.tieout.invoice.claims.Claims;
import io.tieout.invoice.rows.Rows;
import io.tieout.invoice.rows.StoredRow;
import io.tieout.invoice.rows.WorkGroup;
import io.tieout.model.id.ProposalId;
import io.tieout.model.id.RowRef;
import io.tieout.model.id.Uuid7;
import io.tieout.model.proposal.ProposalMade;
import io.tieout.model.proposal.ProposalWithdrawn;
import io.tieout.model.smartsheet.RowObserved;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Sends a draft's next revision, or takes it back; claims follow in the same transaction.
@ApplicationScoped
class SendDraft {
    private final Drafts drafts;
    private final Claims claims;
    private final Rows rows;
    private final Proposals proposals;
    private final Clock clock;
    private final MeterRegistry registry;

    SendDraft(
            Drafts drafts,
            Claims claims,
            Rows rows,
            Proposals proposals,
            Clock clock,
            MeterRegistry registry) {
        this.drafts = drafts;
        this.claims = claims;
        this.rows = rows;
        this.proposals = proposals;
        this.clock = clock;
        this.registry = registry;
    }

    /// @param open the draft to revise; a new one is begun without
    void send(@Nullable Draft open, StoredGroup group, Outgoing draft) {
        ProposalId id = open == null ? new ProposalId(Uuid7.at(clock.instant())) : open.id();
        ProposalMade proposal =
                draft.form()
                        .proposal(
                                id,
                                open == null ? drafts.nextReference() : open.reference(),
                                open == null ? 1 : open.revision() + 1,
                                open == null ? List.of() : leaving(open, draft));
        drafts.store(
                proposal,
                group.group().key(),
                draft.basis(),
                draft.subtotal(),
                group.cause().correlation().value(),
                clock.instant());
        claim(id, group.group(), draft);
        proposals.send(proposal, group.cause());
        registry.counter("drafts", "outcome", open == null ? "proposed" : "revised").increment();
    }

    private List<RowObserved> leaving(Draft open, Outgoing draft) {
        List<RowRef> staying = draft.rows().stream().map(Outgoing.Held::row).toList();
        return open.rows().stream()
                .filter(row -> !staying.contains(row))
                .map(rows::find)
                .flatMap(Optional::stream)
                .map(StoredRow::observed)
                .toList();
    }

    private void claim(ProposalId id, WorkGroup group, Outgoing draft) {
        for (Claim claim : claims.of(id)) {
            if (claim.state() == Claim.State.OPEN) {
                claims.set(claim, Claim.State.LEAVING);
            }
        }
        for (Outgoing.Held row : draft.rows()) {
            claims.take(
                    new Claims.Taking(
                            row.row(),
                            row.occurrence(),
                            id,
                            ProjectKey.of(group),
                            row.hours(),
                            row.inputs()));
        }
    }

    void withdraw(Draft open, StoredGroup group) {
        for (Claim claim : claims.of(open.id())) {
            if (claim.state() == Claim.State.OPEN) {
                claims.set(claim, Claim.State.LEAVING);
            }
        }
        drafts.setPhase(open.id(), Draft.Phase.WITHDRAWING, clock.instant());
        proposals.send(
                new ProposalWithdrawn(
                        open.id(), open.revision(), open.realm(), "No row is left to bill"),
                group.cause());
        registry.counter("drafts", "outcome", "taken-back").increment();
    }
}

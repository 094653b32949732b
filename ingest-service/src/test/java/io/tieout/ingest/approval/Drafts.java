package io.tieout.ingest.approval;

import io.tieout.model.decision.Role;
import io.tieout.model.effect.CellWrite;
import io.tieout.model.effect.UpdateRows;
import io.tieout.model.id.ColumnId;
import io.tieout.model.id.EffectId;
import io.tieout.model.id.ProposalId;
import io.tieout.model.id.RealmId;
import io.tieout.model.id.RowId;
import io.tieout.model.id.RowRef;
import io.tieout.model.id.SheetId;
import io.tieout.model.proposal.EffectState;
import io.tieout.model.proposal.Evidence;
import io.tieout.model.proposal.ProposalKind;
import io.tieout.model.proposal.ProposalMade;
import io.tieout.model.proposal.ProposalState;
import io.tieout.model.smartsheet.ColumnPart;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/// Drafts that wait for approval, for tests.
public final class Drafts {
    public static final ProposalId PROPOSAL = ProposalId.of("01890000-0000-7000-8000-000000000042");
    public static final Instant WRITTEN = Instant.parse("2026-11-22T10:00:00Z");

    private Drafts() {}

    public static RowRef row(String sheet, String row) {
        return new RowRef(new SheetId(sheet), new RowId(row));
    }

    /// The same draft under an id of its own, made from `number`.
    public static ProposalState as(ProposalState state, int number) {
        ProposalMade made = state.proposal();
        ProposalMade other =
                new ProposalMade(
                        ProposalId.of("01890000-0000-7000-8000-%012d".formatted(number)),
                        made.revision(),
                        made.realmId(),
                        made.kind(),
                        made.reference(),
                        made.summary(),
                        made.preparedBy(),
                        made.counterparty(),
                        made.total(),
                        made.rows(),
                        made.effects(),
                        made.evidence());
        return new ProposalState(
                other,
                state.hash(),
                state.status(),
                state.reviews(),
                state.approvalsNeeded(),
                state.approvalsGiven(),
                state.rejectedRows(),
                state.refusedRevision(),
                state.effects(),
                state.waitReason(),
                state.auditSequence(),
                state.changedAt());
    }

    public static ProposalState waiting(
            RealmId realm, EffectState.Status referenceWritten, List<RowRef> rows, Role... needed) {
        UpdateRows writeReference =
                new UpdateRows(
                        new EffectId("e1"),
                        List.of(),
                        rows.getFirst().sheetId(),
                        List.of(
                                new UpdateRows.RowUpdate(
                                        rows.getFirst().rowId(),
                                        List.of(
                                                new CellWrite(
                                                        ColumnPart.DRAFT_REFERENCE,
                                                        new ColumnId("5"),
                                                        new CellWrite.Text("TD-000042 r2"))))));
        ProposalMade proposal =
                new ProposalMade(
                        PROPOSAL,
                        2,
                        realm,
                        ProposalKind.INVOICE,
                        "TD-000042",
                        "Invoice Harbor Works LLC",
                        "invoice-service",
                        "Harbor Works LLC",
                        null,
                        rows,
                        List.of(writeReference),
                        Evidence.NONE);
        return new ProposalState(
                proposal,
                "ab".repeat(32),
                ProposalState.Status.AWAITING_APPROVAL,
                List.of(),
                Arrays.stream(needed)
                        .map(role -> new ProposalState.ApprovalNeeded(role, "policy"))
                        .toList(),
                List.of(),
                List.of(),
                0,
                List.of(
                        new EffectState(
                                new EffectId("e1"),
                                "update-rows",
                                "sheet:41",
                                true,
                                referenceWritten,
                                null,
                                0,
                                null,
                                null,
                                null,
                                WRITTEN)),
                null,
                7,
                WRITTEN);
    }
}

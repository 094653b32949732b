package io.tieout.reconcile.proposing;

import io.tieout.model.effect.CellWrite;
import io.tieout.model.effect.UpdateRows;
import io.tieout.model.id.ColumnId;
import io.tieout.model.id.EffectId;
import io.tieout.model.id.ProposalId;
import io.tieout.model.id.RealmId;
import io.tieout.model.id.RowRef;
import io.tieout.model.proposal.Evidence;
import io.tieout.model.proposal.ProposalKind;
import io.tieout.model.proposal.ProposalMade;
import io.tieout.model.smartsheet.ColumnPart;
import io.tieout.model.smartsheet.RowObserved;
import io.tieout.model.topic.Services;
import io.tieout.reconcile.facts.ObservedRow;
import io.tieout.reconcile.matching.SheetLine;
import io.tieout.reconcile.records.Brief;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Proposes what a cost row shall show. Pure.
final class RowProposal {
    private RowProposal() {}

    /// The row's one proposal, the same after any loss of memory.
    static ProposalId idOf(RealmId realm, RowRef row) {
        String name = "reconciliation:" + realm + ":" + row.key();
        return new ProposalId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    /// Whether the sheet has a column to write to.
    static boolean isPossible(RowObserved row) {
        return row.columns().containsKey(ColumnPart.RECONCILIATION_STATUS)
                || row.columns().containsKey(ColumnPart.RECONCILIATION_NOTES)
                || row.columns().containsKey(ColumnPart.AI_RECONCILIATION_STATUS);
    }

    static ProposalMade of(
            ObservedRow row, SheetLine line, ProposalId proposal, int revision, Cells wanted) {
        RowObserved observed = row.observed();
        String what = wanted.status().isEmpty() ? "no status" : wanted.status();
        return new ProposalMade(
                proposal,
                revision,
                observed.realmId(),
                ProposalKind.RECONCILIATION,
                "RC-" + observed.row().rowId(),
                "Show \"%s\" in row %d of %s"
                        .formatted(what, observed.rowNumber(), observed.sheetName()),
                Services.RECONCILE,
                line.party() == null ? null : Brief.of(line.party()),
                null,
                List.of(observed.row()),
                List.of(effect(observed, wanted)),
                new Evidence(
                        List.of(new Evidence.RowCitation(observed.row(), 1, row.sheetVersion())),
                        List.of(),
                        line.project(),
                        null,
                        null,
                        "template"));
    }

    private static UpdateRows effect(RowObserved row, Cells wanted) {
        List<CellWrite> cells = new ArrayList<>();
        add(cells, row, ColumnPart.RECONCILIATION_STATUS, wanted.status());
        add(cells, row, ColumnPart.RECONCILIATION_NOTES, wanted.notes());
        add(cells, row, ColumnPart.AI_RECONCILIATION_STATUS, wanted.finer());
        return new UpdateRows(
                new EffectId("e1"),
                List.of(),
                row.row().sheetId(),
                List.of(new UpdateRows.RowUpdate(row.row().rowId(), cells)));
    }

    private static void add(List<CellWrite> cells, RowObserved row, ColumnPart part, String text) {
        ColumnId column = row.columns().get(part);
        if (column != null) {
            cells.add(
                    new CellWrite(
                            part,
                            column,
                            text.isEmpty() ? new CellWrite.Cleared() : new CellWrite.Text(text)));
        }
    }
}

package io.tieout.ingest.approval;

import io.tieout.ingest.hydration.RowShadows;
import io.tieout.model.id.ColumnId;
import io.tieout.model.id.ProposalId;
import io.tieout.model.id.RowRef;
import io.tieout.model.smartsheet.ColumnPart;
import io.tieout.model.smartsheet.DraftedFields;
import io.tieout.model.smartsheet.RowObserved;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Gathers a waiting draft and what its rows say now.
@ApplicationScoped
class LookAtDraft {
    private final AwaitedDecisions awaited;
    private final RowShadows shadows;

    LookAtDraft(AwaitedDecisions awaited, RowShadows shadows) {
        this.awaited = awaited;
        this.shadows = shadows;
    }

    /// A waiting draft with its rows.
    record Draft(
            AwaitedDecisions.Awaited awaited,
            Map<RowRef, ApprovalCells> cells,
            Map<RowRef, RowObserved> rows) {
        Map<RowRef, ColumnId> columns(ColumnPart part) {
            Map<RowRef, ColumnId> columns = new HashMap<>();
            rows.forEach((row, observed) -> {
                ColumnId column = observed.columns().get(part);
                if (column != null) {
                    columns.put(row, column);
                }
            });
            return columns;
        }
    }

    /// The draft, if it still waits.
    @Transactional
    Optional<Draft> now(ProposalId proposal) {
        return awaited.find(proposal).map(this::withRows);
    }

    private Draft withRows(AwaitedDecisions.Awaited waiting) {
        Map<RowRef, ApprovalCells> cells = new LinkedHashMap<>();
        Map<RowRef, RowObserved> rows = new HashMap<>();
        for (RowRef row : waiting.state().proposal().rows()) {
            Optional<RowShadows.Shadow> shadow = shadows.find(row);
            if (shadow.isPresent()
                    && shadow.get().event() instanceof RowObserved observed
                    && observed.fields() instanceof DraftedFields fields) {
                rows.put(row, observed);
                cells.put(
                        row,
                        new ApprovalCells(
                                row,
                                fields.draftReference(),
                                fields.financeApproval(),
                                fields.approverApproval(),
                                shadow.get().sheetVersion()));
            }
        }
        return new Draft(waiting, cells, rows);
    }
}

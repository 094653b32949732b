package io.tieout.invoice.proposing;

import io.tieout.invoice.drafting.InvoiceDraft;
import io.tieout.model.effect.CellWrite;
import io.tieout.model.effect.ResultField;
import io.tieout.model.effect.UpdateRows;
import io.tieout.model.id.ColumnId;
import io.tieout.model.smartsheet.ColumnPart;
import io.tieout.model.smartsheet.RowObserved;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What a draft writes into its rows: before approval, and after posting.
final class RowEffects {
    private final InvoiceDraft draft;
    private final String reference;

    RowEffects(InvoiceDraft draft, String reference) {
        this.draft = draft;
        this.reference = reference;
    }

    /// Says on each row which draft it is on. Old approvals are cleared, so that they cannot count
    /// for what nobody has seen.
    UpdateRows announce(List<RowObserved> leaving) {
        Map<ColumnPart, CellWrite.Content> cells = new EnumMap<>(cleared());
        cells.put(ColumnPart.DRAFT_REFERENCE, new CellWrite.Text(reference));
        cells.put(ColumnPart.DRAFT_TOTAL, new CellWrite.Figure(draft.total().amount()));
        cells.put(ColumnPart.INVOICE_STATUS, new CellWrite.Text("Awaiting approval"));
        List<UpdateRows.RowUpdate> updates = new ArrayList<>();
        draft.rows().forEach(row -> updates.add(update(row.observed(), cells)));
        Map<ColumnPart, CellWrite.Content> none = new EnumMap<>(cleared());
        none.remove(ColumnPart.NOTES);
        leaving.forEach(row -> updates.add(update(row, none)));
        return new UpdateRows(
                InvoiceProposal.TELL_ROWS, List.of(), draft.group().sheetId(), updates);
    }

    /// All that a draft says on its rows, empty.
    static Map<ColumnPart, CellWrite.Content> cleared() {
        CellWrite.Content empty = new CellWrite.Cleared();
        return Map.of(
                ColumnPart.DRAFT_REFERENCE,
                empty,
                ColumnPart.DRAFT_TOTAL,
                empty,
                ColumnPart.FINANCE_APPROVAL,
                empty,
                ColumnPart.APPROVER_APPROVAL,
                empty,
                ColumnPart.INVOICE_STATUS,
                empty,
                ColumnPart.NOTES,
                empty);
    }

    UpdateRows writeBack() {
        Map<ColumnPart, CellWrite.Content> cells = new EnumMap<>(ColumnPart.class);
        // again, for where nobody had to approve and the announcement was not needed
        cells.put(ColumnPart.DRAFT_REFERENCE, new CellWrite.Text(reference));
        cells.put(ColumnPart.DRAFT_TOTAL, new CellWrite.Figure(draft.total().amount()));
        cells.put(ColumnPart.INVOICE_ID, result(ResultField.INVOICE_ID));
        cells.put(ColumnPart.INVOICE_NUMBER, result(ResultField.INVOICE_NUMBER));
        cells.put(ColumnPart.INVOICE_DATE, result(ResultField.INVOICE_DATE));
        cells.put(ColumnPart.INVOICE_STATUS, new CellWrite.Text("Posted"));
        cells.put(ColumnPart.NOTES, new CellWrite.Text("Invoiced with " + reference + "."));
        return new UpdateRows(
                InvoiceProposal.WRITE_BACK,
                List.of(InvoiceProposal.TELL_ROWS, InvoiceProposal.CREATE),
                draft.group().sheetId(),
                draft.rows().stream().map(row -> update(row.observed(), cells)).toList());
    }

    private static CellWrite.Content result(ResultField field) {
        return new CellWrite.ResultOf(InvoiceProposal.CREATE, field);
    }

    private static UpdateRows.RowUpdate update(
            RowObserved row, Map<ColumnPart, CellWrite.Content> cells) {
        List<CellWrite> writes = new ArrayList<>();
        for (ColumnPart part : ColumnPart.values()) {
            ColumnId column = row.columns().get(part);
            CellWrite.Content content = cells.get(part);
            if (column != null && content != null) {
                writes.add(new CellWrite(part, column, content));
            }
        }
        return new UpdateRows.RowUpdate(row.row().rowId(), writes);
    }
}

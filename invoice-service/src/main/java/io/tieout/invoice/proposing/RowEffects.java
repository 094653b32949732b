package io.tieout.invoice.proposing;

import io.tieout.model.effect.CellWrite;
import io.tieout.model.effect.ResultField;
import io.tieout.model.effect.UpdateRows;
import io.tieout.model.id.ColumnId;
import io.tieout.model.id.SheetId;
import io.tieout.model.money.Money;
import io.tieout.model.smartsheet.ColumnPart;
import io.tieout.model.smartsheet.RowObserved;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What a draft writes into its rows: before approval, and after posting.
final class RowEffects {
    private final SheetId sheet;
    private final List<RowObserved> rows;
    private final Money total;
    private final String reference;

    RowEffects(SheetId sheet, List<RowObserved> rows, Money total, String reference) {
        this.sheet = sheet;
        this.rows = List.copyOf(rows);
        this.total = total;
        this.reference = reference;
    }

    /// Says on each row which draft it is on. Old approvals are cleared, so that they cannot count
    /// for what nobody has seen.
    UpdateRows announce(List<RowObserved> leaving) {
        Map<ColumnPart, CellWrite.Content> cells = new EnumMap<>(cleared());
        cells.put(ColumnPart.DRAFT_REFERENCE, new CellWrite.Text(reference));
        cells.put(ColumnPart.DRAFT_TOTAL, new CellWrite.Figure(total.amount()));
        cells.put(ColumnPart.INVOICE_STATUS, new CellWrite.Text("Awaiting approval"));
        List<UpdateRows.RowUpdate> updates = new ArrayList<>();
        rows.forEach(row -> updates.add(update(row, cells)));
        Map<ColumnPart, CellWrite.Content> none = new EnumMap<>(cleared());
        none.remove(ColumnPart.NOTES);
        leaving.forEach(row -> updates.add(update(row, none)));
        return new UpdateRows(InvoiceProposal.TELL_ROWS, List.of(), sheet, updates);
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

    /// @param verb what was done to the row, such as `Invoiced`
    UpdateRows writeBack(String verb) {
        Map<ColumnPart, CellWrite.Content> cells = new EnumMap<>(ColumnPart.class);
        // again, for where nobody had to approve and the announcement was not needed
        cells.put(ColumnPart.DRAFT_REFERENCE, new CellWrite.Text(reference));
        cells.put(ColumnPart.DRAFT_TOTAL, new CellWrite.Figure(total.amount()));
        cells.put(ColumnPart.INVOICE_ID, result(ResultField.INVOICE_ID));
        cells.put(ColumnPart.INVOICE_NUMBER, result(ResultField.INVOICE_NUMBER));
        cells.put(ColumnPart.INVOICE_DATE, result(ResultField.INVOICE_DATE));
        cells.put(ColumnPart.INVOICE_STATUS, new CellWrite.Text("Posted"));
        cells.put(ColumnPart.NOTES, new CellWrite.Text("%s with %s.".formatted(verb, reference)));
        return new UpdateRows(
                InvoiceProposal.WRITE_BACK,
                List.of(InvoiceProposal.TELL_ROWS, InvoiceProposal.CREATE),
                sheet,
                rows.stream().map(row -> update(row, cells)).toList());
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

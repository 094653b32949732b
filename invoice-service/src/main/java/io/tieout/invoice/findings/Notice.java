package io.tieout.invoice.findings;

import io.tieout.model.effect.CellWrite;
import io.tieout.model.effect.Effect;
import io.tieout.model.effect.UpdateRows;
import io.tieout.model.id.ColumnId;
import io.tieout.model.id.EffectId;
import io.tieout.model.id.ProposalId;
import io.tieout.model.id.RealmId;
import io.tieout.model.id.RowRef;
import io.tieout.model.id.SheetId;
import io.tieout.model.proposal.Evidence;
import io.tieout.model.proposal.ProposalKind;
import io.tieout.model.proposal.ProposalMade;
import io.tieout.model.smartsheet.ColumnPart;
import io.tieout.model.smartsheet.RowObserved;
import io.tieout.model.topic.Services;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A proposal that only writes cells of rows: what people should know, where they look.
public final class Notice {
    private final Map<SheetId, List<UpdateRows.RowUpdate>> updates = new LinkedHashMap<>();
    private final List<RowRef> rows = new ArrayList<>();

    /// Writes the row's note; nothing where the sheet has no such column.
    Notice note(RowObserved row, CellWrite.Content content) {
        return write(row, Map.of(ColumnPart.NOTES, content));
    }

    /// Writes those of the cells that the sheet has columns for.
    public Notice write(RowObserved row, Map<ColumnPart, CellWrite.Content> cells) {
        List<CellWrite> writes = new ArrayList<>();
        for (ColumnPart part : ColumnPart.values()) {
            ColumnId column = row.columns().get(part);
            CellWrite.Content content = cells.get(part);
            if (column != null && content != null) {
                writes.add(new CellWrite(part, column, content));
            }
        }
        if (!writes.isEmpty()) {
            rows.add(row.row());
            updates.computeIfAbsent(row.row().sheetId(), _ -> new ArrayList<>())
                    .add(new UpdateRows.RowUpdate(row.row().rowId(), writes));
        }
        return this;
    }

    /// The proposal; absent when there is nothing to write.
    public Optional<ProposalMade> proposal(
            ProposalId id, int revision, RealmId realm, String reference, String summary) {
        if (updates.isEmpty()) {
            return Optional.empty();
        }
        List<Effect> effects = new ArrayList<>();
        updates.forEach((sheet, writes) ->
                effects.add(
                        new UpdateRows(
                                new EffectId("e" + (effects.size() + 1)),
                                List.of(),
                                sheet,
                                writes)));
        return Optional.of(
                new ProposalMade(
                        id,
                        revision,
                        realm,
                        ProposalKind.NOTICE,
                        reference,
                        summary,
                        Services.INVOICE,
                        null,
                        null,
                        rows,
                        effects,
                        Evidence.NONE));
    }
}

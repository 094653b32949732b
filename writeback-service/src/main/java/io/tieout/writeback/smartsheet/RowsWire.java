package io.tieout.writeback.smartsheet;

import io.tieout.connectors.fault.VendorException;
import io.tieout.connectors.fault.VendorFault;
import io.tieout.connectors.sighting.OwnVersions;
import io.tieout.connectors.smartsheet.RowsWritten;
import io.tieout.connectors.smartsheet.SheetCell;
import io.tieout.connectors.smartsheet.SheetRequest;
import io.tieout.connectors.smartsheet.SheetRow;
import io.tieout.connectors.smartsheet.SheetSnapshot;
import io.tieout.connectors.smartsheet.Smartsheet;
import io.tieout.model.effect.CellWrite;
import io.tieout.model.effect.EffectResult;
import io.tieout.model.effect.UpdateRows;
import io.tieout.model.effect.UpdateRows.RowUpdate;
import io.tieout.model.id.RowId;
import io.tieout.model.id.SheetId;
import io.tieout.writeback.effect.EffectEnd;
import io.tieout.writeback.effect.ReleasedEffect;
import io.tieout.writeback.intent.CallEffects;
import io.tieout.writeback.intent.CallFault;
import io.tieout.writeback.intent.Intent;
import io.tieout.writeback.intent.IntentItem;
import io.tieout.writeback.intent.Parts;
import io.tieout.writeback.intent.Reply;
import io.tieout.writeback.intent.Reply.ItemReply;
import io.tieout.writeback.intent.VendorFaults;
import io.tieout.writeback.intent.Wire;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Row updates of one sheet. A row that cannot be written fails alone.
final class RowsWire implements Wire {
    private final Smartsheet smartsheet;
    private final SheetId sheet;
    private final OwnVersions ownVersions;
    private final Clock clock;

    RowsWire(Smartsheet smartsheet, SheetId sheet, OwnVersions ownVersions, Clock clock) {
        this.smartsheet = smartsheet;
        this.sheet = sheet;
        this.ownVersions = ownVersions;
        this.clock = clock;
    }

    @Override
    public Reply send(Intent intent, CallEffects effects) {
        try {
            RowsWritten answer = smartsheet.updateRows(sheet, intent.requestBytes(), true);
            long version = answer.version() == null ? 0 : answer.version();
            ownVersions.wrote(sheet, version);
            Map<IntentItem, ItemReply> replies = new HashMap<>();
            for (IntentItem item : intent.items()) {
                replies.put(item, done(version));
            }
            for (RowsWritten.FailedRow failed : answer.failed()) {
                IntentItem item = intent.items().get(failed.index());
                replies.put(item, new Reply.ItemFault(fault(failed.fault(), row(item, effects))));
            }
            return new Reply.Items(replies);
        } catch (VendorException e) {
            return new Reply.Fault(SheetReach.writing(sheet, e.fault(), clock.instant()));
        }
    }

    /// A row that shows what was to be written needs no writing, whoever wrote it.
    @Override
    public Reply search(Intent intent, CallEffects effects) {
        try {
            SheetSnapshot snapshot =
                    smartsheet.getSheet(
                            SheetRequest.rows(
                                    sheet,
                                    intent.items().stream()
                                            .map(item -> row(item, effects).rowId())
                                            .toList()));
            Map<RowId, SheetRow> rows =
                    snapshot.rows().stream().collect(Collectors.toMap(SheetRow::id, row -> row));
            Map<IntentItem, ItemReply> found = new HashMap<>();
            for (IntentItem item : intent.items()) {
                RowUpdate wanted = row(item, effects);
                SheetRow now = rows.get(wanted.rowId());
                if (now != null && shows(now, wanted)) {
                    found.put(item, done(snapshot.version()));
                }
            }
            return new Reply.Items(found);
        } catch (VendorException e) {
            return new Reply.Fault(SheetReach.looking(sheet, e.fault(), clock.instant()));
        }
    }

    /// A row is written whole, so that the cells with something in them speak for those that were
    /// emptied: a person may have filled these since, and their answer must not be wiped out.
    static boolean shows(SheetRow now, RowUpdate wanted) {
        List<CellWrite> filled =
                wanted.cells().stream()
                        .filter(cell -> !CellText.of(cell.content()).isEmpty())
                        .toList();
        return (filled.isEmpty() ? wanted.cells() : filled)
                .stream()
                        .allMatch(cell ->
                                CellText.same(CellText.of(cell.content()), text(now, cell)));
    }

    private static String text(SheetRow row, CellWrite cell) {
        return row.cell(cell.columnId()).map(SheetCell::value).map(CellText::of).orElse("");
    }

    private Reply.Done done(long version) {
        return new Reply.Done(new EffectResult.RowsUpdated(sheet, version));
    }

    private CallFault fault(VendorFault fault, RowUpdate row) {
        if (fault instanceof VendorFault.NotFound) {
            return new CallFault.Refusal(
                    new EffectEnd.Failed(
                            "row-gone",
                            "Row %s is no longer in sheet %s: deleted, moved, or out of reach"
                                    .formatted(row.rowId(), sheet)));
        }
        return VendorFaults.read(fault, clock.instant());
    }

    private static RowUpdate row(IntentItem item, CallEffects effects) {
        ReleasedEffect released = effects.of(item);
        if (released.effect() instanceof UpdateRows update) {
            RowUpdate row = Parts.rows(update).get(item.part());
            if (row != null) {
                return row;
            }
        }
        throw new IllegalStateException("No row for item " + item);
    }
}

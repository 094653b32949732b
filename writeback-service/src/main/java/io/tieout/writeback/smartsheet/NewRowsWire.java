package io.tieout.writeback.smartsheet;

import io.tieout.connectors.fault.VendorException;
import io.tieout.connectors.sighting.OwnVersions;
import io.tieout.connectors.smartsheet.RowsWritten;
import io.tieout.connectors.smartsheet.SheetCell;
import io.tieout.connectors.smartsheet.SheetRequest;
import io.tieout.connectors.smartsheet.SheetRow;
import io.tieout.connectors.smartsheet.SheetSnapshot;
import io.tieout.connectors.smartsheet.Smartsheet;
import io.tieout.model.effect.AddRows;
import io.tieout.model.effect.EffectResult;
import io.tieout.model.effect.EffectResult.AddedRow;
import io.tieout.model.id.RowId;
import io.tieout.model.id.SheetId;
import io.tieout.writeback.effect.ReleasedEffect;
import io.tieout.writeback.intent.CallEffects;
import io.tieout.writeback.intent.CallFault;
import io.tieout.writeback.intent.Intent;
import io.tieout.writeback.intent.IntentItem;
import io.tieout.writeback.intent.Reply;
import io.tieout.writeback.intent.Wire;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// New rows of one sheet, all of an effect or none. Repeating would add them twice, so the column
/// of external ids is read first.
final class NewRowsWire implements Wire {
    private final Smartsheet smartsheet;
    private final SheetId sheet;
    private final OwnVersions ownVersions;
    private final Clock clock;

    NewRowsWire(Smartsheet smartsheet, SheetId sheet, OwnVersions ownVersions, Clock clock) {
        this.smartsheet = smartsheet;
        this.sheet = sheet;
        this.ownVersions = ownVersions;
        this.clock = clock;
    }

    @Override
    public Reply send(Intent intent, CallEffects effects) {
        AddRows adding = adding(intent, effects);
        try {
            RowsWritten answer = smartsheet.addRows(sheet, intent.requestBytes());
            long version = answer.version() == null ? 0 : answer.version();
            ownVersions.wrote(sheet, version);
            return answer.written().size() == adding.rows().size()
                    ? done(intent, version, inOrder(adding, answer.written()))
                    : new Reply.Fault(
                            new CallFault.Doubt(
                                    "Smartsheet names %d rows of %d"
                                            .formatted(
                                                    answer.written().size(),
                                                    adding.rows().size())));
        } catch (VendorException e) {
            return new Reply.Fault(SheetReach.writing(sheet, e.fault(), clock.instant()));
        }
    }

    @Override
    public Reply search(Intent intent, CallEffects effects) {
        AddRows adding = adding(intent, effects);
        try {
            SheetSnapshot snapshot =
                    smartsheet.getSheet(
                            SheetRequest.whole(sheet).columns(List.of(adding.externalIdColumn())));
            List<AddedRow> found = find(adding, snapshot.rows());
            return found.size() == adding.rows().size()
                    ? done(intent, snapshot.version(), found)
                    : new Reply.Items(Map.of());
        } catch (VendorException e) {
            return new Reply.Fault(SheetReach.looking(sheet, e.fault(), clock.instant()));
        }
    }

    /// The rows that bear the external ids, the first of each.
    static List<AddedRow> find(AddRows adding, List<SheetRow> rows) {
        Map<String, RowId> byExternalId = new HashMap<>();
        for (SheetRow row : rows) {
            row.cell(adding.externalIdColumn())
                    .map(SheetCell::value)
                    .map(CellText::of)
                    .ifPresent(id -> byExternalId.putIfAbsent(id, row.id()));
        }
        List<AddedRow> found = new ArrayList<>();
        for (String id : adding.externalIds()) {
            RowId row = byExternalId.get(id);
            if (row != null) {
                found.add(new AddedRow(id, row));
            }
        }
        return found;
    }

    private static List<AddedRow> inOrder(AddRows adding, List<RowId> written) {
        List<String> ids = adding.externalIds();
        List<AddedRow> rows = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            rows.add(new AddedRow(ids.get(i), written.get(i)));
        }
        return rows;
    }

    private Reply done(Intent intent, long version, List<AddedRow> rows) {
        return new Reply.Items(
                Map.of(
                        intent.items().getFirst(),
                        new Reply.Done(new EffectResult.RowsAdded(sheet, version, rows))));
    }

    private static AddRows adding(Intent intent, CallEffects effects) {
        IntentItem item = intent.items().getFirst();
        ReleasedEffect released = effects.of(item);
        if (released.effect() instanceof AddRows adding) {
            return adding;
        }
        throw new IllegalStateException("No rows to add for item " + item);
    }
}

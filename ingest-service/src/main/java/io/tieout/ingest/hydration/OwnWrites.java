package io.tieout.ingest.hydration;

import io.tieout.connectors.sighting.KnownRows;
import io.tieout.connectors.sighting.OwnVersions;
import io.tieout.connectors.smartsheet.Smartsheet;
import io.tieout.kit.event.Events;
import io.tieout.kit.outbox.Outbox;
import io.tieout.model.effect.Effect;
import io.tieout.model.effect.EffectResult.RowsUpdated;
import io.tieout.model.effect.UpdateRows;
import io.tieout.model.envelope.EventEnvelope;
import io.tieout.model.id.RowId;
import io.tieout.model.id.RowRef;
import io.tieout.model.id.SheetId;
import io.tieout.model.proposal.EffectState;
import io.tieout.model.proposal.ProposalState;
import io.tieout.model.smartsheet.RowObserved;
import io.tieout.model.topic.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Publishes rows as they are after Tieout has written to them, without reading them again. Where
/// somebody else may have changed the sheet in between, the next reading tells instead.
@ApplicationScoped
public class OwnWrites {
    private final Sheets sheets;
    private final RowShadows shadows;
    private final OwnVersions ownVersions;
    private final KnownRows knownRows;
    private final Smartsheet smartsheet;
    private final Outbox outbox;
    private final Events events;
    private final WatchList watches;

    OwnWrites(
            Sheets sheets,
            RowShadows shadows,
            OwnVersions ownVersions,
            KnownRows knownRows,
            Smartsheet smartsheet,
            Outbox outbox,
            Events events,
            WatchList watches) {
        this.sheets = sheets;
        this.shadows = shadows;
        this.ownVersions = ownVersions;
        this.knownRows = knownRows;
        this.smartsheet = smartsheet;
        this.outbox = outbox;
        this.events = events;
        this.watches = watches;
    }

    @Transactional
    public void apply(EventEnvelope<ProposalState> event) {
        ProposalState state = event.payload();
        for (Effect effect : state.proposal().effects()) {
            if (effect instanceof UpdateRows update) {
                state.effects().stream()
                        .filter(one -> one.effectId().equals(effect.effectId()))
                        .filter(one -> one.status() == EffectState.Status.DONE)
                        .map(EffectState::result)
                        .filter(RowsUpdated.class::isInstance)
                        .forEach(done ->
                                written(
                                        event,
                                        new WrittenCells(state, update),
                                        ((RowsUpdated) done).sheetVersion()));
            }
        }
    }

    private void written(EventEnvelope<?> cause, WrittenCells cells, long version) {
        SheetId sheet = cells.sheet();
        boolean onlyOurs =
                sheets.find(sheet)
                        .filter(SheetState::fits)
                        .filter(state ->
                                state.sweptVersion() >= version
                                        || ownVersions.explain(
                                                sheet, state.sweptVersion(), version))
                        .isPresent();
        if (!onlyOurs) {
            return;
        }
        Map<RowId, RowShadows.Shadow> known = shadows.locked(sheet, cells.rows());
        Map<RowId, RowObserved> changed = new HashMap<>();
        known.forEach((row, shadow) -> {
            if (shadow.sheetVersion() < version && shadow.event() instanceof RowObserved before) {
                RowObserved after = cells.on(before);
                if (!after.equals(before)) {
                    changed.put(row, after);
                    publish(cause, after, version, shadow);
                }
            }
        });
        knownRows.read(sheet, List.of(), changed.keySet(), version);
        watches.rowsChanged(refs(changed));
    }

    private static Set<RowRef> refs(Map<RowId, RowObserved> rows) {
        Set<RowRef> refs = new HashSet<>();
        rows.values().forEach(row -> refs.add(row.row()));
        return refs;
    }

    private void publish(
            EventEnvelope<?> cause, RowObserved row, long version, RowShadows.Shadow before) {
        int mapping = before.mappingVersion();
        shadows.put(row, version, mapping);
        outbox.append(
                Topics.SMARTSHEET_ROWS,
                row.key(),
                events.caused(
                        cause,
                        smartsheet.connection(),
                        RowShadows.revision(version, mapping, before),
                        row));
    }
}

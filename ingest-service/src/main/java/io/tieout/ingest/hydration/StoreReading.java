package io.tieout.ingest.hydration;

import io.tieout.connectors.fault.VendorException;
import io.tieout.connectors.sighting.KnownRows;
import io.tieout.connectors.smartsheet.SheetRow;
import io.tieout.connectors.smartsheet.SheetSnapshot;
import io.tieout.ingest.LaneKinds;
import io.tieout.ingest.mapping.Drift;
import io.tieout.ingest.mapping.SheetMapping;
import io.tieout.kit.event.Events;
import io.tieout.kit.lane.Lane;
import io.tieout.kit.lane.Lanes;
import io.tieout.model.id.CorrelationId;
import io.tieout.model.id.RowId;
import io.tieout.model.id.SheetId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Stores what was read in one transaction: the rows that became different are published, or, if
/// the sheet does not fit its mapping, a finding and nothing else.
@ApplicationScoped
class StoreReading {
    private final Lanes lanes;
    private final Sheets sheets;
    private final DueRows dueRows;
    private final PublishRows publishRows;
    private final Drift drift;
    private final KnownRows knownRows;
    private final Events events;

    StoreReading(
            Lanes lanes,
            Sheets sheets,
            DueRows dueRows,
            PublishRows publishRows,
            Drift drift,
            KnownRows knownRows,
            Events events) {
        this.lanes = lanes;
        this.sheets = sheets;
        this.dueRows = dueRows;
        this.publishRows = publishRows;
        this.drift = drift;
        this.knownRows = knownRows;
        this.events = events;
    }

    /// @param readAt when the reading began
    @Transactional
    void store(
            Lane lane,
            SheetMapping mapping,
            ReadPlan plan,
            SheetSnapshot snapshot,
            Instant readAt) {
        lanes.confirm(lane);
        SheetId sheet = mapping.sheetId();
        SheetState state = sheets.find(sheet).orElseThrow();
        CorrelationId correlation =
                plan.dueRows().isEmpty()
                        ? events.newCorrelation()
                        : plan.dueRows().getFirst().correlation();
        SheetFit fit = SheetFit.of(mapping, plan, snapshot, state, readAt);
        boolean more = false;
        if (fit.faults().isEmpty()) {
            if (!state.fits()) {
                drift.mended(mapping, correlation);
            }
            if (plan instanceof ReadPlan.Whole) {
                sheets.fits(sheet, snapshot.columns(), fit.profiles(), readAt);
            }
            boolean deleted = publishRows.publish(mapping, plan, snapshot, state);
            List<DueRow> absent = absent(plan, snapshot);
            if (!absent.isEmpty()) {
                dueRows.askByName(sheet, absent);
                more = true;
            } else if (deleted) {
                sheets.wantWhole(sheet);
                more = true;
            }
        } else {
            drift.found(mapping, fit.faults(), fit.remap(), correlation);
            sheets.doesNotFit(sheet);
            if (!(plan instanceof ReadPlan.Whole)) {
                // Only a whole reading shows which column might take the place of another.
                sheets.wantWhole(sheet);
                more = true;
            }
        }
        done(sheet, plan, snapshot, readAt);
        if (more) {
            // Last, as everywhere: whoever wishes for a reading locks the sheet first and the lane
            // then, and two orders would be a deadlock.
            lanes.wake(LaneKinds.SHEET, sheet.value(), readAt);
        }
    }

    /// After a partial reading that failed.
    @Transactional
    void wantWhole(Lane lane, SheetMapping mapping) {
        lanes.confirm(lane);
        sheets.wantWhole(mapping.sheetId());
    }

    @Transactional
    void outOfReach(Lane lane, SheetMapping mapping, VendorException failure) {
        lanes.confirm(lane);
        sheets.doesNotFit(mapping.sheetId());
        drift.outOfReach(mapping, failure.fault().trace().message(), events.newCorrelation());
    }

    /// Rows that callbacks named and that did not show as changed.
    private static List<DueRow> absent(ReadPlan plan, SheetSnapshot snapshot) {
        if (!(plan instanceof ReadPlan.Since)) {
            return List.of();
        }
        Set<RowId> shown = snapshot.rows().stream().map(SheetRow::id).collect(Collectors.toSet());
        return plan.dueRows().stream().filter(due -> !shown.contains(due.row())).toList();
    }

    private void done(SheetId sheet, ReadPlan plan, SheetSnapshot snapshot, Instant readAt) {
        Set<RowId> absent =
                absent(plan, snapshot).stream().map(DueRow::row).collect(Collectors.toSet());
        dueRows.done(
                sheet, plan.dueRows().stream().filter(due -> !absent.contains(due.row())).toList());
        switch (plan) {
            case ReadPlan.Whole whole -> sheets.readWhole(sheet, whole, snapshot.version(), readAt);
            case ReadPlan.Since(_, long mark, _, _) ->
                    sheets.swept(sheet, mark, snapshot.version(), readAt);
            case ReadPlan.Named _, ReadPlan.Nothing _ -> {
                // the rows are struck off; the sweep's own checkpoint stays
            }
        }
        if (!(plan instanceof ReadPlan.Named) && snapshot.consistent()) {
            knownRows.confirmed(sheet, readAt);
        }
    }
}

package io.tieout.ingest.hydration;

import io.tieout.ingest.LaneKinds;
import io.tieout.kit.lane.Lanes;
import io.tieout.model.id.SheetId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/// Asks for a look at everything that changed in a sheet since the last look, because something may
/// have been missed.
@ApplicationScoped
public class SweepSheets {
    private final Sheets sheets;
    private final Lanes lanes;
    private final Clock clock;

    SweepSheets(Sheets sheets, Lanes lanes, Clock clock) {
        this.sheets = sheets;
        this.lanes = lanes;
        this.clock = clock;
    }

    @Transactional
    public void sweep(SheetId sheet) {
        sheets.wantSweep(sheet);
        lanes.wake(LaneKinds.SHEET, sheet.value(), clock.instant());
    }
}

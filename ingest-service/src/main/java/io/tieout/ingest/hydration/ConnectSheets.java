package io.tieout.ingest.hydration;

import io.quarkus.runtime.StartupEvent;
import io.tieout.ingest.LaneKinds;
import io.tieout.ingest.mapping.Mappings;
import io.tieout.ingest.mapping.SheetMapping;
import io.tieout.kit.lane.Lanes;
import io.tieout.model.id.SheetId;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;

/// Takes the mapping file over at start, and sets the lanes of every mapped sheet going. After a
/// change of the mapping every sheet is read whole.
@ApplicationScoped
class ConnectSheets {
    /// After the migrations, before the lanes run.
    private static final int PRIORITY = 100;

    private final Mappings mappings;
    private final Sheets sheets;
    private final Lanes lanes;
    private final Clock clock;

    ConnectSheets(Mappings mappings, Sheets sheets, Lanes lanes, Clock clock) {
        this.mappings = mappings;
        this.sheets = sheets;
        this.lanes = lanes;
        this.clock = clock;
    }

    @Transactional
    void start(@Observes @Priority(PRIORITY) StartupEvent start) {
        boolean changed = mappings.adoptFile();
        Instant now = clock.instant();
        for (SheetMapping mapping : mappings.all()) {
            SheetId sheet = mapping.sheetId();
            sheets.connect(sheet, now);
            if (changed) {
                sheets.wantWhole(sheet);
            }
            lanes.wake(LaneKinds.SHEET, sheet.value(), now);
            lanes.wake(LaneKinds.SWEEP, sheet.value(), now);
            lanes.wake(LaneKinds.SUBSCRIPTION, sheet.value(), now);
        }
    }

    /// Reads the sheet whole, because somebody asks for it.
    @Transactional
    void readWhole(SheetId sheet) {
        sheets.wantWhole(sheet);
        lanes.wake(LaneKinds.SHEET, sheet.value(), clock.instant());
    }
}

package io.tieout.ingest.hydration;

import io.quarkus.runtime.StartupEvent;
import io.tieout.connectors.smartsheet.Smartsheet;
import io.tieout.ingest.IngestConfig;
import io.tieout.ingest.LaneKinds;
import io.tieout.ingest.mapping.Drift;
import io.tieout.ingest.mapping.Mappings;
import io.tieout.ingest.mapping.SheetMapping;
import io.tieout.kit.lane.Lanes;
import io.tieout.model.command.CommandEvent;
import io.tieout.model.id.SheetId;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;

/// Takes the mapping file over at start, and sets the lanes of every mapped sheet going. A sheet
/// that is mapped in another way than before is read whole.
@ApplicationScoped
public class ConnectSheets {
    /// After the migrations, before the lanes run.
    private static final int PRIORITY = 100;

    private final Mappings mappings;
    private final Sheets sheets;
    private final Drift drift;
    private final Smartsheet smartsheet;
    private final Lanes lanes;
    private final IngestConfig config;
    private final Clock clock;

    ConnectSheets(
            Mappings mappings,
            Sheets sheets,
            Drift drift,
            Smartsheet smartsheet,
            Lanes lanes,
            IngestConfig config,
            Clock clock) {
        this.mappings = mappings;
        this.sheets = sheets;
        this.drift = drift;
        this.smartsheet = smartsheet;
        this.lanes = lanes;
        this.config = config;
        this.clock = clock;
    }

    @Transactional
    void start(@Observes @Priority(PRIORITY) StartupEvent start) {
        Set<SheetId> changed = mappings.adoptFile();
        Instant now = clock.instant();
        for (SheetMapping mapping : mappings.all()) {
            SheetId sheet = mapping.sheetId();
            sheets.connect(sheet, now);
            lanes.wake(LaneKinds.SHEET, sheet.value(), now);
            // no sooner than it would be: another copy may have asked for the version just now
            lanes.keepGoing(LaneKinds.SWEEP, sheet.value(), now);
        }
        changed.forEach(this::begin);
        lanes.wake(LaneKinds.SUBSCRIPTION, smartsheet.connection().value(), now);
        mappings.workspaces()
                .forEach(workspace ->
                        lanes.wake(LaneKinds.WORKSPACE, workspace.workspaceId().value(), now));
    }

    /// Begins to read sheets that were found, or that are mapped in another way than before: whole,
    /// and taking their columns as they are.
    @Transactional(Transactional.TxType.MANDATORY)
    public void connect(Set<SheetId> changed) {
        if (changed.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        for (SheetId sheet : changed) {
            sheets.connect(sheet, now);
            begin(sheet);
            lanes.wake(LaneKinds.SHEET, sheet.value(), now);
            lanes.wake(
                    LaneKinds.SWEEP, sheet.value(), now.plus(config.hydration().sweepInterval()));
        }
        lanes.wake(LaneKinds.SUBSCRIPTION, smartsheet.connection().value(), now);
    }

    /// Looks after the webhooks at once: the account that calls may be another than before.
    @Transactional
    public void again() {
        lanes.wake(LaneKinds.SUBSCRIPTION, smartsheet.connection().value(), clock.instant());
    }

    /// Reads a sheet as a person accepted it.
    @Transactional
    void accept(CommandEvent.RemapAccepted accepted) {
        connect(drift.accept(accepted.sheetId(), accepted.proposal(), accepted.person()));
    }

    private void begin(SheetId sheet) {
        sheets.forgetColumns(sheet);
        sheets.wantWhole(sheet);
    }

    /// Reads the sheet whole, because somebody asks for it.
    @Transactional
    void readWhole(SheetId sheet) {
        sheets.wantWhole(sheet);
        lanes.wake(LaneKinds.SHEET, sheet.value(), clock.instant());
    }
}

package io.tieout.ingest.hydration;

import io.tieout.connectors.ConnectorsConfig;
import io.tieout.connectors.fault.VendorException;
import io.tieout.connectors.fault.VendorFault;
import io.tieout.connectors.smartsheet.Smartsheet;
import io.tieout.ingest.IngestConfig;
import io.tieout.ingest.LaneKinds;
import io.tieout.ingest.VendorPause;
import io.tieout.ingest.mapping.Mappings;
import io.tieout.kit.lane.Lane;
import io.tieout.kit.lane.LaneResult;
import io.tieout.kit.lane.LaneWork;
import io.tieout.model.id.SheetId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// Compares each sheet's version with what was seen, in case callbacks were lost: one cheap call an
/// interval, which grows with the number of sheets.
@ApplicationScoped
class SweepLane implements LaneWork {
    private final Smartsheet smartsheet;
    private final Mappings mappings;
    private final SweepCheck check;
    private final IngestConfig.Hydration config;
    private final int callsPerMinute;
    private final Clock clock;

    SweepLane(
            Smartsheet smartsheet,
            Mappings mappings,
            SweepCheck check,
            IngestConfig config,
            ConnectorsConfig vendors,
            Clock clock) {
        this.smartsheet = smartsheet;
        this.mappings = mappings;
        this.check = check;
        this.config = config.hydration();
        this.callsPerMinute = vendors.smartsheet().callsPerMinute();
        this.clock = clock;
    }

    @Override
    public String kind() {
        return LaneKinds.SWEEP;
    }

    @Override
    public LaneResult run(Lane lane) {
        SheetId sheet = new SheetId(lane.key());
        if (mappings.find(sheet).isEmpty()) {
            return LaneResult.idle();
        }
        Instant now = clock.instant();
        Instant next = SweepPace.next(now, sheet, interval());
        if (!check.isRead(sheet)) {
            return LaneResult.again(next);
        }
        try {
            return LaneResult.again(
                    check.compare(lane, sheet, smartsheet.sheetVersion(sheet), now, next));
        } catch (VendorException e) {
            return failed(lane, sheet, e, now, next);
        }
    }

    /// A sheet that Smartsheet does not show is asked for by its own lane, which knows what to do
    /// when that fails too.
    private LaneResult failed(
            Lane lane, SheetId sheet, VendorException failure, Instant now, Instant next) {
        return switch (failure.fault()) {
            case VendorFault.NotFound _, VendorFault.Refused _ ->
                    LaneResult.again(check.notShown(lane, sheet, now, next));
            case VendorFault.Throttled _,
                    VendorFault.Unauthorized _,
                    VendorFault.Transient _,
                    VendorFault.StaleObject _ ->
                    VendorPause.of(failure, now);
        };
    }

    private Duration interval() {
        return SweepPace.interval(
                config.sweepInterval(),
                mappings.all().size(),
                callsPerMinute * config.sweepShare());
    }
}

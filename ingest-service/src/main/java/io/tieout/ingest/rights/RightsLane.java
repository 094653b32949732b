package io.tieout.ingest.rights;

import io.tieout.connectors.fault.VendorException;
import io.tieout.ingest.LaneKinds;
import io.tieout.ingest.VendorPause;
import io.tieout.kit.lane.Lane;
import io.tieout.kit.lane.LaneResult;
import io.tieout.kit.lane.LaneWork;
import io.tieout.model.id.SheetId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/// Mirrors who may edit a sheet, when somebody has decided something in it: one reading for all
/// decisions that were made before, and none while nobody decides.
@ApplicationScoped
class RightsLane implements LaneWork {
    private final ReadRights readRights;
    private final KnownRights knownRights;
    private final Clock clock;

    RightsLane(ReadRights readRights, KnownRights knownRights, Clock clock) {
        this.readRights = readRights;
        this.knownRights = knownRights;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return LaneKinds.RIGHTS;
    }

    @Override
    public LaneResult run(Lane lane) {
        SheetId sheet = new SheetId(lane.key());
        try {
            knownRights.put(lane, sheet, readRights.now(sheet));
            return LaneResult.idle();
        } catch (VendorException e) {
            return VendorPause.of(e, clock.instant());
        }
    }
}

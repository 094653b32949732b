package io.tieout.ingest.hydration;

import io.micrometer.core.instrument.MeterRegistry;
import io.tieout.connectors.fault.VendorException;
import io.tieout.connectors.fault.VendorFault;
import io.tieout.connectors.quota.Background;
import io.tieout.connectors.smartsheet.SheetRequest;
import io.tieout.connectors.smartsheet.SheetSnapshot;
import io.tieout.connectors.smartsheet.Smartsheet;
import io.tieout.ingest.LaneKinds;
import io.tieout.ingest.VendorPause;
import io.tieout.ingest.mapping.Mappings;
import io.tieout.ingest.mapping.SheetMapping;
import io.tieout.kit.lane.Lane;
import io.tieout.kit.lane.LaneResult;
import io.tieout.kit.lane.LaneWork;
import io.tieout.model.id.SheetId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Reads what is due of one sheet, in as few calls as possible, and has it stored.
@ApplicationScoped
class SheetLane implements LaneWork {
    private static final Duration UNTIL_REACHABLE = Duration.ofSeconds(60);

    private final Smartsheet smartsheet;
    private final Mappings mappings;
    private final PlanReading planReading;
    private final StoreReading storeReading;
    private final Clock clock;
    private final MeterRegistry meters;

    SheetLane(
            Smartsheet smartsheet,
            Mappings mappings,
            PlanReading planReading,
            StoreReading storeReading,
            Clock clock,
            MeterRegistry meters) {
        this.smartsheet = smartsheet;
        this.mappings = mappings;
        this.planReading = planReading;
        this.storeReading = storeReading;
        this.clock = clock;
        this.meters = meters;
    }

    @Override
    public String kind() {
        return LaneKinds.SHEET;
    }

    @Override
    public LaneResult run(Lane lane) {
        Optional<SheetMapping> mapping = mappings.find(new SheetId(lane.key()));
        if (mapping.isEmpty()) {
            return LaneResult.idle();
        }
        ReadPlan plan = planReading.next(mapping.get().sheetId());
        if (plan instanceof ReadPlan.Nothing) {
            return LaneResult.idle();
        }
        return read(lane, mapping.get(), plan);
    }

    private LaneResult read(Lane lane, SheetMapping mapping, ReadPlan plan) {
        Instant readAt = clock.instant();
        try {
            SheetSnapshot snapshot = read(ReadPlan.request(plan, mapping), plan.isBackground());
            count("ok");
            storeReading.store(lane, mapping, plan, snapshot, readAt);
            return plan.hasMore() ? LaneResult.again(clock.instant()) : LaneResult.idle();
        } catch (VendorException e) {
            count("failed");
            return failed(lane, mapping, plan, e);
        }
    }

    private SheetSnapshot read(SheetRequest request, boolean background) {
        return background
                ? Background.of("whole", () -> smartsheet.getSheet(request))
                : smartsheet.getSheet(request);
    }

    /// A partial reading that Smartsheet does not understand is made whole first: a column that it
    /// asked for may be gone. One 404 is no proof that the sheet is.
    private LaneResult failed(
            Lane lane, SheetMapping mapping, ReadPlan plan, VendorException failure) {
        Instant now = clock.instant();
        if (!(failure.fault() instanceof VendorFault.NotFound)
                && !(failure.fault() instanceof VendorFault.Refused)) {
            return VendorPause.of(failure, now);
        }
        if (!(plan instanceof ReadPlan.Whole)) {
            storeReading.wantWhole(lane, mapping);
            return LaneResult.again(now);
        }
        storeReading.outOfReach(lane, mapping, failure);
        // No pause: when Smartsheet says that the sheet is shared again, nobody waits.
        return LaneResult.again(now.plus(UNTIL_REACHABLE));
    }

    private void count(String outcome) {
        meters.counter("sheet.reads", "outcome", outcome).increment();
    }
}

package io.tieout.ingest.hydration;

import io.tieout.ingest.IngestConfig;
import io.tieout.ingest.LaneKinds;
import io.tieout.kit.lane.Lane;
import io.tieout.kit.lane.Lanes;
import io.tieout.model.id.SheetId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;

/// Decides whether a sheet must be looked at again: its version rose, or the last whole reading is
/// too long ago.
@ApplicationScoped
class SweepCheck {
    private final Sheets sheets;
    private final CallbacksSeen seen;
    private final Lanes lanes;
    private final IngestConfig config;

    SweepCheck(Sheets sheets, CallbacksSeen seen, Lanes lanes, IngestConfig config) {
        this.sheets = sheets;
        this.seen = seen;
        this.lanes = lanes;
        this.config = config;
    }

    @Transactional
    void compare(Lane lane, SheetId sheet, long version, Instant now) {
        lanes.confirm(lane);
        sheets.find(sheet)
                .ifPresent(state -> {
                    Instant wholeReadAt = state.wholeReadAt();
                    boolean longAgo =
                            wholeReadAt != null
                                    && wholeReadAt.isBefore(
                                            now.minus(config.hydration().wholeInterval()));
                    if (longAgo) {
                        sheets.wantWhole(sheet);
                    } else if (version != state.sweptVersion()) {
                        sheets.wantSweep(sheet);
                    } else {
                        return;
                    }
                    lanes.wake(LaneKinds.SHEET, sheet.value(), now);
                });
        seen.forgetBefore(now.minus(config.callback().nonceKeep()));
    }
}

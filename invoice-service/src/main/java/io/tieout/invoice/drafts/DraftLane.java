package io.tieout.invoice.drafts;

import io.tieout.kit.lane.Lane;
import io.tieout.kit.lane.LaneResult;
import io.tieout.kit.lane.LaneWork;
import jakarta.enterprise.context.ApplicationScoped;

/// One lane a group of rows, so that two copies of the service never draft the same rows.
@ApplicationScoped
class DraftLane implements LaneWork {
    private final DraftGroup draftGroup;

    DraftLane(DraftGroup draftGroup) {
        this.draftGroup = draftGroup;
    }

    @Override
    public String kind() {
        return WakeDrafts.KIND;
    }

    @Override
    public LaneResult run(Lane lane) {
        return draftGroup.handle(lane);
    }
}

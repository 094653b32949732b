package io.tieout.audit.desk;

import io.tieout.kit.lane.Lane;
import io.tieout.kit.lane.LaneResult;
import io.tieout.kit.lane.LaneWork;
import io.tieout.model.id.ProposalId;
import jakarta.enterprise.context.ApplicationScoped;

/// Looks again at proposals that wait for facts.
@ApplicationScoped
class RecheckLane implements LaneWork {
    private final Desk desk;

    RecheckLane(Desk desk) {
        this.desk = desk;
    }

    @Override
    public String kind() {
        return Waiting.KIND;
    }

    @Override
    public LaneResult run(Lane lane) {
        return desk.recheck(ProposalId.of(lane.key()))
                .<LaneResult>map(LaneResult::again)
                .orElseGet(LaneResult::idle);
    }
}

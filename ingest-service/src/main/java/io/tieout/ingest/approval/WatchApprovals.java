package io.tieout.ingest.approval;

import io.tieout.ingest.IngestConfig;
import io.tieout.ingest.LaneKinds;
import io.tieout.ingest.hydration.RowWatch;
import io.tieout.kit.lane.Lanes;
import io.tieout.model.id.ProposalId;
import io.tieout.model.id.RowRef;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;

/// Has a proposal's approval cells looked at when one of its rows changed while it waits.
@ApplicationScoped
class WatchApprovals implements RowWatch {
    private final AwaitedDecisions awaited;
    private final Lanes lanes;
    private final IngestConfig config;
    private final Clock clock;

    WatchApprovals(AwaitedDecisions awaited, Lanes lanes, IngestConfig config, Clock clock) {
        this.awaited = awaited;
        this.lanes = lanes;
        this.config = config;
        this.clock = clock;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void rowsChanged(Collection<RowRef> rows) {
        Instant due = clock.instant().plus(config.approval().window());
        for (ProposalId proposal : awaited.awaitingRows(rows)) {
            lanes.wake(LaneKinds.APPROVAL, proposal.toString(), due);
        }
    }
}

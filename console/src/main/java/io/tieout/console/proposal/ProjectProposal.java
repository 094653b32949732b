package io.tieout.console.proposal;

import io.tieout.console.live.Changes;
import io.tieout.console.live.ConnectionNews;
import io.tieout.model.envelope.EventEnvelope;
import io.tieout.model.proposal.ProposalState;
import io.tieout.model.topic.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/// Keeps the newest state of each proposal.
@ApplicationScoped
class ProjectProposal {
    private final Proposals proposals;
    private final ConnectionNews connectionNews;
    private final Changes changes;

    ProjectProposal(Proposals proposals, ConnectionNews connectionNews, Changes changes) {
        this.proposals = proposals;
        this.connectionNews = connectionNews;
        this.changes = changes;
    }

    @Transactional
    void apply(EventEnvelope<ProposalState> event) {
        connectionNews.heard(Topics.PROPOSAL_STATES, event);
        if (proposals.put(event)) {
            changes.announce();
        }
    }
}

package io.tieout.invoice.drafts;

import io.tieout.model.proposal.ProposalState;
import io.tieout.model.topic.Services;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/// Takes in what audit says about our proposals. Its lane draws the conclusions.
@ApplicationScoped
public class ObserveState {
    private final States states;
    private final Drafts drafts;
    private final WakeDrafts wake;

    ObserveState(States states, Drafts drafts, WakeDrafts wake) {
        this.states = states;
        this.drafts = drafts;
        this.wake = wake;
    }

    @Transactional
    public void handle(ProposalState state) {
        if (state.proposal().preparedBy().equals(Services.INVOICE) && states.apply(state)) {
            drafts.groupOf(state.proposal().proposalId()).ifPresent(wake::now);
        }
    }
}

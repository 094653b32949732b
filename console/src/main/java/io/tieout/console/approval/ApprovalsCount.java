package io.tieout.console.approval;

import io.tieout.console.frame.Section;
import io.tieout.console.frame.SectionCount;
import io.tieout.console.proposal.ProposalFilter;
import io.tieout.console.proposal.Proposals;
import jakarta.enterprise.context.ApplicationScoped;

/// How many proposals wait for a decision.
@ApplicationScoped
class ApprovalsCount implements SectionCount {
    private final Proposals proposals;

    ApprovalsCount(Proposals proposals) {
        this.proposals = proposals;
    }

    @Override
    public Section section() {
        return Section.APPROVALS;
    }

    @Override
    public long waiting() {
        return proposals.totals(ProposalFilter.of(null, null, null, null, null)).count();
    }
}

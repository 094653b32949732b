package io.tieout.ingest.approval;

import io.tieout.ingest.finding.Findings;
import io.tieout.ingest.finding.Notices;
import io.tieout.model.decision.Role;
import io.tieout.model.finding.FindingKind;
import io.tieout.model.id.CorrelationId;
import io.tieout.model.id.FindingId;
import io.tieout.model.proposal.ProposalMade;
import io.tieout.model.proposal.ProposalState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;

/// Tells whoever set an approval cell in vain why it does not count: a finding, and a comment on
/// the row.
@ApplicationScoped
class ApprovalFindings {
    private final Findings findings;
    private final Notices notices;

    ApprovalFindings(Findings findings, Notices notices) {
        this.findings = findings;
        this.notices = notices;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void refused(ProposalState state, ApprovalOutcome.Refused refusal, CorrelationId correlation) {
        ProposalMade proposal = state.proposal();
        String title =
                "\"%s\" in the sheet does not count for %s r%d"
                        .formatted(
                                capitalised(refusal.verdict().name()),
                                proposal.reference(),
                                proposal.revision());
        boolean isNew =
                findings.open(
                        id(proposal, refusal.role()),
                        proposal.realmId(),
                        FindingKind.APPROVAL_REFUSED,
                        List.of(refusal.row()),
                        proposal.proposalId(),
                        new Findings.Text(title, refusal.detail(), refusal.remedy()),
                        correlation);
        if (isNew) {
            notices.comment(
                    id(proposal, refusal.role()),
                    proposal.realmId(),
                    refusal.row(),
                    title + ". " + refusal.detail() + " " + refusal.remedy(),
                    correlation);
        }
    }

    /// There is nothing to complain of any more.
    @Transactional(Transactional.TxType.MANDATORY)
    void settled(ProposalState state, Role role, CorrelationId correlation) {
        findings.resolve(
                id(state.proposal(), role),
                state.proposal().realmId(),
                FindingKind.APPROVAL_REFUSED,
                "The proposal has moved on.",
                correlation);
    }

    private static FindingId id(ProposalMade proposal, Role role) {
        return new FindingId("sheet-approval-refused:" + proposal.proposalId() + ":" + role);
    }

    private static String capitalised(String word) {
        return word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT);
    }
}

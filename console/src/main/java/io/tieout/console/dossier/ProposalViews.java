package io.tieout.console.dossier;

import io.tieout.console.access.Person;
import io.tieout.console.audit.AuditClient;
import io.tieout.console.decision.Decision;
import io.tieout.console.decision.DecisionAnswer;
import io.tieout.console.decision.DecisionCheck;
import io.tieout.console.decision.DecisionsSent;
import io.tieout.console.finding.Finding;
import io.tieout.console.finding.Findings;
import io.tieout.console.frame.Badge;
import io.tieout.console.frame.When;
import io.tieout.console.frame.Words;
import io.tieout.console.proposal.StoredProposal;
import io.tieout.model.decision.DecisionMade.Verdict;
import io.tieout.model.decision.Role;
import io.tieout.model.proposal.ProposalMade;
import io.tieout.model.proposal.ProposalState;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Gathers all that speaks for and against a proposal.
@ApplicationScoped
public class ProposalViews {
    private final Evidences evidences;
    private final Findings findings;
    private final DecisionsSent sent;
    private final AuditClient audit;
    private final Clock clock;

    ProposalViews(
            Evidences evidences,
            Findings findings,
            DecisionsSent sent,
            AuditClient audit,
            Clock clock) {
        this.evidences = evidences;
        this.findings = findings;
        this.sent = sent;
        this.audit = audit;
        this.clock = clock;
    }

    public ProposalView view(StoredProposal stored, Person person) {
        Instant now = clock.instant();
        ProposalState state = stored.state();
        ProposalMade proposal = state.proposal();
        List<DecisionsSent.Sent> decisions = sent.about(proposal.proposalId());
        String pending = pending(decisions, state, person);
        boolean waits = state.status() == ProposalState.Status.AWAITING_APPROVAL;
        Optional<DecisionAnswer> notApprove = refusal(person, state, Verdict.APPROVED);
        Optional<DecisionAnswer> notReject = refusal(person, state, Verdict.REJECTED);
        boolean free = waits && pending.isEmpty();
        Life life = Life.of(audit.trail(proposal.proposalId()), state, decisions);
        return new ProposalView(
                proposal.proposalId().toString(),
                pick(state),
                proposal.reference(),
                proposal.revision(),
                state.hash(),
                Words.upper(proposal.kind()),
                proposal.counterparty() == null ? "" : proposal.counterparty(),
                proposal.total() == null ? "" : proposal.total().currency().value(),
                proposal.total() == null ? "" : Amounts.plain(proposal.total()),
                Words.sentence(proposal.summary()),
                badge(state.status()),
                waits,
                When.ago(state.changedAt(), now),
                state.waitReason() == null ? "" : Words.sentence(state.waitReason()),
                needs(state, now),
                evidences.facts(proposal),
                checks(state),
                (int) state.reviews().stream().filter(review -> !review.passed()).count(),
                evidences.lines(state),
                evidences.sums(proposal),
                proposal.evidence().narrativesBy().startsWith("model:"),
                Deeds.of(state, now),
                notes(state),
                life.steps(),
                life.trouble(),
                free && notApprove.isEmpty(),
                free && notReject.isEmpty(),
                free ? notApprove.map(DecisionAnswer::sentence).orElse("") : "",
                pending,
                isLarge(state),
                sent.recentReasons(person.email()),
                "/approvals/" + proposal.proposalId() + "/payload",
                stored.correlation().value());
    }

    static String pick(ProposalState state) {
        return state.proposal().proposalId()
                + ":"
                + state.proposal().revision()
                + ":"
                + state.hash();
    }

    /// Whether approving it is confirmed once more: when policy asks for two people.
    public static boolean isLarge(ProposalState state) {
        return state.approvalsNeeded().stream().anyMatch(needed -> needed.role() == Role.APPROVER)
                || state.approvalsGiven().stream().anyMatch(given -> given.role() == Role.APPROVER);
    }

    public static Badge badge(ProposalState.Status status) {
        return switch (status) {
            case DONE -> Badge.good("done");
            case AWAITING_APPROVAL -> Badge.waiting("waiting");
            case RECORDED -> Badge.busy("recorded");
            case RELEASED -> Badge.busy("released");
            case BLOCKED, FAILED, UNKNOWN, EXPIRED -> Badge.bad(Words.lower(status));
            case REJECTED, WITHDRAWN, REVERSED -> Badge.quiet(Words.lower(status));
        };
    }

    private static Optional<DecisionAnswer> refusal(
            Person person, ProposalState state, Verdict verdict) {
        return DecisionCheck.refusal(
                person,
                new Decision(
                        state.proposal().proposalId(),
                        state.proposal().revision(),
                        state.hash(),
                        verdict,
                        "a reason"),
                state);
    }

    /// The person's decision about this very revision, while audit still shows it as missing.
    private static String pending(
            List<DecisionsSent.Sent> decisions, ProposalState state, Person person) {
        boolean waits = state.status() == ProposalState.Status.AWAITING_APPROVAL;
        boolean counted =
                state.approvalsGiven().stream()
                        .anyMatch(given -> given.by().equalsIgnoreCase(person.email()));
        return decisions.stream()
                .filter(decision ->
                        waits
                                && !counted
                                && decision.revision() == state.proposal().revision()
                                && decision.person().equals(person.email()))
                .reduce((_, later) -> later)
                .map(decision ->
                        "You %s this revision at %s; audit has not acted on it yet."
                                .formatted(
                                        Words.lower(decision.verdict()),
                                        Words.clock(decision.sentAt())))
                .orElse("");
    }

    private static List<ProposalView.Need> needs(ProposalState state, Instant now) {
        List<ProposalView.Need> needs = new ArrayList<>();
        for (ProposalState.ApprovalGiven given : state.approvalsGiven()) {
            needs.add(
                    new ProposalView.Need(
                            Words.upper(given.role()),
                            "through " + given.channel().toLowerCase(java.util.Locale.ROOT),
                            true,
                            given.by(),
                            When.ago(given.at(), now)));
        }
        for (ProposalState.ApprovalNeeded needed : state.approvalsNeeded()) {
            needs.add(
                    new ProposalView.Need(
                            Words.upper(needed.role()),
                            needed.rule(),
                            false,
                            "",
                            new When("", "", "")));
        }
        return needs;
    }

    private static List<ProposalView.Check> checks(ProposalState state) {
        return state.reviews().stream()
                .map(review ->
                        new ProposalView.Check(review.rule(), review.passed(), review.detail()))
                .sorted(Comparator.comparing(ProposalView.Check::passed))
                .toList();
    }

    private List<ProposalView.Note> notes(ProposalState state) {
        return findings.about(state.proposal().proposalId()).stream()
                .map(ProposalViews::note)
                .toList();
    }

    private static ProposalView.Note note(Finding finding) {
        return new ProposalView.Note(
                finding.open() ? Badge.bad("open") : Badge.good("resolved"),
                finding.title(),
                finding.open() ? finding.remedy() : String.valueOf(finding.resolution()),
                "/exceptions?status=all&id=" + finding.realmId() + "/" + finding.findingId());
    }
}

package io.tieout.audit.proposal;

import io.tieout.audit.proposal.Life.End;
import io.tieout.model.decision.DecisionMade;
import io.tieout.model.decision.Role;
import io.tieout.model.proposal.ProposalState.ApprovalNeeded;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Which decision counts: signed by its channel, on what is proposed now, by a person whose role
/// may decide it, who neither prepared it nor decided it before.
public final class Decisions {
    private static final Set<Role> MAY_REJECT = EnumSet.of(Role.FINANCE, Role.APPROVER);

    private Decisions() {}

    /// What a decision makes of the proposal.
    public sealed interface Judgement {
        /// It counts.
        record Counted(Life life) implements Judgement {}

        /// It says what was said before.
        record Repeated() implements Judgement {}

        /// It has no effect.
        ///
        /// @param remedy what the person concerned can do
        record Refused(String reason, String remedy) implements Judgement {}
    }

    public static Judgement judge(
            Life life, DecisionMade decision, boolean signatureRight, Instant now) {
        if (!signatureRight) {
            return new Judgement.Refused(
                    "The decision is not signed by its channel.",
                    "Decide again in the console; if it happens again, tell an operator.");
        }
        if (decision.revision() != life.proposal().revision()
                || !decision.proposalHash().equals(life.hash())
                || !decision.realmId().equals(life.proposal().realmId())) {
            return new Judgement.Refused(
                    "The decision is on revision %d as it was then; the draft is at revision %d."
                            .formatted(decision.revision(), life.proposal().revision()),
                    "Look at the draft as it is now and decide again.");
        }
        return switch (decision.verdict()) {
            case APPROVED -> approve(life, decision);
            case REJECTED -> reject(life, decision, now);
        };
    }

    private static Judgement approve(Life life, DecisionMade decision) {
        if (life.approvals().stream()
                .anyMatch(given -> given.decisionId().equals(decision.decisionId()))) {
            return new Judgement.Repeated();
        }
        if (samePerson(decision.person(), life.proposal().preparedBy())) {
            return new Judgement.Refused(
                    "Who prepared a draft does not approve it.",
                    "Another person with the finance role decides.");
        }
        if (life.end() != End.NONE || life.committed()) {
            return new Judgement.Repeated();
        }
        if (!life.rejectedRows().isEmpty()) {
            return new Judgement.Refused(
                    "Rows of this draft were rejected; it is being drafted again without them.",
                    "Decide on the next revision.");
        }
        List<ApprovalNeeded> missing = Approvals.missing(life);
        if (life.required() != null && missing.isEmpty()) {
            return new Judgement.Repeated();
        }
        if (life.approvals().stream()
                .anyMatch(given -> samePerson(given.person(), decision.person()))) {
            return new Judgement.Refused(
                    "%s has approved already; the second approval is another person's."
                            .formatted(decision.person()),
                    "Another person decides: " + readable(missing) + ".");
        }
        Life counted = life.approved(Approval.of(decision));
        boolean helps = Approvals.missing(counted).size() < missing.size();
        if (life.required() == null ? !mayApprove(decision) : !helps) {
            return new Judgement.Refused(
                    "%s does not have the role that is asked for (%s)."
                            .formatted(decision.person(), readable(missing)),
                    "A person with that role decides, or an administrator gives the role.");
        }
        return new Judgement.Counted(counted);
    }

    private static boolean mayApprove(DecisionMade decision) {
        return decision.roles().stream().anyMatch(MAY_REJECT::contains);
    }

    private static Judgement reject(Life life, DecisionMade decision, Instant now) {
        if (decision.roles().stream().noneMatch(MAY_REJECT::contains)) {
            return new Judgement.Refused(
                    "%s may not decide on drafts.".formatted(decision.person()),
                    "A person with the finance or approver role decides.");
        }
        if (life.end() != End.NONE) {
            return new Judgement.Repeated();
        }
        if (life.committed()) {
            return new Judgement.Refused(
                    "The rejection came after the release.",
                    "Void the invoice if it should not stand.");
        }
        if (!decision.rejectedRows().isEmpty()
                && life.proposal().rows().size() > decision.rejectedRows().size()) {
            return new Judgement.Counted(life.rowsRejected(decision.rejectedRows()));
        }
        String reason = decision.reason() == null ? "" : ": " + decision.reason();
        String message = "Rejected by " + decision.person() + reason;
        return new Judgement.Counted(
                Revisions.close(life.ended(End.REJECTED, message), message, now));
    }

    private static boolean samePerson(String one, String other) {
        return one.strip().equalsIgnoreCase(other.strip());
    }

    private static String readable(List<ApprovalNeeded> missing) {
        return missing.isEmpty()
                ? "finance"
                : String.join(
                        ", ",
                        missing.stream()
                                .map(need -> need.role().name().toLowerCase(Locale.ROOT))
                                .toList());
    }
}

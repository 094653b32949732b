package io.tieout.audit.proposal;

import io.tieout.audit.proposal.Life.End;
import io.tieout.kit.json.CanonicalJson;
import io.tieout.model.decision.DecisionMade;
import io.tieout.model.finding.FindingKind;
import io.tieout.model.finding.Severity;
import io.tieout.model.id.FindingId;
import io.tieout.model.proposal.EffectState;
import io.tieout.model.proposal.ProposalState;
import io.tieout.model.proposal.ProposalState.ReviewResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// Which findings a proposal's state gives rise to. The same cause has the same id, so that it is
/// open once and resolved when its cause is gone.
public final class Findings {
    private static final int PERSON_HASH_LENGTH = 16;

    private static final Set<ProposalState.Status> UNDECIDED =
            EnumSet.of(
                    ProposalState.Status.RECORDED,
                    ProposalState.Status.AWAITING_APPROVAL,
                    ProposalState.Status.RELEASED);

    private Findings() {}

    /// All that are open in this state; refused decisions stay until the proposal is settled.
    public static List<OpenFinding> of(Life life) {
        List<OpenFinding> findings = new ArrayList<>();
        ProposalState.Status status = Standing.of(life);
        if (status == ProposalState.Status.BLOCKED) {
            findings.add(blocked(life));
        }
        if (life.end() != End.WITHDRAWN) {
            for (EffectState effect : life.effects()) {
                if (effect.status() == EffectState.Status.UNKNOWN) {
                    findings.add(unknown(life, effect));
                } else if (effect.status() == EffectState.Status.FAILED
                        || effect.status() == EffectState.Status.EXPIRED) {
                    findings.add(failed(life, effect));
                }
            }
        }
        if (UNDECIDED.contains(status)) {
            life.open().stream()
                    .filter(open -> open.kind() == FindingKind.APPROVAL_REFUSED)
                    .filter(open -> isOf(life, open))
                    .forEach(findings::add);
        }
        return findings;
    }

    /// The finding about a decision that has no effect.
    public static OpenFinding refused(
            Life life, DecisionMade decision, Decisions.Judgement.Refused refused) {
        String person =
                CanonicalJson.sha256(decision.person().getBytes(StandardCharsets.UTF_8))
                        .substring(0, PERSON_HASH_LENGTH);
        return new OpenFinding(
                id("approval-refused", life, person),
                FindingKind.APPROVAL_REFUSED,
                Severity.WARNING,
                "Decision of %s on %s does not count"
                        .formatted(decision.person(), life.proposal().reference()),
                refused.reason(),
                refused.remedy());
    }

    private static boolean isOf(Life life, OpenFinding open) {
        return open.id().value().contains(":" + life.proposal().revision() + ":");
    }

    private static OpenFinding blocked(Life life) {
        String detail =
                life.reviews().stream()
                        .filter(result -> !result.passed())
                        .map(Findings::readable)
                        .collect(Collectors.joining(" "));
        return new OpenFinding(
                id("blocked", life, "review"),
                FindingKind.BLOCKED_BY_REVIEW,
                Severity.ERROR,
                life.proposal().reference() + " is held by review",
                detail,
                "Correct what the rule names; the next revision of the draft is reviewed by itself.");
    }

    private static String readable(ReviewResult result) {
        return "%s: %s".formatted(result.rule(), result.detail());
    }

    private static OpenFinding unknown(Life life, EffectState effect) {
        return new OpenFinding(
                id("unknown", life, effect.effectId().value()),
                FindingKind.EFFECT_UNKNOWN,
                Severity.ERROR,
                "It is not known whether %s of %s happened"
                        .formatted(effect.type(), life.proposal().reference()),
                Objects.requireNonNullElse(effect.message(), "The other side gave no answer."),
                "Look at the other side, then say in the console whether it happened.");
    }

    private static OpenFinding failed(Life life, EffectState effect) {
        return new OpenFinding(
                id("failed", life, effect.effectId().value()),
                FindingKind.EFFECT_FAILED,
                effect.advisory() ? Severity.WARNING : Severity.ERROR,
                "%s of %s failed".formatted(effect.type(), life.proposal().reference()),
                "%s: %s"
                        .formatted(
                                Objects.requireNonNullElse(effect.errorCode(), "failed"),
                                Objects.requireNonNullElse(effect.message(), "no message")),
                effect.advisory()
                        ? "Mend what the message names; no money is affected, and nothing needs to be posted again."
                        : "Mend what the message names, then mark the rows ready again; nothing was changed.");
    }

    private static FindingId id(String what, Life life, String detail) {
        return new FindingId(
                "%s:%s:%d:%s"
                        .formatted(
                                what,
                                life.proposal().proposalId(),
                                life.proposal().revision(),
                                detail));
    }
}

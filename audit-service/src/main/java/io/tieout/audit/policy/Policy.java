package io.tieout.audit.policy;

import io.tieout.model.decision.Role;
import io.tieout.model.effect.AddComment;
import io.tieout.model.effect.AddRows;
import io.tieout.model.effect.CreateDocument;
import io.tieout.model.effect.CreateInvoice;
import io.tieout.model.effect.Effect;
import io.tieout.model.effect.RecategoriseLine;
import io.tieout.model.effect.SendMail;
import io.tieout.model.effect.UpdateRows;
import io.tieout.model.effect.VoidInvoice;
import io.tieout.model.id.SheetId;
import io.tieout.model.money.Money;
import io.tieout.model.proposal.ProposalKind;
import io.tieout.model.proposal.ProposalMade;
import io.tieout.model.proposal.ProposalState.ApprovalNeeded;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One version of the rules about who must approve what.
///
/// @param version name of this version and the hash of its text, part of every receipt
/// @param phases phase of all, and exceptions; the lowest that applies holds
/// @param thresholds above which a second person must approve, by kind; amounts in the books'
///   currency
/// @param automatic in phase 3: up to which amount a kind needs no person
/// @param notAfter how long a release is good for
public record Policy(
        String version,
        Phases phases,
        Map<ProposalKind, BigDecimal> thresholds,
        Map<ProposalKind, BigDecimal> automatic,
        Pilot pilot,
        Duration notAfter) {
    static final int READ_ONLY = 1;
    static final int CONDITIONAL_AUTOMATION = 3;

    /// Phase of everything, and of single projects and kinds.
    public record Phases(int all, Map<String, Integer> projects, Map<ProposalKind, Integer> kinds) {
        public Phases {
            projects = Map.copyOf(projects);
            kinds = Map.copyOf(kinds);
        }
    }

    /// What the pilot is limited to; an empty set limits nothing.
    ///
    /// @param accounts ids of the ledger accounts that may be posted to
    public record Pilot(Set<SheetId> sheets, Set<String> accounts) {
        public Pilot {
            sheets = Set.copyOf(sheets);
            accounts = Set.copyOf(accounts);
        }
    }

    public Policy {
        thresholds = Map.copyOf(thresholds);
        automatic = Map.copyOf(automatic);
    }

    /// What must be given before any effect of the proposal that moves money.
    public Ruling rule(ProposalMade proposal) {
        if (proposal.kind() == ProposalKind.REPORT
                && proposal.effects().stream().allMatch(SendMail.class::isInstance)) {
            return new Ruling.Approvals(List.of());
        }
        if (phase(proposal) == READ_ONLY) {
            return new Ruling.NothingMayHappen("Phase 1: nothing is written, only reported.");
        }
        if (proposal.effects().stream().allMatch(Effect::advisory)) {
            return new Ruling.Approvals(List.of());
        }
        BigDecimal moved = moved(proposal);
        if (phase(proposal) >= CONDITIONAL_AUTOMATION
                && exceeds(automatic.get(proposal.kind()), moved) == Comparison.WITHIN) {
            return new Ruling.Approvals(List.of());
        }
        List<ApprovalNeeded> needed = new ArrayList<>();
        needed.add(
                new ApprovalNeeded(Role.FINANCE, "Whatever moves money needs the finance role."));
        BigDecimal threshold = threshold(proposal.kind());
        if (threshold != null && exceeds(threshold, moved) == Comparison.ABOVE) {
            needed.add(
                    new ApprovalNeeded(
                            Role.APPROVER,
                            "Above %s a second person must approve."
                                    .formatted(threshold.toPlainString())));
        }
        return new Ruling.Approvals(needed);
    }

    /// A correction is a journal entry, and needs what any needs, unless it is given its own.
    private @Nullable BigDecimal threshold(ProposalKind kind) {
        BigDecimal own = thresholds.get(kind);
        return own == null && kind == ProposalKind.CORRECTION
                ? thresholds.get(ProposalKind.JOURNAL_ENTRY)
                : own;
    }

    private enum Comparison {
        NO_LIMIT,
        WITHIN,
        ABOVE
    }

    private static Comparison exceeds(@Nullable BigDecimal limit, BigDecimal moved) {
        if (limit == null) {
            return Comparison.NO_LIMIT;
        }
        return moved.compareTo(limit) > 0 ? Comparison.ABOVE : Comparison.WITHIN;
    }

    /// What the effects themselves move, or what the preparer says if that is more.
    private static BigDecimal moved(ProposalMade proposal) {
        BigDecimal computed =
                proposal.effects().stream()
                        .map(Policy::moved)
                        .flatMap(Optional::stream)
                        .map(Money::amount)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        Money claimed = proposal.total();
        return claimed == null ? computed : computed.max(claimed.amount().abs());
    }

    private static Optional<Money> moved(Effect effect) {
        return switch (effect) {
            case CreateInvoice invoice -> Optional.of(invoice.estimatedTotal());
            case CreateDocument document -> Optional.of(document.total());
            case RecategoriseLine recategorising -> Optional.of(recategorising.amount());
            case VoidInvoice _, UpdateRows _, AddRows _, AddComment _, SendMail _ ->
                    Optional.empty();
        };
    }

    /// What is said about the kind or the project goes before what is said about all.
    private int phase(ProposalMade proposal) {
        int none = Integer.MAX_VALUE;
        String project = proposal.evidence().project();
        int ofKind = phases.kinds().getOrDefault(proposal.kind(), none);
        int ofProject = project == null ? none : phases.projects().getOrDefault(project, none);
        int special = Math.min(ofKind, ofProject);
        return special == none ? phases.all() : special;
    }
}

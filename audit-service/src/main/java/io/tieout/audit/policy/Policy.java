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
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import io.tieout.model.proposal.ProposalKind;
import io.tieout.model.proposal.ProposalMade;
import io.tieout.model.proposal.ProposalState.ApprovalNeeded;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One version of the rules about who must approve what.
///
/// @param version name of this version and the hash of its text, part of every receipt
/// @param phases phase of all, and exceptions; the lowest that applies holds
/// @param currency of `limits`
/// @param otherLimits of amounts in other currencies; where a kind has limits but none in the
///   document's currency, no amount is automatic and any needs a second person: nothing is
///   converted
/// @param notAfter how long a release is good for
public record Policy(
        String version,
        Phases phases,
        CurrencyCode currency,
        Limits limits,
        Map<CurrencyCode, Limits> otherLimits,
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

    /// Amounts of one currency that decide who must approve, by kind.
    ///
    /// @param thresholds above which a second person must approve
    /// @param automatic in phase 3: up to which amount a kind needs no person
    public record Limits(
            Map<ProposalKind, BigDecimal> thresholds, Map<ProposalKind, BigDecimal> automatic) {
        static final Limits NONE = new Limits(Map.of(), Map.of());

        public Limits {
            thresholds = Map.copyOf(thresholds);
            automatic = Map.copyOf(automatic);
        }

        /// A correction is a journal entry, and needs what any needs, unless it is given its own.
        @Nullable BigDecimal threshold(ProposalKind kind) {
            BigDecimal own = thresholds.get(kind);
            return own == null && kind == ProposalKind.CORRECTION
                    ? thresholds.get(ProposalKind.JOURNAL_ENTRY)
                    : own;
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
        otherLimits = Map.copyOf(otherLimits);
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
        Map<CurrencyCode, BigDecimal> moved = moved(proposal);
        if (phase(proposal) >= CONDITIONAL_AUTOMATION
                && moved.entrySet().stream()
                        .allMatch(one ->
                                isAutomatic(proposal.kind(), one.getKey(), one.getValue()))) {
            return new Ruling.Approvals(List.of());
        }
        List<ApprovalNeeded> needed = new ArrayList<>();
        needed.add(
                new ApprovalNeeded(Role.FINANCE, "Whatever moves money needs the finance role."));
        moved.forEach((unit, amount) ->
                secondPerson(proposal.kind(), unit, amount)
                        .ifPresent(
                                reason -> needed.add(new ApprovalNeeded(Role.APPROVER, reason))));
        return new Ruling.Approvals(needed);
    }

    private boolean isAutomatic(ProposalKind kind, CurrencyCode unit, BigDecimal amount) {
        BigDecimal limit = limits(unit).automatic().get(kind);
        return limit != null && amount.compareTo(limit) <= 0;
    }

    /// Why a second person must approve, if one must.
    private Optional<String> secondPerson(ProposalKind kind, CurrencyCode unit, BigDecimal amount) {
        BigDecimal threshold = limits(unit).threshold(kind);
        if (threshold != null) {
            return amount.compareTo(threshold) > 0
                    ? Optional.of(
                            "Above %s a second person must approve."
                                    .formatted(threshold.toPlainString()))
                    : Optional.empty();
        }
        return limits.threshold(kind) == null || amount.signum() == 0
                ? Optional.empty()
                : Optional.of(
                        "The policy has no threshold in %s, so a second person must approve."
                                .formatted(unit));
    }

    private Limits limits(CurrencyCode unit) {
        return unit.equals(currency) ? limits : otherLimits.getOrDefault(unit, Limits.NONE);
    }

    /// What the effects themselves move, by currency, or what the preparer says if that is more;
    /// nothing at all is an amount too.
    private Map<CurrencyCode, BigDecimal> moved(ProposalMade proposal) {
        Map<CurrencyCode, BigDecimal> moved =
                new TreeMap<>(Comparator.comparing(CurrencyCode::value));
        proposal.effects().stream()
                .map(Policy::moved)
                .flatMap(Optional::stream)
                .forEach(money -> moved.merge(money.currency(), money.amount(), BigDecimal::add));
        Money claimed = proposal.total();
        if (claimed != null) {
            moved.merge(claimed.currency(), claimed.amount().abs(), BigDecimal::max);
        }
        return moved.isEmpty() ? Map.of(currency, BigDecimal.ZERO) : moved;
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

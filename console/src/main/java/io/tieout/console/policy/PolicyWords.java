package io.tieout.console.policy;

import io.tieout.console.frame.Words;
import io.tieout.model.proposal.ProposalKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.function.Function;

/// The policy in sentences.
final class PolicyWords {
    private static final Set<ProposalKind> ADVISORY =
            Set.of(ProposalKind.NOTICE, ProposalKind.RECONCILIATION);
    private static final int READ_ONLY = 1;
    private static final int AUTOMATION = 3;

    private PolicyWords() {}

    static String phase(int phase) {
        return switch (phase) {
            case READ_ONLY ->
                    "Phase 1, read only: everything is recorded, reviewed and reported; nothing is written to Smartsheet or QuickBooks.";
            case 2 ->
                    "Phase 2, controlled: whatever moves money needs a person’s decision first; notes and statuses are written without one.";
            case AUTOMATION ->
                    "Phase 3, conditional automation: the kinds listed below go through alone up to their limit; all else needs a person’s decision.";
            default -> "Phase " + phase + ".";
        };
    }

    /// One line for every kind of action.
    static List<PolicyPage.Kind> kinds(PolicyInForce policy) {
        return Arrays.stream(ProposalKind.values()).map(kind -> kind(kind, policy)).toList();
    }

    private static PolicyPage.Kind kind(ProposalKind kind, PolicyInForce policy) {
        int phase = policy.phaseOfKinds().getOrDefault(kind.name(), policy.phase());
        return new PolicyPage.Kind(
                Words.upper(kind), needs(kind, phase, policy), phase, phase != policy.phase());
    }

    private static List<String> needs(ProposalKind kind, int phase, PolicyInForce policy) {
        if (kind == ProposalKind.REPORT) {
            return List.of("No decision, in any phase: it only tells how things stand.");
        }
        if (phase == READ_ONLY) {
            return List.of("Nothing happens: it is only reported.");
        }
        if (ADVISORY.contains(kind)) {
            return List.of("No decision: it moves no money. It is recorded and reviewed like all.");
        }
        List<String> needs = new ArrayList<>();
        BigDecimal alone = policy.aloneUpTo().get(kind.name());
        if (phase >= AUTOMATION && alone != null) {
            needs.add(
                    "Up to %s it goes through alone."
                            .formatted(
                                    amounts(
                                            alone,
                                            kind.name(),
                                            policy,
                                            PolicyInForce.Limits::aloneUpTo)));
            needs.add("Above that, one person in the finance role.");
        } else {
            needs.add("One person in the finance role.");
        }
        String threshold = thresholdOf(kind, policy);
        BigDecimal above = policy.approverAbove().get(threshold);
        if (above != null) {
            needs.add(
                    "Above %s, and for any amount in another currency, also an approver, who is another person."
                            .formatted(
                                    amounts(
                                            above,
                                            threshold,
                                            policy,
                                            PolicyInForce.Limits::approverAbove)));
        }
        return List.copyOf(needs);
    }

    /// The limit in every currency that has one.
    private static String amounts(
            BigDecimal own,
            String kind,
            PolicyInForce policy,
            Function<PolicyInForce.Limits, Map<String, BigDecimal>> which) {
        StringJoiner all = new StringJoiner(" or ").add(amount(policy.currency(), own));
        new TreeMap<>(policy.inOtherCurrencies())
                .forEach((currency, limits) -> {
                    BigDecimal limit = which.apply(limits).get(kind);
                    if (limit != null) {
                        all.add(amount(currency, limit));
                    }
                });
        return all.toString();
    }

    /// A correction is a journal entry, unless it is given a threshold of its own.
    private static String thresholdOf(ProposalKind kind, PolicyInForce policy) {
        return kind == ProposalKind.CORRECTION && !policy.approverAbove().containsKey(kind.name())
                ? ProposalKind.JOURNAL_ENTRY.name()
                : kind.name();
    }

    static List<String> exceptions(PolicyInForce policy) {
        return policy.phaseOfProjects().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> "%s: phase %d".formatted(entry.getKey(), entry.getValue()))
                .toList();
    }

    static String releases(PolicyInForce policy) {
        return policy.releaseGoodFor() == null
                ? "A release is good for a limited time."
                : "A release is good for %s; later it expires and is asked for again."
                        .formatted(
                                policy.releaseGoodFor().toMinutes() < 1
                                        ? policy.releaseGoodFor().toSeconds() + " s"
                                        : policy.releaseGoodFor().toMinutes() + " min");
    }

    private static String amount(String currency, BigDecimal amount) {
        return String.format(Locale.ROOT, "%s %,.2f", currency, amount);
    }
}

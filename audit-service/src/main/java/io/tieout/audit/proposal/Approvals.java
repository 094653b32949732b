package io.tieout.audit.proposal;

import io.tieout.model.proposal.ProposalState.ApprovalGiven;
import io.tieout.model.proposal.ProposalState.ApprovalNeeded;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who fills which of the approvals that are asked for. Each person fills one; somebody with
/// several roles fills the one that leaves the least missing.
public final class Approvals {
    private Approvals() {}

    /// What is still missing.
    public static List<ApprovalNeeded> missing(Life life) {
        List<ApprovalNeeded> required = life.required() == null ? List.of() : life.required();
        List<@Nullable Approval> filled = best(required, life.approvals());
        List<ApprovalNeeded> missing = new ArrayList<>();
        for (int i = 0; i < required.size(); i++) {
            if (filled.get(i) == null) {
                missing.add(required.get(i));
            }
        }
        return missing;
    }

    /// What was given, each with the role in which it counts.
    public static List<ApprovalGiven> given(Life life) {
        List<ApprovalNeeded> required = life.required() == null ? List.of() : life.required();
        List<@Nullable Approval> filled = best(required, life.approvals());
        List<ApprovalGiven> given = new ArrayList<>();
        for (int i = 0; i < required.size(); i++) {
            Approval approval = filled.get(i);
            if (approval != null) {
                given.add(
                        new ApprovalGiven(
                                approval.decisionId().toString(),
                                required.get(i).role(),
                                approval.person(),
                                approval.channel().name(),
                                approval.at()));
            }
        }
        return given;
    }

    private static List<@Nullable Approval> best(
            List<ApprovalNeeded> required, List<Approval> approvals) {
        return fill(required, approvals, new HashSet<>(), 0);
    }

    /// Tries every choice: a handful of approvals at most.
    private static List<@Nullable Approval> fill(
            List<ApprovalNeeded> required, List<Approval> approvals, Set<Approval> used, int at) {
        if (at == required.size()) {
            return List.of();
        }
        List<@Nullable Approval> best = prepended(null, fill(required, approvals, used, at + 1));
        for (Approval approval : approvals) {
            if (approval.roles().contains(required.get(at).role()) && used.add(approval)) {
                List<@Nullable Approval> with =
                        prepended(approval, fill(required, approvals, used, at + 1));
                best = count(with) >= count(best) ? with : best;
                used.remove(approval);
            }
        }
        return best;
    }

    private static List<@Nullable Approval> prepended(
            @Nullable Approval first, List<@Nullable Approval> rest) {
        List<@Nullable Approval> all = new ArrayList<>();
        all.add(first);
        all.addAll(rest);
        return all;
    }

    private static long count(List<@Nullable Approval> filled) {
        return filled.stream().filter(approval -> approval != null).count();
    }
}

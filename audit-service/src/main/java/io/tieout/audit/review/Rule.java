package io.tieout.audit.review;

import io.tieout.model.proposal.ProposalState.ReviewResult;
import java.util.ArrayList;
import java.util.List;

/// One independent rule under its stable name.
record Rule<C>(String name, Check<C> check) {
    private static final int OBJECTIONS_SHOWN_MAX = 5;

    /// Looks at a case and objects, in words, to whatever is wrong with it.
    @FunctionalInterface
    interface Check<C> {
        void examine(C proposal, List<String> objections);
    }

    ReviewResult apply(C proposal) {
        List<String> objections = new ArrayList<>();
        try {
            check.examine(proposal, objections);
        } catch (IllegalArgumentException | ArithmeticException e) {
            // amounts of two currencies, or figures beyond all bounds: no rule can compute with it
            objections.add("Cannot be computed: " + e.getMessage());
        }
        return objections.isEmpty()
                ? new ReviewResult(name, true, "")
                : new ReviewResult(
                        name,
                        false,
                        String.join(" ", objections.stream().limit(OBJECTIONS_SHOWN_MAX).toList()));
    }
}

package io.tieout.audit.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.model.proposal.ProposalState.ReviewResult;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ReviewerTest {
    private static final int CASES = 1_000;

    @Test
    void passes_a_thousand_valid_proposals() {
        LongStream.range(0, CASES)
                .forEach(seed ->
                        assertThat(objections(ValidProposals.make(seed)))
                                .as("seed %d", seed)
                                .isEmpty());
    }

    @Test
    void blocks_a_thousand_proposals_with_one_fault_each_and_names_the_rule() {
        LongStream.range(0, CASES)
                .mapToObj(seed -> Mutations.mutate(ValidProposals.make(seed * 7 + 1), seed))
                .forEach(mutated ->
                        assertThat(objections(mutated.faulty()))
                                .as(mutated.what())
                                .extracting(ReviewResult::rule)
                                .contains(mutated.rule()));
    }

    private static List<ReviewResult> objections(ValidProposals.Case one) {
        return Reviewer.review(one.proposal(), one.facts()).stream()
                .filter(result -> !result.passed())
                .toList();
    }
}

package io.tieout.audit.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tieout.audit.review.ValidProposals;
import io.tieout.model.decision.Role;
import io.tieout.model.proposal.ProposalMade;
import io.tieout.model.proposal.ProposalState.ApprovalNeeded;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PolicyTest {
    private static final ProposalMade SMALL = ValidProposals.make(3).proposal();

    @Test
    void lets_nothing_happen_in_phase_1() {
        assertThat(policy("\"phase\": 1").rule(SMALL)).isInstanceOf(Ruling.NothingMayHappen.class);
    }

    @Test
    void asks_for_the_finance_role_whenever_money_moves() {
        assertThat(roles(policy("\"phase\": 2"), SMALL)).containsExactly(Role.FINANCE);
    }

    @Test
    void asks_for_a_second_person_above_the_threshold_only() {
        BigDecimal total = SMALL.total().amount();
        Policy at = policy("\"phase\": 2, \"thresholds\": {\"invoice\": \"%s\"}".formatted(total));
        Policy below =
                policy(
                        "\"phase\": 2, \"thresholds\": {\"invoice\": \"%s\"}"
                                .formatted(total.subtract(new BigDecimal("0.01"))));

        assertThat(roles(at, SMALL)).containsExactly(Role.FINANCE);
        assertThat(roles(below, SMALL)).containsExactly(Role.FINANCE, Role.APPROVER);
    }

    @Test
    void asks_for_a_second_person_for_any_amount_in_a_currency_without_a_threshold() {
        String threshold =
                "\"phase\": 2, \"currency\": \"EUR\", \"thresholds\": {\"invoice\": \"1000000\"}";
        String inDollars =
                ", \"otherCurrencies\": {\"USD\": {\"thresholds\": {\"invoice\": \"1000000\"}}}";

        assertThat(roles(policy(threshold), SMALL)).containsExactly(Role.FINANCE, Role.APPROVER);
        assertThat(roles(policy(threshold + inDollars), SMALL)).containsExactly(Role.FINANCE);
    }

    @Test
    void lets_no_amount_run_alone_in_a_currency_without_a_limit() {
        String automatic =
                "\"phase\": 3, \"currency\": \"EUR\", \"automatic\": {\"invoice\": \"1000000\"}";
        String inDollars =
                ", \"otherCurrencies\": {\"USD\": {\"automatic\": {\"invoice\": \"1000000\"}}}";

        assertThat(roles(policy(automatic), SMALL)).containsExactly(Role.FINANCE);
        assertThat(roles(policy(automatic + inDollars), SMALL)).isEmpty();
    }

    @Test
    void refuses_a_currency_that_there_is_not() {
        assertThatThrownBy(() -> policy("\"phase\": 2, \"currency\": \"DOLLAR\""))
                .hasMessageContaining("DOLLAR");
    }

    @Test
    void lets_small_amounts_run_alone_in_phase_3_only() {
        String automatic = ", \"automatic\": {\"invoice\": \"1000000\"}";

        assertThat(roles(policy("\"phase\": 3" + automatic), SMALL)).isEmpty();
        assertThat(roles(policy("\"phase\": 2" + automatic), SMALL)).containsExactly(Role.FINANCE);
    }

    @Test
    void holds_the_lower_phase_where_project_and_kind_differ() {
        Policy policy =
                policy("\"phase\": 2, \"projects\": {\"Harbor\": 1}, \"kinds\": {\"INVOICE\": 3}");

        assertThat(policy.rule(SMALL)).isInstanceOf(Ruling.NothingMayHappen.class);
    }

    @Test
    void names_two_texts_of_one_version_differently() {
        assertThat(policy("\"phase\": 2").version())
                .startsWith("1+")
                .isNotEqualTo(policy("\"phase\": 3").version());
    }

    @Test
    void refuses_a_phase_that_does_not_exist() {
        assertThatThrownBy(() -> policy("\"phase\": 4"))
                .hasMessageContaining("A phase is 1, 2 or 3");
    }

    @Test
    void gives_a_release_fifteen_minutes_unless_told_otherwise() {
        assertThat(policy("\"phase\": 2").notAfter()).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void asks_for_somebody_for_each_of_a_thousand_invoices_in_phase_2() {
        Policy policy = policy("\"phase\": 2");

        assertThat(LongStream.range(0, 1_000).mapToObj(ValidProposals::make))
                .allSatisfy(one -> assertThat(roles(policy, one.proposal())).isNotEmpty());
    }

    private static List<Role> roles(Policy policy, ProposalMade proposal) {
        return switch (policy.rule(proposal)) {
            case Ruling.Approvals(List<ApprovalNeeded> needed) ->
                    needed.stream().map(ApprovalNeeded::role).toList();
            case Ruling.NothingMayHappen(String reason) -> throw new AssertionError(reason);
        };
    }

    private static Policy policy(String fields) {
        return PolicyText.parse("{\"version\": \"1\", %s}".formatted(fields));
    }
}

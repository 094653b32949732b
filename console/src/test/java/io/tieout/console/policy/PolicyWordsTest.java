package io.tieout.console.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PolicyWordsTest {
    @Test
    void names_both_people_of_a_large_invoice() {
        assertThat(needs(2, Map.of("INVOICE", 2), "INVOICE"))
                .containsExactly(
                        "One person in the finance role.",
                        "Above USD 50,000.00 or CAD 65,000.00, and for any amount in another currency, also an approver, who is another person.");
    }

    @Test
    void says_up_to_where_a_kind_goes_through_alone() {
        assertThat(needs(3, Map.of(), "INVOICE"))
                .startsWith(
                        "Up to USD 1,000.00 it goes through alone.",
                        "Above that, one person in the finance role.");
    }

    @Test
    void says_that_nothing_happens_in_the_first_phase_and_that_notes_need_nobody_later() {
        assertThat(needs(1, Map.of(), "INVOICE").getFirst()).contains("only reported");
        assertThat(needs(2, Map.of(), "NOTICE").getFirst()).startsWith("No decision");
    }

    private static List<String> needs(int phase, Map<String, Integer> kinds, String kind) {
        PolicyInForce policy =
                new PolicyInForce(
                        "1",
                        phase,
                        Map.of(),
                        kinds,
                        "USD",
                        Map.of("INVOICE", new BigDecimal("50000.00")),
                        Map.of("INVOICE", new BigDecimal("1000")),
                        Map.of(
                                "CAD",
                                new PolicyInForce.Limits(
                                        Map.of("INVOICE", new BigDecimal("65000.00")), Map.of())),
                        List.of(),
                        List.of(),
                        Duration.ofMinutes(15));
        return PolicyWords.kinds(policy).stream()
                .filter(line -> line.name().equalsIgnoreCase(kind))
                .findFirst()
                .orElseThrow()
                .needs();
    }
}

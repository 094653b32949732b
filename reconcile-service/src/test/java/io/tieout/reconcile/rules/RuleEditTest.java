package io.tieout.reconcile.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.model.command.RuleSetting;
import io.tieout.model.money.Percent;
import io.tieout.reconcile.engine.MatchRules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleEditTest {
    private static final List<RuleSetting> FIRST = RuleSettings.of(MatchRules.FIRST);

    @Test
    void takes_another_order_as_the_next_version() {
        List<RuleSetting> turned = new ArrayList<>(FIRST);
        Collections.reverse(turned);

        RuleEdit edit = RuleEdit.of(MatchRules.FIRST, 1, turned);

        assertThat(edit)
                .isInstanceOfSatisfying(
                        RuleEdit.Accepted.class,
                        accepted -> {
                            assertThat(accepted.rules().version()).isEqualTo(2);
                            assertThat(RuleSettings.of(accepted.rules())).isEqualTo(turned);
                        });
    }

    @Test
    void the_rules_survive_being_shown_and_sent_back() {
        assertThat(RuleSettings.rules(1, FIRST)).isEqualTo(MatchRules.FIRST);
    }

    @Test
    void refuses_an_edit_of_rules_that_somebody_changed_meanwhile() {
        assertThat(why(RuleEdit.of(new MatchRules(4, MatchRules.FIRST.rules()), 3, FIRST)))
                .isEqualTo("It is based on version 3 of the rules; version 4 is in force");
    }

    @Test
    void refuses_an_edit_that_changes_nothing() {
        assertThat(why(RuleEdit.of(MatchRules.FIRST, 1, FIRST))).startsWith("It changes nothing");
    }

    @ParameterizedTest
    @CsvSource({
        "Exact, exact, 0, 0, 7, A rule is called \"Exact\"",
        "'', exact, 0, 0, 7, A rule is called",
        "exact, guess, 0, 0, 7, 'Rule exact looks at \"guess\": there is only identifier, exact'",
        "exact, exact, -1, 0, 7, 'Rule exact: amounts may differ by 0.00 to 10000.00, not -0.01'",
        "exact, exact, 1000001, 0, 7, 'Rule exact: amounts may differ by 0.00 to 10000.00'",
        "exact, exact, 0, 51, 7, Rule exact: amounts may differ by 0 to 50 percent",
        "exact, exact, 0, 1e300, 7, Rule exact: amounts may differ by 0 to 50 percent",
        "exact, exact, 0, -0.1, 7, Rule exact: amounts may differ by 0 to 50 percent",
        "exact, exact, 2, 0, 7, 'Rule exact takes equal amounts only and has no tolerance for them (identifier, scored, group, sum, total have): leave 0.00 and 0 percent'",
        "exact, exact, 0, 0.5, 7, Rule exact takes equal amounts only",
        "exact, exact, 0, 0, 367, 'Rule exact: dates may differ by 0 to 366 days, not 367'"
    })
    void names_what_is_wrong_with_a_rule(
            String id, String step, long absolute, String percent, int days, String why) {
        List<RuleSetting> one =
                List.of(
                        new RuleSetting(id, step, absolute, Percent.of(percent), days, true),
                        FIRST.getLast());

        assertThat(why(RuleEdit.of(MatchRules.FIRST, 1, one))).startsWith(why);
    }

    @ParameterizedTest
    @ValueSource(strings = {"identifier", "group", "scored", "sum", "total"})
    void takes_a_tolerance_for_amounts_where_the_step_honours_it(String step) {
        List<RuleSetting> one =
                List.of(new RuleSetting("one", step, 5, Percent.of("0.5"), 7, true));

        assertThat(RuleEdit.of(MatchRules.FIRST, 1, one)).isInstanceOf(RuleEdit.Accepted.class);
    }

    @Test
    void refuses_two_rules_of_one_name_and_none_at_all_and_none_that_is_on() {
        RuleSetting off = new RuleSetting("exact", "exact", 0, Percent.ZERO, 7, false);

        assertThat(why(RuleEdit.of(MatchRules.FIRST, 1, List.of(FIRST.get(0), FIRST.get(0)))))
                .isEqualTo("Two rules are called identifier");
        assertThat(why(RuleEdit.of(MatchRules.FIRST, 1, List.of())))
                .isEqualTo("There must be 1 to 20 rules, not 0");
        assertThat(why(RuleEdit.of(MatchRules.FIRST, 1, List.of(off))))
                .isEqualTo("At least one rule must be on");
    }

    private static String why(RuleEdit edit) {
        return switch (edit) {
            case RuleEdit.Accepted accepted -> "accepted " + accepted;
            case RuleEdit.Refused refused -> refused.refusal().why();
        };
    }
}

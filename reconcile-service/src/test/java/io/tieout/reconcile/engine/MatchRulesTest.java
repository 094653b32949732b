package io.tieout.reconcile.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tieout.reconcile.engine.MatchRule.Step;
import io.tieout.reconcile.ledger.Entry;
import io.tieout.reconcile.ledger.EntryKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchRulesTest {
    private static final Parties PARTIES =
            Parties.of(List.of("Brellow Electric Inc", "Osterlind Paving Co"), List.of());

    @ParameterizedTest
    @CsvSource({
        "-1, 0, 0, 'Rule \"near\": amounts may differ by -1 smallest units; choose from 0 to 1000000 (10,000.00).'",
        "9000000, 0, 0, 'Rule \"near\": amounts may differ by 9000000 smallest units; choose from 0 to 1000000 (10,000.00).'",
        "0, 51, 0, 'Rule \"near\": amounts may differ by 51.0 percent; choose from 0 to 50.'",
        "0, NaN, 0, 'Rule \"near\": amounts may differ by NaN percent; choose from 0 to 50.'",
        "0, 0, 400, 'Rule \"near\": dates may differ by 400 days; choose from 0 to 366.'"
    })
    void a_tolerance_that_cannot_be_is_refused_with_the_remedy(
            long absolute, double percent, int days, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MatchRule("near", Step.SCORED, absolute, percent, days, true))
                .withMessage(message);
    }

    @Test
    void a_rule_without_a_name_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MatchRule(" ", Step.GROUP, 0, 0, 1, true))
                .withMessage(
                        "A rule for step GROUP has no name: give it one of 1 to 60 characters, such"
                                + " as \"group\".");
    }

    @Test
    void two_rules_of_one_name_are_refused() {
        MatchRule rule = new MatchRule("near", Step.SCORED, 0, 0, 1, true);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MatchRules(2, List.of(rule, rule)))
                .withMessage("Two rules are called \"near\": rename one of them.");
    }

    @Test
    void too_many_rules_are_refused() {
        List<MatchRule> many = new ArrayList<>();
        for (int i = 0; i < 41; i++) {
            many.add(new MatchRule("r" + i, Step.SUM, 0, 0, 1, true));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MatchRules(2, many))
                .withMessageContaining("There are 41 rules; remove some");
    }

    @Test
    void in_any_order_any_number_of_steps_ends_with_every_line_in_one_verdict() {
        Random random = new Random(3);
        for (int round = 0; round < 400; round++) {
            List<Entry> sheet = lines(random, "s", EntryKind.COST);
            List<Entry> books = lines(random, "b", EntryKind.BILL);
            List<String> seen = new ArrayList<>();
            for (Verdict verdict : Reconciler.match(sheet, books, anyRules(random), PARTIES)) {
                verdict.sheet().forEach(entry -> seen.add(entry.id()));
                verdict.books().forEach(entry -> seen.add(entry.id()));
            }
            assertThat(seen).doesNotHaveDuplicates().hasSize(sheet.size() + books.size());
        }
    }

    @Test
    void trying_edited_rules_changes_nothing_for_others() {
        Random random = new Random(4);
        List<Entry> sheet = lines(random, "s", EntryKind.COST);
        List<Entry> books = lines(random, "b", EntryKind.BILL);
        List<Verdict> before = Reconciler.match(sheet, books, MatchRules.FIRST, PARTIES);
        for (int round = 0; round < 20; round++) {
            Reconciler.match(sheet, books, anyRules(random), PARTIES);
        }
        assertThat(Reconciler.match(sheet, books, MatchRules.FIRST, PARTIES)).isEqualTo(before);
    }

    /// Steps in any order, some of them twice, some switched off, as tolerant as can be.
    private static MatchRules anyRules(Random random) {
        List<MatchRule> rules = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(9); i++) {
            rules.add(
                    new MatchRule(
                            "r" + i,
                            Step.values()[random.nextInt(Step.values().length)],
                            random.nextBoolean() ? 0 : random.nextInt(1_000_000),
                            random.nextBoolean() ? 0 : random.nextInt(51),
                            random.nextInt(367),
                            random.nextInt(5) > 0));
        }
        Collections.shuffle(rules, random);
        return new MatchRules(2, rules);
    }

    private static List<Entry> lines(Random random, String side, EntryKind kind) {
        List<Entry> lines = new ArrayList<>();
        for (int i = 0; i < random.nextInt(25); i++) {
            Lines line =
                    Lines.of(side + i, kind)
                            .of(1000L * (random.nextInt(20) - 4))
                            .on("2026-03-%02d".formatted(1 + random.nextInt(28)))
                            .about(random.nextBoolean() ? "cable works" : "");
            if (random.nextInt(3) == 0) {
                line.numbered("N-" + random.nextInt(6));
            }
            if (random.nextInt(3) == 0) {
                line.ordered("PO-" + random.nextInt(3));
            }
            lines.add(line.line());
        }
        return lines;
    }
}

package io.tieout.reconcile.preview;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.reconcile.engine.MatchRule;
import io.tieout.reconcile.engine.MatchRules;
import io.tieout.reconcile.engine.Parties;
import io.tieout.reconcile.engine.Separations;
import io.tieout.reconcile.ledger.Entry;
import io.tieout.reconcile.ledger.EntryKind;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleComparisonTest {
    private static final String VENDOR = "Brellow Electric Inc";
    private static final RuleComparison.Lines LINES =
            new RuleComparison.Lines(
                    List.of(
                            line("1", EntryKind.COST, "A-1", 48_017, "2026-03-10"),
                            line("2", EntryKind.COST, "A-2", 99_150, "2026-01-10")),
                    List.of(
                            line("Bill:1", EntryKind.BILL, "A-1", 48_017, "2026-03-10"),
                            line("Bill:2", EntryKind.BILL, "A-2", 99_150, "2026-02-20")),
                    Parties.of(List.of(VENDOR, "Osterlind Paving Co"), List.of()),
                    Separations.NONE);

    @Test
    void says_what_a_longer_window_would_match_that_is_not_matched_now() {
        Preview preview = RuleComparison.compare(LINES, MatchRules.FIRST, identifierDays(62), 10);

        assertThat(preview.basedOn()).isEqualTo(1);
        assertThat(preview.lines()).isEqualTo(4);
        assertThat(preview.rules().getFirst())
                .isEqualTo(new Preview.RuleCount("identifier", 1, 2, 0, 0));
        assertThat(preview.changed()).isEqualTo(2);
        assertThat(preview.examples()).hasSize(2);
        assertThat(preview.examples().getFirst().line()).isEqualTo("2");
        assertThat(preview.examples().getFirst().words()).contains("A-2", "991.50");
        assertThat(preview.examples().getFirst().to())
                .isEqualTo("Matched with Bill:2, by identifier");
        assertThat(preview.examples().getFirst().from()).doesNotStartWith("Matched");
    }

    @Test
    void shows_so_many_examples_and_counts_all() {
        Preview preview = RuleComparison.compare(LINES, MatchRules.FIRST, identifierDays(62), 1);

        assertThat(preview.changed()).isEqualTo(2);
        assertThat(preview.examples()).hasSize(1);
    }

    @Test
    void the_same_rules_change_nothing() {
        Preview preview =
                RuleComparison.compare(
                        LINES, MatchRules.FIRST, new MatchRules(2, MatchRules.FIRST.rules()), 10);

        assertThat(preview.changed()).isZero();
        assertThat(preview.examples()).isEmpty();
        assertThat(preview.rules())
                .allSatisfy(rule -> assertThat(rule.matchedNow()).isEqualTo(rule.matchedThen()));
    }

    private static MatchRules identifierDays(int days) {
        return new MatchRules(
                2,
                MatchRules.FIRST.rules().stream()
                        .map(rule ->
                                rule.step() == MatchRule.Step.IDENTIFIER
                                        ? new MatchRule(
                                                rule.id(),
                                                rule.step(),
                                                rule.absolute(),
                                                rule.percent(),
                                                days,
                                                true)
                                        : rule)
                        .toList());
    }

    private static Entry line(
            String id, EntryKind kind, String reference, long cents, String date) {
        return new Entry(
                id,
                kind,
                VENDOR,
                reference,
                "",
                "",
                cents,
                "USD",
                Math.toIntExact(LocalDate.parse(date).toEpochDay()),
                "",
                "",
                "",
                "");
    }
}

package io.tieout.reconcile.preview;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.model.id.EntityId;
import io.tieout.model.id.RowId;
import io.tieout.model.id.RowRef;
import io.tieout.model.id.SheetId;
import io.tieout.model.quickbooks.EntityType;
import io.tieout.reconcile.engine.Category;
import io.tieout.reconcile.engine.MatchRules;
import io.tieout.reconcile.ledger.EntryKind;
import io.tieout.reconcile.preview.RuleComparison.Run;
import io.tieout.reconcile.standing.Outcome;
import io.tieout.reconcile.standing.Standing;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RuleComparisonTest {
    private static final Run NOW =
            run(
                    said("1", EntryKind.COST, Outcome.MATCHED, null, "exact", "Bill:1"),
                    said("2", EntryKind.COST, Outcome.MATCHED, null, "sum", "Bill:2"),
                    said("3", EntryKind.COST, Outcome.MATCHED, null, "sum", "Bill:2"),
                    said("4", EntryKind.COST, Outcome.ALONE, Category.MISSING_IN_QUICKBOOKS, ""),
                    said("Bill:1", EntryKind.BILL, Outcome.MATCHED, null, "exact", "1"),
                    said("Bill:2", EntryKind.BILL, Outcome.MATCHED, null, "sum", "2", "3"));
    private static final Run THEN =
            run(
                    said("1", EntryKind.COST, Outcome.MATCHED, null, "scored", "Bill:1"),
                    said("2", EntryKind.COST, Outcome.PROPOSED, null, "sum", "Bill:2"),
                    said("3", EntryKind.COST, Outcome.PROPOSED, null, "sum", "Bill:2"),
                    said("4", EntryKind.COST, Outcome.MATCHED, null, "scored", "Bill:4"),
                    said("Bill:1", EntryKind.BILL, Outcome.MATCHED, null, "scored", "1"),
                    said("Bill:2", EntryKind.BILL, Outcome.PROPOSED, null, "sum", "3", "2"),
                    said("Bill:4", EntryKind.BILL, Outcome.MATCHED, null, "scored", "4"));

    @Test
    void counts_each_match_of_a_rule_once_however_many_rows_it_takes() {
        assertThat(RuleComparison.compare(NOW, THEN, 10, line -> "<" + line + ">").rules())
                .contains(
                        new Preview.RuleCount("exact", 1, 0, 0, 0),
                        new Preview.RuleCount("scored", 0, 2, 0, 0),
                        new Preview.RuleCount("sum", 1, 0, 0, 1));
    }

    @Test
    void shows_what_would_be_said_otherwise_and_not_what_only_another_rule_says() {
        Preview preview = RuleComparison.compare(NOW, THEN, 10, line -> "<" + line + ">");

        assertThat(preview.lines()).isEqualTo(7);
        assertThat(preview.changed()).isEqualTo(5);
        assertThat(preview.examples())
                .extracting(Preview.Example::line)
                .containsExactly("2", "3", "4", "Bill:2", "Bill:4");
        assertThat(preview.examples().get(2).from()).isEqualTo("Missing in QuickBooks");
        assertThat(preview.examples().get(2).to())
                .isEqualTo("Matched with <Bill:4>, by rule scored");
        assertThat(preview.examples().getLast().from()).isEqualTo("Nothing is said of it");
        assertThat(preview.categories())
                .containsExactly(new Preview.CategoryCount("Missing in QuickBooks", 1, 0));
    }

    @Test
    void shows_so_many_examples_and_counts_all() {
        Preview preview = RuleComparison.compare(NOW, THEN, 1, line -> line);

        assertThat(preview.changed()).isEqualTo(5);
        assertThat(preview.examples()).hasSize(1);
    }

    @Test
    void the_same_rules_change_nothing() {
        assertThat(RuleComparison.compare(NOW, NOW, 10, line -> line).changed()).isZero();
    }

    private static Run run(Standing... standings) {
        return new Run(MatchRules.FIRST, List.of(standings));
    }

    private static Standing said(
            String line,
            EntryKind kind,
            Outcome outcome,
            @Nullable Category category,
            String rule,
            String... counterparts) {
        boolean inSheet = kind == EntryKind.COST;
        return new Standing(
                line,
                kind,
                inSheet ? new RowRef(new SheetId("42"), new RowId(line)) : null,
                inSheet ? null : new Standing.DocumentRef(EntityType.BILL, new EntityId(line)),
                "Brellow Electric Inc",
                "",
                "",
                "",
                "",
                new BigDecimal("480.17"),
                "USD",
                LocalDate.parse("2026-03-10"),
                outcome,
                category,
                rule,
                1,
                9,
                BigDecimal.ZERO,
                "",
                Arrays.asList(counterparts),
                List.of(),
                Instant.EPOCH);
    }
}

package io.tieout.reconcile.proposing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.model.finding.Severity;
import io.tieout.model.id.RealmId;
import io.tieout.model.id.RowId;
import io.tieout.model.id.RowRef;
import io.tieout.model.id.SheetId;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import io.tieout.reconcile.engine.Category;
import io.tieout.reconcile.matching.MatchOutcome;
import io.tieout.reconcile.proposing.Reconciliation.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowDecisionTest {
    private static final Cells MISSING =
            new Cells("Missing in QB", "No bill", "Missing in QuickBooks");
    private static final Cells MATCHED = new Cells("Matched", "Bill 7", "Matched");
    private static final Reconciliation NEW =
            Reconciliations.first(
                    new RealmId("9130"), new RowRef(new SheetId("42"), new RowId("1")));

    @Test
    void proposes_what_the_row_does_not_show() {
        assertThat(isDue(MISSING, Cells.EMPTY, NEW)).isTrue();
        assertThat(isDue(MISSING, MISSING, NEW)).isFalse();
    }

    @Test
    void leaves_a_row_alone_that_it_has_nothing_to_say_about() {
        assertThat(isDue(Cells.EMPTY, new Cells("", "a person's note", ""), NEW)).isFalse();
    }

    @Test
    void waits_for_the_end_of_what_it_proposed() {
        Reconciliation pending = known(1, MISSING, Cells.EMPTY, 1, 0, false);
        assertThat(isDue(MATCHED, Cells.EMPTY, pending)).isFalse();
        assertThat(isDue(MATCHED, MISSING, known(1, MISSING, Cells.EMPTY, 1, 0, true))).isTrue();
    }

    @Test
    void does_not_write_again_before_its_own_write_has_come_back() {
        assertThat(isDue(MISSING, Cells.EMPTY, known(1, MISSING, Cells.EMPTY, 1, 0, true)))
                .isFalse();
    }

    @Test
    void puts_right_what_a_person_overwrote() {
        assertThat(
                        isDue(
                                MISSING,
                                new Cells("Matched", "by hand", "Missing in QuickBooks"),
                                known(1, MISSING, Cells.EMPTY, 1, 0, true)))
                .isTrue();
    }

    @Test
    void clears_a_status_that_holds_no_longer() {
        assertThat(isDue(Cells.EMPTY, MATCHED, known(2, MATCHED, MISSING, 2, 0, true))).isTrue();
    }

    @Test
    void goes_on_after_a_refused_revision_with_a_higher_one() {
        Reconciliation refused = known(3, MATCHED, MISSING, 2, 3, false);
        assertThat(refused.isFree()).isTrue();
        assertThat(refused.nextRevision()).isEqualTo(4);
    }

    @Test
    void a_finding_of_which_more_is_at_stake_says_something_else_and_a_match_never_does() {
        MatchOutcome coded =
                new MatchOutcome.Review(Category.CODING_ERROR, List.of(), "another project");
        String little = said(coded, new Weight(Severity.WARNING, Money.of("10", CurrencyCode.USD)));
        String more = said(coded, new Weight(Severity.WARNING, Money.of("12", CurrencyCode.USD)));

        assertThat(little).isNotEqualTo(more);
        assertThat(said(new MatchOutcome.Matched(List.of()), Weight.NONE)).isEmpty();
    }

    private static String said(MatchOutcome outcome, Weight weight) {
        return RowDecision.of(MISSING, Cells.EMPTY, outcome, "the same words", weight, NEW).said();
    }

    private static boolean isDue(Cells wanted, Cells shown, Reconciliation known) {
        RowDecision decision =
                RowDecision.of(
                        wanted,
                        shown,
                        new MatchOutcome.Missing(Category.MISSING_IN_QUICKBOOKS, List.of()),
                        wanted.notes(),
                        Weight.NONE,
                        known);
        assertThat(decision.finding()).isEqualTo(Finding.MISSING);
        return decision.propose();
    }

    private static Reconciliation known(
            int revision,
            Cells wanted,
            Cells shown,
            int auditRevision,
            int refusedRevision,
            boolean ended) {
        return new Reconciliation(
                NEW.row(),
                NEW.proposalId(),
                revision,
                wanted,
                shown,
                auditRevision,
                refusedRevision,
                ended,
                Finding.NONE,
                "",
                "",
                null,
                null);
    }
}

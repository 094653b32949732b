package io.tieout.invoice.rows;

import static io.tieout.invoice.BillingRow.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.invoice.BillingRow;
import io.tieout.model.finding.FindingKind;
import io.tieout.model.smartsheet.ColumnPart;
import org.junit.jupiter.api.Test;

class RowCheckTest {
    @Test
    void wants_a_row_that_is_ready_and_complete() {
        assertThat(RowCheck.check(row("1").observed())).isInstanceOf(RowStanding.Wanted.class);
    }

    @Test
    void wants_nothing_of_a_row_that_is_not_ready_or_from_before_the_cut_over() {
        assertThat(RowCheck.check(row("1").notReady().observed()))
                .isInstanceOf(RowStanding.NotReady.class);
        assertThat(RowCheck.check(row("1").beforeCutOver().observed()))
                .isInstanceOf(RowStanding.NotReady.class);
    }

    @Test
    void groups_rows_whatever_the_case_and_spacing_of_names() {
        assertThat(group(row("1").customer("Harbor Works LLC")).key())
                .isEqualTo(group(row("2").customer(" harbor  works llc ")).key());
        assertThat(group(row("1")).key()).isNotEqualTo(group(row("2").project("Pier 5")).key());
        assertThat(group(row("1")).key()).isNotEqualTo(group(row("2").on("2026-12-01")).key());
        assertThat(group(row("1")).key()).isNotEqualTo(group(row("2").department("East")).key());
    }

    @Test
    void says_which_cells_are_missing() {
        assertThat(faults(row("1").customer(" ").on(null).service(null)))
                .extracting(RowFault::subject)
                .containsExactly("CUSTOMER", "WORK_DATE", "SERVICE");
        assertThat(faults(row("1").hours(null)))
                .extracting(RowFault::kind)
                .containsExactly(FindingKind.MISSING_CELL);
        assertThat(faults(row("1").hours("0")))
                .extracting(RowFault::subject)
                .containsExactly("HOURS");
    }

    @Test
    void refuses_negative_hours_and_costs() {
        assertThat(faults(row("1").hours("-2")).getFirst().kind())
                .isEqualTo(FindingKind.NEGATIVE_QUANTITY);
        assertThat(faults(row("1").cost("-2.00")).getFirst().detail()).contains("USD -2.00");
    }

    @Test
    void refuses_hours_and_a_cost_on_one_row() {
        assertThat(faults(row("1").cost("3.00").hours("1")).getFirst().kind())
                .isEqualTo(FindingKind.INVALID_CELL);
    }

    @Test
    void says_that_an_unticked_row_is_not_billed() {
        assertThat(faults(row("1").billable(false)).getFirst().kind())
                .isEqualTo(FindingKind.NOT_BILLABLE);
        assertThat(faults(row("1").billable(null)).getFirst().kind())
                .isEqualTo(FindingKind.NOT_BILLABLE);
    }

    @Test
    void tells_of_a_cell_that_cannot_be_read_once_ready_or_not() {
        BillingRow row =
                row("1").hours(null).problem(ColumnPart.HOURS, "Hours", "“eight” is not a number.");

        assertThat(faults(row))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.kind()).isEqualTo(FindingKind.INVALID_CELL);
                    assertThat(fault.title()).isEqualTo("Hours cannot be read in row 1 of Billing");
                    assertThat(fault.detail()).contains("eight");
                });
        assertThat(faults(row.notReady())).hasSize(1);
    }

    @Test
    void does_not_mind_what_is_wrong_with_its_own_columns() {
        BillingRow row = row("1").problem(ColumnPart.DRAFT_TOTAL, "Draft Total", "odd");

        assertThat(RowCheck.check(row.observed())).isInstanceOf(RowStanding.Wanted.class);
    }

    private static RowGroup group(BillingRow row) {
        return (RowGroup) ((RowStanding.Wanted) RowCheck.check(row.observed())).group();
    }

    private static java.util.List<RowFault> faults(BillingRow row) {
        return ((RowStanding.Faulty) RowCheck.check(row.observed())).faults();
    }
}

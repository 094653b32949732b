package io.tieout.reconcile.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.model.id.RealmId;
import io.tieout.model.id.RowId;
import io.tieout.model.id.RowRef;
import io.tieout.model.id.SheetId;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import io.tieout.model.smartsheet.CellProblem;
import io.tieout.model.smartsheet.ColumnPart;
import io.tieout.model.smartsheet.CostFields;
import io.tieout.model.smartsheet.RowObserved;
import io.tieout.model.smartsheet.SheetRole;
import io.tieout.reconcile.billing.Billing;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class UnreadableCellsTest {
    @Test
    void a_row_whose_date_cannot_be_read_says_nothing_to_compare() {
        SheetLine line = SheetLine.of(row(SheetRole.COSTS, problem(ColumnPart.DATE)), Billing.NONE);
        SheetLine empty = SheetLine.of(row(SheetRole.COSTS), Billing.NONE);

        assertThat(Objects.requireNonNull(line).isComplete()).isFalse();
        assertThat(Objects.requireNonNull(empty).isComplete()).isTrue();
    }

    @Test
    void a_row_is_compared_without_a_description_that_cannot_be_read() {
        RowObserved row = row(SheetRole.COSTS, problem(ColumnPart.DESCRIPTION));

        assertThat(UnreadableCells.of(row).others()).hasSize(1);
        assertThat(Objects.requireNonNull(SheetLine.of(row, Billing.NONE)).isComplete()).isTrue();
    }

    @Test
    void all_are_named() {
        UnreadableCells cells =
                UnreadableCells.of(
                        row(
                                SheetRole.COSTS,
                                problem(ColumnPart.ACCOUNT),
                                problem(ColumnPart.DATE),
                                problem(ColumnPart.AMOUNT)));

        assertThat(cells.columns()).isEqualTo("DATE, AMOUNT and ACCOUNT");
        assertThat(cells.words()).isEqualTo("DATE is bad. AMOUNT is bad. ACCOUNT is bad.");
    }

    @Test
    void what_tieout_writes_and_what_drafts_are_made_from_is_no_matter_of_comparing() {
        assertThat(
                        UnreadableCells.of(
                                row(SheetRole.COSTS, problem(ColumnPart.RECONCILIATION_NOTES))))
                .isEqualTo(UnreadableCells.NONE);
        assertThat(UnreadableCells.of(row(SheetRole.BILLING, problem(ColumnPart.HOURS))))
                .isEqualTo(UnreadableCells.NONE);
    }

    private static CellProblem problem(ColumnPart part) {
        return new CellProblem(part, part.name(), "date-expected", part.name() + " is bad.");
    }

    private static RowObserved row(SheetRole role, CellProblem... problems) {
        return new RowObserved(
                new RowRef(new SheetId("41"), new RowId("1")),
                new RealmId("91"),
                role,
                "Project Costs",
                3,
                new CostFields(
                        "Atlas Electric",
                        null,
                        null,
                        null,
                        null,
                        Money.of("480", CurrencyCode.USD),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null),
                Arrays.asList(problems),
                Map.of(),
                Instant.EPOCH,
                null,
                false);
    }
}

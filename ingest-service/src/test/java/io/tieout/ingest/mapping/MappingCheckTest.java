package io.tieout.ingest.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.connectors.smartsheet.SheetColumn;
import io.tieout.model.id.ColumnId;
import io.tieout.model.smartsheet.ColumnPart;
import io.tieout.model.smartsheet.SheetRole;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MappingCheckTest {
    private final SheetMapping mapping = Sheets.billing();
    private final List<SheetColumn> columns = new ArrayList<>(Sheets.columns(mapping));

    @Test
    void finds_nothing_wrong_with_a_sheet_that_fits() {
        assertThat(MappingCheck.check(mapping, columns, List.of())).isEmpty();
    }

    @Test
    void calls_a_missing_column_by_the_title_that_it_had() {
        List<SheetColumn> before = List.copyOf(columns);
        columns.removeIf(column -> column.id().equals(Sheets.id(ColumnPart.HOURS)));

        List<MappingFault> faults = MappingCheck.check(mapping, columns, before);

        assertThat(faults)
                .containsExactly(new MappingFault.ColumnMissing(ColumnPart.HOURS, "\"Hours\""));
        assertThat(faults.getFirst().detail())
                .isEqualTo("Column \"Hours\", mapped to HOURS, is no longer in the sheet.");
        assertThat(faults.getFirst().remedy()).startsWith("Restore column \"Hours\"");
    }

    @Test
    void does_not_mind_a_column_that_was_renamed() {
        columns.replaceAll(column ->
                column.id().equals(Sheets.id(ColumnPart.HOURS))
                        ? new SheetColumn(
                                column.id(),
                                4,
                                "Time",
                                "TEXT_NUMBER",
                                false,
                                List.of(),
                                null,
                                null,
                                false)
                        : column);

        assertThat(MappingCheck.check(mapping, columns, List.of())).isEmpty();
    }

    @Test
    void finds_a_column_of_the_wrong_type() {
        columns.replaceAll(column ->
                column.id().equals(Sheets.id(ColumnPart.WORK_DATE))
                        ? Sheets.column(ColumnPart.WORK_DATE, "TEXT_NUMBER")
                        : column);

        assertThat(MappingCheck.check(mapping, columns, List.of()))
                .containsExactly(
                        new MappingFault.WrongType(
                                ColumnPart.WORK_DATE, "\"Work date\"", "TEXT_NUMBER", "date"));
    }

    @Test
    void finds_a_column_that_plays_two_parts() {
        Map<ColumnPart, ColumnId> parts = new EnumMap<>(mapping.columns());
        parts.put(ColumnPart.COST, Sheets.id(ColumnPart.HOURS));

        assertThat(MappingCheck.check(withColumns(parts), columns, List.of()))
                .containsExactly(
                        new MappingFault.UsedTwice(
                                "\"Hours\"", List.of(ColumnPart.HOURS, ColumnPart.COST)));
    }

    @Test
    void misses_a_part_that_a_billing_sheet_cannot_do_without() {
        Map<ColumnPart, ColumnId> parts = new EnumMap<>(mapping.columns());
        parts.remove(ColumnPart.STATUS);

        assertThat(MappingCheck.check(withColumns(parts), columns, List.of()))
                .containsExactly(new MappingFault.PartUnmapped(ColumnPart.STATUS));
    }

    private SheetMapping withColumns(Map<ColumnPart, ColumnId> parts) {
        return new SheetMapping(
                2,
                mapping.sheetId(),
                mapping.name(),
                SheetRole.BILLING,
                mapping.realm(),
                mapping.triggers(),
                null,
                mapping.currency(),
                parts);
    }
}

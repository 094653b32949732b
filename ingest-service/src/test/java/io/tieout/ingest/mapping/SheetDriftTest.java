package io.tieout.ingest.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.connectors.smartsheet.SheetColumn;
import io.tieout.connectors.smartsheet.SheetRow;
import io.tieout.model.id.ColumnId;
import io.tieout.model.smartsheet.ColumnPart;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SheetDriftTest {
    private static final int ROWS = 12;

    private final SheetMapping mapping = Sheets.billing();
    private final List<SheetColumn> known = Sheets.columns(mapping);
    private final List<SheetColumn> columns = new ArrayList<>(known);
    private final Map<ColumnPart, ColumnPart> moved = new HashMap<>();

    @Test
    void finds_nothing_in_a_sheet_that_is_as_it_was() {
        assertThat(drift().faults()).isEmpty();
        assertThat(drift().remap()).isEmpty();
    }

    @Test
    void proposes_the_same_column_under_its_new_title() {
        change(ColumnPart.HOURS, "Time spent", "TEXT_NUMBER");

        SheetDrift drift = drift();

        assertThat(drift.faults())
                .containsExactly(
                        new MappingFault.Renamed(ColumnPart.HOURS, "\"Hours\"", "\"Time spent\""));
        assertThat(proposed(drift))
                .containsExactly(Map.entry(ColumnPart.HOURS, Sheets.id(ColumnPart.HOURS)));
        assertThat(drift.remap().orElseThrow().reasons().getFirst())
                .contains("\"Time spent\" (the same column)", "100% alike");
    }

    @Test
    void proposes_the_same_column_with_its_new_type() {
        change(ColumnPart.CUSTOMER, "Customer", "PICKLIST");

        SheetDrift drift = drift();

        assertThat(drift.faults())
                .containsExactly(
                        new MappingFault.Retyped(
                                ColumnPart.CUSTOMER, "\"Customer\"", "TEXT_NUMBER", "PICKLIST"));
        assertThat(proposed(drift)).containsKey(ColumnPart.CUSTOMER);
    }

    @Test
    void proposes_nothing_for_a_type_that_cannot_hold_such_values() {
        change(ColumnPart.WORK_DATE, "Work date", "CHECKBOX");

        assertThat(drift().faults()).hasOnlyElementsOfType(MappingFault.WrongType.class);
        assertThat(drift().remap()).isEmpty();
    }

    @Test
    void knows_a_removed_column_again_by_name_and_values() {
        columns.removeIf(column -> column.id().equals(Sheets.id(ColumnPart.HOURS)));
        columns.add(column("9001", "Hours worked", "TEXT_NUMBER"));
        columns.add(column("9002", "Room", "TEXT_NUMBER"));

        SheetDrift drift = drift(Map.of("9001", ColumnPart.HOURS, "9002", ColumnPart.CUSTOMER));

        assertThat(drift.faults()).hasOnlyElementsOfType(MappingFault.ColumnMissing.class);
        assertThat(proposed(drift))
                .containsExactly(Map.entry(ColumnPart.HOURS, new ColumnId("9001")));
    }

    @Test
    void takes_no_column_for_a_removed_one_that_is_nothing_like_it() {
        columns.removeIf(column -> column.id().equals(Sheets.id(ColumnPart.HOURS)));
        columns.add(column("9002", "Room", "TEXT_NUMBER"));

        assertThat(drift(Map.of("9002", ColumnPart.CUSTOMER)).remap()).isEmpty();
    }

    @Test
    void sees_that_two_columns_changed_titles_but_kept_their_values() {
        change(ColumnPart.HOURS, "Cost", "TEXT_NUMBER");
        change(ColumnPart.COST, "Hours", "TEXT_NUMBER");

        SheetDrift drift = drift();

        assertThat(drift.faults())
                .containsExactly(
                        new MappingFault.Swapped(
                                ColumnPart.HOURS, "\"Hours\"", ColumnPart.COST, "\"Cost\"", false));
        assertThat(proposed(drift))
                .containsEntry(ColumnPart.HOURS, Sheets.id(ColumnPart.HOURS))
                .containsEntry(ColumnPart.COST, Sheets.id(ColumnPart.COST));
    }

    @Test
    void follows_two_columns_that_changed_titles_and_values() {
        change(ColumnPart.HOURS, "Cost", "TEXT_NUMBER");
        change(ColumnPart.COST, "Hours", "TEXT_NUMBER");
        swapValues();

        assertThat(proposed(drift()))
                .containsEntry(ColumnPart.HOURS, Sheets.id(ColumnPart.COST))
                .containsEntry(ColumnPart.COST, Sheets.id(ColumnPart.HOURS));
    }

    @Test
    void sees_by_the_values_alone_that_two_columns_changed_places() {
        swapValues();

        SheetDrift drift = drift();

        assertThat(drift.faults())
                .containsExactly(
                        new MappingFault.Swapped(
                                ColumnPart.HOURS, "\"Hours\"", ColumnPart.COST, "\"Cost\"", true));
        assertThat(proposed(drift))
                .containsEntry(ColumnPart.HOURS, Sheets.id(ColumnPart.COST))
                .containsEntry(ColumnPart.COST, Sheets.id(ColumnPart.HOURS));
    }

    @Test
    void names_the_same_proposal_the_same_and_another_otherwise() {
        change(ColumnPart.HOURS, "Time", "TEXT_NUMBER");
        String first = drift().remap().orElseThrow().name();
        assertThat(drift().remap().orElseThrow().name()).isEqualTo(first);

        change(ColumnPart.HOURS, "Times", "TEXT_NUMBER");

        assertThat(drift().remap().orElseThrow().name()).isNotEqualTo(first);
    }

    private static Map<ColumnPart, ColumnId> proposed(SheetDrift drift) {
        return drift.remap().orElseThrow().columns();
    }

    private SheetDrift drift() {
        return drift(Map.of());
    }

    /// @param copies columns that hold what a part held
    private SheetDrift drift(Map<String, ColumnPart> copies) {
        return SheetDrift.of(mapping, columns, rows(copies), known, ColumnProfile.of(rowsBefore()));
    }

    private void swapValues() {
        moved.put(ColumnPart.HOURS, ColumnPart.COST);
        moved.put(ColumnPart.COST, ColumnPart.HOURS);
    }

    private void change(ColumnPart part, String title, String type) {
        columns.replaceAll(column ->
                column.id().equals(Sheets.id(part))
                        ? column(column.id().value(), title, type)
                        : column);
    }

    private static SheetColumn column(String id, String title, String type) {
        return new SheetColumn(
                new ColumnId(id), 0, title, type, false, List.of(), null, null, false);
    }

    private static List<SheetRow> rowsBefore() {
        List<SheetRow> rows = new ArrayList<>();
        for (int number = 0; number < ROWS; number++) {
            rows.add(Sheets.row(cells(number)));
        }
        return rows;
    }

    private List<SheetRow> rows(Map<String, ColumnPart> copies) {
        List<SheetRow> rows = new ArrayList<>();
        for (int number = 0; number < ROWS; number++) {
            Map<ColumnPart, Object> before = cells(number);
            Map<ColumnPart, Object> now = new HashMap<>();
            before.forEach(
                    (part, value) -> now.put(part, before.get(moved.getOrDefault(part, part))));
            rows.add(Sheets.rowWith(now, copies, before));
        }
        return rows;
    }

    private static Map<ColumnPart, Object> cells(int number) {
        return Map.of(
                ColumnPart.STATUS,
                number % 3 == 0 ? "Ready to Bill" : "In Progress",
                ColumnPart.CUSTOMER,
                "Customer " + number % 5,
                ColumnPart.WORK_DATE,
                "2026-11-%02d".formatted(1 + number),
                ColumnPart.HOURS,
                1 + number % 8,
                ColumnPart.COST,
                400 + 37 * number,
                ColumnPart.BILLABLE,
                true,
                ColumnPart.PROJECT_MANAGER,
                "pm@harbor.example");
    }
}

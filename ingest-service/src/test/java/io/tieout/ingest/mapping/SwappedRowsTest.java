package io.tieout.ingest.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.connectors.smartsheet.SheetColumn;
import io.tieout.connectors.smartsheet.SheetRow;
import io.tieout.model.id.ColumnId;
import io.tieout.model.smartsheet.ColumnPart;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SwappedRowsTest {
    private static final int ROWS = 12;
    private static final Instant READ_AT = Instant.parse("2026-11-20T11:00:00Z");

    private final SheetMapping mapping = Sheets.billing();
    private final List<SheetColumn> columns = Sheets.columns(mapping);

    @Test
    void are_not_seen_in_rows_as_they_always_were() {
        assertThat(faults(rows(ROWS), false)).isEmpty();
    }

    @Test
    void stop_a_sheet_when_numbers_of_two_sizes_change_places() {
        assertThat(faults(swapped(3, ColumnPart.HOURS, ColumnPart.COST), false))
                .containsExactly(
                        new MappingFault.Swapped(
                                ColumnPart.HOURS, "\"Hours\"", ColumnPart.COST, "\"Cost\"", true));
    }

    @Test
    void stop_a_sheet_when_words_that_are_known_there_change_places() {
        assertThat(faults(swapped(3, ColumnPart.STATUS, ColumnPart.CUSTOMER), false))
                .containsExactly(
                        new MappingFault.Swapped(
                                ColumnPart.STATUS,
                                "\"Status\"",
                                ColumnPart.CUSTOMER,
                                "\"Customer\"",
                                true));
    }

    @Test
    void stop_a_sheet_when_values_of_two_kinds_change_places() {
        assertThat(faults(swapped(3, ColumnPart.WORK_DATE, ColumnPart.HOURS), false))
                .containsExactly(
                        new MappingFault.Swapped(
                                ColumnPart.WORK_DATE,
                                "\"Work date\"",
                                ColumnPart.HOURS,
                                "\"Hours\"",
                                true));
    }

    @Test
    void of_which_there_are_one_or_two_are_slips() {
        assertThat(faults(swapped(2, ColumnPart.HOURS, ColumnPart.COST), false)).isEmpty();
    }

    @Test
    void that_are_few_among_many_changed_ones_are_slips() {
        List<SheetRow> many = new ArrayList<>(swapped(3, ColumnPart.HOURS, ColumnPart.COST));
        many.addAll(rows(13));

        assertThat(faults(many, false)).isEmpty();
    }

    @Test
    void keep_a_stopped_sheet_stopped_until_they_are_put_back() {
        List<SheetRow> many = new ArrayList<>(swapped(3, ColumnPart.HOURS, ColumnPart.COST));
        many.addAll(rows(13));

        assertThat(faults(many, true)).hasSize(1);
        assertThat(faults(rows(16), true)).isEmpty();
    }

    @Test
    void with_new_values_are_new_work() {
        assertThat(faults(swap(unusual(), ColumnPart.STATUS, ColumnPart.CUSTOMER), false))
                .isEmpty();
    }

    @Test
    void of_columns_that_were_hardly_filled_tell_nothing() {
        Map<ColumnId, ColumnProfile> few = ColumnProfile.of(rows(4));

        assertThat(
                        SwappedRows.in(
                                mapping,
                                columns,
                                swapped(4, ColumnPart.HOURS, ColumnPart.COST),
                                few,
                                false))
                .isEmpty();
    }

    @Test
    void that_change_one_by_one_stop_a_sheet_though_it_is_read_whole_after_each() {
        List<SheetRow> sheet = new ArrayList<>(rows(ROWS));
        Map<ColumnId, ColumnProfile> profiles = ColumnProfile.of(sheet);
        List<Integer> faults = new ArrayList<>();
        Instant readAt = READ_AT;
        for (int number = 0; number < 4; number++) {
            Instant changedAt = readAt.plusSeconds(600);
            sheet.set(
                    number,
                    Sheets.changedAt(
                            changedAt,
                            swapped(number + 1, ColumnPart.STATUS, ColumnPart.CUSTOMER)
                                    .get(number)));
            List<SheetRow> changed =
                    SwappedRows.changed(
                            mapping, sheet, profiles, readAt, changedAt.plusSeconds(30));
            faults.add(SwappedRows.in(mapping, columns, changed, profiles, false).size());
            profiles = SwappedRows.profiles(mapping, sheet, profiles);
            readAt = changedAt.plusSeconds(30);
        }

        assertThat(faults).containsExactly(0, 0, 1, 1);
    }

    @Test
    void of_days_ago_are_slips_that_nobody_minds() {
        List<SheetRow> sheet = new ArrayList<>(rows(ROWS));
        sheet.addAll(swapped(3, ColumnPart.STATUS, ColumnPart.CUSTOMER));

        assertThat(
                        SwappedRows.changed(
                                mapping,
                                sheet,
                                ColumnProfile.of(rows(ROWS)),
                                READ_AT.plus(Duration.ofDays(2)),
                                READ_AT.plus(Duration.ofDays(2))))
                .isEmpty();
    }

    @Test
    void count_when_they_were_changed_in_the_second_of_the_reading_before() {
        Instant profiledAt = READ_AT.plusMillis(700);
        SheetRow row =
                Sheets.changedAt(
                        READ_AT, swapped(1, ColumnPart.STATUS, ColumnPart.CUSTOMER).getFirst());

        assertThat(
                        SwappedRows.changed(
                                mapping,
                                List.of(row),
                                ColumnProfile.of(rows(ROWS)),
                                profiledAt,
                                profiledAt))
                .containsExactly(row);
    }

    /// Customers that nobody has heard of.
    private static List<Map<ColumnPart, Object>> unusual() {
        List<Map<ColumnPart, Object>> rows = new ArrayList<>();
        for (int number = 0; number < 5; number++) {
            Map<ColumnPart, Object> cells = cells(number);
            cells.put(ColumnPart.CUSTOMER, "Newcomer " + number);
            rows.add(cells);
        }
        return rows;
    }

    private List<MappingFault> faults(List<SheetRow> rows, boolean stopped) {
        return SwappedRows.in(mapping, columns, rows, ColumnProfile.of(rows(ROWS)), stopped);
    }

    private static List<SheetRow> rows(int count) {
        List<SheetRow> rows = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            rows.add(Sheets.row(cells(number)));
        }
        return rows;
    }

    private static List<SheetRow> swapped(int count, ColumnPart one, ColumnPart other) {
        List<Map<ColumnPart, Object>> all = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            all.add(cells(number));
        }
        return swap(all, one, other);
    }

    private static List<SheetRow> swap(
            List<Map<ColumnPart, Object>> all, ColumnPart one, ColumnPart other) {
        return all.stream()
                .map(cells -> {
                    Map<ColumnPart, Object> swapped = new HashMap<>(cells);
                    swapped.put(one, cells.get(other));
                    swapped.put(other, cells.get(one));
                    return Sheets.row(swapped);
                })
                .toList();
    }

    private static Map<ColumnPart, Object> cells(int number) {
        return new HashMap<>(
                Map.of(
                        ColumnPart.STATUS,
                        number % 3 == 0 ? "Ready to Bill" : "In Progress",
                        ColumnPart.CUSTOMER,
                        "Customer " + number % 5,
                        ColumnPart.WORK_DATE,
                        "2026-11-%02d".formatted(1 + number),
                        ColumnPart.HOURS,
                        1 + number % 8,
                        ColumnPart.COST,
                        400 + 37 * number));
    }
}

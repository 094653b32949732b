package io.tieout.connectors.smartsheet;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.model.id.RowId;
import io.tieout.model.id.SheetId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SheetReaderTest {
    private static final SheetId SHEET = new SheetId("41");

    private final List<SheetReader.Part> asked = new ArrayList<>();
    private int rowsInSheet = 5;
    private List<Long> versions = List.of(7L);

    @Test
    void named_rows_are_read_in_one_call_per_200() {
        List<RowId> ids = IntStream.range(1, 451).mapToObj(i -> new RowId("" + i)).toList();

        SheetSnapshot sheet = reader(200, 1000).read(SheetRequest.rows(SHEET, ids), null).get();

        assertThat(asked).hasSize(3);
        assertThat(asked.getLast().rowIds().split(",")).hasSize(50);
        assertThat(sheet.rows()).hasSize(450);
    }

    @Test
    void the_lowest_version_counts() {
        versions = List.of(9L, 8L);
        List<RowId> ids = List.of(new RowId("1"), new RowId("2"));

        SheetSnapshot sheet = reader(1, 1000).read(SheetRequest.rows(SHEET, ids), null).get();

        assertThat(sheet.version()).isEqualTo(8);
    }

    @Test
    void a_whole_sheet_is_paged() {
        SheetSnapshot sheet = reader(200, 2).read(SheetRequest.whole(SHEET), null).get();

        assertThat(asked).extracting(SheetReader.Part::page).containsExactly(1, 2, 3);
        assertThat(sheet.rows()).hasSize(5);
        assertThat(sheet.consistent()).isTrue();
    }

    @Test
    void a_sheet_that_changes_between_pages_is_read_again() {
        versions = List.of(7L, 8L, 8L, 8L, 8L, 8L);

        SheetSnapshot sheet = reader(200, 2).read(SheetRequest.whole(SHEET), null).get();

        assertThat(asked).hasSize(6);
        assertThat(sheet.version()).isEqualTo(8);
        assertThat(sheet.consistent()).isTrue();
    }

    @Test
    void a_sheet_that_never_rests_says_so() {
        versions = IntStream.range(1, 20).mapToObj(i -> (long) i).toList();

        SheetSnapshot sheet = reader(200, 2).read(SheetRequest.whole(SHEET), null).get();

        assertThat(asked).hasSize(9);
        assertThat(sheet.consistent()).isFalse();
    }

    @Test
    void nothing_newer_costs_one_call() {
        Optional<SheetSnapshot> sheet = reader(200, 2).read(SheetRequest.whole(SHEET), 7L);

        assertThat(sheet).isEmpty();
        assertThat(asked).hasSize(1);
    }

    @Test
    void an_empty_sheet_costs_one_call() {
        rowsInSheet = 0;

        assertThat(reader(200, 2).read(SheetRequest.whole(SHEET), null).get().rows()).isEmpty();
        assertThat(asked).hasSize(1);
    }

    private SheetReader reader(int rowsPerRead, int pageSize) {
        return new SheetReader(this::answer, rowsPerRead, pageSize);
    }

    private Optional<SheetSnapshot> answer(SheetReader.Part part) {
        long version = versions.get(Math.min(asked.size(), versions.size() - 1));
        asked.add(part);
        if (part.ifVersionAfter() != null && part.ifVersionAfter() >= version) {
            return Optional.empty();
        }
        List<SheetRow> rows =
                part.rowIds() == null
                        ? page(part.page(), part.pageSize())
                        : List.of(part.rowIds().split(",")).stream()
                                .map(id -> row(Integer.parseInt(id)))
                                .toList();
        return Optional.of(
                new SheetSnapshot(SHEET, "Billing", version, rowsInSheet, true, List.of(), rows));
    }

    private List<SheetRow> page(int page, int size) {
        return IntStream.rangeClosed((page - 1) * size + 1, Math.min(page * size, rowsInSheet))
                .mapToObj(SheetReaderTest::row)
                .toList();
    }

    private static SheetRow row(int number) {
        Instant at = Instant.parse("2026-11-22T10:00:00Z");
        return new SheetRow(new RowId("" + number), number, null, at, at, null, List.of());
    }
}

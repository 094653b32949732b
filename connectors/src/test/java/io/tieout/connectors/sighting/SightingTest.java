package io.tieout.connectors.sighting;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.connectors.TestClock;
import io.tieout.connectors.TestDatabase;
import io.tieout.model.id.RowId;
import io.tieout.model.id.RowRef;
import io.tieout.model.id.SheetId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SightingTest {
    private static final Instant NOW = Instant.parse("2026-11-22T15:00:00Z");
    private static final AtomicLong SHEETS = new AtomicLong(4_100_000_000_000_001L);
    private static final RowId ROW = new RowId("6100000000000001");

    private final SheetId sheet = new SheetId(String.valueOf(SHEETS.incrementAndGet()));
    private final RowRef row = new RowRef(sheet, ROW);
    private final KnownRows ingest = new KnownRows(TestDatabase.as(TestDatabase.INGEST));
    private final KnownRows writeback = new KnownRows(TestDatabase.as(TestDatabase.WRITEBACK));
    private final OwnVersions versions =
            new OwnVersions(TestDatabase.as(TestDatabase.WRITEBACK), new TestClock(NOW));

    @Test
    void a_row_that_was_read_and_not_touched_is_known() {
        ingest.read(sheet, List.of(ROW), List.of(ROW), 7);
        ingest.confirmed(sheet, NOW);

        assertThat(writeback.untouched(Map.of(row, 7L), NOW.minusSeconds(60))).containsExactly(row);
    }

    @Test
    void a_row_at_another_version_is_not() {
        ingest.read(sheet, List.of(ROW), List.of(ROW), 8);
        ingest.confirmed(sheet, NOW);

        assertThat(writeback.untouched(Map.of(row, 7L), NOW.minusSeconds(60))).isEmpty();
    }

    @Test
    void a_row_that_somebody_touched_is_not_known_until_it_is_read() {
        ingest.read(sheet, List.of(ROW), List.of(ROW), 7);
        ingest.confirmed(sheet, NOW);

        ingest.touched(sheet, List.of(ROW));
        assertThat(writeback.untouched(Map.of(row, 7L), NOW.minusSeconds(60))).isEmpty();

        ingest.read(sheet, List.of(ROW), List.of(), 9);
        assertThat(writeback.untouched(Map.of(row, 7L), NOW.minusSeconds(60))).containsExactly(row);
    }

    @Test
    void knowledge_that_nobody_confirmed_of_late_does_not_count() {
        ingest.read(sheet, List.of(ROW), List.of(ROW), 7);
        ingest.confirmed(sheet, NOW.minusSeconds(61));

        assertThat(writeback.untouched(Map.of(row, 7L), NOW.minusSeconds(60))).isEmpty();
    }

    @Test
    void nothing_is_known_of_a_sheet_whose_columns_changed() {
        ingest.read(sheet, List.of(ROW), List.of(ROW), 7);
        ingest.confirmed(sheet, NOW);

        ingest.forget(sheet);

        assertThat(writeback.untouched(Map.of(row, 7L), NOW.minusSeconds(60))).isEmpty();
    }

    @Test
    void versions_that_we_made_explain_themselves() {
        versions.wrote(sheet, 8);
        versions.wrote(sheet, 9);

        assertThat(versions.explain(sheet, 7, 9)).isTrue();
        assertThat(versions.explain(sheet, 9, 9)).isTrue();
    }

    @Test
    void a_version_in_between_is_somebody_elses() {
        versions.wrote(sheet, 8);
        versions.wrote(sheet, 10);

        assertThat(versions.explain(sheet, 7, 10)).isFalse();
        assertThat(versions.explain(sheet, -1, 8)).isFalse();
    }

    @Test
    void ingest_knows_what_writeback_said() {
        OwnComments said = new OwnComments(TestDatabase.as(TestDatabase.WRITEBACK));
        said.wrote(sheet, "31");
        said.wrote(sheet, "31");
        said.wrote(new SheetId("1"), "32");

        assertThat(new OwnComments(TestDatabase.as(TestDatabase.INGEST)).in(sheet))
                .containsExactly("31");
    }
}

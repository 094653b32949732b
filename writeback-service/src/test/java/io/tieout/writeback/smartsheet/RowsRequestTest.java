package io.tieout.writeback.smartsheet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.tieout.connectors.smartsheet.SheetCell;
import io.tieout.connectors.smartsheet.SheetRow;
import io.tieout.model.effect.CellWrite;
import io.tieout.model.effect.UpdateRows;
import io.tieout.model.id.ColumnId;
import io.tieout.model.id.CorrelationId;
import io.tieout.model.id.EffectId;
import io.tieout.model.id.EventId;
import io.tieout.model.id.RowId;
import io.tieout.model.smartsheet.ColumnPart;
import io.tieout.writeback.Releases;
import io.tieout.writeback.effect.ReleasedEffect;
import io.tieout.writeback.intent.Call;
import io.tieout.writeback.intent.IntentItem;
import io.tieout.writeback.intent.Parts;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RowsRequestTest {
    @Test
    void writes_each_kind_of_content_as_smartsheet_wants_it() {
        UpdateRows update =
                new UpdateRows(
                        new EffectId("e3"),
                        List.of(),
                        Releases.SHEET,
                        List.of(
                                new UpdateRows.RowUpdate(
                                        new RowId("41"),
                                        List.of(
                                                cell("1", new CellWrite.Text("Posted")),
                                                cell(
                                                        "2",
                                                        new CellWrite.Figure(
                                                                new BigDecimal("1224.80"))),
                                                cell(
                                                        "3",
                                                        new CellWrite.Day(
                                                                LocalDate.parse("2026-11-20"))),
                                                cell("4", new CellWrite.Cleared())))));
        assertThat(RowsRequest.of(pending(released(1, update)), 500).request())
                .isEqualTo(
                        """
                        [{"id":41,"cells":[{"columnId":1,"value":"Posted"},{"columnId":2,"value":1224.80},\
                        {"columnId":3,"value":"2026-11-20"},{"columnId":4,"value":""}]}]\
                        """);
    }

    @Test
    void never_puts_two_effects_into_one_row_of_a_request() {
        Call call =
                RowsRequest.of(
                        pending(
                                released(1, Releases.update("e1", "a", "41", "42")),
                                released(2, Releases.update("e1", "b", "42", "43"))),
                        500);
        assertThat(call.items())
                .extracting(IntentItem::effect, IntentItem::part)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1L, "41"),
                        org.assertj.core.groups.Tuple.tuple(1L, "42"),
                        org.assertj.core.groups.Tuple.tuple(2L, "43"));
    }

    @Test
    void stops_at_the_vendors_limit() {
        Call call =
                RowsRequest.of(pending(released(1, Releases.update("e1", "a", "1", "2", "3"))), 2);
        assertThat(call.items()).hasSize(2);
    }

    @Test
    void a_cell_shows_what_was_written_whatever_its_form() {
        assertThat(CellText.same("1224.80", "1224.8")).isTrue();
        assertThat(CellText.same("false", "")).isTrue();
        assertThat(CellText.same(" Posted", "Posted ")).isTrue();
        assertThat(CellText.same("7.5", "8")).isFalse();
        assertThat(CellText.same("0", "")).isFalse();
    }

    @Test
    void an_answer_that_a_person_gave_since_does_not_hide_that_the_row_was_written() {
        UpdateRows.RowUpdate wanted =
                new UpdateRows.RowUpdate(
                        new RowId("41"),
                        List.of(
                                cell("1", new CellWrite.Text("TD-000042 r2")),
                                cell("2", new CellWrite.Cleared())));
        assertThat(RowsWire.shows(shown("TD-000042 r2", "Approved"), wanted)).isTrue();
        assertThat(RowsWire.shows(shown("TD-000042 r1", "Approved"), wanted)).isFalse();
    }

    private static SheetRow shown(String first, String second) {
        Instant at = Instant.parse("2026-11-22T10:00:00Z");
        return new SheetRow(
                new RowId("41"),
                1,
                null,
                at,
                at,
                null,
                List.of(shownCell("1", first), shownCell("2", second)));
    }

    private static SheetCell shownCell(String column, String text) {
        return new SheetCell(
                new ColumnId(column), TextNode.valueOf(text), NullNode.getInstance(), null, null);
    }

    private static CellWrite cell(String column, CellWrite.Content content) {
        return new CellWrite(ColumnPart.NOTES, new ColumnId(column), content);
    }

    private static ReleasedEffect released(long number, UpdateRows update) {
        return new ReleasedEffect(
                number,
                Releases.release(Releases.proposal(), update),
                new EventId(new UUID(1, number)),
                new CorrelationId("c"),
                Instant.EPOCH,
                false);
    }

    private static List<PendingRow> pending(ReleasedEffect... effects) {
        return Arrays.stream(effects)
                .flatMap(effect ->
                        Parts.rows((UpdateRows) effect.effect()).entrySet().stream()
                                .map(part ->
                                        new PendingRow(effect, part.getKey(), part.getValue())))
                .toList();
    }
}

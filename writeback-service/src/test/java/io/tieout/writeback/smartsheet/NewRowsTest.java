package io.tieout.writeback.smartsheet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.tieout.connectors.smartsheet.SheetCell;
import io.tieout.connectors.smartsheet.SheetRow;
import io.tieout.model.effect.AddRows;
import io.tieout.model.effect.EffectResult.AddedRow;
import io.tieout.model.id.RowId;
import io.tieout.writeback.Releases;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class NewRowsTest {
    private static final AddRows ADDING = Releases.adding("task-1", "task-2");

    @Test
    void finds_rows_by_their_external_id_and_takes_the_first_of_two() {
        assertThat(NewRowsWire.find(ADDING, List.of(row("7", "task-2"), row("8", "task-2"))))
                .containsExactly(new AddedRow("task-2", new RowId("7")));
    }

    @Test
    void takes_no_row_for_one_of_its_own_that_bears_no_such_id() {
        assertThat(NewRowsWire.find(ADDING, List.of(row("7", ""), row("8", "task-12")))).isEmpty();
    }

    private static SheetRow row(String id, String externalId) {
        Instant at = Instant.parse("2026-11-22T10:00:00Z");
        return new SheetRow(
                new RowId(id),
                1,
                null,
                at,
                at,
                null,
                List.of(
                        new SheetCell(
                                Releases.STATUS,
                                TextNode.valueOf(externalId),
                                NullNode.getInstance(),
                                null,
                                null)));
    }
}

package io.tieout.twin.state;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.twin.json.Json;
import io.tieout.twin.quickbooks.rules.Realm;
import io.tieout.twin.smartsheet.sheet.Author;
import io.tieout.twin.smartsheet.sheet.Column;
import io.tieout.twin.smartsheet.sheet.Ids;
import io.tieout.twin.smartsheet.sheet.Person;
import io.tieout.twin.smartsheet.sheet.Sheet;
import io.tieout.twin.smartsheet.sheet.SheetEdit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SnapshotTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void books_come_back_with_figures_requests_and_tombstones() throws Exception {
        // Given
        var realm = new Realm("1");
        realm.put("Invoice", (ObjectNode) Json.parse("{\"Id\":\"7\",\"TotalAmt\":10.10}"));
        realm.remember("r-1", Json.parse("{\"Invoice\":{\"TotalAmt\":10.10}}"));
        realm.remove("Bill", "9", NOW);

        // When
        var back = Json.state(bytes(realm), Realm.class);

        // Then
        assertThat(back.find("Invoice", "7").path("TotalAmt").asText()).isEqualTo("10.10");
        assertThat(back.remembered("r-1").path("Invoice").path("TotalAmt").asText())
                .isEqualTo("10.10");
        assertThat(back.tombstones()).isEqualTo(realm.tombstones());
    }

    @Test
    void a_sheet_that_came_back_sees_no_change_in_the_same_values() throws Exception {
        // Given
        var sheet = new Sheet(4, "Costs", "a@b.example", NOW);
        sheet.columns().add(Column.of(1, "Amount", Column.Type.TEXT_NUMBER, List.of()));
        var row = Json.parse("{\"cells\":[{\"columnId\":1,\"value\":486.20}]}");
        edit(sheet).load(11, row);

        // When
        var back = Json.state(bytes(sheet), Sheet.class);

        // Then
        var again = edit(back);
        again.rows(List.of(((ObjectNode) row.deepCopy()).put("id", 11)), false, false);
        assertThat(again.events()).isEmpty();
        assertThat(back.version()).isEqualTo(2);
    }

    private static SheetEdit edit(Sheet sheet) {
        var person = new Person(1, "a@b.example", "A", false, "ACTIVE", null);
        return new SheetEdit(sheet, new Author(person, NOW, null, false), new Ids(), Map.of());
    }

    private static byte[] bytes(Object value) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var writer = Json.stateWriter(out)) {
            writer.writeObject(value);
        }
        return out.toByteArray();
    }
}

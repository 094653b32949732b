package io.tieout.twin.smartsheet.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.tieout.twin.json.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SheetEditTest {
    private static final Instant THEN = Instant.parse("2026-11-01T10:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Person PAULA =
            new Person(1, "pm@harbor.example", "Paula", false, "ACTIVE", null);
    private static final Person BOT =
            new Person(7, "tieout@harbor.example", "Bot", false, "ACTIVE", "t");

    private final Sheet sheet = new Sheet(4, "Billing", "owner@harbor.example", THEN);
    private final Ids ids = new Ids();

    @BeforeEach
    void columns() {
        sheet.columns().add(Column.of(1, "Task", Column.Type.TEXT_NUMBER, List.of()));
        sheet.columns()
                .add(Column.of(2, "Status", Column.Type.PICKLIST, List.of("Ready", "Billed")));
        sheet.columns().add(Column.of(3, "Date", Column.Type.DATE, List.of()));
        sheet.columns().add(Column.of(4, "Billable", Column.Type.CHECKBOX, List.of()));
        sheet.columns().add(Column.of(5, "Manager", Column.Type.CONTACT_LIST, List.of()));
        sheet.columns()
                .add(
                        new Column(
                                6,
                                "Changed",
                                Column.Type.DATETIME,
                                false,
                                List.of(),
                                "MODIFIED_DATE",
                                null,
                                false,
                                false,
                                100));
        sheet.columns()
                .add(
                        new Column(
                                7,
                                "Sum",
                                Column.Type.TEXT_NUMBER,
                                false,
                                List.of(),
                                null,
                                "=1",
                                false,
                                false,
                                100));
        sheet.columns()
                .add(Column.of(8, "Class", Column.Type.MULTI_PICKLIST, List.of("Marine", "Site")));
        edit(PAULA, THEN, true)
                .load(
                        11,
                        json(
                                "{'cells':[{'columnId':1,'value':'Survey'},{'columnId':2,'value':'Ready'}]}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1036|{'id':11,'cells':[{'columnId':99,'value':1}]}",
                "1037|{'id':11,'cells':[{'columnId':1,'value':1},{'columnId':1,'value':2}]}",
                "1042|{'id':11,'cells':[{'columnId':2,'value':'Other'}]}",
                "1042|{'id':11,'cells':[{'columnId':3,'value':'22.11.2026'}]}",
                "1042|{'id':11,'cells':[{'columnId':4,'value':'yes'}]}",
                "1042|{'id':11,'cells':[{'columnId':5,'value':'Paula'}]}",
                "1046|{'id':11,'cells':[{'columnId':6,'value':'x'}]}",
                "1302|{'id':11,'cells':[{'columnId':7,'value':2}]}",
                "1148|{'id':11,'cells':[{'columnId':1,'value':90071992547409930}]}",
                "1032|{'id':11,'cells':[{'columnId':1,'displayValue':'x'}]}",
                "1008|{'id':11,'cellz':[]}",
                "1012|{'cells':[]}",
                "1006|{'id':12,'cells':[]}"
            })
    void refuses_with_the_vendors_code_and_names_the_row(int code, String row) {
        var before = sheet.version();
        assertThatThrownBy(() -> update(json(row)))
                .isInstanceOfSatisfying(
                        SmartsheetFault.class,
                        fault -> {
                            assertThat(fault.code()).isEqualTo(code);
                            assertThat(fault.body().path("detail").path("index").asInt(-1))
                                    .isZero();
                        });
        assertThat(sheet.version()).isEqualTo(before);
    }

    @Test
    void a_person_at_the_screen_may_write_free_text() {
        edit(PAULA, NOW, true)
                .rows(
                        List.of(
                                json(
                                        "{'id':11,'cells':[{'columnId':2,'value':'Whatever'},{'columnId':1,'value':'12.50'}]}")),
                        false,
                        false);
        assertThat(cell(2)).isEqualTo("Whatever");
        assertThat(cell(1)).isEqualTo("12.5");
    }

    @Test
    void remembers_who_changed_a_cell_and_raises_the_version_and_one_event() {
        // Given
        var edit = edit(BOT, NOW, false);

        // When
        edit.rows(
                List.of(
                        json(
                                "{'id':11,'cells':[{'columnId':2,'value':'Billed'},{'columnId':1,'value':'Survey'}]}")),
                false,
                false);

        // Then
        assertThat(sheet.version()).isEqualTo(2);
        assertThat(edit.events())
                .singleElement()
                .satisfies(event -> assertThat(event.columnId()).isEqualTo(2));
        var history = view().history(sheet.row(11), sheet.column(2));
        assertThat(history.get(0).path("modifiedBy").path("email").asText())
                .isEqualTo("tieout@harbor.example");
        assertThat(history.get(1).path("value").asText()).isEqualTo("Ready");
    }

    @Test
    void takes_what_works_only_when_asked_to() {
        // Given
        var good = json("{'id':11,'cells':[{'columnId':1,'value':'New'}]}");
        var bad = json("{'id':11,'cells':[{'columnId':99,'value':'New'}]}");

        // Then
        assertThatThrownBy(() -> edit(BOT, NOW, false).rows(List.of(good, bad), false, false))
                .isInstanceOf(SmartsheetFault.class);
        assertThat(cell(1)).isEqualTo("Survey");
        var bulk = edit(BOT, NOW, false).rows(List.of(good, bad), false, true);
        assertThat(bulk.rows()).containsOnlyKeys(0);
        assertThat(bulk.failed()).containsOnlyKeys(1);
        assertThat(cell(1)).isEqualTo("New");
    }

    @Test
    void cuts_text_silently_and_empties_with_an_empty_text() {
        update(json("{'id':11,'cells':[{'columnId':1,'value':'" + "x".repeat(5000) + "'}]}"));
        assertThat(cell(1)).hasSize(4000);
        update(json("{'id':11,'cells':[{'columnId':1,'value':''}]}"));
        assertThat(sheet.row(11).cell(1).empty()).isTrue();
    }

    @Test
    void new_rows_go_to_the_bottom_and_report_each_filled_cell() {
        // Given
        var edit = edit(BOT, NOW, false);

        // When
        edit.rows(
                List.of(
                        json("{'cells':[{'columnId':1,'value':'A'}]}"),
                        json("{'cells':[{'columnId':1,'value':'B'}]}")),
                true,
                false);

        // Then
        var shown = view().rows(new ArrayList<>(sheet.rows()));
        assertThat(shown.get(2).path("cells").get(0).path("value").asText()).isEqualTo("B");
        assertThat(
                        edit.events().stream()
                                .map(one -> one.objectType() + " " + one.eventType())
                                .toList())
                .containsExactly("row created", "cell updated", "row created", "cell updated");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "false|'objectValue':{'objectType':'MULTI_PICKLIST','values':['Marine','Site']}",
                "true|'value':['Marine','Site']"
            })
    void shows_several_choices_as_such_to_who_asks_for_objects_and_joined_to_others(
            boolean atScreen, String cell) {
        edit(PAULA, NOW, atScreen)
                .rows(
                        List.of(json("{'id':11,'cells':[{'columnId':8," + cell + "}]}")),
                        false,
                        false);

        var objects = shown(Set.of("objectValue"), 2);
        assertThat(objects.path("objectValue"))
                .isEqualTo(json("{'objectType':'MULTI_PICKLIST','values':['Marine','Site']}"));
        assertThat(objects.has("value")).isFalse();
        assertThat(objects.path("displayValue").asText()).isEqualTo("Marine, Site");
        assertThat(shown(Set.of(), 1).path("value").asText()).isEqualTo("Marine, Site");
    }

    @Test
    void takes_what_a_person_types_among_choices_for_one_and_no_text_from_programs() {
        edit(PAULA, NOW, true)
                .rows(
                        List.of(json("{'id':11,'cells':[{'columnId':8,'value':'Harbor'}]}")),
                        false,
                        false);

        assertThat(shown(Set.of("objectValue"), 2).path("objectValue").path("values"))
                .isEqualTo(json("['Harbor']"));
        assertThatThrownBy(
                        () -> update(json("{'id':11,'cells':[{'columnId':8,'value':'Marine'}]}")))
                .isInstanceOfSatisfying(
                        SmartsheetFault.class, fault -> assertThat(fault.code()).isEqualTo(1042));
    }

    /// The cell with several choices.
    private JsonNode shown(Set<String> include, int level) {
        var row = new SheetView(sheet, include, true, level, Set.of(8L), _ -> PAULA);
        return row.row(sheet.row(11)).path("cells").path(0);
    }

    private void update(JsonNode row) {
        edit(BOT, NOW, false).rows(List.of(row), false, false);
    }

    private SheetEdit edit(Person person, Instant at, boolean atScreen) {
        return new SheetEdit(sheet, new Author(person, at, null, atScreen), ids, Map.of());
    }

    private SheetView view() {
        return new SheetView(
                sheet, Set.of(), true, 1, null, email -> email.equals(BOT.email()) ? BOT : PAULA);
    }

    private String cell(long column) {
        return sheet.row(11).cell(column).value().asText();
    }

    private static JsonNode json(String text) {
        return Json.parse(text.replace('\'', '"'));
    }
}

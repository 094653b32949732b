package io.tieout.ingest.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.connectors.smartsheet.SheetColumn;
import io.tieout.kit.json.CanonicalJson;
import io.tieout.model.id.ColumnId;
import io.tieout.model.id.SheetId;
import io.tieout.model.id.WorkspaceId;
import io.tieout.model.smartsheet.ColumnPart;
import io.tieout.model.smartsheet.SheetRole;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeptEntryTest {
    private static final MappingDocument.Workspace WORKSPACE = workspace("Hours");

    @Test
    void maps_a_found_sheet_by_titles_whatever_their_case() {
        MappingDocument.Sheet entry =
                WORKSPACE.entry(
                        new SheetId("51"),
                        "Pier",
                        List.of(column("1", " hours "), column("2", "Status")));

        assertThat(entry.columns())
                .isEqualTo(
                        Map.of(
                                ColumnPart.HOURS, new ColumnId("1"),
                                ColumnPart.STATUS, new ColumnId("2")));
    }

    @Test
    void leaves_out_a_title_that_is_there_twice() {
        MappingDocument.Sheet entry =
                WORKSPACE.entry(
                        new SheetId("51"),
                        "Pier",
                        List.of(column("1", "Hours"), column("2", "hours")));

        assertThat(entry.columns()).isEmpty();
    }

    @Test
    void keeps_found_sheets_as_long_as_their_rule_is_the_same() {
        KeptEntry found = new KeptEntry(sheet("51", "1"), CanonicalJson.sha256(WORKSPACE));

        assertThat(KeptEntry.effective(file(List.of(), WORKSPACE), List.of(found)).sheets())
                .containsExactly(found.sheet());
        assertThat(KeptEntry.effective(file(List.of(), workspace("Time")), List.of(found)).sheets())
                .isEmpty();
    }

    @Test
    void prefers_an_accepted_remap_until_a_person_edits_the_file() {
        MappingDocument.Sheet inFile = sheet("41", "1");
        KeptEntry accepted = new KeptEntry(sheet("41", "2"), CanonicalJson.sha256(inFile));

        assertThat(KeptEntry.effective(file(List.of(inFile)), List.of(accepted)).sheets())
                .containsExactly(accepted.sheet());
        assertThat(KeptEntry.effective(file(List.of(sheet("41", "3"))), List.of(accepted)).sheets())
                .containsExactly(sheet("41", "3"));
    }

    private static MappingDocument file(
            List<MappingDocument.Sheet> sheets, MappingDocument.Workspace... workspaces) {
        return new MappingDocument(sheets, List.of(workspaces));
    }

    private static MappingDocument.Workspace workspace(String hours) {
        return new MappingDocument.Workspace(
                new WorkspaceId("48"),
                SheetRole.BILLING,
                null,
                List.of("Ready to Bill"),
                null,
                null,
                Map.of(ColumnPart.HOURS, hours, ColumnPart.STATUS, "Status"),
                null,
                null);
    }

    private static MappingDocument.Sheet sheet(String id, String hours) {
        return new MappingDocument.Sheet(
                new SheetId(id),
                "Billing",
                SheetRole.BILLING,
                null,
                List.of(),
                null,
                null,
                Map.of(ColumnPart.HOURS, new ColumnId(hours)),
                null,
                null);
    }

    private static SheetColumn column(String id, String title) {
        return new SheetColumn(
                new ColumnId(id), 0, title, "TEXT_NUMBER", false, List.of(), null, null, false);
    }
}

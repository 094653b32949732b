package io.tieout.ingest.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.connectors.smartsheet.SheetAttachment;
import io.tieout.ingest.extraction.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttachmentPlanTest {
    private static final Instant AT = Instant.parse("2026-11-22T10:15:30Z");
    private static final AttachmentPlan.Limits LIMITS =
            new AttachmentPlan.Limits(2, 10L * 1024 * 1024);

    @Test
    void reads_the_files_of_a_row_that_is_drafted() {
        SheetAttachment file = file("1", "timesheet.pdf");

        assertThat(plan(true, List.of(file), Map.of()))
                .containsExactly(new AttachmentChoice.Read(file));
    }

    @Test
    void leaves_the_files_of_other_rows_alone() {
        SheetAttachment file = file("1", "timesheet.pdf");
        SheetAttachment picture = file("2", "site.jpg");

        assertThat(plan(false, List.of(file, picture), Map.of()))
                .containsExactly(
                        new AttachmentChoice.Left(file), new AttachmentChoice.Left(picture));
    }

    @Test
    void reads_no_file_twice() {
        SheetAttachment file = file("1", "timesheet.pdf");
        Reading reading = Reading.of(file, "ab".repeat(32), "14 hours");

        assertThat(plan(true, List.of(file), Map.of("1", reading)))
                .containsExactly(new AttachmentChoice.Known(file, reading));
    }

    @Test
    void knows_what_was_read_when_the_row_is_drafted_no_more() {
        SheetAttachment file = file("1", "timesheet.pdf");
        Reading reading = Reading.of(file, "ab".repeat(32), "14 hours");

        assertThat(plan(false, List.of(file), Map.of("1", reading)))
                .containsExactly(new AttachmentChoice.Known(file, reading));
    }

    @Test
    void reads_a_newer_version_of_a_file() {
        SheetAttachment file = file("1", "timesheet.pdf");
        Reading reading = Reading.of(file, "ab".repeat(32), "14 hours");
        SheetAttachment newer =
                new SheetAttachment("1", "timesheet.pdf", "FILE", null, 20, AT.plusSeconds(60));

        assertThat(plan(true, List.of(newer), Map.of("1", reading)))
                .containsExactly(new AttachmentChoice.Read(newer));
    }

    @ParameterizedTest
    @CsvSource({
        "timesheet.pdf, LINK, 20, NO_FILE",
        "timesheet.pdf, GOOGLE_DRIVE, 20, NO_FILE",
        "site.jpg, FILE, 20, UNSUPPORTED",
        "report.doc, FILE, 20, UNSUPPORTED",
        "pdf, FILE, 20, UNSUPPORTED",
        "drawings.PDF, FILE, 10241, TOO_LARGE",
        "drawings.PDF, FILE, 10240, "
    })
    void refuses_what_cannot_be_read_without_fetching_it(
            String name, String type, long sizeKb, Problem problem) {
        SheetAttachment file = new SheetAttachment("1", name, type, null, sizeKb, AT);

        assertThat(plan(true, List.of(file), Map.of()))
                .containsExactly(
                        problem == null
                                ? new AttachmentChoice.Read(file)
                                : new AttachmentChoice.Refused(file, problem));
    }

    @Test
    void reads_the_newest_of_too_many_and_the_others_when_there_is_room() {
        SheetAttachment old = file("1", "old.pdf");
        SheetAttachment newer =
                new SheetAttachment("2", "newer.pdf", "FILE", null, 20, AT.plusSeconds(60));
        SheetAttachment newest =
                new SheetAttachment("3", "newest.pdf", "FILE", null, 20, AT.plusSeconds(120));

        assertThat(plan(true, List.of(old, newest, newer), Map.of()))
                .containsExactly(
                        new AttachmentChoice.Read(newest),
                        new AttachmentChoice.Read(newer),
                        new AttachmentChoice.Refused(old, Problem.TOO_MANY));
        assertThat(
                        plan(
                                true,
                                List.of(old, newest),
                                Map.of("1", Reading.refused(old, null, Problem.TOO_MANY))))
                .contains(new AttachmentChoice.Read(old));
    }

    private static List<AttachmentChoice> plan(
            boolean drafted, List<SheetAttachment> attached, Map<String, Reading> known) {
        return AttachmentPlan.of(drafted, attached, known, LIMITS);
    }

    private static SheetAttachment file(String id, String name) {
        return new SheetAttachment(id, name, "FILE", "application/pdf", 20, AT);
    }
}

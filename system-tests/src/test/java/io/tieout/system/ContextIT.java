package io.tieout.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.tieout.model.topic.Topics;
import io.tieout.system.running.Gate;
import io.tieout.system.running.Http;
import io.tieout.system.running.Running;
import io.tieout.system.running.Story;
import io.tieout.system.running.Topic;
import io.tieout.system.running.Twin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What people say about a row, and what they wrote down about its hours in another sheet, is cited
/// in its draft.
class ContextIT {
    private final Running running = Running.system();
    private final Twin twin = running.twin();

    @AfterEach
    void every_change_was_recorded_before_it_happened() {
        new Gate(running).holds();
    }

    @Test
    void a_comment_on_a_row_that_waits_for_approval_is_cited_in_the_next_revision() {
        Story story = Story.of(running, "Comment");
        String row = story.row("7");
        story.ready(row);
        String reference = story.reference(row);

        twin.comment(Twin.BILLING, row, Twin.PAULA, "Includes the night shift at berth 3");

        story.awaitRevision(row, reference, 2);
        assertThat(cited(row))
                .anySatisfy(comment -> {
                    assertThat(comment.path("source").asText()).startsWith("comment:");
                    assertThat(comment.path("title").asText())
                            .isEqualTo("Comment by " + Twin.PAULA);
                });
        running.console().approve(Twin.FIONA, reference);
        assertThat(story.invoiceNumber(row)).isNotEmpty();
    }

    @Test
    void the_timesheet_row_of_its_day_and_service_is_cited_in_a_rows_draft() {
        Story story = Story.of(running, "Linked hours");
        String same = time(story, "2026-11-18", "Load tests at the quay wall");
        time(story, "2026-11-17", "Inventory of the tool store");
        String row = story.row("5");

        story.ready(row);

        String reference = story.reference(row);
        await().untilAsserted(() ->
                assertThat(cited(row))
                        .isNotEmpty()
                        .allSatisfy(time -> {
                            assertThat(time.path("source").asText())
                                    .isEqualTo("row:" + Twin.TIMESHEETS + ":" + same);
                            assertThat(time.path("title").asText()).startsWith("Timesheets, row ");
                        }));
        running.console().approve(Twin.FIONA, reference);
        assertThat(story.invoiceNumber(row)).isNotEmpty();
    }

    private String time(Story story, String day, String work) {
        String row =
                twin.addRow(
                        Twin.TIMESHEETS,
                        Map.of(
                                "Work",
                                work,
                                "Person",
                                Twin.PAULA,
                                "Project",
                                story.project(),
                                "Service",
                                "Engineering",
                                "Work Date",
                                day,
                                "Hours",
                                5));
        await().untilAsserted(() ->
                assertThat(Topic.read(running.processes().kafka(), Topics.SMARTSHEET_ROWS.name()))
                        .anyMatch(record -> record.key().equals(Twin.TIMESHEETS + ":" + row)));
        return row;
    }

    /// What the proposals for the row cite beside its cells.
    private List<JsonNode> cited(String row) {
        return Topic.read(running.processes().kafka(), Topics.PROPOSALS.name()).stream()
                .map(record -> payload(record.value()))
                .flatMap(made -> made.path("evidence").path("documents").valueStream())
                .filter(cited -> cited.path("row").path("rowId").asText().equals(row))
                .toList();
    }

    private static JsonNode payload(byte[] record) {
        try {
            return Http.JSON.readTree(record).path("payload");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

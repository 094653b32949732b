package io.tieout.system;

import static java.nio.charset.StandardCharsets.US_ASCII;
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
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What is attached to a row is read and cited in its draft; what cannot be read is told, and keeps
/// no row from being drafted.
class AttachmentIT {
    private final Running running = Running.system();
    private final Twin twin = running.twin();

    @AfterEach
    void every_change_was_recorded_before_it_happened() {
        new Gate(running).holds();
    }

    @Test
    void a_timesheet_attached_to_a_row_is_read_and_cited_in_the_draft() {
        Story story = Story.of(running, "Timesheet");
        String row = story.row("14");
        byte[] timesheet = pdf("14 hours of load tests at berth 3");
        twin.attach(Twin.BILLING, row, "timesheet.pdf", timesheet);

        story.ready(row);

        await().untilAsserted(() ->
                assertThat(citations(row))
                        .anySatisfy(cited -> {
                            assertThat(cited.path("title").asText()).isEqualTo("timesheet.pdf");
                            assertThat(cited.path("hash").asText()).isEqualTo(sha256(timesheet));
                            assertThat(cited.path("read").asBoolean()).isTrue();
                        }));
        running.console().approve(Twin.FIONA, story.reference(row));
        assertThat(story.invoiceNumber(row)).isNotEmpty();
    }

    @Test
    void a_file_attached_to_a_waiting_draft_makes_a_revision_that_cites_it() {
        Story story = Story.of(running, "Late timesheet");
        String row = story.row("6");
        story.ready(row);
        String reference = story.reference(row);

        twin.attach(Twin.BILLING, row, "late.pdf", pdf("6 hours of cable works"));

        await().untilAsserted(() ->
                assertThat(citations(row))
                        .anySatisfy(cited ->
                                assertThat(cited.path("title").asText()).isEqualTo("late.pdf")));
        story.awaitRevision(row, reference, 2);
    }

    @Test
    void a_file_that_cannot_be_read_is_a_finding_and_its_row_is_drafted_nevertheless() {
        Story story = Story.of(running, "Broken file");
        String row = story.row("3");
        String name = "broken " + row + ".pdf";
        twin.attach(Twin.BILLING, row, name, "%PDF-1.7 and no more".getBytes(US_ASCII));

        story.ready(row);

        assertThat(story.reference(row)).startsWith("TD-");
        await().untilAsserted(() ->
                assertThat(running.console().findings())
                        .anySatisfy(finding -> assertThat(finding.toString()).contains(name)));
    }

    /// What the proposals for the row cite beside its cells.
    private List<JsonNode> citations(String row) {
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

    /// One page with one line of text.
    private static byte[] pdf(String text) {
        String content = "BT /F1 12 Tf 50 700 Td (%s) Tj ET".formatted(text);
        return """
        %%PDF-1.4
        1 0 obj
        <</Type/Catalog/Pages 2 0 R>>
        endobj
        2 0 obj
        <</Type/Pages/Kids[3 0 R]/Count 1>>
        endobj
        3 0 obj
        <</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>
        endobj
        4 0 obj
        <</Length %d>>
        stream
        %s
        endstream
        endobj
        5 0 obj
        <</Type/Font/Subtype/Type1/BaseFont/Helvetica>>
        endobj
        trailer
        <</Root 1 0 R>>
        %%%%EOF
        """
                .formatted(content.length(), content)
                .getBytes(US_ASCII);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

package io.tieout.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tieout.ingest.approval.Drafts;
import io.tieout.ingest.extraction.SampleFiles;
import io.tieout.kit.json.CanonicalJson;
import io.tieout.kit.test.InMemoryChannels;
import io.tieout.kit.test.RecordingPublisher;
import io.tieout.kit.test.TieoutPostgres;
import io.tieout.model.envelope.EventEnvelope;
import io.tieout.model.envelope.SourceRevision;
import io.tieout.model.finding.FindingEvent;
import io.tieout.model.finding.FindingKind;
import io.tieout.model.finding.FindingOpened;
import io.tieout.model.finding.FindingResolved;
import io.tieout.model.id.FindingId;
import io.tieout.model.smartsheet.BillingFields;
import io.tieout.model.smartsheet.RowContext;
import io.tieout.model.smartsheet.RowEvent;
import io.tieout.model.smartsheet.RowObserved;
import io.tieout.model.topic.Topics;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What is attached to rows is fetched, read and told; what cannot be read is told too.
@QuarkusTest
@QuarkusTestResource(TieoutPostgres.class)
@QuarkusTestResource(InMemoryChannels.class)
@QuarkusTestResource(FakeVendors.class)
class AttachmentComponentTest {
    private static final String STATUS = "101";
    private static final String PM = "pm@harbor.example";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String WORDS = "hours of load tests";

    @Inject Edges edges;
    @Inject RecordingPublisher publisher;
    @Inject Jdbi jdbi;

    @BeforeEach
    void connected() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> {
                    assertThat(FakeVendors.SHEET.hookStatus()).isEqualTo("ENABLED");
                    assertThat(flag("SELECT bool_and(whole_done >= whole_wanted) FROM sheets"))
                            .isTrue();
                });
    }

    static Stream<Arguments> readable() {
        return Stream.of(
                Arguments.of("201", "timesheet.pdf", SampleFiles.pdf(WORDS)),
                Arguments.of("202", "timesheet.docx", SampleFiles.word(WORDS)),
                Arguments.of("203", "timesheet.xlsx", SampleFiles.excel(WORDS, 14)),
                Arguments.of("204", "timesheet.csv", WORDS.getBytes(UTF_8)));
    }

    @ParameterizedTest
    @MethodSource("readable")
    void reads_what_is_attached_to_a_ready_row(String row, String name, byte[] content) {
        FakeVendors.SHEET.attach(row, "9" + row, name, content);

        ready(row);

        awaitAttachment(
                row,
                file -> {
                    assertThat(file.name()).isEqualTo(name);
                    assertThat(file.hash()).isEqualTo(CanonicalJson.sha256(content));
                    assertThat(file.text()).contains(WORDS);
                    assertThat(file.problem()).isNull();
                });
        assertThat(
                        flag(
                                "SELECT count(*) = 1 FROM documents.documents d JOIN documents.texts t USING (hash) WHERE t.text LIKE '%"
                                        + WORDS
                                        + "%' AND hash = '"
                                        + CanonicalJson.sha256(content)
                                        + "'"))
                .isTrue();
        assertThat(observed(row).fields())
                .isInstanceOfSatisfying(
                        BillingFields.class, cells -> assertThat(cells.ready()).isTrue());
        List<SourceRevision> revisions =
                rows(row).stream().map(EventEnvelope::sourceRevision).toList();
        assertThat(revisions).isSorted().doesNotHaveDuplicates();
        assertThat(findings(row)).isEmpty();
    }

    @Test
    void leaves_the_files_of_a_row_alone_until_it_is_ready() {
        FakeVendors.SHEET.attach("211", "9211", "timesheet.pdf", SampleFiles.pdf(WORDS));
        FakeVendors.SHEET.set("211", STATUS, "In Progress", PM);
        edges.tellOfRows("211");
        awaitAttachment("211", file -> assertThat(file.hash()).isNull());
        assertThat(FakeVendors.requests("/attachments/9211")).isEmpty();

        ready("211");

        awaitAttachment("211", file -> assertThat(file.text()).contains(WORDS));
    }

    @Test
    void reads_a_file_again_only_when_it_is_another() {
        FakeVendors.SHEET.attach("221", "9221", "timesheet.pdf", SampleFiles.pdf(WORDS));
        ready("221");
        awaitAttachment("221", file -> assertThat(file.text()).contains(WORDS));
        FakeVendors.SHEET.set("221", "102", "Harbor Works LLC", PM);
        edges.tellOfRows("221");
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(((BillingFields) observed("221").fields()).customer())
                                .isEqualTo("Harbor Works LLC"));
        assertThat(attachment("221").text()).contains(WORDS);
        assertThat(FakeVendors.requests("/attachments/9221")).hasSize(1);

        FakeVendors.SHEET.detach("9221");
        FakeVendors.SHEET.attach("221", "9222", "timesheet.pdf", SampleFiles.pdf("15 hours"));
        edges.tell("{\"objectType\":\"attachment\",\"eventType\":\"created\",\"id\":9222}");

        awaitAttachment("221", file -> assertThat(file.text()).contains("15 hours"));
    }

    @Test
    void asks_for_another_link_when_one_has_expired() {
        FakeVendors.SHEET.attach("231", "9231", "timesheet.pdf", SampleFiles.pdf(WORDS));
        FakeVendors.SHEET.expireLinks(1);

        ready("231");

        awaitAttachment("231", file -> assertThat(file.text()).contains(WORDS));
        assertThat(FakeVendors.requests("/attachments/9231")).hasSize(2);
    }

    static Stream<Arguments> unreadable() {
        return Stream.of(
                Arguments.of("241", "photo.jpg", new byte[] {1}, "type is not one"),
                Arguments.of("242", "drawings.pdf", new byte[11 << 20], "larger than"),
                Arguments.of("243", "secret.pdf", SampleFiles.encryptedPdf(WORDS), "password"),
                Arguments.of("244", "bomb.docx", SampleFiles.bomb(), "unpacks"),
                Arguments.of("245", "list.pdf", "a,b,c".getBytes(UTF_8), "not of the type"));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void tells_what_cannot_be_read_why_and_what_to_do_and_publishes_the_row_nevertheless(
            String row, String name, byte[] content, String reason) {
        FakeVendors.SHEET.attach(row, "9" + row, name, content);

        ready(row);

        awaitAttachment(row, file -> assertThat(file.problem()).contains(reason));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(findings(row)).hasSize(1));
        assertThat(findings(row).getFirst())
                .isInstanceOfSatisfying(
                        FindingOpened.class,
                        finding -> {
                            assertThat(finding.kind()).isEqualTo(FindingKind.UNREADABLE_ATTACHMENT);
                            assertThat(finding.rows()).containsExactly(Drafts.row("41", row));
                            assertThat(finding.title()).contains(name);
                            assertThat(finding.detail()).contains(name, reason);
                            assertThat(finding.remedy()).contains("ttach");
                        });
    }

    @Test
    void takes_the_finding_back_when_the_file_is_gone() {
        FakeVendors.SHEET.attach("251", "9251", "photo.jpg", new byte[] {1});
        ready("251");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(findings("251")).hasSize(1));

        FakeVendors.SHEET.detach("9251");
        edges.tell("{\"objectType\":\"attachment\",\"eventType\":\"deleted\",\"id\":9251}");

        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(findings("251").getLast()).isInstanceOf(FindingResolved.class));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(observed("251").context()).isNull());
    }

    private void ready(String row) {
        FakeVendors.SHEET.set(row, STATUS, "Ready to Bill", PM);
        edges.tellOfRows(row);
    }

    private void awaitAttachment(String row, Consumer<RowContext.Attachment> expectation) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> {
                    assertThat(rows(row)).isNotEmpty();
                    expectation.accept(attachment(row));
                });
    }

    private RowContext.Attachment attachment(String row) {
        RowContext context = observed(row).context();
        assertThat(context).isNotNull();
        assertThat(context.attachments()).hasSize(1);
        return context.attachments().getFirst();
    }

    private RowObserved observed(String row) {
        return (RowObserved) rows(row).getLast().payload();
    }

    private List<EventEnvelope<RowEvent>> rows(String row) {
        return publisher.published(Topics.SMARTSHEET_ROWS).stream()
                .filter(event -> event.payload().row().equals(Drafts.row("41", row)))
                .toList();
    }

    private List<FindingEvent> findings(String row) {
        FindingId id = FindingId.unreadableAttachment(Drafts.row("41", row));
        return publisher.published(Topics.FINDINGS).stream()
                .map(EventEnvelope::payload)
                .filter(finding -> finding.findingId().equals(id))
                .toList();
    }

    private boolean flag(String sql) {
        return jdbi.withHandle(handle -> handle.createQuery(sql).mapTo(Boolean.class).one());
    }
}

package io.tieout.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tieout.connectors.sighting.OwnComments;
import io.tieout.ingest.approval.Drafts;
import io.tieout.kit.test.InMemoryChannels;
import io.tieout.kit.test.RecordingPublisher;
import io.tieout.kit.test.TieoutPostgres;
import io.tieout.model.id.SheetId;
import io.tieout.model.smartsheet.RowContext;
import io.tieout.model.smartsheet.RowObserved;
import io.tieout.model.topic.Topics;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What people say about a row is heard when they say it; what Tieout says itself is not.
@QuarkusTest
@QuarkusTestResource(TieoutPostgres.class)
@QuarkusTestResource(InMemoryChannels.class)
@QuarkusTestResource(FakeVendors.class)
class CommentComponentTest {
    private static final String STATUS = "101";
    private static final String PM = "pm@harbor.example";
    private static final String SERVICE = "tieout@harbor.example";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject Edges edges;
    @Inject RecordingPublisher publisher;
    @Inject OwnComments ownComments;
    @Inject Jdbi jdbi;

    @BeforeEach
    void connected() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> {
                    assertThat(FakeVendors.SHEET.hookStatus()).isEqualTo("ENABLED");
                    assertThat(
                                    flag(
                                            "SELECT bool_and(whole_done >= whole_wanted AND sweep_done >= sweep_wanted) FROM sheets"))
                            .isTrue();
                });
    }

    @Test
    void publishes_a_row_with_what_was_said_about_it_after_one_read_for_all_comments() {
        ready("311");
        ready("312");
        int reads = reads();

        FakeVendors.SHEET.say("311", "9311", "Includes the night shift", PM);
        FakeVendors.SHEET.say("312", "9312", "As agreed by telephone", PM);
        edges.tell(said(9311, ""));
        edges.tell(said(9312, ""));

        await().atMost(PATIENCE)
                .untilAsserted(() -> {
                    assertThat(comments("311")).containsExactly("Includes the night shift");
                    assertThat(comments("312")).containsExactly("As agreed by telephone");
                });
        assertThat(reads() - reads).isEqualTo(1);
        assertThat(rows("311")).hasSize(2);
    }

    @Test
    void neither_reads_nor_publishes_anything_for_a_comment_of_its_own() {
        ready("321");
        int reads = reads();

        FakeVendors.SHEET.say("321", "9321", "Tieout: the draft waits", SERVICE);
        ownComments.wrote(new SheetId("41"), "9321");
        edges.tell(said(9321, ",\"changeAgent\":\"tieout\""));
        ready("322");

        assertThat(reads() - reads).isEqualTo(1);
        edges.tellOfRows("321");
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(flag("SELECT count(*) = 0 FROM due_rows")).isTrue());
        assertThat(rows("321")).hasSize(1);
        assertThat(comments("321")).isEmpty();
    }

    private void ready(String row) {
        FakeVendors.SHEET.set(row, STATUS, "Ready to Bill", PM);
        edges.tellOfRows(row);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(rows(row)).hasSize(1));
    }

    private static String said(int comment, String agent) {
        return """
        {"objectType":"discussion","eventType":"created","id":%d%s},
        {"objectType":"comment","eventType":"created","id":%d%s}\
        """
                .formatted(comment + 1, agent, comment, agent);
    }

    private List<String> comments(String row) {
        RowContext context = rows(row).getLast().context();
        return context == null
                ? List.of()
                : context.comments().stream().map(RowContext.Comment::text).toList();
    }

    private List<RowObserved> rows(String row) {
        return publisher.published(Topics.SMARTSHEET_ROWS).stream()
                .filter(event -> event.payload().row().equals(Drafts.row("41", row)))
                .map(event -> (RowObserved) event.payload())
                .toList();
    }

    private static int reads() {
        return (int)
                FakeVendors.requests("/sheets/41").stream()
                        .filter(request -> request.path().endsWith("/sheets/41"))
                        .count();
    }

    private boolean flag(String sql) {
        return jdbi.withHandle(handle -> handle.createQuery(sql).mapTo(Boolean.class).one());
    }
}

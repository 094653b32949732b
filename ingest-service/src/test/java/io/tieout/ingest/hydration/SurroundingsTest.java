package io.tieout.ingest.hydration;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.connectors.smartsheet.Discussion;
import io.tieout.connectors.smartsheet.SheetRow;
import io.tieout.kit.json.CanonicalJson;
import io.tieout.model.id.RowId;
import io.tieout.model.smartsheet.RowContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SurroundingsTest {
    private static final Instant THEN = Instant.parse("2026-11-20T10:00:00Z");
    private static final String PM = "pm@harbor.example";

    @Test
    void are_absent_where_nobody_said_or_attached_anything() {
        assertThat(Surroundings.of(row(), Set.of(), List.of())).isNull();
        assertThat(Surroundings.of(row(comment("1", "  ", 0)), Set.of(), List.of())).isNull();
    }

    @Test
    void are_what_people_said_in_the_order_in_which_they_said_it() {
        RowContext context =
                of(
                        row(comment("2", "Then the pump.", 60), comment("1", "Pier first.", 0)),
                        Set.of());

        assertThat(context.comments())
                .containsExactly(
                        new RowContext.Comment("1", PM, THEN, "Pier first.", hash("Pier first.")),
                        new RowContext.Comment(
                                "2",
                                PM,
                                THEN.plusSeconds(60),
                                "Then the pump.",
                                hash("Then the pump.")));
    }

    @Test
    void leave_out_what_tieout_said_itself() {
        SheetRow row = row(comment("1", "Pier first.", 0), comment("2", "Draft TD-4 waits.", 60));

        assertThat(of(row, Set.of("2")).comments())
                .extracting(RowContext.Comment::id)
                .containsExactly("1");
        assertThat(Surroundings.of(row, Set.of("1", "2"), List.of())).isNull();
    }

    @Test
    void keep_the_newest_comments_of_a_long_thread() {
        Discussion.Comment[] many =
                IntStream.range(0, 30)
                        .mapToObj(i -> comment("%02d".formatted(i), "Word " + i, i))
                        .toArray(Discussion.Comment[]::new);

        assertThat(of(row(many), Set.of()).comments())
                .hasSize(20)
                .extracting(RowContext.Comment::id)
                .startsWith("10")
                .endsWith("29");
    }

    @Test
    void cut_a_long_comment_and_keep_the_hash_of_all_of_it() {
        String text = "word ".repeat(2_000);

        RowContext.Comment kept = of(row(comment("1", text, 0)), Set.of()).comments().getFirst();

        assertThat(kept.text()).hasSize(2_000);
        assertThat(kept.hash()).isEqualTo(hash(text));
    }

    @Test
    void take_the_rows_own_time_for_a_comment_without_one() {
        Discussion.Comment undated = new Discussion.Comment("1", "Pier first.", null, null);

        assertThat(of(row(undated), Set.of()).comments().getFirst().createdAt()).isEqualTo(THEN);
    }

    private static RowContext of(SheetRow row, Set<String> own) {
        return Objects.requireNonNull(Surroundings.of(row, own, List.of()));
    }

    private static Discussion.Comment comment(String id, String text, int seconds) {
        return new Discussion.Comment(id, text, PM, THEN.plusSeconds(seconds));
    }

    private static SheetRow row(Discussion.Comment... comments) {
        return new SheetRow(
                new RowId("7"),
                1,
                null,
                THEN,
                THEN,
                PM,
                List.of(),
                List.of(new Discussion("5", List.of(comments))),
                List.of());
    }

    private static String hash(String text) {
        return CanonicalJson.sha256(text.getBytes(StandardCharsets.UTF_8));
    }
}

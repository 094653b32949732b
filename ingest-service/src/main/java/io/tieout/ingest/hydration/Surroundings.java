package io.tieout.ingest.hydration;

import io.tieout.connectors.smartsheet.Discussion;
import io.tieout.connectors.smartsheet.SheetRow;
import io.tieout.kit.json.CanonicalJson;
import io.tieout.model.smartsheet.RowContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What surrounds a row, bounded: its newest comments, in the order they were made, and what is
/// attached to it. Pure.
final class Surroundings {
    private static final int COMMENTS_MAX = 20;
    private static final int TEXT_LENGTH_MAX = 2_000;

    private Surroundings() {}

    /// Absent when nobody said anything about the row or attached anything to it.
    ///
    /// @param own ids of comments that Tieout made: what it says is not evidence
    static @Nullable RowContext of(
            SheetRow row, Set<String> own, List<RowContext.Attachment> attached) {
        List<Discussion.Comment> said =
                said(row).stream().filter(comment -> !own.contains(comment.id())).toList();
        if (said.isEmpty() && attached.isEmpty()) {
            return null;
        }
        return new RowContext(
                said.subList(Math.max(0, said.size() - COMMENTS_MAX), said.size()).stream()
                        .map(comment -> comment(comment, row))
                        .toList(),
                attached);
    }

    /// Every comment with words, oldest first.
    static List<Discussion.Comment> said(SheetRow row) {
        return row.discussions().stream()
                .flatMap(discussion -> discussion.comments().stream())
                .filter(comment -> !comment.text().isBlank())
                .sorted(
                        Comparator.comparing((Discussion.Comment comment) -> at(comment, row))
                                .thenComparing(Discussion.Comment::id))
                .toList();
    }

    private static RowContext.Comment comment(Discussion.Comment comment, SheetRow row) {
        String text = comment.text();
        return new RowContext.Comment(
                comment.id(),
                comment.createdBy(),
                at(comment, row),
                text.length() <= TEXT_LENGTH_MAX ? text : text.substring(0, TEXT_LENGTH_MAX),
                hash(text));
    }

    static String hash(String text) {
        return CanonicalJson.sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Instant at(Discussion.Comment comment, SheetRow row) {
        return Objects.requireNonNullElse(comment.createdAt(), row.createdAt());
    }
}

package io.tieout.model.smartsheet;

import io.tieout.model.id.RowId;
import io.tieout.model.id.RowRef;
import io.tieout.model.id.SheetId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What surrounds a row: what people said about it and attached to it. Data for words and evidence,
/// never for amounts. Every text is bounded; the whole content is in schema `documents` under its
/// hash.
public record RowContext(List<Comment> comments, List<Attachment> attachments) {
    private static final String ROW = "row:";

    public RowContext {
        comments = List.copyOf(comments);
        attachments = List.copyOf(attachments);
    }

    /// @param hash SHA-256 of the whole text, hex
    public record Comment(
            String id, @Nullable String author, Instant createdAt, String text, String hash) {}

    /// @param hash SHA-256 of the file, hex; absent when it could not be had
    /// @param text what could be read in it; absent for none
    /// @param problem why it could not be read, in words
    public record Attachment(
            String id,
            String name,
            String mediaType,
            long size,
            @Nullable String hash,
            @Nullable String text,
            @Nullable String problem) {}

    /// Names a row among the sources of a draft.
    public static String source(RowRef row) {
        return ROW + row.key();
    }

    /// The row that a source names, if it is one.
    public static Optional<RowRef> row(String source) {
        int colon = source.indexOf(':', ROW.length());
        return source.startsWith(ROW) && colon > 0
                ? Optional.of(
                        new RowRef(
                                new SheetId(source.substring(ROW.length(), colon)),
                                new RowId(source.substring(colon + 1))))
                : Optional.empty();
    }
}

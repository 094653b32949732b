package io.tieout.connectors.smartsheet;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A thread of comments on a row.
public record Discussion(String id, List<Comment> comments) {
    public Discussion {
        comments = List.copyOf(comments);
    }

    /// One comment; its text is data written by people.
    public record Comment(
            String id, String text, @Nullable String createdBy, @Nullable Instant createdAt) {}
}

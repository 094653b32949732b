package io.tieout.connectors.smartsheet;

import org.jspecify.annotations.Nullable;

/// The answer to a new thread.
///
/// @param version of the sheet after it; absent if not given
public record CommentMade(Discussion thread, @Nullable Long version) {
    public String commentId() {
        return thread.comments().isEmpty() ? thread.id() : thread.comments().getFirst().id();
    }
}

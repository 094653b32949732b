package io.tieout.twin.smartsheet.sheet;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A thread of comments on a row, or on the sheet when it has no row.
public record Discussion(long id, @Nullable Long rowId, List<Comment> comments) {
    public Discussion {
        comments = new ArrayList<>(comments);
    }
}

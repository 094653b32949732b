package io.tieout.ingest.approval;

import io.tieout.model.id.RowRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Who wrote what a cell holds now, and when, as its history says.
///
/// @param author e-mail address; absent when Smartsheet names none
record CellAuthor(
        RowRef row, @Nullable String content, @Nullable String author, Instant writtenAt) {}

package io.tieout.twin.smartsheet.sheet;

import java.time.Instant;

/// Something somebody said in a discussion.
public record Comment(long id, String text, Instant createdAt, String createdBy) {}

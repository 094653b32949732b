package io.tieout.twin.smartsheet.sheet;

import java.time.Instant;

/// What a cell showed since an instant, and who made it so.
public record CellVersion(CellValue value, Instant modifiedAt, String modifiedBy) {}

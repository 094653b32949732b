package io.tieout.ingest.mapping;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/// From when on the rows of a sheet raise work: what was changed last before it was settled without
/// Tieout. Pure.
public record CutOver(Instant at) {
    /// The day that the mapping names, or else the moment the sheet was connected. Smartsheet's
    /// times are whole seconds.
    public static CutOver of(SheetMapping mapping, Instant connectedAt) {
        return new CutOver(
                mapping.cutOver() == null
                        ? connectedAt.truncatedTo(ChronoUnit.SECONDS)
                        : mapping.cutOver().atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    public boolean isAfter(Instant modifiedAt) {
        return modifiedAt.isBefore(at);
    }
}

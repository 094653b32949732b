package io.tieout.reconcile.matching;

import io.tieout.reconcile.ledger.Entry;
import io.tieout.reconcile.ledger.EntryKind.Family;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which lines of the books a sheet should have: those of a project that it keeps, from the
/// project's first row on. Pure.
record Scope(Map<Key, LocalDate> since) {
    /// A project as a sheet keeps it.
    record Key(Family family, String project) {}

    static Scope of(Collection<SheetLine> rows) {
        Map<Key, LocalDate> since = new HashMap<>();
        for (SheetLine row : rows) {
            String project = row.project();
            LocalDate day = row.day();
            if (project != null && !project.isBlank() && day != null) {
                since.merge(
                        key(row.kind().family(), project),
                        day,
                        (one, other) -> one.isBefore(other) ? one : other);
            }
        }
        return new Scope(since);
    }

    boolean covers(Entry line) {
        @Nullable LocalDate first = since.get(key(line.kind().family(), line.project()));
        return first != null && line.day() >= first.toEpochDay();
    }

    private static Key key(Family family, String project) {
        return new Key(family, project.strip().toLowerCase(Locale.ROOT));
    }
}

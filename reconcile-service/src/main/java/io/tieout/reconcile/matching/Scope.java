package io.tieout.reconcile.matching;

import io.tieout.reconcile.ledger.Entry;
import io.tieout.reconcile.ledger.EntryKind;
import io.tieout.reconcile.ledger.EntryKind.Family;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which lines of the books a sheet should have: those of a project that it keeps, from the
/// project's first row on. Pure.
///
/// @param unpriced numbers of invoices that rows name of which nobody knows what they are worth:
///   any line of these may be theirs
record Scope(Map<Key, LocalDate> since, Set<String> unpriced) {
    /// Nothing is kept in sheets.
    static final Scope NONE = new Scope(Map.of(), Set.of());

    /// A project as a sheet keeps it.
    record Key(Family family, String project) {}

    static Scope of(Collection<SheetLine> rows) {
        Map<Key, LocalDate> since = new HashMap<>();
        Set<String> unpriced = new HashSet<>();
        for (SheetLine row : rows) {
            String project = row.project();
            LocalDate day = row.day();
            if (project != null && !project.isBlank() && day != null) {
                since.merge(
                        key(row.kind().family(), project),
                        day,
                        (one, other) -> one.isBefore(other) ? one : other);
            }
            String number = row.reference();
            if (row.kind() == EntryKind.BILLING && row.measure() == null && number != null) {
                unpriced.add(Entry.referenceKey(number));
            }
        }
        return new Scope(since, unpriced);
    }

    boolean covers(Entry line) {
        @Nullable LocalDate first = since.get(key(line.kind().family(), line.project()));
        return first != null
                && line.day() >= first.toEpochDay()
                && (line.kind() != EntryKind.INVOICE
                        || unpriced.isEmpty()
                        || !unpriced.contains(Entry.referenceKey(line.reference())));
    }

    private static Key key(Family family, String project) {
        return new Key(family, project.strip().toLowerCase(Locale.ROOT));
    }
}

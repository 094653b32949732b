package io.tieout.reconcile.matching;

import io.tieout.model.id.RowRef;
import io.tieout.reconcile.corrected.Corrected;
import io.tieout.reconcile.corrected.Correcting;
import io.tieout.reconcile.engine.Separations;
import io.tieout.reconcile.ledger.Entry;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which lines of the books are corrected by entries, and of which rows they are. An entry that a
/// person took apart from its row corrects nothing.
final class CorrectedLines {
    private final Separations separations;
    private final Map<String, Corrected> byLine = new HashMap<>();
    private final Map<RowRef, Set<String>> byRow = new HashMap<>();

    CorrectedLines(Separations separations) {
        this.separations = separations;
    }

    /// What came or went since the last comparison.
    ///
    /// @param documents whose corrections are others
    /// @param rows that were brought in line by them
    /// @param lines of entries that may correct nothing any more
    record Changes(Set<String> documents, Set<RowRef> rows, Set<String> lines) {
        Changes() {
            this(new HashSet<>(), new HashSet<>(), new HashSet<>());
        }
    }

    /// The document without entries that were taken apart from their rows.
    BookDocument valid(BookDocument said) {
        return said.correctedBy(
                said.corrections().stream()
                        .filter(one -> !separations.isApart(one.row().key(), one.lineId()))
                        .toList());
    }

    /// The document's lines as they are compared.
    List<Entry> add(BookDocument document, List<Entry> own, Changes changes) {
        if (document.corrections().isEmpty()) {
            return own;
        }
        note(document, changes);
        Map<String, Corrected> corrected = Corrected.of(own, document.corrections());
        byLine.putAll(corrected);
        for (Correcting one : document.corrections()) {
            corrected.values().stream()
                    .filter(line -> line.isBy(one))
                    .forEach(line ->
                            byRow.computeIfAbsent(one.row(), _ -> new HashSet<>(2))
                                    .add(line.whole().id()));
        }
        return own.stream()
                .map(line -> corrected.containsKey(line.id()) ? whole(line.id()) : line)
                .toList();
    }

    /// @param own the document's lines
    void remove(BookDocument document, List<Entry> own, Changes changes) {
        if (document.corrections().isEmpty()) {
            return;
        }
        note(document, changes);
        for (Entry line : own) {
            Corrected known = byLine.remove(line.id());
            if (known != null) {
                known.parts().forEach(part -> changes.lines().add(part.id()));
                byRow.values().forEach(lines -> lines.remove(line.id()));
            }
        }
        byRow.values().removeIf(Set::isEmpty);
    }

    /// Absent for a line that nothing corrects.
    @Nullable Corrected of(String line) {
        return byLine.get(line);
    }

    /// The one line with which the row was brought in line; absent for none, and for several.
    @Nullable Entry agreed(RowRef row) {
        Set<String> lines = byRow.getOrDefault(row, Set.of());
        return lines.size() == 1 ? whole(lines.iterator().next()) : null;
    }

    /// The line's id, and those of the entries that correct it.
    Set<String> linesOf(Entry line) {
        Set<String> ids = new HashSet<>(2);
        ids.add(line.id());
        Corrected known = byLine.get(line.id());
        if (known != null) {
            known.parts().forEach(part -> ids.add(part.id()));
        }
        return ids;
    }

    /// The lines of all entries that correct.
    Set<String> parts() {
        Set<String> parts = new HashSet<>();
        byLine.values().forEach(line -> line.parts().forEach(part -> parts.add(part.id())));
        return parts;
    }

    private Entry whole(String line) {
        return Objects.requireNonNull(byLine.get(line)).whole();
    }

    private static void note(BookDocument document, Changes changes) {
        changes.documents().add(document.key());
        document.corrections().forEach(one -> changes.rows().add(one.row()));
    }
}

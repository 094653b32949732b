package io.tieout.reconcile.matching;

import io.tieout.model.id.RowRef;
import io.tieout.reconcile.engine.Category;
import io.tieout.reconcile.engine.LiveMatches;
import io.tieout.reconcile.engine.Parties;
import io.tieout.reconcile.engine.Separations;
import io.tieout.reconcile.engine.Verdict;
import io.tieout.reconcile.ledger.Entry;
import io.tieout.reconcile.ledger.EntryKind.Family;
import io.tieout.reconcile.ledger.EntryKind.Side;
import io.tieout.reconcile.standing.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The two books of a realm in memory, and what is said of each line. A change is compared with
/// what it touches alone; what stands then is what a comparison of everything would say. Not for
/// several threads at once.
public final class LiveLedger {
    private final Map<Family, LiveMatches> matches = new EnumMap<>(Family.class);
    private final Map<RowRef, SheetLine> rows = new HashMap<>();
    private final Map<String, BookDocument> documents = new HashMap<>();
    private final DocumentDays days = new DocumentDays();
    private final Map<String, List<Entry>> entries = new HashMap<>();
    private final Map<String, Entry> lines = new HashMap<>();
    private final Map<String, Standing> standings = new HashMap<>();
    private final Scope scope = new Scope();
    private final CorrectedLines corrected;

    private LiveLedger(
            MatchSettings settings, Parties vendors, Parties projects, Parties customers) {
        Separations separations = Separations.of(settings.separations());
        corrected = new CorrectedLines(separations);
        for (Family family : Family.values()) {
            Parties parties =
                    switch (family) {
                        case COST, ORDER -> vendors;
                        case TIME -> projects;
                        case INCOME, INVOICES -> customers;
                    };
            matches.put(family, new LiveMatches(settings.rules(), parties, separations));
        }
    }

    /// A ledger without lines.
    ///
    /// @param vendors whom documents name
    /// @param projects for which hours are booked
    /// @param customers who are invoiced
    public static LiveLedger empty(
            MatchSettings settings, Parties vendors, Parties projects, Parties customers) {
        return new LiveLedger(settings, vendors, projects, customers);
    }

    /// Takes in all lines, and says what [#change] says, of lines whose standing is another than
    /// the last known.
    public Set<String> fill(
            Collection<SheetLine> allRows,
            Collection<BookDocument> allDocuments,
            Collection<Standing> lastKnown,
            Instant now) {
        lastKnown.forEach(standing -> standings.put(standing.lineId(), standing));
        Set<String> touched = change(allRows, List.of(), allDocuments, List.of(), now);
        Set<String> parts = corrected.parts();
        for (Standing known : lastKnown) {
            String line = known.lineId();
            if (!lines.containsKey(line)
                    && !parts.contains(line)
                    && standings.remove(line) != null) {
                touched.add(known.lineId());
            }
        }
        return touched;
    }

    /// Takes in what changed, and says which lines may be said anew: those whose standing is
    /// another now, or that have none any more.
    public Set<String> change(
            Collection<SheetLine> changedRows,
            Collection<RowRef> goneRows,
            Collection<BookDocument> changedDocuments,
            Collection<String> goneDocuments,
            Instant now) {
        Set<String> touched = new TreeSet<>();
        Map<Family, List<Entry>> put = new EnumMap<>(Family.class);
        List<Entry> removed = new ArrayList<>();
        Set<Object> redated = new HashSet<>();
        CorrectedLines.Changes corrections = new CorrectedLines.Changes();
        goneDocuments.forEach(key -> {
            forget(key, redated, corrections);
            replace(key, List.of(), put, removed);
        });
        for (BookDocument said : changedDocuments) {
            BookDocument document = corrected.valid(said);
            forget(document.key(), redated, corrections);
            documents.put(document.key(), document);
            days.add(document, redated);
            List<Entry> own = Entries.of(document);
            replace(document.key(), corrected.add(document, own, corrections), put, removed);
        }
        goneRows.forEach(row -> {
            forget(row);
            replace(row.key(), List.of(), put, removed);
        });
        changedRows.forEach(row -> take(row, put, removed));
        Set<RowRef> again = days.concernedBy(redated);
        corrections.rows().stream().filter(rows::containsKey).forEach(again::add);
        for (RowRef row : again) {
            take(Objects.requireNonNull(rows.get(row)), put, removed);
        }
        List<Verdict> verdicts = new ArrayList<>();
        for (Entry line : removed) {
            touched.add(line.id());
            verdicts.addAll(of(line).remove(line.kind().side(), line.id()));
        }
        put.forEach((family, lines) ->
                verdicts.addAll(Objects.requireNonNull(matches.get(family)).put(lines)));
        boolean restated = scope.isOther() || !corrections.documents().isEmpty();
        touched.removeIf(id -> standings.remove(id) == null);
        state(restated ? all() : verdicts, touched, now);
        finish(corrections, touched);
        return touched;
    }

    /// What corrects nothing any more is said no longer; what is corrected otherwise is told in
    /// other words.
    private void finish(CorrectedLines.Changes corrections, Set<String> touched) {
        corrections.lines().removeAll(corrected.parts());
        for (String line : corrections.lines()) {
            if (!lines.containsKey(line) && standings.remove(line) != null) {
                touched.add(line);
            }
        }
        for (String document : corrections.documents()) {
            for (Standing line : ofDocument(document)) {
                touched.add(line.lineId());
                touched.addAll(line.counterparts());
            }
        }
    }

    /// Absent when the row is not compared.
    public @Nullable SheetLine row(RowRef row) {
        return rows.get(row);
    }

    /// Absent when nothing is said of the line.
    public @Nullable Standing standing(String lineId) {
        return standings.get(lineId);
    }

    public Collection<Standing> standings() {
        return standings.values();
    }

    /// The document that a line belongs to; absent for a line that is no longer there.
    public @Nullable BookDocument document(String lineId) {
        return documents.get(documentOf(lineId));
    }

    /// `Bill:145` of `Bill:145#2`.
    public static String documentOf(String lineId) {
        int mark = lineId.indexOf('#');
        return mark < 0 ? lineId : lineId.substring(0, mark);
    }

    /// A sheet's id is a number, a document's type is a word.
    public static boolean isOfBooks(String lineId) {
        return Character.isLetter(lineId.charAt(0));
    }

    /// What is said of the lines of a document.
    public List<Standing> ofDocument(String key) {
        return entries.getOrDefault(key, List.of()).stream()
                .map(line -> standings.get(line.id()))
                .filter(Objects::nonNull)
                .toList();
    }

    private void forget(String key, Set<Object> redated, CorrectedLines.Changes corrections) {
        BookDocument known = documents.remove(key);
        if (known != null) {
            days.remove(known, redated);
            corrected.remove(known, entries.getOrDefault(key, List.of()), corrections);
        }
    }

    private void forget(RowRef row) {
        SheetLine known = rows.remove(row);
        if (known != null) {
            days.remove(known);
            scope.remove(known);
        }
    }

    private void take(SheetLine said, Map<Family, List<Entry>> put, List<Entry> removed) {
        SheetLine row = days.isOtherwisePriced(said) ? said.withoutMeasure() : said;
        forget(row.row());
        rows.put(row.row(), row);
        days.add(row);
        scope.add(row);
        Entry line = Entries.of(row, days.of(row), corrected.agreed(row.row()));
        replace(row.row().key(), line == null ? List.of() : List.of(line), put, removed);
    }

    private void replace(
            String owner, List<Entry> owned, Map<Family, List<Entry>> put, List<Entry> removed) {
        Map<String, Entry> now = owned.stream().collect(Collectors.toMap(Entry::id, line -> line));
        for (Entry before : entries.getOrDefault(owner, List.of())) {
            Entry after = now.get(before.id());
            if (after == null || after.kind().family() != before.kind().family()) {
                removed.add(before);
            }
            lines.remove(before.id());
        }
        for (Entry line : owned) {
            lines.put(line.id(), line);
            put.computeIfAbsent(line.kind().family(), _ -> new ArrayList<>()).add(line);
        }
        if (owned.isEmpty()) {
            entries.remove(owner);
        } else {
            entries.put(owner, owned);
        }
    }

    private LiveMatches of(Entry line) {
        return Objects.requireNonNull(matches.get(line.kind().family()));
    }

    private List<Verdict> all() {
        return matches.values().stream().flatMap(one -> one.all().stream()).toList();
    }

    /// A line that several verdicts speak of has the last one.
    private void state(List<Verdict> verdicts, Set<String> touched, Instant now) {
        Map<String, Verdict> last = new HashMap<>();
        for (Verdict verdict : verdicts) {
            Stream.concat(verdict.sheet().stream(), verdict.books().stream())
                    .filter(line -> line.equals(lines.get(line.id())))
                    .forEach(line -> last.put(line.id(), verdict));
        }
        last.forEach((id, verdict) ->
                state(verdict, Objects.requireNonNull(lines.get(id)), touched, now));
    }

    private void state(Verdict verdict, Entry line, Set<String> touched, Instant now) {
        Set<String> unsaid = corrected.linesOf(line);
        if (isOfInterest(verdict, line)) {
            Parts parts = new Parts(corrected::of, this::document, now);
            for (Standing next : parts.of(verdict, line)) {
                unsaid.remove(next.lineId());
                Standing before = standings.get(next.lineId());
                if (before == null || !next.saysAs(before)) {
                    standings.put(next.lineId(), next);
                    touched.add(next.lineId());
                }
            }
        }
        unsaid.stream().filter(id -> standings.remove(id) != null).forEach(touched::add);
    }

    /// The books hold more than sheets ask for. An invoice that was drafted of rows is asked for by
    /// these, wherever they are now.
    private boolean isOfInterest(Verdict verdict, Entry line) {
        return line.kind().side() == Side.SHEET
                || !(verdict instanceof Verdict.Alone alone)
                || alone.category() == Category.DUPLICATE
                || switch (line.kind().family()) {
                    case COST, TIME, ORDER -> scope.covers(line);
                    case INCOME -> scope.covers(line) && !isDrafted(line);
                    case INVOICES -> false;
                };
    }

    private boolean isDrafted(Entry line) {
        BookDocument document = document(line.id());
        return document != null && document.drafted();
    }
}

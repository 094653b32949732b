package io.tieout.reconcile.engine;

import io.tieout.reconcile.engine.Router.Route;
import io.tieout.reconcile.ledger.Entry;
import io.tieout.reconcile.ledger.EntryKind.Side;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Keeps the verdicts on two books that change, line by line: a change matches again only the
/// blocks that it touches. What stands at any time is what [Reconciler] would say of all lines. Not
/// for several threads at once.
public final class LiveMatches {
    /// From so many on, all processors work.
    private static final int MANY = 64;

    private final MatchRules rules;
    private final Separations separations;
    private final Router router;
    private final Map<String, Placed> sheet = new HashMap<>();
    private final Map<String, Placed> books = new HashMap<>();
    private final Map<String, Set<Line>> sheetByBlock = new HashMap<>();
    private final Map<String, Set<Line>> booksByBlock = new HashMap<>();
    private final TreeMap<String, List<Verdict>> verdicts = new TreeMap<>();
    private final Lookup found = new Lookup();
    private final Lookup waiting = new Lookup();

    /// A line and the block that it is in.
    private record Placed(Line line, String block) {
        Entry entry() {
            return line.entry();
        }
    }

    public LiveMatches(MatchRules rules, Parties parties) {
        this(rules, parties, Separations.NONE);
    }

    public LiveMatches(MatchRules rules, Parties parties, Separations separations) {
        this.rules = rules;
        this.separations = separations;
        router = new Router(parties, separations);
    }

    /// Takes lines in, new or changed, and says the verdicts that were not said before.
    public List<Verdict> put(Collection<Entry> entries) {
        Set<String> touched = new TreeSet<>();
        Set<Entry> concerned = new HashSet<>();
        if (entries.size() >= MANY) {
            router.learn(entries);
        }
        for (Entry entry : entries) {
            if (entry.kind().side() == Side.BOOKS) {
                placeInBooks(entry, touched, concerned);
            }
        }
        reroute(concerned, touched);
        for (Entry entry : entries) {
            if (entry.kind().side() == Side.SHEET) {
                placeInSheet(entry, touched);
            }
        }
        return match(touched);
    }

    /// Takes a line out, and says the verdicts that were not said before.
    public List<Verdict> remove(Side side, String id) {
        Set<String> touched = new TreeSet<>();
        if (side == Side.SHEET) {
            takeFromSheet(id, touched);
        } else {
            Set<Entry> concerned = new HashSet<>();
            takeFromBooks(id, touched, concerned);
            reroute(concerned, touched);
        }
        return match(touched);
    }

    public List<Verdict> all() {
        List<Verdict> all = new ArrayList<>();
        verdicts.values().forEach(all::addAll);
        return all;
    }

    private void placeInBooks(Entry entry, Set<String> touched, Set<Entry> concerned) {
        Placed known = books.get(entry.id());
        if (known != null && known.entry().equals(entry)) {
            return;
        }
        takeFromBooks(entry.id(), touched, concerned);
        String block = router.books(entry).block();
        Line line = new Line(entry, 1);
        books.put(entry.id(), new Placed(line, block));
        booksByBlock.computeIfAbsent(block, _ -> new TreeSet<>(Line.BY_DAY)).add(line);
        found.add(entry, entry.id());
        touched.add(block);
        concerned.addAll(concernedBy(entry));
    }

    private void takeFromBooks(String id, Set<String> touched, Set<Entry> concerned) {
        Placed known = books.remove(id);
        if (known != null) {
            drop(booksByBlock, known);
            found.remove(known.entry(), id);
            touched.add(known.block());
            concerned.addAll(concernedBy(known.entry()));
        }
    }

    private void placeInSheet(Entry entry, Set<String> touched) {
        Placed known = sheet.get(entry.id());
        if (known == null || !known.entry().equals(entry)) {
            takeFromSheet(entry.id(), touched);
            route(entry, touched);
        }
    }

    private void takeFromSheet(String id, Set<String> touched) {
        Placed known = sheet.remove(id);
        if (known != null) {
            drop(sheetByBlock, known);
            waiting.remove(known.entry(), known.entry().link());
            touched.add(known.block());
        }
    }

    private void route(Entry entry, Set<String> touched) {
        Route route = router.sheet(entry, found);
        Line line = new Line(entry, route.probability());
        sheet.put(entry.id(), new Placed(line, route.block()));
        sheetByBlock.computeIfAbsent(route.block(), _ -> new TreeSet<>(Line.BY_DAY)).add(line);
        touched.add(route.block());
        if (!route.settled()) {
            waiting.add(entry, entry.link());
        }
    }

    /// Lines of the sheet that may be a line of the books.
    private Set<Entry> concernedBy(Entry inBooks) {
        Set<Entry> concerned = new HashSet<>(waiting.byId(inBooks.id()));
        concerned.addAll(waiting.byAmount(inBooks.amount()));
        concerned.addAll(waiting.byReference(Entry.referenceKey(inBooks.reference())));
        return concerned;
    }

    /// Lines of the books came or went: lines of the sheet that may be theirs look again where they
    /// belong.
    private void reroute(Set<Entry> concerned, Set<String> touched) {
        for (Entry entry : concerned) {
            takeFromSheet(entry.id(), touched);
            route(entry, touched);
        }
    }

    private static void drop(Map<String, Set<Line>> byBlock, Placed known) {
        Set<Line> members = byBlock.get(known.block());
        if (members != null) {
            members.remove(known.line());
            if (members.isEmpty()) {
                byBlock.remove(known.block());
            }
        }
    }

    private List<Verdict> match(Set<String> touched) {
        List<String> blocks = List.copyOf(touched);
        Stream<String> work = blocks.size() < MANY ? blocks.stream() : blocks.parallelStream();
        List<List<Verdict>> each = work.map(this::match).toList();
        List<Verdict> changed = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            String block = blocks.get(i);
            List<Verdict> now = each.get(i);
            addOther(now, verdicts.getOrDefault(block, List.of()), changed);
            if (now.isEmpty()) {
                verdicts.remove(block);
            } else {
                verdicts.put(block, now);
            }
        }
        return changed;
    }

    private List<Verdict> match(String block) {
        return BlockMatcher.match(
                List.copyOf(sheetByBlock.getOrDefault(block, Set.of())),
                List.copyOf(booksByBlock.getOrDefault(block, Set.of())),
                rules,
                separations);
    }

    /// Adds those that were not said before.
    private static void addOther(List<Verdict> now, List<Verdict> before, List<Verdict> changed) {
        IdentityHashMap<Entry, Verdict> said = new IdentityHashMap<>(before.size() * 2);
        before.forEach(verdict -> said.put(first(verdict), verdict));
        for (Verdict verdict : now) {
            if (!verdict.equals(said.get(first(verdict)))) {
                changed.add(verdict);
            }
        }
    }

    private static Entry first(Verdict verdict) {
        return verdict.sheet().isEmpty() ? verdict.books().getFirst() : verdict.sheet().getFirst();
    }

    /// Lines by what others may ask for.
    private static final class Lookup implements BookIndex {
        private final Map<String, Map<String, Entry>> byId = new HashMap<>();
        private final Map<String, Map<String, Entry>> byReference = new HashMap<>();
        private final Map<Long, Map<String, Entry>> byAmount = new HashMap<>();

        private void add(Entry entry, String id) {
            put(byId, id, entry);
            put(byReference, Entry.referenceKey(entry.reference()), entry);
            put(byAmount, entry.amount(), entry);
        }

        private void remove(Entry entry, String id) {
            remove(byId, id, entry);
            remove(byReference, Entry.referenceKey(entry.reference()), entry);
            remove(byAmount, entry.amount(), entry);
        }

        private static <K> void put(Map<K, Map<String, Entry>> map, K key, Entry entry) {
            if (!key.equals("")) {
                map.computeIfAbsent(key, _ -> new LinkedHashMap<>(2)).put(entry.id(), entry);
            }
        }

        private static <K> void remove(Map<K, Map<String, Entry>> map, K key, Entry entry) {
            Map<String, Entry> entries = map.get(key);
            if (entries != null) {
                entries.remove(entry.id());
                if (entries.isEmpty()) {
                    map.remove(key);
                }
            }
        }

        @Override
        public Collection<Entry> byId(String id) {
            return List.copyOf(byId.getOrDefault(id, Map.of()).values());
        }

        @Override
        public Collection<Entry> byReference(String key) {
            return List.copyOf(byReference.getOrDefault(key, Map.of()).values());
        }

        @Override
        public Collection<Entry> byAmount(long amount) {
            return byAmount.getOrDefault(amount, Map.of()).values();
        }
    }
}

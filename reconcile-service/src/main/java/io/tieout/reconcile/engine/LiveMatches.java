package io.tieout.reconcile.engine;

import io.tieout.reconcile.engine.Router.Route;
import io.tieout.reconcile.ledger.Entry;
import io.tieout.reconcile.ledger.EntryKind.Side;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Keeps the verdicts on two books that change, line by line: a change matches again only the
/// blocks that it touches. What stands at any time is what [Reconciler] would say of all lines. Not
/// for several threads at once.
public final class LiveMatches {
    private final MatchRules rules;
    private final Separations separations;
    private final Router router;
    private final Map<String, Entry> sheet = new HashMap<>();
    private final Map<String, Entry> books = new HashMap<>();
    private final Map<String, Route> routes = new HashMap<>();
    private final Map<String, Set<String>> sheetByBlock = new HashMap<>();
    private final Map<String, Set<String>> booksByBlock = new HashMap<>();
    private final TreeMap<String, List<Verdict>> verdicts = new TreeMap<>();
    private final Lookup found = new Lookup();
    private final Lookup waiting = new Lookup();

    public LiveMatches(MatchRules rules, Parties parties) {
        this(rules, parties, Separations.NONE);
    }

    public LiveMatches(MatchRules rules, Parties parties, Separations separations) {
        this.rules = rules;
        this.separations = separations;
        router = new Router(parties, separations);
    }

    /// Takes lines in, new or changed, and says the verdicts of all blocks that this touched.
    public List<Verdict> put(Collection<Entry> entries) {
        Set<String> touched = new TreeSet<>();
        entries.forEach(entry -> place(entry, touched));
        return match(touched);
    }

    /// Takes a line out, and says the verdicts of all blocks that this touched.
    public List<Verdict> remove(Side side, String id) {
        Set<String> touched = new TreeSet<>();
        Entry known = (side == Side.SHEET ? sheet : books).get(id);
        if (known != null) {
            take(known, touched);
            if (side == Side.BOOKS) {
                reroute(known, touched);
            }
        }
        return match(touched);
    }

    public List<Verdict> all() {
        List<Verdict> all = new ArrayList<>();
        verdicts.values().forEach(all::addAll);
        return all;
    }

    private void place(Entry entry, Set<String> touched) {
        boolean inSheet = entry.kind().side() == Side.SHEET;
        Entry known = (inSheet ? sheet : books).get(entry.id());
        if (entry.equals(known)) {
            return;
        }
        if (known != null) {
            take(known, touched);
        }
        if (inSheet) {
            sheet.put(entry.id(), entry);
            route(entry, touched);
        } else {
            books.put(entry.id(), entry);
            found.add(entry, entry.id());
            String block = router.books(entry).block();
            booksByBlock.computeIfAbsent(block, _ -> new TreeSet<>()).add(entry.id());
            touched.add(block);
            reroute(entry, touched);
            if (known != null) {
                reroute(known, touched);
            }
        }
    }

    private void route(Entry entry, Set<String> touched) {
        Route route = router.sheet(entry, found);
        routes.put(entry.id(), route);
        sheetByBlock.computeIfAbsent(route.block(), _ -> new TreeSet<>()).add(entry.id());
        touched.add(route.block());
        if (!route.settled()) {
            waiting.add(entry, entry.link());
        }
    }

    private void take(Entry known, Set<String> touched) {
        if (known.kind().side() == Side.SHEET) {
            sheet.remove(known.id());
            Route route = routes.remove(known.id());
            if (route != null) {
                drop(sheetByBlock, route.block(), known.id());
                touched.add(route.block());
                waiting.remove(known, known.link());
            }
        } else {
            books.remove(known.id());
            found.remove(known, known.id());
            String block = router.books(known).block();
            drop(booksByBlock, block, known.id());
            touched.add(block);
        }
    }

    /// A line of the books came or went: lines of the sheet that may be it look again where they
    /// belong.
    private void reroute(Entry changed, Set<String> touched) {
        Set<Entry> concerned = new HashSet<>(waiting.byId(changed.id()));
        concerned.addAll(waiting.byAmount(changed.amount()));
        concerned.addAll(waiting.byReference(Entry.referenceKey(changed.reference())));
        for (Entry entry : concerned) {
            take(entry, touched);
            sheet.put(entry.id(), entry);
            route(entry, touched);
        }
    }

    private static void drop(Map<String, Set<String>> byBlock, String block, String id) {
        Set<String> members = byBlock.get(block);
        if (members != null) {
            members.remove(id);
            if (members.isEmpty()) {
                byBlock.remove(block);
            }
        }
    }

    private List<Verdict> match(Set<String> touched) {
        List<Verdict> changed = new ArrayList<>();
        for (String block : touched) {
            List<Line> mine = new ArrayList<>();
            for (String id : sheetByBlock.getOrDefault(block, Set.of())) {
                Entry entry = sheet.get(id);
                Route route = routes.get(id);
                if (entry != null && route != null) {
                    mine.add(new Line(entry, route.probability()));
                }
            }
            List<Line> its = new ArrayList<>();
            for (String id : booksByBlock.getOrDefault(block, Set.of())) {
                Entry entry = books.get(id);
                if (entry != null) {
                    its.add(new Line(entry, 1));
                }
            }
            List<Verdict> now = BlockMatcher.match(mine, its, rules, separations);
            changed.addAll(now);
            if (now.isEmpty()) {
                verdicts.remove(block);
            } else {
                verdicts.put(block, now);
            }
        }
        return changed;
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

package io.tieout.reconcile.engine;

import io.tieout.reconcile.engine.Router.Route;
import io.tieout.reconcile.ledger.Entry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Matches all lines of the two books. The same lines have the same verdicts, in whatever order
/// they come. Pure; uses all processors.
public final class Reconciler {
    /// The lines of one block.
    private static final class Members {
        private final List<Entry> sheet = new ArrayList<>(4);
        private final List<Double> probabilities = new ArrayList<>(4);
        private final List<Entry> books = new ArrayList<>(4);
    }

    private Reconciler() {}

    public static List<Verdict> match(
            Collection<Entry> sheet, Collection<Entry> books, MatchRules rules, Parties parties) {
        return match(sheet, books, rules, parties, Separations.NONE);
    }

    /// @param separations what persons took apart
    public static List<Verdict> match(
            Collection<Entry> sheet,
            Collection<Entry> books,
            MatchRules rules,
            Parties parties,
            Separations separations) {
        Router router = new Router(parties, separations);
        sheet.parallelStream().map(Entry::party).distinct().forEach(parties::find);
        BookIndex index = index(sheet, books, router);
        Map<String, Members> blocks = new HashMap<>();
        for (Entry entry : books) {
            blocks.computeIfAbsent(router.books(entry).block(), _ -> new Members())
                    .books
                    .add(entry);
        }
        for (Entry entry : sheet) {
            Route route = router.sheet(entry, index);
            Members members = blocks.computeIfAbsent(route.block(), _ -> new Members());
            members.sheet.add(entry);
            members.probabilities.add(route.probability());
        }
        List<Members> inOrder =
                blocks.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(Map.Entry::getValue)
                        .toList();
        return inOrder.parallelStream()
                .flatMap(members -> match(members, rules, separations).stream())
                .toList();
    }

    private static List<Verdict> match(Members members, MatchRules rules, Separations separations) {
        List<Line> sheet = new ArrayList<>(members.sheet.size());
        for (int i = 0; i < members.sheet.size(); i++) {
            sheet.add(new Line(members.sheet.get(i), members.probabilities.get(i)));
        }
        List<Line> books = members.books.stream().map(entry -> new Line(entry, 1)).toList();
        return BlockMatcher.match(sheet, books, rules, separations);
    }

    /// Knows only what unsettled lines may ask for.
    private static BookIndex index(
            Collection<Entry> sheet, Collection<Entry> books, Router router) {
        Set<String> ids = new HashSet<>();
        Set<String> references = new HashSet<>();
        Set<Long> amounts = new HashSet<>();
        for (Entry entry : sheet) {
            if (!router.isSettled(entry)) {
                ids.add(entry.link());
                references.add(Entry.referenceKey(entry.reference()));
                amounts.add(entry.amount());
            }
        }
        Map<String, List<Entry>> byId = new HashMap<>();
        Map<String, List<Entry>> byReference = new HashMap<>();
        Map<Long, List<Entry>> byAmount = new HashMap<>();
        for (Entry entry : books) {
            if (ids.contains(entry.id())) {
                byId.computeIfAbsent(entry.id(), _ -> new ArrayList<>(1)).add(entry);
            }
            if (amounts.contains(entry.amount())) {
                byAmount.computeIfAbsent(entry.amount(), _ -> new ArrayList<>(1)).add(entry);
            }
            if (!references.isEmpty() && !entry.reference().isEmpty()) {
                String key = Entry.referenceKey(entry.reference());
                if (references.contains(key)) {
                    byReference.computeIfAbsent(key, _ -> new ArrayList<>(1)).add(entry);
                }
            }
        }
        return new BookIndex() {
            @Override
            public Collection<Entry> byId(String id) {
                return byId.getOrDefault(id, List.of());
            }

            @Override
            public Collection<Entry> byReference(String key) {
                return byReference.getOrDefault(key, List.of());
            }

            @Override
            public Collection<Entry> byAmount(long amount) {
                return byAmount.getOrDefault(amount, List.of());
            }
        };
    }
}

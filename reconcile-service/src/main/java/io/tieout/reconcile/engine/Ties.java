package io.tieout.reconcile.engine;

import io.tieout.reconcile.engine.Assignment.Edge;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Puts tied pairs into groups that a person can decide one at a time. Pure.
final class Ties {
    private static final int SHOWN_MAX = 12;
    private static final String UNDECIDED = "another fits as well";

    private Ties() {}

    static List<List<Edge>> groups(List<Edge> edges) {
        Map<Integer, Integer> bySheet = new HashMap<>();
        Map<Integer, Integer> byBooks = new HashMap<>();
        int[] group = new int[edges.size()];
        for (int i = 0; i < group.length; i++) {
            group[i] = i;
            join(group, i, bySheet.putIfAbsent(edges.get(i).s(), i));
            join(group, i, byBooks.putIfAbsent(edges.get(i).b(), i));
        }
        Map<Integer, List<Edge>> groups = new LinkedHashMap<>();
        for (int i = 0; i < group.length; i++) {
            groups.computeIfAbsent(root(group, i), _ -> new ArrayList<>()).add(edges.get(i));
        }
        return List.copyOf(groups.values());
    }

    private static void join(
            int[] group, int one, @org.jspecify.annotations.Nullable Integer other) {
        if (other != null) {
            group[root(group, one)] = root(group, other);
        }
    }

    private static int root(int[] group, int at) {
        int root = at;
        while (group[root] != root) {
            group[root] = group[group[root]];
            root = group[root];
        }
        return root;
    }

    static List<Verdict.Near> near(Block block, MatchRule rule, List<Edge> edges) {
        return edges.stream().limit(SHOWN_MAX).map(edge -> near(block, rule, edge)).toList();
    }

    private static Verdict.Near near(Block block, MatchRule rule, Edge edge) {
        Line sheet = block.sheet.lines[edge.s()];
        Line books = block.books.lines[edge.b()];
        List<String> failed = new ArrayList<>(PairScore.failed(sheet, books, rule));
        failed.add(UNDECIDED);
        return new Verdict.Near(
                sheet.entry(), books.entry(), PairScore.probability(edge.odds()), failed);
    }

    static int[] array(Collection<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }
}

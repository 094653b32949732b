package io.tieout.reconcile.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jgrapht.alg.matching.MaximumWeightBipartiteMatching;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;

/// The best assignment of lines to lines, by connected component: best for all together, not for
/// whoever comes first. Pure.
final class Assignment {
    /// A pair that may be.
    record Edge(int s, int b, double odds) {}

    /// A pair that is best.
    ///
    /// @param margin how much worse for all the best other choice for either of the two is
    record Chosen(Edge edge, double margin) {}

    /// What was decided about a component.
    record Decision(List<Chosen> chosen, List<Edge> tied) {}

    static final double TIE = 0.5;
    private static final int NODES_MAX = 400;
    private static final int COMPARED_MAX = 40;
    private static final double MARGIN_MAX = 12;

    /// What an unmatched line costs: as much as the least that is looked at.
    private static final double LIFT = 2;

    private Assignment() {}

    static Decision of(List<Edge> edges) {
        List<Chosen> chosen = new ArrayList<>();
        List<Edge> tied = new ArrayList<>();
        for (List<Edge> component : components(edges)) {
            decide(component, chosen, tied);
        }
        return new Decision(chosen, tied);
    }

    private static void decide(List<Edge> component, List<Chosen> chosen, List<Edge> tied) {
        if (component.size() == 1) {
            chosen.add(new Chosen(component.getFirst(), MARGIN_MAX));
            return;
        }
        Set<Integer> sheet = new LinkedHashSet<>();
        Set<Integer> books = new LinkedHashSet<>();
        for (Edge edge : component) {
            sheet.add(edge.s());
            books.add(-1 - edge.b());
        }
        List<Edge> best = best(component, sheet, books);
        if (best.isEmpty()) {
            tied.addAll(component);
            return;
        }
        boolean small = sheet.size() + books.size() <= COMPARED_MAX;
        Set<Integer> tiedSheet = new LinkedHashSet<>();
        Set<Integer> tiedBooks = new LinkedHashSet<>();
        List<Chosen> clear = new ArrayList<>();
        for (Edge edge : best) {
            List<Edge> others = small ? other(edge, component, best) : List.of();
            List<Edge> adjacent = adjacent(edge, component);
            double margin = small ? margin(edge, best, others) : margin(edge, adjacent);
            if (margin >= TIE) {
                clear.add(new Chosen(edge, margin));
                continue;
            }
            Stream.concat(
                            Stream.concat(Stream.of(edge), others.stream()),
                            adjacent.stream().filter(other -> edge.odds() - other.odds() < TIE))
                    .forEach(other -> {
                        tiedSheet.add(other.s());
                        tiedBooks.add(other.b());
                    });
        }
        for (Chosen one : clear) {
            if (!tiedSheet.contains(one.edge().s()) && !tiedBooks.contains(one.edge().b())) {
                chosen.add(one);
            }
        }
        for (Edge edge : component) {
            if (tiedSheet.contains(edge.s()) && tiedBooks.contains(edge.b())) {
                tied.add(edge);
            }
        }
    }

    /// What would be best for all without this pair, as far as it is other than the best.
    private static List<Edge> other(Edge edge, List<Edge> component, List<Edge> best) {
        List<Edge> without = component.stream().filter(one -> !one.equals(edge)).toList();
        List<Edge> other = new ArrayList<>(solve(without));
        other.removeAll(best);
        return other;
    }

    /// How much worse all is without this pair, if one of the two has another choice then.
    private static double margin(Edge edge, List<Edge> best, List<Edge> other) {
        if (adjacent(edge, other).isEmpty()) {
            return MARGIN_MAX;
        }
        double lost = 0;
        for (Edge one : best) {
            lost += one.equals(edge) || !adjacent(one, other).isEmpty() ? weight(one) : 0;
        }
        for (Edge one : other) {
            lost -= weight(one);
        }
        return Math.min(MARGIN_MAX, lost / 100);
    }

    private static List<Edge> adjacent(Edge edge, List<Edge> edges) {
        return edges.stream()
                .filter(other -> !other.equals(edge))
                .filter(other -> other.s() == edge.s() || other.b() == edge.b())
                .toList();
    }

    private static double margin(Edge edge, List<Edge> adjacent) {
        double second = edge.odds() - MARGIN_MAX;
        for (Edge other : adjacent) {
            second = Math.max(second, other.odds());
        }
        return edge.odds() - second;
    }

    private static List<Edge> best(List<Edge> component, Set<Integer> sheet, Set<Integer> books) {
        if (sheet.size() == 1 || books.size() == 1) {
            return List.of(
                    component.stream()
                            .max(
                                    Comparator.comparingDouble(Edge::odds)
                                            .thenComparing(
                                                    Comparator.comparingInt(Edge::s)
                                                            .thenComparingInt(Edge::b)
                                                            .reversed()))
                            .orElseThrow());
        }
        return sheet.size() + books.size() > NODES_MAX ? List.of() : solve(component);
    }

    private static double weight(Edge edge) {
        return Math.rint(100 * Math.max(0, LIFT + edge.odds()));
    }

    private static List<Edge> solve(List<Edge> component) {
        SimpleWeightedGraph<Integer, DefaultWeightedEdge> graph =
                new SimpleWeightedGraph<>(DefaultWeightedEdge.class);
        Set<Integer> sheet = new LinkedHashSet<>();
        Set<Integer> books = new LinkedHashSet<>();
        Map<DefaultWeightedEdge, Edge> known = new HashMap<>();
        for (Edge edge : component) {
            sheet.add(edge.s());
            books.add(-1 - edge.b());
            graph.addVertex(edge.s());
            graph.addVertex(-1 - edge.b());
            DefaultWeightedEdge added = graph.addEdge(edge.s(), -1 - edge.b());
            graph.setEdgeWeight(added, weight(edge));
            known.put(added, edge);
        }
        return new MaximumWeightBipartiteMatching<>(graph, sheet, books)
                .getMatching().getEdges().stream()
                        .map(known::get)
                        .sorted(Comparator.comparingInt(Edge::s))
                        .toList();
    }

    private static List<List<Edge>> components(List<Edge> edges) {
        Map<Integer, Integer> parents = new HashMap<>();
        for (Edge edge : edges) {
            int one = root(parents, edge.s());
            int other = root(parents, -1 - edge.b());
            parents.put(Math.max(one, other), Math.min(one, other));
        }
        Map<Integer, List<Edge>> byRoot = new LinkedHashMap<>();
        for (Edge edge : edges) {
            byRoot.computeIfAbsent(root(parents, edge.s()), _ -> new ArrayList<>()).add(edge);
        }
        return new ArrayList<>(byRoot.values());
    }

    private static int root(Map<Integer, Integer> parents, int node) {
        int root = node;
        for (int up = parents.getOrDefault(root, root);
                up != root;
                up = parents.getOrDefault(root, root)) {
            root = up;
        }
        int at = node;
        while (at != root) {
            int next = parents.getOrDefault(at, at);
            parents.put(at, root);
            at = next;
        }
        return root;
    }
}

package io.tieout.reconcile.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    /// @param margin how much worse the best other choice is for either of the two
    record Chosen(Edge edge, double margin) {}

    /// What was decided about a component.
    record Decision(List<Chosen> chosen, List<Edge> tied) {}

    static final double TIE = 0.5;
    private static final int NODES_MAX = 400;
    private static final double LIFT = 30;

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
            chosen.add(new Chosen(component.getFirst(), 12));
            return;
        }
        List<Edge> best = best(component);
        if (best.isEmpty()) {
            tied.addAll(component);
            return;
        }
        Set<Integer> tiedSheet = new LinkedHashSet<>();
        Set<Integer> tiedBooks = new LinkedHashSet<>();
        List<Chosen> clear = new ArrayList<>();
        for (Edge edge : best) {
            double margin = margin(edge, component);
            if (margin < TIE) {
                for (Edge other : component) {
                    if ((other.s() == edge.s() || other.b() == edge.b())
                            && edge.odds() - other.odds() < TIE) {
                        tiedSheet.add(other.s());
                        tiedBooks.add(other.b());
                    }
                }
            } else {
                clear.add(new Chosen(edge, margin));
            }
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

    private static double margin(Edge edge, List<Edge> component) {
        double second = edge.odds() - 12;
        for (Edge other : component) {
            if (!other.equals(edge) && (other.s() == edge.s() || other.b() == edge.b())) {
                second = Math.max(second, other.odds());
            }
        }
        return edge.odds() - second;
    }

    private static List<Edge> best(List<Edge> component) {
        Set<Integer> sheet = new LinkedHashSet<>();
        Set<Integer> books = new LinkedHashSet<>();
        for (Edge edge : component) {
            sheet.add(edge.s());
            books.add(-1 - edge.b());
        }
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
        if (sheet.size() + books.size() > NODES_MAX) {
            return List.of();
        }
        return solve(component, sheet, books);
    }

    private static List<Edge> solve(List<Edge> component, Set<Integer> sheet, Set<Integer> books) {
        SimpleWeightedGraph<Integer, DefaultWeightedEdge> graph =
                new SimpleWeightedGraph<>(DefaultWeightedEdge.class);
        sheet.forEach(graph::addVertex);
        books.forEach(graph::addVertex);
        Map<DefaultWeightedEdge, Edge> known = new HashMap<>();
        for (Edge edge : component) {
            DefaultWeightedEdge added = graph.addEdge(edge.s(), -1 - edge.b());
            graph.setEdgeWeight(added, Math.rint(100 * (LIFT + edge.odds())));
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

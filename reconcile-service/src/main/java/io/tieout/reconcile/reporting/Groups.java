package io.tieout.reconcile.reporting;

import io.tieout.reconcile.engine.Category;
import io.tieout.reconcile.standing.Standing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Puts lines together that are each other's counterparts, whichever of them says so. A copy stands
/// by itself: what it names is its original. Pure.
final class Groups {
    private Groups() {}

    static List<List<Standing>> of(Collection<Standing> lines) {
        Map<String, Standing> byId = new LinkedHashMap<>();
        lines.forEach(line -> byId.put(line.lineId(), line));
        Map<String, Set<String>> neighbours = neighbours(byId);
        Set<String> seen = new HashSet<>();
        List<List<Standing>> groups = new ArrayList<>();
        for (Standing line : byId.values()) {
            List<Standing> group = new ArrayList<>();
            List<String> open = new ArrayList<>(List.of(line.lineId()));
            while (!open.isEmpty()) {
                String id = open.removeLast();
                Standing one = byId.get(id);
                if (one != null && seen.add(id)) {
                    group.add(one);
                    open.addAll(neighbours.getOrDefault(id, Set.of()));
                }
            }
            if (!group.isEmpty()) {
                groups.add(group);
            }
        }
        return groups;
    }

    private static Map<String, Set<String>> neighbours(Map<String, Standing> byId) {
        Map<String, Set<String>> neighbours = new HashMap<>();
        for (Standing line : byId.values()) {
            for (String id : line.counterparts()) {
                Standing other = byId.get(id);
                if (other != null
                        && ReportItem.isSheet(other) != ReportItem.isSheet(line)
                        && line.category() != Category.DUPLICATE
                        && other.category() != Category.DUPLICATE) {
                    neighbours.computeIfAbsent(line.lineId(), _ -> new LinkedHashSet<>()).add(id);
                    neighbours.computeIfAbsent(id, _ -> new LinkedHashSet<>()).add(line.lineId());
                }
            }
        }
        return neighbours;
    }
}

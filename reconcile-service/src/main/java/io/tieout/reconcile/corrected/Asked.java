package io.tieout.reconcile.corrected;

import io.tieout.model.id.ProposalId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A correcting entry that a person asked for, and what became of it.
///
/// @param first the first of those that count only together
/// @param together how many these are
/// @param awaited whether it may be posted still, or was posted and has not been seen
/// @param posted the entry as it is now; absent while it is not there, or no longer
public record Asked(ProposalId first, int together, boolean awaited, @Nullable Correcting posted) {
    /// The entries that count. One that moves costs into another month does not count before its
    /// other half does: in between, the books hold the costs twice.
    public static List<Correcting> counting(Collection<Asked> all) {
        Map<String, List<Asked>> sets = new TreeMap<>();
        for (Asked one : all) {
            sets.computeIfAbsent(one.first().toString(), _ -> new ArrayList<>()).add(one);
        }
        return sets.values().stream()
                .filter(Asked::isDecided)
                .flatMap(List::stream)
                .map(Asked::posted)
                .filter(Objects::nonNull)
                .sorted(
                        Comparator.comparing(Correcting::date)
                                .thenComparing(one -> one.entry().value()))
                .toList();
    }

    private static boolean isDecided(List<Asked> set) {
        return set.size() >= set.getFirst().together() && set.stream().noneMatch(Asked::awaited);
    }
}

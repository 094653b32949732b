package io.tieout.reconcile.matching;

import io.tieout.reconcile.engine.MatchRules;
import io.tieout.reconcile.engine.Separations;
import io.tieout.reconcile.names.NameMemory;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/// What people decided about matching in a realm.
///
/// @param aliases what vendors are also called
/// @param separations pairs that are not the same
public record MatchSettings(
        MatchRules rules, Set<NameMemory.Known> aliases, Set<Separations.Pair> separations) {
    /// What holds where nobody decided anything.
    public static final MatchSettings FIRST =
            new MatchSettings(MatchRules.FIRST, List.of(), List.of());

    public MatchSettings(
            MatchRules rules,
            Collection<NameMemory.Known> aliases,
            Collection<Separations.Pair> separations) {
        this(rules, Set.copyOf(aliases), Set.copyOf(separations));
    }
}

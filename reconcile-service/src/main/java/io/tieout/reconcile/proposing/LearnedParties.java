package io.tieout.reconcile.proposing;

import io.tieout.model.id.RealmId;
import io.tieout.reconcile.engine.Parties;
import io.tieout.reconcile.ledger.EntryKind.Family;
import io.tieout.reconcile.names.NameMemory;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The parties of each realm's books. Learning how their names are told apart takes longer than a
/// comparison, and only other names or aliases change it.
@ApplicationScoped
class LearnedParties {
    private final Map<Key, Learned> learned = new ConcurrentHashMap<>();

    private record Key(RealmId realm, Family family) {}

    private record Learned(Set<String> names, Set<NameMemory.Known> aliases, Parties parties) {}

    /// @param family the lines that bear the names
    Parties of(
            RealmId realm,
            Family family,
            Collection<String> names,
            Collection<NameMemory.Known> aliases) {
        Set<String> all = Set.copyOf(names);
        Set<NameMemory.Known> also = Set.copyOf(aliases);
        return learned.compute(
                        new Key(realm, family),
                        (_, before) ->
                                before != null
                                                && before.names().equals(all)
                                                && before.aliases().equals(also)
                                        ? before
                                        : new Learned(all, also, Parties.of(all, also)))
                .parties();
    }
}

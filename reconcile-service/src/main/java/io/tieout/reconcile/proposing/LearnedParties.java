package io.tieout.reconcile.proposing;

import io.tieout.model.id.RealmId;
import io.tieout.reconcile.engine.Parties;
import io.tieout.reconcile.matching.BookDocument;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// The parties of each realm's books. Learning how their names are told apart takes longer than a
/// comparison, and only another set of vendors changes it.
@ApplicationScoped
class LearnedParties {
    private final Map<RealmId, Learned> learned = new ConcurrentHashMap<>();

    private record Learned(Set<String> vendors, Parties parties) {}

    Parties of(RealmId realm, Collection<BookDocument> documents) {
        Set<String> vendors =
                documents.stream().map(BookDocument::vendor).collect(Collectors.toSet());
        return learned.compute(
                        realm,
                        (_, before) ->
                                before != null && before.vendors().equals(vendors)
                                        ? before
                                        : new Learned(vendors, Parties.of(vendors, List.of())))
                .parties();
    }
}

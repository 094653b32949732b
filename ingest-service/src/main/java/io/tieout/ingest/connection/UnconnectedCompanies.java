package io.tieout.ingest.connection;

import io.tieout.connectors.health.ConnectionView;
import io.tieout.connectors.health.Problem;
import io.tieout.ingest.mapping.SheetMapping;
import io.tieout.kit.event.Connections;
import io.tieout.model.id.RealmId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Companies that sheets belong to and that nobody has signed in for yet. Pure.
final class UnconnectedCompanies {
    private static final String STATE = "NOT_CONNECTED";

    private UnconnectedCompanies() {}

    static List<ConnectionView> of(
            Collection<SheetMapping> mappings, Collection<ConnectionView> connected, Instant now) {
        Set<String> known =
                connected.stream()
                        .map(ConnectionView::connection)
                        .collect(Collectors.toCollection(HashSet::new));
        Map<RealmId, List<String>> waiting = new TreeMap<>(Comparator.comparing(RealmId::value));
        for (SheetMapping mapping : mappings) {
            if (!known.contains(Connections.quickbooks(mapping.realm()).value())) {
                waiting.computeIfAbsent(mapping.realm(), _ -> new ArrayList<>())
                        .add(mapping.name());
            }
        }
        return waiting.entrySet().stream()
                .map(one -> view(one.getKey(), one.getValue(), now))
                .toList();
    }

    private static ConnectionView view(RealmId realm, List<String> sheets, Instant now) {
        return new ConnectionView(
                Connections.quickbooks(realm).value(),
                "quickbooks",
                STATE,
                now,
                0,
                null,
                null,
                null,
                null,
                null,
                Map.of(),
                null,
                null,
                List.of(
                        new Problem(
                                "not-connected",
                                Problem.Level.ERROR,
                                "The rows of %s wait: nobody has signed in to company %s yet."
                                        .formatted(named(sheets), realm),
                                "A person signs in and chooses that company: ./tieout connect"
                                        + " quickbooks. Or correct the realm in the mapping.")));
    }

    private static String named(List<String> sheets) {
        String first = "“%s”".formatted(sheets.getFirst());
        int others = sheets.size() - 1;
        return switch (others) {
            case 0 -> first;
            case 1 -> first + " and another sheet";
            default -> first + " and %d other sheets".formatted(others);
        };
    }
}

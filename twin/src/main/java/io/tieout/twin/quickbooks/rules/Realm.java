package io.tieout.twin.quickbooks.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.twin.json.Json;
import io.tieout.twin.quickbooks.schema.EntityType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The books of one company. Guarded by its own monitor: whoever reads or writes holds it.
public final class Realm {
    static final int REMEMBERED_MAX = 10_000;

    /// A transaction that is gone: only change data capture still tells of it.
    public record Tombstone(String entity, String id, Instant at) {}

    private final String id;
    private final Map<String, LinkedHashMap<String, ObjectNode>> tables = new LinkedHashMap<>();
    private final List<Tombstone> tombstones = new ArrayList<>();
    private final Map<String, Long> lastIds = new LinkedHashMap<>();
    private final LinkedHashMap<String, String> remembered = new LinkedHashMap<>();
    private boolean subscriptionEnded;
    private boolean closingPassword;

    public Realm(String id) {
        this.id = id;
    }

    @SuppressWarnings("unused") // read back from a snapshot
    private Realm() {
        this("");
    }

    public String id() {
        return id;
    }

    /// Whether nobody has paid: no call is served then.
    public boolean subscriptionEnded() {
        return subscriptionEnded;
    }

    public void endSubscription(boolean ended) {
        subscriptionEnded = ended;
    }

    /// Whether people may change closed books by a password, which the API cannot give.
    public boolean closingPassword() {
        return closingPassword;
    }

    public void protectClosing(boolean byPassword) {
        closingPassword = byPassword;
    }

    public @Nullable ObjectNode find(String entity, String entityId) {
        var table = tables.get(entity);
        return table == null ? null : table.get(entityId);
    }

    public Collection<ObjectNode> all(String entity) {
        var table = tables.get(entity);
        return table == null ? List.of() : table.values();
    }

    public void put(String entity, ObjectNode body) {
        tables.computeIfAbsent(entity, _ -> new LinkedHashMap<>())
                .put(body.path("Id").textValue(), body);
    }

    public void remove(String entity, String entityId, Instant at) {
        var table = tables.get(entity);
        if (table != null) {
            table.remove(entityId);
        }
        tombstones.add(new Tombstone(entity, entityId, at));
    }

    /// Replaces one id by another wherever a reference of this name holds it.
    public void repoint(String reference, String from, String to) {
        tables.values()
                .forEach(table ->
                        table.values().forEach(body -> repoint(body, reference, from, to)));
    }

    private static void repoint(JsonNode node, String reference, String from, String to) {
        if (node.path(reference) instanceof ObjectNode ref
                && from.equals(ref.path("value").asText())) {
            ref.put("value", to).remove("name");
        }
        node.forEach(child -> repoint(child, reference, from, to));
    }

    public List<Tombstone> tombstones() {
        return List.copyOf(tombstones);
    }

    /// Transactions share one sequence, and so do customers, vendors and employees.
    public String nextId(EntityType type) {
        var group = type.nameGroup();
        var key = type.deletable() ? "txn" : group == null ? type.name() : group;
        return String.valueOf(lastIds.merge(key, 1L, Long::sum));
    }

    /// Keeps later ids above one that a sample has fixed.
    public void reserveId(EntityType type, String entityId) {
        var group = type.nameGroup();
        var key = type.deletable() ? "txn" : group == null ? type.name() : group;
        if (entityId.chars().allMatch(Character::isDigit)) {
            lastIds.merge(key, Long.parseLong(entityId), Math::max);
        }
    }

    public JsonNode preferences() {
        var found = find("Preferences", "1");
        return found == null ? Json.object() : found;
    }

    /// Whether a switch of the company is on.
    public boolean prefers(String block, String name) {
        return preferences().path(block).path(name).asBoolean(false);
    }

    public String homeCurrency() {
        return preferences().path("CurrencyPrefs").path("HomeCurrency").path("value").asText("USD");
    }

    public @Nullable JsonNode remembered(String requestKey) {
        var kept = remembered.get(requestKey);
        return kept == null ? null : Json.parse(kept);
    }

    public void remember(String requestKey, JsonNode response) {
        remembered.put(requestKey, response.toString());
        if (remembered.size() > REMEMBERED_MAX) {
            remembered.pollFirstEntry();
        }
    }

    /// What payments have taken off a transaction so far.
    public BigDecimal applied(String txnType, String txnId) {
        var sum = BigDecimal.ZERO;
        for (var payment : all("Payment")) {
            for (var line : payment.path("Line")) {
                for (var link : line.path("LinkedTxn")) {
                    if (txnType.equals(link.path("TxnType").asText())
                            && txnId.equals(link.path("TxnId").asText())) {
                        sum = sum.add(line.path("Amount").decimalValue());
                    }
                }
            }
        }
        return sum;
    }

    public Map<String, Integer> counts() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        tables.forEach((entity, table) -> counts.put(entity, table.size()));
        return counts;
    }
}

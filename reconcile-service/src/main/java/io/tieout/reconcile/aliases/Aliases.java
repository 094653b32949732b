package io.tieout.reconcile.aliases;

import io.tieout.model.id.EntityId;
import io.tieout.model.id.EventId;
import io.tieout.model.id.RealmId;
import io.tieout.reconcile.aliases.Alias.Decision;
import io.tieout.reconcile.aliases.Alias.Deed;
import io.tieout.reconcile.aliases.Alias.State;
import io.tieout.reconcile.facts.Vendors.Vendor;
import io.tieout.reconcile.names.NameMemory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/// The tables `aliases` and `alias_decisions`.
@ApplicationScoped
public class Aliases {
    private static final int SHOWN_MAX = 1000;

    /// A vendor that was renamed since goes by its new name.
    private static final String NAMED_NOW =
            """
            SELECT a.*, coalesce(nullif(v.name, ''), a.vendor) AS named_now
            FROM aliases a
            LEFT JOIN names v ON v.realm = a.realm AND v.entity_type = 'Vendor' AND v.entity_id = a.vendor_id
            WHERE a.realm = :realm\
            """;

    private final Jdbi jdbi;

    Aliases(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// What to know of names when the realm's books are compared.
    @Transactional
    public Set<NameMemory.Known> of(RealmId realm) {
        return jdbi.withHandle(handle ->
                handle.createQuery(NAMED_NOW + " AND a.state = 'LEARNED'")
                        .bind("realm", realm.value())
                        .map((rs, _) ->
                                new NameMemory.Known(
                                        rs.getString("named_now"), rs.getString("name")))
                        .collect(Collectors.toSet()));
    }

    /// All that were ever learned or contradicted, the newest change first.
    @Transactional
    public List<Alias> all(RealmId realm) {
        Map<String, List<Decision>> decisions = decisions(realm);
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                NAMED_NOW + " ORDER BY a.changed_at DESC, a.name_key LIMIT :limit")
                        .bind("realm", realm.value())
                        .bind("limit", SHOWN_MAX)
                        .map((rs, _) -> alias(rs, decisions))
                        .list());
    }

    @Transactional(Transactional.TxType.MANDATORY)
    Optional<AliasAnswer.Known> learned(RealmId realm, String nameKey) {
        return jdbi.withHandle(handle ->
                handle.createQuery(NAMED_NOW + " AND a.name_key = :name AND a.state = 'LEARNED'")
                        .bind("realm", realm.value())
                        .bind("name", nameKey)
                        .map((rs, _) ->
                                new AliasAnswer.Known(
                                        rs.getString("vendor_key"),
                                        rs.getString("vendor_id"),
                                        rs.getString("named_now")))
                        .findOne());
    }

    /// In which state this alias is, if it is known.
    @Transactional(Transactional.TxType.MANDATORY)
    Optional<State> state(RealmId realm, String nameKey, String vendorKey) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "SELECT state FROM aliases WHERE realm = :realm AND name_key ="
                                        + " :name AND vendor_key = :vendor")
                        .bind("realm", realm.value())
                        .bind("name", nameKey)
                        .bind("vendor", vendorKey)
                        .mapTo(State.class)
                        .findOne());
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void put(RealmId realm, String name, Vendor vendor, State state, String why, Instant at) {
        EntityId id = vendor.id();
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                INSERT INTO aliases (realm, name_key, vendor_key, name, vendor, vendor_id, state, why, changed_at)
                                VALUES (:realm, :nameKey, :vendorKey, :name, :vendor, :id, :state, :why, :at)
                                ON CONFLICT (realm, name_key, vendor_key) DO UPDATE
                                SET state = excluded.state, why = excluded.why, changed_at = excluded.changed_at,
                                    vendor = excluded.vendor, vendor_id = excluded.vendor_id\
                                """)
                        .bind("realm", realm.value())
                        .bind("nameKey", AliasAnswer.key(name))
                        .bind("vendorKey", AliasAnswer.key(vendor.name()))
                        .bind("name", name)
                        .bind("vendor", vendor.name())
                        .bind("id", id.value())
                        .bind("state", state.name())
                        .bind("why", why)
                        .bind("at", at)
                        .execute());
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void revoke(RealmId realm, String nameKey, String vendorKey, String why, Instant at) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                "UPDATE aliases SET state = 'REVOKED', why = :why, changed_at = :at"
                                        + " WHERE realm = :realm AND name_key = :name AND"
                                        + " vendor_key = :vendor")
                        .bind("why", why)
                        .bind("at", at)
                        .bind("realm", realm.value())
                        .bind("name", nameKey)
                        .bind("vendor", vendorKey)
                        .execute());
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void decided(
            RealmId realm, String nameKey, String vendorKey, EventId event, Decision decision) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                INSERT INTO alias_decisions (realm, name_key, vendor_key, event_id, person, decided_at, deed,
                                                             finding_id, row_key, reason)
                                VALUES (:realm, :name, :vendor, :event, :person, :at, :deed, :finding, :row, :reason)\
                                """)
                        .bind("realm", realm.value())
                        .bind("name", nameKey)
                        .bind("vendor", vendorKey)
                        .bind("event", event.value())
                        .bind("person", decision.person())
                        .bind("at", decision.at())
                        .bind("deed", decision.deed().name())
                        .bind("finding", decision.finding())
                        .bind("row", decision.row())
                        .bind("reason", decision.reason())
                        .execute());
    }

    private Map<String, List<Decision>> decisions(RealmId realm) {
        Map<String, List<Decision>> decisions = new HashMap<>();
        jdbi.useHandle(handle ->
                handle.createQuery(
                                "SELECT * FROM alias_decisions WHERE realm = :realm ORDER BY"
                                        + " position")
                        .bind("realm", realm.value())
                        .map((rs, _) -> Map.entry(key(rs), decision(rs)))
                        .forEach(one ->
                                decisions
                                        .computeIfAbsent(one.getKey(), _ -> new ArrayList<>())
                                        .add(one.getValue())));
        return decisions;
    }

    private static String key(ResultSet rs) throws SQLException {
        return rs.getString("name_key") + "\n" + rs.getString("vendor_key");
    }

    private static Decision decision(ResultSet rs) throws SQLException {
        return new Decision(
                rs.getString("person"),
                rs.getTimestamp("decided_at").toInstant(),
                Deed.valueOf(rs.getString("deed")),
                rs.getString("finding_id"),
                rs.getString("row_key"),
                rs.getString("reason"));
    }

    private static Alias alias(ResultSet rs, Map<String, List<Decision>> decisions)
            throws SQLException {
        return new Alias(
                rs.getString("name"),
                rs.getString("named_now"),
                State.valueOf(rs.getString("state")),
                rs.getString("why"),
                rs.getTimestamp("changed_at").toInstant(),
                decisions.getOrDefault(key(rs), List.of()));
    }
}

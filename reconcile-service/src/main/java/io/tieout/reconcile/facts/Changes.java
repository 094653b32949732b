package io.tieout.reconcile.facts;

import io.tieout.model.id.EntityId;
import io.tieout.model.id.RealmId;
import io.tieout.model.quickbooks.EntityType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/// The table `changes`: what the comparison has not seen yet. A change is a new row each time, so
/// that one which comes during a comparison outlives it.
@ApplicationScoped
public class Changes {
    private final Jdbi jdbi;

    Changes(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// What is pending, with the rows of the table that say so.
    ///
    /// @param changes each once
    public record Pending(List<Long> ids, Set<Change> changes) {
        public Pending {
            ids = List.copyOf(ids);
        }

        public boolean isOfAll() {
            return changes.contains(new Change.OfAll());
        }
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void add(RealmId realm, Change change) {
        switch (change) {
            case Change.OfRow(var row) ->
                    add(realm, "ROW", row.sheetId().value(), row.rowId().value());
            case Change.OfDocument(EntityType type, EntityId id) ->
                    add(realm, "DOCUMENT", type.wireName(), id.value());
            case Change.OfAll _ -> add(realm, "ALL", "", "");
        }
    }

    @Transactional
    public Pending of(RealmId realm) {
        record Row(long id, Change change) {}
        List<Row> rows =
                jdbi.withHandle(handle ->
                        handle.createQuery("SELECT * FROM changes WHERE realm = :realm ORDER BY id")
                                .bind("realm", realm.value())
                                .map((rs, _) -> new Row(rs.getLong("id"), change(rs)))
                                .list());
        return new Pending(
                rows.stream().map(Row::id).toList(),
                rows.stream()
                        .map(Row::change)
                        .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void remove(Pending seen) {
        if (!seen.ids().isEmpty()) {
            jdbi.useHandle(handle ->
                    handle.createUpdate("DELETE FROM changes WHERE id = ANY (:ids)")
                            .bindArray("ids", Long.class, seen.ids().toArray())
                            .execute());
        }
    }

    private void add(RealmId realm, String kind, String one, String other) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                "INSERT INTO changes (realm, kind, one, other) VALUES (:realm,"
                                        + " :kind, :one, :other)")
                        .bind("realm", realm.value())
                        .bind("kind", kind)
                        .bind("one", one)
                        .bind("other", other)
                        .execute());
    }

    private static Change change(ResultSet rs) throws SQLException {
        String one = rs.getString("one");
        String other = rs.getString("other");
        return switch (rs.getString("kind")) {
            case "ROW" -> new Change.OfRow(one, other);
            case "DOCUMENT" -> new Change.OfDocument(EntityType.of(one), new EntityId(other));
            default -> new Change.OfAll();
        };
    }
}

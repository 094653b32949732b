package io.tieout.kit.test;

import java.util.List;
import org.jdbi.v3.core.Jdbi;

/// A table that was made from a topic, or the part of it that a test owns.
///
/// @param where the part, as a condition in SQL
public record Projection(Jdbi jdbi, String table, String where) {
    /// Each row as text, in an order that does not depend on when it was written.
    public List<String> rows() {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "SELECT t::text FROM %s t WHERE %s ORDER BY 1"
                                        .formatted(table, where))
                        .mapTo(String.class)
                        .list());
    }

    public void empty() {
        jdbi.useHandle(handle -> handle.execute("DELETE FROM %s WHERE %s".formatted(table, where)));
    }
}

package io.tieout.twin.quickbooks.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A statement of the vendor's query language, parsed and within its limits.
public record Query(
        boolean count,
        String entity,
        List<Condition> conditions,
        @Nullable String orderBy,
        boolean descending,
        int start,
        int max) {

    static final int PAGE = 100;
    static final int PAGE_MAX = 1000;

    /// One comparison; several are joined by AND only.
    public record Condition(String field, String operator, List<String> values) {
        public Condition {
            values = List.copyOf(values);
        }
    }

    public Query {
        conditions = List.copyOf(conditions);
    }
}

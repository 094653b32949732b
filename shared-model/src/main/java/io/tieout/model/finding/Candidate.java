package io.tieout.model.finding;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tieout.model.id.EntityId;
import io.tieout.model.quickbooks.EntityType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A counterpart that may have been meant.
///
/// @param score similarity in thousandths, 1000 for equal
/// @param note why it was not taken, such as `inactive`
/// @param failed the tests that it failed, each in words; empty when it was not tested
public record Candidate(
        EntityType entityType,
        EntityId id,
        String name,
        int score,
        @Nullable String note,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> failed) {
    public Candidate {
        failed = failed == null ? List.of() : List.copyOf(failed);
    }

    /// One that no test was put to.
    public Candidate(
            EntityType entityType, EntityId id, String name, int score, @Nullable String note) {
        this(entityType, id, name, score, note, List.of());
    }
}

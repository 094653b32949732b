package io.tieout.reconcile.standing;

import io.tieout.model.id.EntityId;
import io.tieout.model.id.RowRef;
import io.tieout.model.quickbooks.EntityType;
import io.tieout.reconcile.engine.Category;
import io.tieout.reconcile.ledger.EntryKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is said of one line of either book.
///
/// @param lineId the line: `sheet/row` in a sheet, `Bill:123#2` in the books
/// @param row present for a line of a sheet
/// @param document present for a line of the books
/// @param amount in `currency`, hours for time; a credit is negative
/// @param currency ISO code, or `HRS` for hours
/// @param category absent when the line matches, or when it is not known in what it differs
/// @param rule which rule of the cascade took it; empty when none did
/// @param score from 0 to 1
/// @param margin log-odds over the runner-up
/// @param remainder what is left when only part is allocated
/// @param evidence in words with figures
/// @param counterparts lines of the other book, or the original of a copy
/// @param nearest what came nearest, best first
/// @param since when this was first said
public record Standing(
        String lineId,
        EntryKind kind,
        @Nullable RowRef row,
        @Nullable DocumentRef document,
        String party,
        String reference,
        String project,
        String account,
        String description,
        BigDecimal amount,
        String currency,
        LocalDate day,
        Outcome outcome,
        @Nullable Category category,
        String rule,
        double score,
        double margin,
        BigDecimal remainder,
        String evidence,
        List<String> counterparts,
        List<Near> nearest,
        Instant since) {
    public Standing {
        amount = amount.stripTrailingZeros();
        remainder = remainder.stripTrailingZeros();
        counterparts = List.copyOf(counterparts);
        nearest = List.copyOf(nearest);
    }

    /// A document of the books.
    public record DocumentRef(EntityType type, EntityId id) {}

    /// A line that was considered.
    ///
    /// @param failed the tests that it failed
    public record Near(String lineId, double score, List<String> failed) {
        public Near {
            failed = List.copyOf(failed);
        }
    }

    /// Whether `other` says the same, whenever it was first said.
    public boolean saysAs(Standing other) {
        return equals(other.since(since));
    }

    /// The same, first said at another time.
    public Standing since(Instant instant) {
        return with(evidence, counterparts, instant);
    }

    /// The same with other words.
    public Standing saying(String newEvidence) {
        return with(newEvidence, counterparts, since);
    }

    /// The same with other counterparts and words.
    public Standing with(List<String> newCounterparts, String newEvidence) {
        return with(newEvidence, newCounterparts, since);
    }

    private Standing with(String newEvidence, List<String> newCounterparts, Instant instant) {
        return new Standing(
                lineId,
                kind,
                row,
                document,
                party,
                reference,
                project,
                account,
                description,
                amount,
                currency,
                day,
                outcome,
                category,
                rule,
                score,
                margin,
                remainder,
                newEvidence,
                newCounterparts,
                nearest,
                instant);
    }
}

package io.tieout.invoice.drafting;

import io.tieout.model.finding.Candidate;
import io.tieout.model.finding.FindingKind;
import io.tieout.model.finding.Severity;
import io.tieout.model.id.RowRef;
import io.tieout.model.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why rows are not drafted, and what to do about it.
///
/// @param subject what tells refusals of one kind apart within a group, such as the name that is
///   unknown
/// @param need what would settle it by itself; absent when only a person can
public record Refusal(
        FindingKind kind,
        Severity severity,
        String subject,
        List<RowRef> rows,
        String title,
        String detail,
        String remedy,
        List<Candidate> candidates,
        @Nullable Money amount,
        @Nullable Need need) {
    public Refusal {
        rows = List.copyOf(rows);
        candidates = List.copyOf(candidates);
    }
}

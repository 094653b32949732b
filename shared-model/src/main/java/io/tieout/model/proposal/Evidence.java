package io.tieout.model.proposal;

import io.tieout.model.id.EntityId;
import io.tieout.model.id.RowRef;
import io.tieout.model.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a proposal rests on, so that a reviewer can compute it again.
///
/// @param period the billing period, such as `2026-11`; absent when it is not about one
/// @param rulesVersion version of the billing rules that were applied
/// @param narrativesBy `model:<name>` or `template`
public record Evidence(
        List<RowCitation> rows,
        List<LineSource> lines,
        @Nullable String project,
        @Nullable String period,
        @Nullable String rulesVersion,
        String narrativesBy) {
    /// For proposals that move no money.
    public static final Evidence NONE =
            new Evidence(List.of(), List.of(), null, null, null, "template");

    public Evidence {
        rows = List.copyOf(rows);
        lines = List.copyOf(lines);
    }

    /// A row as it was when it was used.
    ///
    /// @param occurrence how many times the row has been marked ready on purpose, from 1: each is
    ///   billed at most once
    /// @param sheetVersion the row event's source revision (major) that was used
    public record RowCitation(RowRef row, int occurrence, long sheetVersion) {}

    /// Which rows an invoice line came from, and where its rate came from.
    ///
    /// @param rateId the item whose price was used, absent for a rate card or a cost
    public record LineSource(
            int line,
            List<RowRef> rows,
            RateSource rateSource,
            @Nullable EntityId rateId,
            @Nullable Money cost) {
        public LineSource {
            rows = List.copyOf(rows);
        }
    }

    /// Where a rate came from.
    public enum RateSource {
        ITEM,
        RATE_CARD,
        COST_PLUS_MARKUP,
        MINIMUM_FEE
    }
}

package io.tieout.reconcile.engine;

/// One step of the cascade, as data.
///
/// @param absolute amounts may differ by so many smallest units
/// @param percent or by so much of the larger, whichever is more
/// @param days dates may differ by so many days
public record MatchRule(
        String id, Step step, long absolute, double percent, int days, boolean enabled) {
    /// What a rule looks at.
    public enum Step {
        /// The QuickBooks id that the row names, or document number or order number, with the
        /// party.
        IDENTIFIER,
        /// Party, amount and date, the only one far and wide.
        EXACT,
        /// All that two lines say, weighed; the best assignment for all.
        SCORED,
        /// Lines that share a document or order number, added up.
        GROUP,
        /// One line that several of the other side add up to.
        SUM,
        /// Several lines that several of the other side add up to.
        TOTAL
    }

    public MatchRule {
        if (absolute < 0 || percent < 0 || percent > 50 || days < 0 || days > 366) {
            throw new IllegalArgumentException(
                    "Rule %s: amounts may differ by 0 to 50 percent and dates by 0 to 366 days"
                            .formatted(id));
        }
    }

    boolean allows(long one, long other) {
        long apart = Math.abs(one - other);
        return apart <= absolute
                || (percent > 0
                        && apart <= percent / 100 * Math.max(Math.abs(one), Math.abs(other)));
    }
}

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
        TOTAL;

        /// Whether amounts may differ.
        public boolean toleratesAmounts() {
            return this != EXACT;
        }
    }

    private static final int ID_LENGTH_MAX = 60;
    private static final long ABSOLUTE_MAX = 1_000_000;
    private static final int PERCENT_MAX = 50;
    private static final int DAYS_MAX = 366;

    public MatchRule {
        if (id.isBlank() || id.length() > ID_LENGTH_MAX) {
            throw new IllegalArgumentException(
                    "A rule for step %s has %s: give it one of 1 to %d characters, such as \"%s\"."
                            .formatted(
                                    step,
                                    id.isBlank() ? "no name" : "a name that is too long",
                                    ID_LENGTH_MAX,
                                    step.name().toLowerCase(java.util.Locale.ROOT)));
        }
        if (absolute < 0 || absolute > ABSOLUTE_MAX) {
            throw bad(
                    id,
                    "amounts may differ by %d smallest units; choose from 0 to %d (10,000.00)"
                            .formatted(absolute, ABSOLUTE_MAX));
        }
        if (!(percent >= 0 && percent <= PERCENT_MAX)) {
            throw bad(
                    id,
                    "amounts may differ by %s percent; choose from 0 to %d"
                            .formatted(percent, PERCENT_MAX));
        }
        if (days < 0 || days > DAYS_MAX) {
            throw bad(
                    id,
                    "dates may differ by %d days; choose from 0 to %d".formatted(days, DAYS_MAX));
        }
    }

    private static IllegalArgumentException bad(String id, String what) {
        return new IllegalArgumentException("Rule \"%s\": %s.".formatted(id, what));
    }

    boolean allows(long one, long other) {
        long apart = Math.abs(one - other);
        return apart <= absolute
                || (percent > 0
                        && apart <= percent / 100 * Math.max(Math.abs(one), Math.abs(other)));
    }

    /// The most that an amount that is allowed beside this one can be away from it.
    long slack(long amount) {
        return Math.max(absolute, (long) Math.ceil(Math.abs(amount) * percent / (100 - percent)));
    }
}

package io.tieout.writeback.effect;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Whether what is due goes out now or waits for company, so that it shares a call with what comes
/// next. Pure.
///
/// @param full how many items fill a call
/// @param linger after the last that came, for how long more is waited for
/// @param lingerMax how long the first may wait, however many keep coming
public record Gathering(int full, Duration linger, Duration lingerMax) {
    private static final int LOOKS = 10;
    private static final Duration LOOK_MAX = Duration.ofSeconds(3);

    /// When to look again; empty when it goes now: it fills a call, has waited long enough, or
    /// travels alone.
    ///
    /// @param due not empty
    /// @param waiting how many items of a call it makes
    public Optional<Instant> lookAgainAt(List<ReleasedEffect> due, int waiting, Instant now) {
        if (waiting >= full || due.stream().anyMatch(ReleasedEffect::apart)) {
            return Optional.empty();
        }
        Instant oldest = due.getFirst().acceptedAt();
        Instant newest = oldest;
        for (ReleasedEffect effect : due) {
            oldest = earlier(oldest, effect.acceptedAt());
            newest = effect.acceptedAt().isAfter(newest) ? effect.acceptedAt() : newest;
        }
        Instant last = earlier(newest.plus(linger), oldest.plus(lingerMax));
        return now.isBefore(last) ? Optional.of(earlier(last, firstLook(now))) : Optional.empty();
    }

    /// When a lane looks first at what has just come: long before it has waited enough, because
    /// more of it may fill a call meanwhile.
    public Instant firstLook(Instant now) {
        Duration part = linger.dividedBy(LOOKS);
        return now.plus(part.compareTo(LOOK_MAX) < 0 ? part : LOOK_MAX);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}

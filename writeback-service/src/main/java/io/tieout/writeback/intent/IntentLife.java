package io.tieout.writeback.intent;

import java.time.Duration;
import java.time.Instant;

/// What to do next about a call whose answer was lost, by a crash or otherwise. Pure.
public final class IntentLife {
    /// @param settleTime how long a call without an answer may still be under way
    public record Limits(
            Duration repeatDelay,
            Duration repeatDelayMax,
            int attemptsBeforeLook,
            Duration trustWindow,
            Duration settleTime) {}

    /// The next thing to do.
    public sealed interface Step {
        /// Not before then.
        record Wait(Instant until) implements Step {}

        /// The same bytes under the same id.
        record Repeat() implements Step {}

        /// Search the other side.
        record Look() implements Step {}

        /// A person decides.
        record GiveUp(String why) implements Step {}

        /// Nothing of the rest happened: it goes out anew.
        record Free() implements Step {}
    }

    private final Limits limits;

    public IntentLife(Limits limits) {
        this.limits = limits;
    }

    /// For an open intent that nobody holds: the process died, or its answer was lost.
    public Step next(Intent intent, Instant now) {
        Instant earliest = repeatAt(intent);
        if (now.isBefore(earliest)) {
            return new Step.Wait(earliest);
        }
        return switch (intent.kind().recovery()) {
            case REQUEST_ID ->
                    isTrusted(intent, now)
                                    && !intent.partlyEnded()
                                    && intent.attempts() < limits.attemptsBeforeLook()
                            ? new Step.Repeat()
                            : new Step.Look();
            case LOOK -> new Step.Look();
            case SAME_ID ->
                    isTrusted(intent, now)
                            ? new Step.Repeat()
                            : new Step.GiveUp(
                                    "It may have been delivered, and it is too late to send it again");
        };
    }

    /// For what a search left open.
    ///
    /// @param foundSome whether it found other items of the same call
    /// @param failed whether the other side has answered that it failed at all that is open: the
    ///   call is not under way any more
    public Step afterLook(Intent intent, boolean foundSome, boolean failed, Instant now) {
        if (intent.kind().recovery() != IntentKind.Recovery.REQUEST_ID) {
            return new Step.Free();
        }
        if (foundSome || intent.partlyEnded() || failed) {
            return freeWhenSettled(intent, now);
        }
        return isTrusted(intent, now)
                ? new Step.Repeat()
                : new Step.GiveUp(
                        "No answer came, the books do not show it, and it is too late to repeat it safely");
    }

    /// For a search that the other side refused. Other work goes on meanwhile.
    public Step afterRefusedLook(Intent intent, String why, Instant now) {
        return isTrusted(intent, now)
                ? new Step.Wait(now.plus(limits.repeatDelayMax()))
                : new Step.GiveUp(why);
    }

    /// The vendor processed the call in part, and repeating it whole could double that part; or it
    /// failed, and repeating it has not helped.
    private Step freeWhenSettled(Intent intent, Instant now) {
        Instant settled = intent.sentAt().plus(limits.settleTime());
        return now.isBefore(settled) ? new Step.Wait(settled) : new Step.Free();
    }

    /// When the next attempt may begin: the pause doubles each time.
    public Instant repeatAt(Intent intent) {
        int doublings = Math.min(intent.attempts() - 1, 16);
        Duration delay = limits.repeatDelay().multipliedBy(1L << doublings);
        Duration most = limits.repeatDelayMax();
        return intent.sentAt().plus(delay.compareTo(most) > 0 ? most : delay);
    }

    private boolean isTrusted(Intent intent, Instant now) {
        return now.isBefore(intent.createdAt().plus(limits.trustWindow()));
    }
}

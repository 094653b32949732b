package io.tieout.bench.economy;

import io.tieout.bench.running.Bed;
import io.tieout.bench.running.Lag;
import io.tieout.bench.running.Twin;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Tells when all work is done: no message is unread, and the vendors have seen nothing but polls
/// for a while.
final class Quiet {
    private final Bed bed;
    private final Lag lag;
    private final Clock clock;
    private long seen;
    private Instant since;

    Quiet(Bed bed, Lag lag, Clock clock) {
        this.bed = bed;
        this.lag = lag;
        this.clock = clock;
        this.since = clock.instant();
    }

    /// The last call that was looked at.
    long lastSeq() {
        look();
        return seen;
    }

    void await(Duration quiet, Duration limit) {
        since = clock.instant();
        bed.await(
                "nothing but polls for %d s".formatted(quiet.toSeconds()),
                limit,
                () -> {
                    look();
                    return since.plus(quiet).isBefore(clock.instant());
                });
    }

    private void look() {
        List<Twin.Call> calls = bed.twin().calls(seen);
        if (!calls.isEmpty()) {
            seen = calls.getLast().seq();
        }
        boolean busy =
                calls.stream()
                        .anyMatch(call ->
                                switch (Bill.purpose(call)) {
                                    case WORK, PDF -> true;
                                    // the books are being loaded
                                    case POLL -> call.operation().startsWith("query");
                                    case TOKEN, ELSEWHERE -> false;
                                });
        if (busy || lag.total() > 0) {
            since = clock.instant();
        }
    }
}

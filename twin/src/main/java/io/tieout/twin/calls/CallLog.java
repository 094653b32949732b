package io.tieout.twin.calls;

import io.tieout.twin.wire.Change;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Remembers every call and every item that changed something, newest last, up to a limit.
@ApplicationScoped
public class CallLog {
    static final int CALLS_MAX = 50_000;
    static final int MUTATIONS_MAX = 30_000;

    private final Clock clock;
    private final Deque<Call> calls = new ArrayDeque<>();
    private final Deque<Mutation> mutations = new ArrayDeque<>();
    private final Map<String, Long> counts = new TreeMap<>();
    private long callSeq;
    private long mutationSeq;

    public CallLog(Clock clock) {
        this.clock = clock;
    }

    /// What is known of a call once it is over.
    public record Entry(
            String vendor,
            String operation,
            String method,
            String path,
            String query,
            int status,
            @Nullable String errorCode,
            boolean mutating,
            int items,
            boolean replayed,
            boolean faulted,
            long millis) {}

    public synchronized long record(Entry entry, List<Change> changes) {
        var at = clock.instant();
        var call =
                new Call(
                        ++callSeq,
                        at,
                        entry.vendor(),
                        entry.operation(),
                        entry.method(),
                        entry.path(),
                        entry.query(),
                        entry.status(),
                        entry.errorCode(),
                        entry.mutating(),
                        entry.items(),
                        entry.replayed(),
                        entry.faulted(),
                        entry.millis());
        append(calls, call, CALLS_MAX);
        counts.merge(
                entry.vendor() + "\t" + entry.operation() + "\t" + entry.status(), 1L, Long::sum);
        for (var change : changes) {
            append(
                    mutations,
                    new Mutation(
                            ++mutationSeq,
                            call.seq(),
                            at,
                            entry.vendor(),
                            change.operation(),
                            change.target(),
                            change.entityId(),
                            change.body().toString(),
                            change.requestId(),
                            change.bId(),
                            change.changeAgent()),
                    MUTATIONS_MAX);
        }
        return call.seq();
    }

    private static <T> void append(Deque<T> all, T one, int max) {
        all.addLast(one);
        if (all.size() > max) {
            all.removeFirst();
        }
    }

    public synchronized List<Call> callsAfter(long seq) {
        return calls.stream().filter(call -> call.seq() > seq).toList();
    }

    public synchronized List<Mutation> mutationsAfter(long seq) {
        return mutations.stream().filter(mutation -> mutation.seq() > seq).toList();
    }

    /// One line per vendor, operation and status; never trimmed.
    public synchronized List<Count> summary() {
        List<Count> lines = new ArrayList<>();
        counts.forEach((key, count) -> {
            var parts = key.split("\t", -1);
            lines.add(new Count(parts[0], parts[1], Integer.parseInt(parts[2]), count));
        });
        return List.copyOf(lines);
    }

    /// How often one operation ended with one status.
    public record Count(String vendor, String operation, int status, long count) {}

    /// Forgets all calls; sequence numbers go on, so that a reader's position stays meaningful.
    public synchronized void clear() {
        calls.clear();
        mutations.clear();
        counts.clear();
    }
}

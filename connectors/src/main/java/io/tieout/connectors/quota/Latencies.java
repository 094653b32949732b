package io.tieout.connectors.quota;

import io.tieout.model.id.ConnectionId;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;

/// How long a connection's answers usually take: an average in which each call counts less the
/// longer it is ago. Batches, which take their time, are apart.
final class Latencies {
    private static final int MEMORY = 16;
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final ConcurrentHashMap<Kind, Duration> usual = new ConcurrentHashMap<>();

    private record Kind(ConnectionId connection, boolean batch) {
        static Kind of(QuotaRequest request) {
            return new Kind(request.connection(), request.batch());
        }
    }

    /// Nothing as long as there has been no answer.
    Duration usual(QuotaRequest request) {
        return usual.getOrDefault(Kind.of(request), Duration.ZERO);
    }

    void observe(QuotaRequest request, Duration latency) {
        Duration counted = latency.compareTo(LONGEST) > 0 ? LONGEST : latency;
        usual.merge(
                Kind.of(request),
                counted.dividedBy(MEMORY),
                (known, _) -> known.plus(counted.minus(known).dividedBy(MEMORY)));
    }
}

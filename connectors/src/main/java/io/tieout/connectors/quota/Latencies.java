package io.tieout.connectors.quota;

import io.tieout.model.id.ConnectionId;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;

/// How long a connection's answers usually take: an average in which each call counts less the
/// longer it is ago.
///
/// Nothing is usual for a batch: it is long on its way, being large, and there are too few of them
/// for what is allowed too much to cost anything.
final class Latencies {
    private static final int MEMORY = 16;
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final ConcurrentHashMap<ConnectionId, Duration> usual = new ConcurrentHashMap<>();

    /// Nothing as long as there has been no answer.
    Duration usual(QuotaRequest request) {
        return request.batch()
                ? Duration.ZERO
                : usual.getOrDefault(request.connection(), Duration.ZERO);
    }

    void observe(QuotaRequest request, Duration latency) {
        if (request.batch()) {
            return;
        }
        Duration counted = latency.compareTo(LONGEST) > 0 ? LONGEST : latency;
        usual.merge(
                request.connection(),
                counted.dividedBy(MEMORY),
                (known, _) -> known.plus(counted.minus(known).dividedBy(MEMORY)));
    }
}

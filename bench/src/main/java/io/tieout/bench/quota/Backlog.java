package io.tieout.bench.quota;

import io.tieout.bench.running.Bed;
import io.tieout.connectors.quota.Flow;
import io.tieout.connectors.quota.Quota;
import io.tieout.connectors.quota.QuotaAnswer;
import io.tieout.connectors.quota.QuotaRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/// Calls that wait for one quota, worked off by twenty who share it, spread over all copies.
final class Backlog {
    static final int SHARERS = 20;
    private static final Duration THROTTLED = Duration.ofSeconds(60);

    private final String name;
    private final QuotaRequest cost;
    private final int perMinute;
    private final IntSupplier call;
    private final Clock clock;
    private final ConcurrentLinkedQueue<Instant> done = new ConcurrentLinkedQueue<>();
    private final Map<String, Integer> had = new ConcurrentHashMap<>();
    private final AtomicInteger throttled = new AtomicInteger();

    /// @param perMinute what the vendor allows
    /// @param call makes one call and answers its status
    Backlog(String name, QuotaRequest cost, int perMinute, IntSupplier call, Clock clock) {
        this.name = name;
        this.cost = cost;
        this.perMinute = perMinute;
        this.call = call;
        this.clock = clock;
    }

    /// What came of it.
    ///
    /// @param sustained part of the quota that was used once the first window's worth was spent,
    ///   which may go out at once and says nothing
    record Outcome(String name, int calls, double sustained, int throttled, double jain) {}

    Outcome drain(List<Quota> copies, int minutes) throws ExecutionException, InterruptedException {
        int calls = perMinute * (minutes + 1);
        AtomicInteger left = new AtomicInteger(calls);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int sharer = 0; sharer < SHARERS; sharer++) {
                Flow flow = new Flow(name + " " + sharer, true);
                Quota copy = copies.get(sharer % copies.size());
                all.add(threads.submit(() -> work(copy, flow, left)));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        List<Instant> moments = done.stream().sorted().toList();
        Duration took =
                Duration.between(moments.get(perMinute - 1), moments.get(moments.size() - 1));
        double allowed = perMinute * took.toNanos() / (double) Duration.ofMinutes(1).toNanos();
        return new Outcome(
                name,
                moments.size(),
                (moments.size() - perMinute) / allowed,
                throttled.get(),
                Fairness.jain(had.values()));
    }

    private void work(Quota copy, Flow flow, AtomicInteger left) {
        while (left.get() > 0) {
            switch (copy.tryTake(cost, flow)) {
                case QuotaAnswer.Wait wait -> {
                    Duration rest = Duration.between(clock.instant(), wait.until());
                    Bed.pause(rest.toMillis() < 10 ? Duration.ofMillis(10) : rest);
                }
                case QuotaAnswer.Granted granted -> {
                    try (granted) {
                        one(copy, flow, left);
                    }
                }
            }
        }
    }

    private void one(Quota copy, Flow flow, AtomicInteger left) {
        if (left.getAndDecrement() <= 0) {
            return;
        }
        if (call.getAsInt() == 429) {
            left.incrementAndGet();
            throttled.incrementAndGet();
            copy.pause(cost.connection(), clock.instant().plus(THROTTLED));
        } else {
            done.add(clock.instant());
            had.merge(flow.name(), 1, Integer::sum);
        }
    }
}

package io.tieout.kit.lane;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.tieout.kit.store.ServiceConfig;
import io.tieout.kit.store.Wake;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/// Runs due lanes on virtual threads, a bounded number at once and of each kind, and keeps their
/// leases while they run.
@ApplicationScoped
class LaneRunner {
    private static final Logger LOG = Logger.getLogger(LaneRunner.class);

    private final Lanes lanes;
    private final Map<String, LaneWork> works;
    private final ServiceConfig config;
    private final Clock clock;
    private final Wake wake;
    private final Semaphore places;
    private final Set<Lane> running = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    LaneRunner(
            Lanes lanes, Instance<LaneWork> works, ServiceConfig config, Clock clock, Wake wake) {
        this.lanes = lanes;
        this.works = works.stream().collect(Collectors.toMap(LaneWork::kind, work -> work));
        this.config = config;
        this.clock = clock;
        this.wake = wake;
        this.places = new Semaphore(config.lane().concurrencyMax());
    }

    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) StartupEvent start) {
        if (config.lane().enabled() && !works.isEmpty()) {
            Thread.ofPlatform().daemon().name("lane-runner").start(this::loop);
            Thread.ofPlatform().daemon().name("lane-leases").start(this::renewals);
        }
    }

    void stop(@Observes ShutdownEvent shutdown) {
        stopping = true;
    }

    private void loop() {
        try (Wake.Listener listener = wake.listen(Lanes.channel(config))) {
            while (!stopping) {
                if (!startOne()) {
                    listener.await(config.lane().pollInterval());
                }
            }
        }
    }

    /// Starts the next due lane; false when none is due or the database is out of reach.
    private boolean startOne() {
        places.acquireUninterruptibly();
        try {
            Set<String> kinds = kindsWithRoom();
            Optional<Lane> claimed =
                    kinds.isEmpty()
                            ? Optional.empty()
                            : lanes.claim(kinds, clock.instant(), config.lane().lease());
            if (claimed.isPresent()) {
                Lane lane = claimed.get();
                running.add(lane);
                Thread.ofVirtual().name("lane-" + lane.kind()).start(() -> work(lane));
                return true;
            }
        } catch (RuntimeException e) {
            LOG.warnf("Cannot claim a lane, trying again: %s", e.getMessage());
        }
        places.release();
        return false;
    }

    private Set<String> kindsWithRoom() {
        Map<String, Long> busy =
                running.stream().collect(Collectors.groupingBy(Lane::kind, Collectors.counting()));
        return works.keySet().stream()
                .filter(kind -> busy.getOrDefault(kind, 0L) < config.lane().kindMax())
                .collect(Collectors.toSet());
    }

    private void work(Lane lane) {
        // a log key, and who shares a quota
        MDC.put("lane", lane.kind() + " " + lane.key());
        try {
            LaneWork work = works.get(lane.kind());
            if (work != null) {
                lanes.release(lane, work.run(lane));
            }
        } catch (LostLease e) {
            LOG.infof("%s", e.getMessage());
        } catch (RuntimeException e) {
            retryLater(lane, e);
        } finally {
            running.remove(lane);
            places.release();
            MDC.remove("lane");
        }
    }

    private void retryLater(Lane lane, RuntimeException thrown) {
        LOG.warnf(thrown, "Lane %s %s failed and is tried again", lane.kind(), lane.key());
        try {
            long doubled = 500L << Math.min(lanes.failures(lane), 10);
            long most = Math.min(doubled, config.lane().retryDelayMax().toMillis());
            Instant retryAt =
                    clock.instant()
                            .plusMillis(ThreadLocalRandom.current().nextLong(most / 2, most + 1));
            lanes.failed(lane, retryAt, String.valueOf(thrown.getMessage()));
        } catch (RuntimeException e) {
            LOG.warnf(
                    "Lane %s %s is left to its lease: %s", lane.kind(), lane.key(), e.getMessage());
        }
    }

    private void renewals() {
        Duration every = config.lane().lease().dividedBy(3);
        while (!stopping) {
            try {
                Thread.sleep(every);
                for (Lane lane : running) {
                    lanes.renew(lane, clock.instant().plus(config.lane().lease()));
                }
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException e) {
                LOG.warnf("Cannot renew leases: %s", e.getMessage());
            }
        }
    }
}

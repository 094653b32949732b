package io.tieout.kit.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tieout.kit.test.TieoutPostgres;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TieoutPostgres.class)
class LanesComponentTest {
    @Inject Lanes lanes;

    @Inject Clock clock;

    @Inject CountingWork work;

    @Inject HangingWork hangingWork;

    @Singleton
    static class CountingWork implements LaneWork {
        final Map<String, AtomicInteger> runs = new ConcurrentHashMap<>();

        @Override
        public String kind() {
            return "counting";
        }

        @Override
        public LaneResult run(Lane lane) {
            int run = runs.computeIfAbsent(lane.key(), _ -> new AtomicInteger()).incrementAndGet();
            if (lane.key().startsWith("failing") && run < 3) {
                throw new IllegalStateException("not yet, says the test");
            }
            return LaneResult.idle();
        }

        int runs(String key) {
            return runs.getOrDefault(key, new AtomicInteger()).get();
        }
    }

    /// Waits for a vendor that does not answer.
    @Singleton
    static class HangingWork implements LaneWork {
        final CountDownLatch answer = new CountDownLatch(1);
        final AtomicInteger hanging = new AtomicInteger();

        @Override
        public String kind() {
            return "hanging";
        }

        @Override
        public LaneResult run(Lane lane) {
            hanging.incrementAndGet();
            try {
                answer.await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            return LaneResult.idle();
        }
    }

    @Test
    void lanes_that_wait_for_a_slow_vendor_delay_no_other_kind() {
        for (int key = 0; key < 40; key++) {
            wake("hanging", "h" + key, clock.instant());
        }
        await().untilAsserted(() -> assertThat(hangingWork.hanging).hasValue(8));

        wake("counting", "prompt", clock.instant());

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(work.runs("prompt")).isEqualTo(1));
        hangingWork.answer.countDown();
        await().untilAsserted(() -> assertThat(hangingWork.hanging).hasValue(40));
    }

    @Test
    void runs_a_lane_that_was_woken() {
        wake("counting", "a", clock.instant());

        await().untilAsserted(() -> assertThat(work.runs("a")).isEqualTo(1));
    }

    @Test
    void tries_a_failing_lane_again_and_loses_nothing() {
        wake("counting", "failing-b", clock.instant());

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(work.runs("failing-b")).isEqualTo(3));
    }

    @Test
    void gives_a_lane_to_one_holder_and_fences_off_the_one_before() {
        Instant now = clock.instant();
        wake("held", "c", now);
        Lane first = lanes.claim(List.of("held"), now, Duration.ofSeconds(30)).orElseThrow();

        Optional<Lane> meanwhile = lanes.claim(List.of("held"), now, Duration.ofSeconds(30));
        Lane second =
                lanes.claim(List.of("held"), now.plusSeconds(31), Duration.ofSeconds(30))
                        .orElseThrow();

        assertThat(meanwhile).isEmpty();
        assertThat(second.fence()).isGreaterThan(first.fence());
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> lanes.confirm(first)))
                .isInstanceOf(LostLease.class);
    }

    @Test
    void leaves_a_paused_lane_alone_until_then_whoever_wakes_it() {
        Instant now = clock.instant();
        wake("pausing", "d", now);
        Lane lane = lanes.claim(List.of("pausing"), now, Duration.ofSeconds(30)).orElseThrow();
        lanes.release(lane, LaneResult.paused(now.plusSeconds(60), "the vendor asked for quiet"));
        wake("pausing", "d", now);

        assertThat(lanes.claim(List.of("pausing"), now.plusSeconds(59), Duration.ofSeconds(30)))
                .isEmpty();
        assertThat(lanes.claim(List.of("pausing"), now.plusSeconds(61), Duration.ofSeconds(30)))
                .isPresent();
    }

    @Test
    void keeps_a_lane_going_without_running_it_before_its_time() {
        Instant now = clock.instant();
        keepGoing("going", "e", now);
        Lane lane = lanes.claim(List.of("going"), now, Duration.ofSeconds(30)).orElseThrow();
        lanes.release(lane, LaneResult.again(now.plusSeconds(60)));

        keepGoing("going", "e", now);

        assertThat(lanes.claim(List.of("going"), now.plusSeconds(59), Duration.ofSeconds(30)))
                .isEmpty();
        assertThat(lanes.claim(List.of("going"), now.plusSeconds(61), Duration.ofSeconds(30)))
                .isPresent();
    }

    @Test
    void keeps_a_lane_going_that_had_come_to_rest() {
        Instant now = clock.instant();
        keepGoing("resting", "f", now);
        Lane lane = lanes.claim(List.of("resting"), now, Duration.ofSeconds(30)).orElseThrow();
        lanes.release(lane, LaneResult.idle());

        keepGoing("resting", "f", now);

        assertThat(lanes.claim(List.of("resting"), now, Duration.ofSeconds(30))).isPresent();
    }

    private void keepGoing(String kind, String key, Instant due) {
        QuarkusTransaction.requiringNew().run(() -> lanes.keepGoing(kind, key, due));
    }

    private void wake(String kind, String key, Instant due) {
        QuarkusTransaction.requiringNew().run(() -> lanes.wake(kind, key, due));
    }
}

package io.tieout.connectors.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tieout.connectors.ConnectorsConfig;
import io.tieout.connectors.TestClock;
import io.tieout.connectors.TestConfig;
import io.tieout.connectors.TestDatabase;
import io.tieout.connectors.fault.VendorException;
import io.tieout.connectors.fault.VendorFault;
import io.tieout.model.id.ConnectionId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class QuotaTest {
    private static final Instant NOW = Instant.parse("2026-11-22T15:00:00Z");

    private final TestClock clock = new TestClock(NOW);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Quota ingest = copy(TestDatabase.as(TestDatabase.INGEST), clock);
    private final Quota writeback = copy(TestDatabase.as(TestDatabase.WRITEBACK), clock);
    private final ConnectionId realm = new ConnectionId("quickbooks:" + UUID.randomUUID());
    private final ConnectionId account = new ConnectionId("smartsheet:us:" + UUID.randomUUID());

    @Test
    void two_services_share_one_minute() {
        int granted = 0;
        for (int second = 0; second < 60; second++) {
            for (int call = 0; call < 10; call++) {
                Quota copy = call % 2 == 0 ? ingest : writeback;
                granted += took(copy, QuotaRequest.smartsheet(account, 1)) ? 1 : 0;
            }
            clock.advance(Duration.ofSeconds(1));
        }

        assertThat(granted).isBetween(290, 300);
    }

    @Test
    void a_heavy_call_costs_ten() {
        for (int call = 0; call < 6; call++) {
            assertThat(took(ingest, QuotaRequest.smartsheet(account, 10))).isTrue();
        }

        assertThat(ingest.tryTake(QuotaRequest.smartsheet(account, 1)))
                .isInstanceOfSatisfying(
                        QuotaAnswer.Wait.class,
                        wait ->
                                assertThat(wait.until())
                                        .isBetween(NOW.plusMillis(1), NOW.plusMillis(251)));
    }

    @Test
    void a_realm_gets_ten_calls_in_no_second() {
        int granted = 0;
        for (int tick = 0; tick < 100; tick++) {
            granted += took(ingest, QuotaRequest.quickBooksWrite(realm)) ? 1 : 0;
            clock.advance(Duration.ofMillis(10));
        }

        assertThat(granted).isBetween(8, 10);
    }

    @Test
    void batches_have_a_limit_of_their_own() {
        int granted = 0;
        for (int second = 0; second < 60; second++) {
            granted += took(ingest, QuotaRequest.quickBooksBatch(realm)) ? 1 : 0;
            clock.advance(Duration.ofSeconds(1));
        }

        assertThat(granted).isBetween(38, 40);
    }

    @Test
    void ten_calls_at_once_whichever_copy_makes_them() {
        List<QuotaAnswer.Granted> open = new ArrayList<>();
        for (int call = 0; call < 10; call++) {
            clock.advance(Duration.ofSeconds(1));
            open.add(granted(call % 2 == 0 ? ingest : writeback));
        }
        clock.advance(Duration.ofSeconds(1));

        assertThat(ingest.tryTake(QuotaRequest.quickBooksWrite(realm)))
                .isInstanceOfSatisfying(
                        QuotaAnswer.Wait.class,
                        wait -> assertThat(wait.bucket()).isEqualTo("at-once"));

        open.getFirst().close();
        assertThat(took(writeback, QuotaRequest.quickBooksWrite(realm))).isTrue();
    }

    @Test
    void the_places_of_a_copy_that_died_come_back() {
        for (int call = 0; call < 10; call++) {
            clock.advance(Duration.ofSeconds(1));
            granted(ingest);
        }

        clock.advance(Duration.ofSeconds(151));

        assertThat(took(writeback, QuotaRequest.quickBooksWrite(realm))).isTrue();
    }

    @Test
    void a_place_taken_over_is_not_freed_by_its_late_holder() {
        QuotaAnswer.Granted late = granted(ingest);
        clock.advance(Duration.ofSeconds(151));
        List<QuotaAnswer.Granted> open = new ArrayList<>();
        for (int call = 0; call < 10; call++) {
            clock.advance(Duration.ofSeconds(1));
            open.add(granted(writeback));
        }
        clock.advance(Duration.ofSeconds(1));

        late.close();

        assertThat(took(ingest, QuotaRequest.quickBooksWrite(realm))).isFalse();
        assertThat(open).hasSize(10);
    }

    @Test
    void a_pause_holds_for_every_copy_and_never_shrinks() {
        ingest.pause(realm, NOW.plusSeconds(60));
        ingest.pause(realm, NOW.plusSeconds(5));

        assertThat(writeback.tryTake(QuotaRequest.quickBooksWrite(realm)))
                .isEqualTo(new QuotaAnswer.Wait(NOW.plusSeconds(60), "paused"));
        assertThat(writeback.readyAt(QuotaRequest.quickBooksWrite(realm)))
                .isEqualTo(NOW.plusSeconds(60));
        assertThat(writeback.tryTake(QuotaRequest.smartsheet(account, 1)))
                .isInstanceOf(QuotaAnswer.Granted.class);

        clock.advance(Duration.ofSeconds(61));
        assertThat(took(writeback, QuotaRequest.quickBooksWrite(realm))).isTrue();
    }

    @Test
    void a_long_wait_is_thrown_and_names_its_end() {
        ingest.pause(realm, NOW.plusSeconds(60));

        assertThatThrownBy(() -> ingest.take(QuotaRequest.quickBooksWrite(realm), "create invoice"))
                .isInstanceOfSatisfying(
                        VendorException.class,
                        e ->
                                assertThat(e.fault())
                                        .isInstanceOfSatisfying(
                                                VendorFault.Throttled.class,
                                                fault -> {
                                                    assertThat(fault.byVendor()).isFalse();
                                                    assertThat(fault.until())
                                                            .isEqualTo(NOW.plusSeconds(60));
                                                    assertThat(fault.errorCode())
                                                            .isEqualTo("quickbooks-quota");
                                                }));
    }

    @Test
    void a_short_wait_is_sat_out() {
        Quota quota = copy(TestDatabase.as(TestDatabase.INGEST), Clock.systemUTC());

        for (int call = 0; call < 6; call++) {
            quota.take(QuotaRequest.quickBooksWrite(realm), "create invoice").close();
        }

        assertThat(quota.pausedUntil(realm)).isEmpty();
    }

    @Test
    void only_billed_reads_are_counted_by_month() {
        took(ingest, QuotaRequest.quickBooksRead(realm));
        took(writeback, QuotaRequest.quickBooksRead(realm));
        clock.advance(Duration.ofSeconds(5));
        took(ingest, QuotaRequest.quickBooksWrite(realm));

        assertThat(writeback.meteredCalls(realm, YearMonth.of(2026, 11))).isEqualTo(2);
        assertThat(writeback.meteredCalls(realm, YearMonth.of(2026, 12))).isZero();
    }

    @Test
    void racing_copies_never_get_more_than_there_is() throws InterruptedException {
        AtomicInteger granted = new AtomicInteger();

        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (int call = 0; call < 120; call++) {
                Quota copy = call % 2 == 0 ? ingest : writeback;
                threads.submit(() -> {
                    if (took(copy, QuotaRequest.smartsheet(account, 1))) {
                        granted.incrementAndGet();
                    }
                });
            }
        }

        assertThat(granted).hasValue(60);
    }

    @Test
    void the_gauge_shows_what_is_left() {
        for (int call = 0; call < 15; call++) {
            took(ingest, QuotaRequest.smartsheet(account, 1));
        }

        assertThat(
                        meters.get("vendor.quota.remaining.ratio")
                                .tag("vendor", "smartsheet")
                                .tag("bucket", "per-minute")
                                .gauge()
                                .value())
                .isEqualTo(0.75);
    }

    private QuotaAnswer.Granted granted(Quota quota) {
        return (QuotaAnswer.Granted) quota.tryTake(QuotaRequest.quickBooksWrite(realm));
    }

    private static boolean took(Quota quota, QuotaRequest request) {
        return switch (quota.tryTake(request)) {
            case QuotaAnswer.Granted granted -> {
                granted.close();
                yield true;
            }
            case QuotaAnswer.Wait _ -> false;
        };
    }

    private Quota copy(DataSource dataSource, Clock time) {
        ConnectorsConfig config = TestConfig.defaults();
        return new Quota(
                new Buckets(dataSource, config, new Headroom(meters, time), time),
                new Places(dataSource, config, time),
                new Pauses(dataSource, time),
                new MeteredCalls(dataSource, time),
                config,
                time);
    }
}

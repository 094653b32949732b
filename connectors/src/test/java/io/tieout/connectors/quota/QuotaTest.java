package io.tieout.connectors.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tieout.connectors.TestClock;
import io.tieout.connectors.TestConfig;
import io.tieout.connectors.TestDatabase;
import io.tieout.connectors.Vendor;
import io.tieout.connectors.fault.VendorException;
import io.tieout.connectors.fault.VendorFault;
import io.tieout.model.id.ConnectionId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
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

        assertThat(granted).isEqualTo(300);
    }

    /// However the vendor cuts its minutes.
    @Test
    void no_minute_sees_more_than_the_limit_wherever_it_begins_and_nearly_all_is_used() {
        List<Instant> arrivals = new ArrayList<>();
        Instant end = NOW.plus(Duration.ofMinutes(5));
        while (clock.instant().isBefore(end)) {
            switch (ingest.tryTake(QuotaRequest.smartsheet(account, 1))) {
                case QuotaAnswer.Granted granted -> {
                    clock.advance(Duration.ofMillis(37));
                    arrivals.add(clock.instant());
                    clock.advance(Duration.ofMillis(45));
                    granted.close();
                }
                case QuotaAnswer.Wait(Instant until, var _) -> clock.set(until);
            }
        }

        assertThat(mostWithin(arrivals, Duration.ofMinutes(1))).isLessThanOrEqualTo(300);
        assertThat(arrivals).hasSizeGreaterThanOrEqualTo((int) (0.98 * 5 * 300));
    }

    @Test
    void a_heavy_call_costs_ten() {
        for (int call = 0; call < 30; call++) {
            assertThat(took(ingest, QuotaRequest.smartsheet(account, 10))).isTrue();
        }

        assertThat(ingest.tryTake(QuotaRequest.smartsheet(account, 1)))
                .isEqualTo(new QuotaAnswer.Wait(NOW.plusMillis(60_050), "per-minute"));
    }

    @Test
    void tells_who_prepares_a_call_when_it_can_be_made_and_takes_nothing() {
        QuotaRequest batch = QuotaRequest.quickBooksBatch(realm);
        assertThat(ingest.readyAt(batch)).isEqualTo(NOW);
        for (int call = 0; call < 40; call++) {
            assertThat(took(ingest, batch)).isTrue();
            clock.advance(Duration.ofMillis(200));
        }

        assertThat(writeback.readyAt(batch)).isEqualTo(NOW.plusMillis(60_050));
        assertThat(writeback.readyAt(batch)).isEqualTo(NOW.plusMillis(60_050));
        assertThat(writeback.readyAt(QuotaRequest.quickBooksWrite(realm)))
                .isEqualTo(clock.instant());
    }

    @Test
    void a_call_is_not_ready_before_a_pause_ends() {
        ingest.pause(realm, NOW.plusSeconds(60));

        assertThat(writeback.readyAt(QuotaRequest.quickBooksBatch(realm)))
                .isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void a_realm_gets_ten_calls_in_no_second() {
        int granted = 0;
        for (int tick = 0; tick < 100; tick++) {
            granted += took(ingest, QuotaRequest.quickBooksWrite(realm)) ? 1 : 0;
            clock.advance(Duration.ofMillis(10));
        }

        assertThat(granted).isEqualTo(10);
    }

    @Test
    void a_realm_keeps_up_five_hundred_a_minute_within_ten_a_second() {
        List<Instant> arrivals = new ArrayList<>();
        Instant end = NOW.plus(Duration.ofMinutes(2));
        while (clock.instant().isBefore(end)) {
            switch (ingest.tryTake(QuotaRequest.quickBooksWrite(realm))) {
                case QuotaAnswer.Granted granted -> {
                    arrivals.add(clock.instant());
                    clock.advance(Duration.ofMillis(20));
                    granted.close();
                }
                case QuotaAnswer.Wait(Instant until, var _) ->
                        clock.set(
                                until.isAfter(clock.instant())
                                        ? until
                                        : clock.instant().plusMillis(1));
            }
        }

        assertThat(mostWithin(arrivals, Duration.ofSeconds(1))).isLessThanOrEqualTo(10);
        assertThat(arrivals).hasSizeGreaterThanOrEqualTo((int) (0.98 * 2 * 500));
    }

    /// Every thirteenth call is on its way for a quarter of a second, which is more than is allowed
    /// for.
    @Test
    void a_realm_sees_no_eleventh_call_in_a_second_though_some_come_late() {
        List<Instant> arrivals = new ArrayList<>();
        NavigableMap<Instant, List<QuotaAnswer.Granted>> answers = new TreeMap<>();
        Instant end = NOW.plus(Duration.ofSeconds(30));
        while (clock.instant().isBefore(end)) {
            while (!answers.isEmpty() && !answers.firstKey().isAfter(clock.instant())) {
                answers.pollFirstEntry().getValue().forEach(QuotaAnswer.Granted::close);
            }
            switch (ingest.tryTake(QuotaRequest.quickBooksWrite(realm))) {
                case QuotaAnswer.Granted granted -> {
                    int millis = arrivals.size() % 13 == 0 ? 250 : 10;
                    Instant arrival = clock.instant().plusMillis(millis);
                    arrivals.add(arrival);
                    answers.computeIfAbsent(arrival.plusMillis(10), _ -> new ArrayList<>())
                            .add(granted);
                }
                case QuotaAnswer.Wait(Instant until, var _) -> {
                    Instant answer = answers.isEmpty() ? until : answers.firstKey();
                    Instant next = answer.isBefore(until) ? answer : until;
                    clock.set(next.isAfter(clock.instant()) ? next : clock.instant().plusMillis(1));
                }
            }
        }

        Collections.sort(arrivals);
        assertThat(mostWithin(arrivals, Duration.ofSeconds(1))).isLessThanOrEqualTo(10);
        assertThat(arrivals).hasSizeGreaterThan(230);
    }

    @Test
    void batches_have_a_limit_of_their_own() {
        int granted = 0;
        for (int second = 0; second < 60; second++) {
            granted += took(ingest, QuotaRequest.quickBooksBatch(realm)) ? 1 : 0;
            clock.advance(Duration.ofSeconds(1));
        }

        assertThat(granted).isEqualTo(40);
    }

    @Test
    void what_lacks_one_limit_takes_nothing_from_the_others() {
        for (int call = 0; call < 40; call++) {
            granted(ingest, QuotaRequest.quickBooksBatch(realm)).close();
            clock.advance(Duration.ofMillis(200));
        }

        for (int call = 0; call < 20; call++) {
            assertThat(took(ingest, QuotaRequest.quickBooksBatch(realm))).isFalse();
        }
        clock.advance(Duration.ofSeconds(2));

        int granted = 0;
        for (int call = 0; call < 20; call++) {
            granted += took(ingest, QuotaRequest.quickBooksWrite(realm)) ? 1 : 0;
        }
        assertThat(granted).isEqualTo(10);
    }

    @Test
    void ten_calls_at_once_whichever_copy_makes_them() {
        List<QuotaAnswer.Granted> open = new ArrayList<>();
        for (int call = 0; call < 10; call++) {
            clock.advance(Duration.ofSeconds(1));
            open.add(granted(call % 2 == 0 ? ingest : writeback));
        }
        clock.advance(Duration.ofSeconds(2));

        assertThat(ingest.tryTake(QuotaRequest.quickBooksWrite(realm)))
                .isInstanceOfSatisfying(
                        QuotaAnswer.Wait.class,
                        wait -> assertThat(wait.bucket()).isEqualTo("at-once"));

        open.getFirst().close();
        clock.advance(Duration.ofSeconds(1));
        assertThat(took(writeback, QuotaRequest.quickBooksWrite(realm))).isTrue();
    }

    @Test
    void the_slots_of_a_copy_that_died_come_back() {
        for (int call = 0; call < 10; call++) {
            clock.advance(Duration.ofSeconds(1));
            granted(ingest);
        }

        clock.advance(Duration.ofSeconds(151));

        assertThat(took(writeback, QuotaRequest.quickBooksWrite(realm))).isTrue();
    }

    @Test
    void twenty_who_share_a_quota_get_equal_parts() {
        Map<String, Integer> had = new TreeMap<>();
        for (int minute = 0; minute < 4; minute++) {
            // each asks in an order and as greedily as it likes
            for (int turn = 0; turn < 800; turn++) {
                String name = "sheet " + (turn % 3 == 0 ? 0 : (turn * 7) % 20);
                if (ingest.tryTake(QuotaRequest.smartsheet(account, 1), new Flow(name, true))
                        instanceof QuotaAnswer.Granted granted) {
                    had.merge(name, 1, Integer::sum);
                    granted.close();
                }
                clock.advance(Duration.ofMillis(1));
            }
            clock.advance(Duration.ofMinutes(1));
        }

        assertThat(had).hasSize(20);
        assertThat(jain(had.values())).isGreaterThanOrEqualTo(0.99);
    }

    @Test
    void what_a_person_waits_for_goes_first() {
        Flow pdf = new Flow("pdf 1", false);
        Flow person = new Flow("person", true);
        for (int call = 0; call < 300; call++) {
            assertThat(took(ingest.tryTake(QuotaRequest.smartsheet(account, 1), pdf))).isTrue();
        }
        assertThat(took(ingest.tryTake(QuotaRequest.smartsheet(account, 1), person))).isFalse();
        clock.advance(Duration.ofMillis(60_050));

        assertThat(ingest.tryTake(QuotaRequest.smartsheet(account, 1), pdf))
                .isInstanceOfSatisfying(
                        QuotaAnswer.Wait.class,
                        wait -> assertThat(wait.bucket()).isEqualTo("turn"));
        assertThat(took(ingest.tryTake(QuotaRequest.smartsheet(account, 1), person))).isTrue();
    }

    @Test
    void a_posting_goes_before_a_load_in_progress() {
        Flow load = new Flow("ingest-service realm 9 load", false);
        Flow posting = new Flow("writeback-service realm 9", true);
        List<String> had = contend(load, Duration.ofSeconds(20));
        assertThat(had).hasSizeGreaterThan(100).containsOnly(load.name());

        had = contend(load, posting, 60);

        // One call of the load at the most may slip in before, and then one for ten.
        assertThat(Collections.frequency(had, posting.name())).isEqualTo(60);
        assertThat(had.indexOf(posting.name())).isLessThanOrEqualTo(1);
        assertThat(Collections.frequency(had, load.name())).isBetween(1, 8);
    }

    @Test
    void a_load_goes_on_while_people_never_stop() {
        Flow load = new Flow("ingest-service realm 9 load", false);
        Flow posting = new Flow("writeback-service realm 9", true);

        List<String> had = contend(load, posting, 300);

        assertThat(Collections.frequency(had, load.name())).isBetween(24, 36);
        assertThat(had.subList(0, had.size() / 2)).contains(load.name());
        assertThat(had.subList(had.size() / 2, had.size())).contains(load.name());
    }

    /// Who got calls while one asked for as long as that.
    private List<String> contend(Flow alone, Duration time) {
        List<String> had = new ArrayList<>();
        Instant end = clock.instant().plus(time);
        while (clock.instant().isBefore(end)) {
            ask(alone, had);
            clock.advance(Duration.ofMillis(100));
        }
        return had;
    }

    /// Who got calls, one after the other, until the urgent one has had as many as that.
    private List<String> contend(Flow patient, Flow urgent, int calls) {
        List<String> had = new ArrayList<>();
        while (Collections.frequency(had, urgent.name()) < calls) {
            ask(patient, had);
            ask(urgent, had);
            clock.advance(Duration.ofMillis(100));
        }
        return had;
    }

    private void ask(Flow flow, List<String> had) {
        if (took(ingest.tryTake(QuotaRequest.quickBooksWrite(realm), flow))) {
            had.add(flow.name());
        }
    }

    @Test
    void headroom_is_each_companys_own() {
        ConnectionId other = new ConnectionId("quickbooks:" + UUID.randomUUID());
        for (int call = 0; call < 5; call++) {
            took(ingest, QuotaRequest.quickBooksWrite(realm));
        }

        assertThat(writeback.headroom(Vendor.QUICKBOOKS, realm))
                .containsEntry("per-second", 0.5)
                .containsEntry("per-minute", 0.99)
                .containsEntry("at-once", 1.0)
                .containsEntry("batches", 1.0);
        assertThat(writeback.headroom(Vendor.QUICKBOOKS, other).values()).containsOnly(1.0);
        took(ingest, QuotaRequest.quickBooksWrite(other));
        assertThat(
                        meters.get("vendor.quota.remaining.ratio")
                                .tag("connection", other.value())
                                .tag("bucket", "per-second")
                                .gauge()
                                .value())
                .isEqualTo(0.9);
    }

    @Test
    void a_slot_taken_over_is_not_freed_by_its_late_holder() {
        QuotaAnswer.Granted late = granted(ingest);
        clock.advance(Duration.ofSeconds(151));
        List<QuotaAnswer.Granted> open = new ArrayList<>();
        for (int call = 0; call < 10; call++) {
            clock.advance(Duration.ofSeconds(1));
            open.add(granted(writeback));
        }
        clock.advance(Duration.ofSeconds(2));

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
            for (int call = 0; call < 400; call++) {
                Quota copy = call % 2 == 0 ? ingest : writeback;
                threads.submit(() -> {
                    if (took(copy, QuotaRequest.smartsheet(account, 1))) {
                        granted.incrementAndGet();
                    }
                });
            }
        }

        assertThat(granted).hasValue(300);
    }

    @Test
    void the_gauge_shows_what_is_left() {
        for (int call = 0; call < 14; call++) {
            took(ingest, QuotaRequest.smartsheet(account, 1));
        }
        clock.advance(Duration.ofSeconds(2));
        took(ingest, QuotaRequest.smartsheet(account, 1));

        assertThat(
                        meters.get("vendor.quota.remaining.ratio")
                                .tag("vendor", "smartsheet")
                                .tag("bucket", "per-minute")
                                .gauge()
                                .value())
                .isEqualTo(0.95);
    }

    private QuotaAnswer.Granted granted(Quota quota) {
        return granted(quota, QuotaRequest.quickBooksWrite(realm));
    }

    private static QuotaAnswer.Granted granted(Quota quota, QuotaRequest request) {
        return (QuotaAnswer.Granted) quota.tryTake(request);
    }

    private static boolean took(Quota quota, QuotaRequest request) {
        return took(quota.tryTake(request));
    }

    private static boolean took(QuotaAnswer answer) {
        return switch (answer) {
            case QuotaAnswer.Granted granted -> {
                granted.close();
                yield true;
            }
            case QuotaAnswer.Wait _ -> false;
        };
    }

    private static int mostWithin(List<Instant> arrivals, Duration window) {
        int most = 0;
        int from = 0;
        for (int to = 0; to < arrivals.size(); to++) {
            while (!arrivals.get(from).plus(window).isAfter(arrivals.get(to))) {
                from++;
            }
            most = Math.max(most, to - from + 1);
        }
        return most;
    }

    /// (sum)² / (n · sum of squares): 1 when all have the same.
    private static double jain(Collection<Integer> parts) {
        double sum = parts.stream().mapToDouble(Integer::doubleValue).sum();
        double squares = parts.stream().mapToDouble(part -> (double) part * part).sum();
        return sum * sum / (parts.size() * squares);
    }

    private Quota copy(DataSource dataSource, Clock time) {
        return Quota.of(dataSource, TestConfig.defaults(), meters, time);
    }
}

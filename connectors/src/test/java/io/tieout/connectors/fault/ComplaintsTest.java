package io.tieout.connectors.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.connectors.TestDatabase;
import io.tieout.connectors.Vendor;
import io.tieout.model.id.ConnectionId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ComplaintsTest {
    private static final ConnectionId SHEETS = new ConnectionId("smartsheet:us:complaints");
    private static final VendorFault FORBIDDEN =
            new VendorFault.Refused(
                    VendorFault.Refused.Cause.PERMISSION,
                    new VendorTrace(
                            Vendor.SMARTSHEET,
                            "list webhooks",
                            403,
                            "1004",
                            null,
                            "You are not authorized to perform this action.",
                            null));

    private static final VendorFault THROTTLED =
            new VendorFault.Throttled(
                    Instant.parse("2026-11-23T16:00:00Z"),
                    true,
                    new VendorTrace(
                            Vendor.QUICKBOOKS,
                            "query",
                            429,
                            "3001",
                            null,
                            "ThrottleExceeded",
                            null));

    private Complaints complaints;

    @BeforeEach
    void migrated() {
        TestDatabase.migrated();
        complaints = new Complaints(TestDatabase.as(TestDatabase.INGEST), Clock.systemUTC());
    }

    @Test
    void a_call_that_succeeds_ends_what_was_held_against_the_connection() {
        complaints.succeeded(SHEETS, true);
        complaints.faulted(SHEETS, true, FORBIDDEN);
        assertThat(held()).extracting(Complaint::code).containsExactly("smartsheet-1004");

        complaints.succeeded(SHEETS, true);

        assertThat(held()).isEmpty();
    }

    @Test
    void that_billed_reads_are_refused_ends_with_a_read_and_not_with_a_write() {
        complaints.faulted(SHEETS, true, THROTTLED);
        complaints.faulted(SHEETS, false, FORBIDDEN);

        complaints.succeeded(SHEETS, false);
        complaints.succeeded(SHEETS, false);
        assertThat(held()).extracting(Complaint::code).containsExactly("reads-throttled");
        assertThat(complaints.readsThrottledSince(SHEETS)).isPresent();
        complaints.succeeded(SHEETS, true);

        assertThat(held()).isEmpty();
        assertThat(complaints.readsThrottledSince(SHEETS)).isEmpty();
    }

    @Test
    void that_everything_is_refused_ends_with_whatever_succeeds() {
        complaints.faulted(SHEETS, false, THROTTLED);

        complaints.succeeded(SHEETS, false);

        assertThat(held()).isEmpty();
    }

    @Test
    void a_complaint_among_successes_at_the_same_time_ends_with_the_next_one()
            throws InterruptedException {
        for (int round = 0; round < 20; round++) {
            CountDownLatch start = new CountDownLatch(1);
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                IntStream.range(0, 8)
                        .forEach(number ->
                                threads.execute(() -> {
                                    await(start);
                                    if (number % 4 == 0) {
                                        complaints.faulted(SHEETS, true, FORBIDDEN);
                                    } else {
                                        complaints.succeeded(SHEETS, true);
                                    }
                                }));
                start.countDown();
            }

            complaints.succeeded(SHEETS, true);

            assertThat(held()).as("round %d", round).isEmpty();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Complaint> held() {
        return complaints.all().stream()
                .filter(complaint -> complaint.connection().equals(SHEETS))
                .toList();
    }
}

package io.tieout.ingest.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tieout.ingest.FakeVendors;
import io.tieout.ingest.LaneKinds;
import io.tieout.kit.lane.Lane;
import io.tieout.kit.lane.LaneResult;
import io.tieout.kit.test.InMemoryChannels;
import io.tieout.kit.test.TieoutPostgres;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// PDFs are billed reads as well.
@QuarkusTest
@QuarkusTestResource(TieoutPostgres.class)
@QuarkusTestResource(InMemoryChannels.class)
@QuarkusTestResource(FakeVendors.class)
class PdfLaneComponentTest {
    private static final String OTHER_REALM = "9131";

    @Inject PdfLane pdfLane;
    @Inject Jdbi jdbi;

    /// The lanes that have noticed meanwhile go on at once.
    @AfterEach
    void readAgain() {
        execute("DELETE FROM due_pdfs WHERE realm = '9131'");
        execute("UPDATE connections.metered_calls SET calls = 1");
        await().during(Duration.ofMillis(500))
                .untilAsserted(() ->
                        assertThat(
                                        execute(
                                                "UPDATE lanes SET paused_until = NULL WHERE pause_reason LIKE 'billed reads%' AND paused_until IS NOT NULL"))
                                .isZero());
    }

    @Test
    void no_pdf_is_fetched_when_the_months_billed_reads_are_used_up() {
        // Given
        execute(
                "INSERT INTO due_pdfs (realm, invoice_id, proposal_id, sync_token) VALUES ('9131', '1', gen_random_uuid(), 0)");
        execute(
                """
                INSERT INTO connections.metered_calls (connection, month, calls)
                VALUES ('quickbooks:9130', date_trunc('month', now() AT TIME ZONE 'UTC')::date, 500000)
                ON CONFLICT (connection, month) DO UPDATE SET calls = 500000\
                """);

        // When
        LaneResult result = pdfLane.run(new Lane(LaneKinds.PDF, OTHER_REALM, 0));

        // Then
        assertThat(result)
                .isInstanceOfSatisfying(
                        LaneResult.Again.class,
                        again ->
                                assertThat(again.due())
                                        .isAfter(Instant.now().plus(Duration.ofMinutes(50))));
        assertThat(FakeVendors.requests("/company/9131/")).isEmpty();
    }

    private int execute(String sql) {
        return jdbi.withHandle(handle -> handle.createUpdate(sql).execute());
    }
}

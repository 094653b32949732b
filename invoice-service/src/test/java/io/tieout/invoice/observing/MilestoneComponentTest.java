package io.tieout.invoice.observing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tieout.invoice.BillingRow;
import io.tieout.invoice.InvoiceSettings;
import io.tieout.invoice.Sample;
import io.tieout.invoice.ShiftedClock;
import io.tieout.kit.event.Connections;
import io.tieout.kit.event.Events;
import io.tieout.kit.test.InMemoryChannels;
import io.tieout.kit.test.RecordingPublisher;
import io.tieout.kit.test.Records;
import io.tieout.kit.test.TieoutPostgres;
import io.tieout.model.envelope.EventEnvelope;
import io.tieout.model.envelope.SourceRevision;
import io.tieout.model.id.CorrelationId;
import io.tieout.model.proposal.ProposalMade;
import io.tieout.model.quickbooks.BooksLoaded;
import io.tieout.model.quickbooks.EntityEvent;
import io.tieout.model.smartsheet.RowEvent;
import io.tieout.model.topic.Topics;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TieoutPostgres.class)
@QuarkusTestResource(InMemoryChannels.class)
@QuarkusTestResource(InvoiceSettings.class)
class MilestoneComponentTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final String SHEET = "4700";

    @Inject RowConsumer rows;
    @Inject EntityConsumer entities;
    @Inject RecordingPublisher publisher;
    @Inject Events events;
    @Inject ShiftedClock clock;

    @BeforeEach
    void loadBooks() {
        publisher.clear();
        Sample.published().forEach(this::entity);
        entity(new BooksLoaded(Sample.REALM, Instant.EPOCH));
    }

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    @Test
    void a_row_becomes_billable_by_itself_at_the_companys_midnight_after_its_milestone() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), NEW_YORK);
        Instant midnight = today.plusDays(1).atStartOfDay(NEW_YORK).toInstant();

        send(BillingRow.row(SHEET, "1").project("Tonight").notReady().milestone(today));

        await().during(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(drafted("1")).isFalse());
        clock.moveTo(midnight.plusSeconds(1));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(drafted("1")).isTrue());
    }

    @Test
    void a_milestone_that_has_passed_already_makes_the_row_billable_at_once() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), NEW_YORK);

        send(
                BillingRow.row(SHEET, "2")
                        .project("Yesterday")
                        .notReady()
                        .milestone(today.minusDays(1)));

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(drafted("2")).isTrue());
    }

    @Test
    void a_row_from_before_the_cut_over_date_is_never_billed() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), NEW_YORK);

        send(
                BillingRow.row(SHEET, "3")
                        .project("Old")
                        .notReady()
                        .milestone(today.minusDays(1))
                        .beforeCutOver());
        send(BillingRow.row(SHEET, "4").project("Old").beforeCutOver());
        send(BillingRow.row(SHEET, "5").project("New"));

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(drafted("5")).isTrue());
        assertThat(drafted("3")).isFalse();
        assertThat(drafted("4")).isFalse();
    }

    private boolean drafted(String row) {
        return publisher.published(Topics.PROPOSALS).stream()
                .map(EventEnvelope::payload)
                .filter(ProposalMade.class::isInstance)
                .map(ProposalMade.class::cast)
                .filter(made -> made.kind() == io.tieout.model.proposal.ProposalKind.INVOICE)
                .anyMatch(made ->
                        made.rows().stream()
                                .anyMatch(ref ->
                                        ref.sheetId().value().equals(SHEET)
                                                && ref.rowId().value().equals(row)));
    }

    private void entity(EntityEvent payload) {
        EventEnvelope<EntityEvent> event =
                events.started(
                        Connections.quickbooks(Sample.REALM),
                        new SourceRevision(0, 1),
                        new CorrelationId("books"),
                        payload);
        entities.consume(Records.of(Topics.QUICKBOOKS_ENTITIES, payload.key(), event));
    }

    private void send(BillingRow row) {
        EventEnvelope<RowEvent> event =
                events.started(
                        Connections.smartsheet("us", "default"),
                        new SourceRevision(5, 1),
                        new CorrelationId("milestone"),
                        row.observed());
        rows.consume(Records.of(Topics.SMARTSHEET_ROWS, event.payload().key(), event));
    }
}

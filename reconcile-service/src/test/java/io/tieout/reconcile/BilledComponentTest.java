package io.tieout.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tieout.kit.test.InMemoryChannels;
import io.tieout.kit.test.RecordingPublisher;
import io.tieout.kit.test.Records;
import io.tieout.kit.test.TieoutPostgres;
import io.tieout.model.effect.CreateInvoice;
import io.tieout.model.effect.EffectResult;
import io.tieout.model.effect.InvoiceLine;
import io.tieout.model.envelope.EventEnvelope;
import io.tieout.model.envelope.SourceRevision;
import io.tieout.model.finding.FindingEvent;
import io.tieout.model.finding.FindingKind;
import io.tieout.model.finding.FindingOpened;
import io.tieout.model.finding.FindingResolved;
import io.tieout.model.id.ColumnId;
import io.tieout.model.id.ConnectionId;
import io.tieout.model.id.CorrelationId;
import io.tieout.model.id.EffectId;
import io.tieout.model.id.EntityId;
import io.tieout.model.id.EventId;
import io.tieout.model.id.ProposalId;
import io.tieout.model.id.RealmId;
import io.tieout.model.id.RowId;
import io.tieout.model.id.RowRef;
import io.tieout.model.id.SheetId;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import io.tieout.model.money.Quantity;
import io.tieout.model.proposal.EffectState;
import io.tieout.model.proposal.Evidence;
import io.tieout.model.proposal.ProposalKind;
import io.tieout.model.proposal.ProposalMade;
import io.tieout.model.proposal.ProposalState;
import io.tieout.model.quickbooks.BooksLoaded;
import io.tieout.model.quickbooks.Entity;
import io.tieout.model.quickbooks.EntityEvent;
import io.tieout.model.quickbooks.EntityGone;
import io.tieout.model.quickbooks.EntityObserved;
import io.tieout.model.quickbooks.EntityType;
import io.tieout.model.smartsheet.BillingFields;
import io.tieout.model.smartsheet.ColumnPart;
import io.tieout.model.smartsheet.RowObserved;
import io.tieout.model.smartsheet.SheetRole;
import io.tieout.model.topic.Services;
import io.tieout.model.topic.Topics;
import io.tieout.reconcile.facts.EntityConsumer;
import io.tieout.reconcile.facts.RowConsumer;
import io.tieout.reconcile.proposing.StateConsumer;
import io.tieout.reconcile.standing.Outcome;
import io.tieout.reconcile.standing.Standing;
import io.tieout.reconcile.standing.Standings;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TieoutPostgres.class)
@QuarkusTestResource(InMemoryChannels.class)
class BilledComponentTest {
    private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");
    private static final AtomicLong SEQUENCE = new AtomicLong();
    private static final SheetId SHEET = new SheetId("4100000000000001");
    private static final RowRef ROW = new RowRef(SHEET, new RowId("1"));
    private static final Map<ColumnPart, ColumnId> NO_COLUMN = Map.of();
    private static final Map<ColumnPart, ColumnId> COLUMN =
            Map.of(ColumnPart.RECONCILIATION_STATUS, new ColumnId("7100000000000099"));

    @Inject RowConsumer rows;
    @Inject EntityConsumer entities;
    @Inject StateConsumer states;
    @Inject Standings standings;
    @Inject RecordingPublisher published;

    private RealmId realm = new RealmId("1");

    @BeforeEach
    void anotherCompany() {
        published.clear();
        realm = new RealmId("91304" + SEQUENCE.incrementAndGet());
        customer("58", "Harbor Works LLC", "Harbor Works LLC", false);
        customer("70", "Pier 7", "Harbor Works LLC:Pier 7", true);
        item("1", "Engineering", "150.00");
        entity(0, new BooksLoaded(realm, AT));
    }

    @Test
    void an_invoice_that_was_drafted_of_a_row_is_its_own_and_only_what_differs_later_is_said() {
        // Given
        row(5, "8", "TD-000042 r1", "1045", "Posted", NO_COLUMN);
        invoice(1, "tieout:9", "1200.00");
        posted();
        await().untilAsserted(
                        () -> assertThat(said(ROW.key())).isEqualTo(List.of(Outcome.MATCHED)));
        assertThat(said("Invoice:55#1")).containsExactly(Outcome.MATCHED);
        assertThat(findings()).isEmpty();

        // When
        row(6, "10", "TD-000042 r1", "1045", "Posted", NO_COLUMN);

        // Then
        await().untilAsserted(() -> assertThat(findings()).hasSize(1));
        assertThat(((FindingOpened) findings().getFirst()).kind())
                .isEqualTo(FindingKind.AMOUNT_VARIANCE);

        // And when the row says again what was billed
        row(7, "8", "TD-000042 r1", "1045", "Posted", NO_COLUMN);

        // Then
        await().untilAsserted(
                        () -> assertThat(findings()).last().isInstanceOf(FindingResolved.class));

        // And when the invoice is voided
        entity(
                2,
                new EntityGone(
                        realm, EntityType.INVOICE, new EntityId("55"), EntityGone.Reason.VOIDED));

        // Then
        await().untilAsserted(() ->
                assertThat(findings())
                        .last()
                        .isInstanceOfSatisfying(
                                FindingOpened.class,
                                opened ->
                                        assertThat(opened.kind())
                                                .isEqualTo(FindingKind.MISSING_IN_QUICKBOOKS)));
        assertThat(published.published(Topics.PROPOSALS))
                .noneMatch(event -> event.payload().realmId().equals(realm));
    }

    @Test
    void a_row_that_waits_for_its_draft_is_no_discrepancy() {
        row(5, "8", "TD-000042 r1", null, "Awaiting approval", NO_COLUMN);
        row(6, "8", "TD-000042 r1", "1045", "Posted", NO_COLUMN);

        await().during(Duration.ofSeconds(1))
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(findings()).isEmpty());
    }

    @Test
    void a_row_billed_by_hand_follows_the_books_and_shows_it_where_it_can() {
        // Given
        row(5, "8", null, "1045", null, COLUMN);
        await().untilAsserted(() -> assertThat(findings()).hasSize(1));
        assertThat(((FindingOpened) findings().getFirst()).kind())
                .isEqualTo(FindingKind.MISSING_IN_QUICKBOOKS);
        assertThat(((FindingOpened) findings().getFirst()).detail())
                .contains("USD 1,200.00")
                .contains("on invoice 1045");

        // When
        invoice(1, null, "1200.00", "300.00");

        // Then
        await().untilAsserted(() ->
                assertThat(findings())
                        .filteredOn(FindingOpened.class::isInstance)
                        .extracting(one -> ((FindingOpened) one).kind())
                        .containsExactlyInAnyOrder(
                                FindingKind.MISSING_IN_QUICKBOOKS,
                                FindingKind.MATCHED,
                                FindingKind.MISSING_IN_SMARTSHEET));
        assertThat(published.published(Topics.PROPOSALS))
                .anyMatch(event -> event.payload().realmId().equals(realm));
    }

    private void row(
            long version,
            String hours,
            @Nullable String draft,
            @Nullable String number,
            @Nullable String status,
            Map<ColumnPart, ColumnId> columns) {
        RowObserved row =
                new RowObserved(
                        ROW,
                        realm,
                        SheetRole.BILLING,
                        "Billing",
                        3,
                        new BillingFields(
                                "Ready to Bill",
                                true,
                                "Harbor Works LLC",
                                "Pier 7",
                                "Engineering",
                                "Cable works",
                                LocalDate.parse("2026-09-30"),
                                Quantity.of(hours),
                                null,
                                true,
                                null,
                                null,
                                null,
                                draft,
                                null,
                                null,
                                number,
                                status,
                                null),
                        List.of(),
                        columns,
                        AT,
                        "pm@harbor.example",
                        false);
        rows.consume(
                Records.of(
                        Topics.SMARTSHEET_ROWS,
                        row.key(),
                        envelope(new SourceRevision(version, 1), row)));
    }

    private void invoice(long revision, @Nullable String note, String... lines) {
        entity(
                revision,
                observed(
                        EntityType.INVOICE,
                        "55",
                        new Entity.Transaction(
                                "1045",
                                LocalDate.parse("2026-11-20"),
                                null,
                                EntityType.CUSTOMER,
                                new EntityId("70"),
                                "Pier 7",
                                CurrencyCode.USD,
                                usd("1306.50"),
                                usd("106.50"),
                                null,
                                null,
                                note,
                                null,
                                null,
                                Arrays.stream(lines).map(BilledComponentTest::line).toList())));
    }

    private static Entity.Line line(String amount) {
        return new Entity.Line(
                null, "Engineering", usd(amount), null, null, null, null, null, null, null);
    }

    private void customer(String id, String name, String qualified, boolean job) {
        entity(
                1,
                observed(
                        EntityType.CUSTOMER,
                        id,
                        new Entity.Customer(
                                name, qualified, null, job, null, null, null, null, null, false,
                                null, null, null)));
    }

    private void item(String id, String name, String price) {
        entity(
                1,
                observed(
                        EntityType.ITEM,
                        id,
                        new Entity.Item(name, "Service", usd(price), null, false, null)));
    }

    private EntityObserved observed(EntityType type, String id, Entity entity) {
        return new EntityObserved(realm, type, new EntityId(id), true, AT, entity);
    }

    private void entity(long revision, EntityEvent event) {
        entities.consume(
                Records.of(
                        Topics.QUICKBOOKS_ENTITIES,
                        event.key(),
                        envelope(new SourceRevision(revision, 0), event)));
    }

    private void posted() {
        EffectId create = new EffectId("e2");
        ProposalMade proposal =
                new ProposalMade(
                        new ProposalId(UUID.randomUUID()),
                        1,
                        realm,
                        ProposalKind.INVOICE,
                        "TD-000042",
                        "Create invoice",
                        Services.INVOICE,
                        "Harbor Works LLC",
                        usd("1200.00"),
                        List.of(ROW),
                        List.of(create(create)),
                        new Evidence(
                                List.of(new Evidence.RowCitation(ROW, 1, 4)),
                                List.of(
                                        new Evidence.LineSource(
                                                1,
                                                List.of(ROW),
                                                Evidence.RateSource.ITEM,
                                                new EntityId("1"),
                                                null)),
                                "Pier 7",
                                "2026-11",
                                "1",
                                "template"));
        long sequence = SEQUENCE.incrementAndGet();
        ProposalState state =
                new ProposalState(
                        proposal,
                        "hash",
                        ProposalState.Status.DONE,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        0,
                        List.of(
                                new EffectState(
                                        create,
                                        "create-invoice",
                                        "realm:" + realm,
                                        false,
                                        EffectState.Status.DONE,
                                        null,
                                        0,
                                        new EffectResult.InvoiceCreated(
                                                new EntityId("55"),
                                                "1045",
                                                LocalDate.parse("2026-11-20"),
                                                usd("1306.50"),
                                                usd("106.50"),
                                                0),
                                        null,
                                        null,
                                        AT)),
                        null,
                        sequence,
                        AT);
        states.consume(
                Records.of(
                        Topics.PROPOSAL_STATES,
                        proposal.proposalId().toString(),
                        envelope(new SourceRevision(sequence, 0), state)));
    }

    private CreateInvoice create(EffectId id) {
        return new CreateInvoice(
                id,
                List.of(),
                realm,
                new EntityId("70"),
                LocalDate.parse("2026-11-20"),
                null,
                null,
                CurrencyCode.USD,
                null,
                null,
                List.of(
                        new InvoiceLine(
                                1,
                                new EntityId("1"),
                                "Engineering",
                                Quantity.of("8"),
                                usd("150.00"),
                                usd("1200.00"),
                                false,
                                null,
                                null)),
                usd("1200.00"),
                usd("0.00"),
                "tieout:9");
    }

    private <T> EventEnvelope<T> envelope(SourceRevision revision, T payload) {
        return new EventEnvelope<>(
                new EventId(UUID.randomUUID()),
                AT,
                new ConnectionId("quickbooks:" + realm),
                revision,
                new CorrelationId("test"),
                null,
                1,
                payload);
    }

    private List<Outcome> said(String line) {
        return standings.of(realm, List.of(line)).stream().map(Standing::outcome).toList();
    }

    private List<FindingEvent> findings() {
        return published.published(Topics.FINDINGS).stream()
                .map(EventEnvelope::payload)
                .filter(finding -> finding.realmId().equals(realm))
                .toList();
    }

    private static Money usd(String amount) {
        return Money.of(amount, CurrencyCode.USD);
    }
}

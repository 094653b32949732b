package io.tieout.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tieout.kit.test.InMemoryChannels;
import io.tieout.kit.test.RecordingPublisher;
import io.tieout.kit.test.Records;
import io.tieout.kit.test.TieoutPostgres;
import io.tieout.model.effect.CellWrite;
import io.tieout.model.effect.UpdateRows;
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
import io.tieout.model.id.RealmId;
import io.tieout.model.id.RowId;
import io.tieout.model.id.RowRef;
import io.tieout.model.id.SheetId;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import io.tieout.model.proposal.EffectState;
import io.tieout.model.proposal.ProposalEvent;
import io.tieout.model.proposal.ProposalMade;
import io.tieout.model.proposal.ProposalState;
import io.tieout.model.quickbooks.BooksLoaded;
import io.tieout.model.quickbooks.Entity;
import io.tieout.model.quickbooks.EntityEvent;
import io.tieout.model.quickbooks.EntityGone;
import io.tieout.model.quickbooks.EntityObserved;
import io.tieout.model.quickbooks.EntityType;
import io.tieout.model.smartsheet.ColumnPart;
import io.tieout.model.smartsheet.CostFields;
import io.tieout.model.smartsheet.RowEvent;
import io.tieout.model.smartsheet.RowGone;
import io.tieout.model.smartsheet.RowObserved;
import io.tieout.model.smartsheet.SheetRole;
import io.tieout.model.topic.Topics;
import io.tieout.reconcile.facts.EntityConsumer;
import io.tieout.reconcile.facts.Names;
import io.tieout.reconcile.facts.RowConsumer;
import io.tieout.reconcile.facts.Vendors;
import io.tieout.reconcile.proposing.StateConsumer;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TieoutPostgres.class)
@QuarkusTestResource(InMemoryChannels.class)
class ReconcileComponentTest {
    private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");
    private static final AtomicLong SEQUENCE = new AtomicLong();
    private static final ColumnId STATUS = new ColumnId("7200000000000007");
    private static final ColumnId NOTES = new ColumnId("7200000000000008");

    @Inject RowConsumer rows;
    @Inject EntityConsumer entities;
    @Inject StateConsumer states;
    @Inject Names names;
    @Inject Vendors vendors;
    @Inject RecordingPublisher published;

    private RealmId realm = new RealmId("1");

    @BeforeEach
    void anotherCompany() {
        published.clear();
        realm = new RealmId("91303" + SEQUENCE.incrementAndGet());
    }

    @Test
    void says_nothing_before_the_books_are_loaded_and_then_what_is_there_and_what_is_not() {
        // Given
        row("1", 5, "Atlas Electric", "AE-77", "480.00", null, null);
        row("2", 5, "Bluebird Supplies", "B-1", "99.50", null, null);
        bill("145", 1, "AE-77", "480.00");
        await().during(Duration.ofSeconds(1))
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(proposals()).isEmpty());

        // When
        loaded();

        // Then
        awaitProposals(2);
        assertThat(written("1")).containsExactly("Matched", "Bill AE-77 of 2026-11-03, USD 480.00");
        assertThat(written("2").getFirst()).isEqualTo("Missing in QB");
        assertThat(written("2").getLast()).contains("Bluebird Supplies").contains("B-1");
        assertThat(findings())
                .extracting(finding -> finding.getClass().getSimpleName())
                .containsOnly("FindingOpened");
        assertThat(findings())
                .extracting(finding -> ((FindingOpened) finding).kind())
                .containsExactlyInAnyOrder(FindingKind.MATCHED, FindingKind.MISSING_IN_QUICKBOOKS);
    }

    @Test
    void a_status_follows_the_books() {
        // Given
        loaded();
        row("1", 5, "Atlas Electric", "AE-77", "480.00", null, null);
        awaitProposals(1);
        assertThat(written("1").getFirst()).isEqualTo("Missing in QB");
        bill("145", 1, "AE-77", "480.00");
        await().during(Duration.ofSeconds(1))
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(proposals()).hasSize(1));

        // When
        done(proposals().getLast());

        // Then
        awaitProposals(2);
        ProposalMade second = proposals().getLast();
        assertThat(second.revision()).isEqualTo(2);
        assertThat(second.proposalId()).isEqualTo(proposals().getFirst().proposalId());
        assertThat(written("1").getFirst()).isEqualTo("Matched");
        assertThat(findings())
                .extracting(finding -> finding.getClass().getSimpleName())
                .containsExactly("FindingOpened", "FindingResolved", "FindingOpened");

        // And when the bill is deleted again
        done(second);
        row("1", 6, "Atlas Electric", "AE-77", "480.00", "Matched", written("1").getLast());
        gone("145", 2);

        // Then
        awaitProposals(3);
        assertThat(written("1").getFirst()).isEqualTo("Missing in QB");
    }

    @Test
    void an_old_event_delivered_late_and_ten_times_changes_nothing() {
        // Given
        loaded();
        bill("145", 2, "AE-77", "480.00");
        row("1", 6, "Atlas Electric", "AE-77", "480.00", null, null);
        awaitProposals(1);
        done(proposals().getLast());

        // When
        for (int i = 0; i < 10; i++) {
            bill("145", 1, "AE-70", "480.00");
            row("1", 5, "Somebody Else", null, "1.00", null, null);
        }

        // Then
        await().during(Duration.ofSeconds(1))
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(proposals()).hasSize(1));
        assertThat(written("1").getFirst()).isEqualTo("Matched");
    }

    @Test
    void of_a_tie_each_candidate_is_shown_with_the_tests_that_it_failed() {
        // Given
        loaded();
        bill("145", 1, null, "480.00");
        bill("146", 1, null, "480.00");

        // When
        row("1", 5, "Atlas Electric", null, "480.00", null, null);

        // Then
        await().untilAsserted(() ->
                assertThat(findings())
                        .last()
                        .isInstanceOfSatisfying(
                                FindingOpened.class,
                                tie -> {
                                    assertThat(tie.kind()).isEqualTo(FindingKind.DISCREPANCY);
                                    assertThat(tie.detail())
                                            .contains("2 documents fit equally well")
                                            .contains(
                                                    "alike in vendor, amount, date. None has a number");
                                    assertThat(tie.candidates())
                                            .extracting(one -> one.id().value())
                                            .containsExactlyInAnyOrder("145", "146");
                                    assertThat(tie.candidates())
                                            .allSatisfy(one ->
                                                    assertThat(one.failed())
                                                            .contains("another fits as well"));
                                }));
    }

    @Test
    void a_vendor_that_was_merged_leaves_no_name_behind() {
        // Given
        vendor("30", 1, "Atlas Electric");
        vendor("31", 1, "Atlas Electric Inc");
        assertThat(names.of(realm, EntityType.VENDOR))
                .containsExactlyInAnyOrder("Atlas Electric", "Atlas Electric Inc");

        // When
        send(
                new SourceRevision(2, 0),
                new EntityGone(
                        realm, EntityType.VENDOR, new EntityId("30"), EntityGone.Reason.MERGED));
        vendor("30", 1, "Atlas Electric");

        // Then
        assertThat(names.of(realm, EntityType.VENDOR)).containsExactly("Atlas Electric Inc");
        assertThat(vendors.of(realm))
                .extracting(Vendors.Vendor::id)
                .containsExactly(new EntityId("31"));
    }

    @Test
    void a_document_of_a_vendor_that_is_gone_goes_by_the_name_that_it_says() {
        // Given
        loaded();
        vendor("30", 1, "Atlas Electric");
        bill("145", 1, "AE-77", "480.00");
        send(
                new SourceRevision(2, 0),
                new EntityGone(
                        realm, EntityType.VENDOR, new EntityId("30"), EntityGone.Reason.MERGED));

        // When
        row("1", 5, "Atlas Electric", "AE-77", "480.00", null, null);

        // Then
        awaitProposals(1);
        assertThat(written("1").getFirst()).isEqualTo("Matched");
    }

    private void vendor(String id, long revision, String name) {
        send(
                new SourceRevision(revision, 0),
                new EntityObserved(
                        realm,
                        EntityType.VENDOR,
                        new EntityId(id),
                        true,
                        AT,
                        new Entity.Vendor(name, null, null, null)));
    }

    @Test
    void a_row_that_is_gone_leaves_no_finding_open() {
        // Given
        loaded();
        row("1", 5, "Atlas Electric", "AE-77", "480.00", null, null);
        awaitProposals(1);

        // When
        send(7, new RowGone(ref("1"), realm, SheetRole.COSTS));

        // Then
        await().untilAsserted(
                        () -> assertThat(findings()).last().isInstanceOf(FindingResolved.class));
    }

    private void row(
            String id,
            long version,
            String vendor,
            String number,
            String amount,
            String status,
            String notes) {
        send(
                version,
                new RowObserved(
                        ref(id),
                        realm,
                        SheetRole.COSTS,
                        "Project Costs",
                        3,
                        new CostFields(
                                vendor,
                                number,
                                "Cable",
                                "Harbor",
                                LocalDate.parse("2026-11-03"),
                                Money.of(amount, CurrencyCode.USD),
                                status,
                                notes,
                                null,
                                null,
                                null,
                                null,
                                null),
                        List.of(),
                        Map.of(
                                ColumnPart.RECONCILIATION_STATUS,
                                STATUS,
                                ColumnPart.RECONCILIATION_NOTES,
                                NOTES),
                        AT,
                        "pm@harbor.example",
                        false));
    }

    private void send(long version, RowEvent event) {
        rows.consume(
                Records.of(
                        Topics.SMARTSHEET_ROWS,
                        event.key(),
                        envelope(new SourceRevision(version, 1), event)));
    }

    private void bill(String id, long revision, String number, String amount) {
        send(
                new SourceRevision(revision, 0),
                new EntityObserved(
                        realm,
                        EntityType.BILL,
                        new EntityId(id),
                        true,
                        AT,
                        new Entity.Transaction(
                                number,
                                LocalDate.parse("2026-11-03"),
                                null,
                                EntityType.VENDOR,
                                new EntityId("30"),
                                "Atlas Electric",
                                CurrencyCode.USD,
                                Money.of(amount, CurrencyCode.USD),
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                List.of())));
    }

    private void gone(String id, long revision) {
        send(
                new SourceRevision(revision, 0),
                new EntityGone(
                        realm, EntityType.BILL, new EntityId(id), EntityGone.Reason.DELETED));
    }

    private void loaded() {
        send(SourceRevision.NONE, new BooksLoaded(realm, AT));
    }

    private void send(SourceRevision revision, EntityEvent event) {
        entities.consume(
                Records.of(Topics.QUICKBOOKS_ENTITIES, event.key(), envelope(revision, event)));
    }

    private void done(ProposalMade proposal) {
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
                                        new EffectId("e1"),
                                        "update-rows",
                                        "sheet:42",
                                        true,
                                        EffectState.Status.DONE,
                                        null,
                                        0,
                                        null,
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

    private void awaitProposals(int count) {
        await().untilAsserted(() -> assertThat(proposals()).hasSize(count));
    }

    private List<ProposalMade> proposals() {
        return published.published(Topics.PROPOSALS).stream()
                .map(EventEnvelope::payload)
                .filter(proposal -> proposal.realmId().equals(realm))
                .filter(ProposalMade.class::isInstance)
                .map(ProposalEvent.class::cast)
                .map(ProposalMade.class::cast)
                .toList();
    }

    private List<FindingEvent> findings() {
        return published.published(Topics.FINDINGS).stream()
                .map(EventEnvelope::payload)
                .filter(finding -> finding.realmId().equals(realm))
                .toList();
    }

    /// The texts that the row's last proposal writes.
    private List<String> written(String row) {
        ProposalMade last =
                proposals().stream()
                        .filter(proposal -> proposal.rows().contains(ref(row)))
                        .reduce((_, later) -> later)
                        .orElseThrow();
        return ((UpdateRows) last.effects().getFirst())
                .rows().getFirst().cells().stream()
                        .map(cell -> ((CellWrite.Text) cell.content()).value())
                        .toList();
    }

    private static RowRef ref(String id) {
        return new RowRef(new SheetId("4100000000000002"), new RowId(id));
    }
}

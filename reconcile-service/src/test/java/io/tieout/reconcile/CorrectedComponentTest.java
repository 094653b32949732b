package io.tieout.reconcile;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tieout.kit.json.WireJson;
import io.tieout.kit.test.InMemoryChannels;
import io.tieout.kit.test.RecordingPublisher;
import io.tieout.kit.test.Records;
import io.tieout.kit.test.TieoutPostgres;
import io.tieout.model.command.CommandEvent;
import io.tieout.model.command.CorrectionWay;
import io.tieout.model.effect.CellWrite;
import io.tieout.model.effect.CreateJournalEntry;
import io.tieout.model.effect.EffectResult;
import io.tieout.model.effect.PostingLine;
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
import io.tieout.model.id.ProposalId;
import io.tieout.model.id.RealmId;
import io.tieout.model.id.RowId;
import io.tieout.model.id.RowRef;
import io.tieout.model.id.SheetId;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
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
import io.tieout.model.smartsheet.ColumnPart;
import io.tieout.model.smartsheet.CostFields;
import io.tieout.model.smartsheet.ProjectFields;
import io.tieout.model.smartsheet.RowObserved;
import io.tieout.model.smartsheet.SheetRole;
import io.tieout.model.topic.Topics;
import io.tieout.reconcile.commands.CommandConsumer;
import io.tieout.reconcile.facts.EntityConsumer;
import io.tieout.reconcile.facts.RowConsumer;
import io.tieout.reconcile.proposing.StateConsumer;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// From a variance that finance has corrected to a row that says it agrees, and back.
@QuarkusTest
@QuarkusTestResource(TieoutPostgres.class)
@QuarkusTestResource(InMemoryChannels.class)
class CorrectedComponentTest {
    private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-11-20");
    private static final AtomicLong SEQUENCE = new AtomicLong();
    private static final RowRef ROW = new RowRef(new SheetId("41"), new RowId("1"));
    private static final String RENTAL = "62";
    private static final String CLEARING = "65";

    /// The company of finance-review.json that has an account for corrections, and another.
    private static final RealmId DESK = new RealmId("913077037");

    private static final RealmId OTHER = new RealmId("913077038");

    @Inject RowConsumer rows;
    @Inject EntityConsumer entities;
    @Inject StateConsumer states;
    @Inject CommandConsumer commands;
    @Inject RecordingPublisher published;

    @BeforeEach
    void nothing_was_said_yet() {
        published.clear();
    }

    @Test
    void a_corrected_row_agrees_until_either_side_or_the_entry_says_something_else() {
        // Given
        differing(DESK);
        differing(OTHER);
        budget();
        ask(DESK);
        await().untilAsserted(() -> assertThat(corrections(DESK)).hasSize(1));
        ProposalMade correction = corrections(DESK).getFirst();
        assertThat(correction.evidence().corrects())
                .isEqualTo(
                        new Evidence.Corrects(
                                "Bill:145",
                                List.of(new EntityId(RENTAL)),
                                correction.proposalId(),
                                1));

        // When
        said(correction, EffectState.Status.DONE, "77");
        entry(1, correction.proposalId(), "120.00", null);

        // Then
        awaitStatus(DESK, "Matched");
        assertThat(written(DESK).get(1))
                .startsWith("Agreed with Bill DK-4 of 2026-11-20, USD 380.00, together with")
                .endsWith(
                        "correcting journal entry without number (id 77) of 2026-11-23, USD 120.00");
        assertThat(findings(DESK))
                .filteredOn(FindingResolved.class::isInstance)
                .last()
                .isInstanceOfSatisfying(
                        FindingResolved.class,
                        resolved -> {
                            assertThat(resolved.kind()).isEqualTo(FindingKind.AMOUNT_VARIANCE);
                            assertThat(resolved.resolution()).startsWith("Agreed with Bill DK-4");
                        });
        assertThat(findings(DESK)).noneMatch(one -> one.key().contains("JournalEntry"));
        JsonNode report = report();
        assertThat(report.at("/counts/MATCHED").asInt()).isEqualTo(1);
        assertThat(new BigDecimal(report.at("/items/0/booksAmount/value").asText()))
                .isEqualByComparingTo("500");
        assertThat(report.at("/items/0/books")).hasSize(2);
        assertThat(new BigDecimal(report.at("/budget/lines/0/books/actual/value").asText()))
                .isEqualByComparingTo("500");
        assertThat(written(OTHER).getFirst()).isEqualTo("Variance - Review");

        // And when everything is compared anew
        vendor(DESK);
        await().during(Duration.ofSeconds(1))
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(written(DESK).getFirst()).isEqualTo("Matched"));

        // And when the entry is edited
        doneRow(DESK);
        entry(2, correction.proposalId(), "100.00", null);
        awaitStatus(DESK, "Variance - Review");
        assertThat(written(DESK).get(1)).contains("480.00 in the books");

        // And when the row follows
        doneRow(DESK);
        row(DESK, 6, "480.00");
        awaitStatus(DESK, "Matched");

        // And when the entry is deleted
        doneRow(DESK);
        entity(
                3,
                new EntityGone(
                        DESK,
                        EntityType.JOURNAL_ENTRY,
                        new EntityId("77"),
                        EntityGone.Reason.DELETED));
        awaitStatus(DESK, "Variance - Review");
        assertThat(written(DESK).get(1)).contains("380.00 in the books");

        // And when it is corrected once more
        doneRow(DESK);
        ask(DESK);
        await().untilAsserted(() -> assertThat(corrections(DESK)).hasSize(2));
        ProposalMade second = corrections(DESK).getLast();
        assertThat(second.total()).isEqualTo(usd("100.00"));
        entry("78", 1, second.proposalId(), "100.00", null);
        awaitStatus(DESK, "Matched");

        // And when the bill is deleted, its entry is left
        doneRow(DESK);
        entity(
                2,
                new EntityGone(
                        DESK, EntityType.BILL, new EntityId("145"), EntityGone.Reason.DELETED));
        awaitStatus(DESK, "Missing in QB");
        await().untilAsserted(() ->
                assertThat(findings(DESK))
                        .filteredOn(one -> one.key().contains("JournalEntry:78"))
                        .last()
                        .isInstanceOfSatisfying(
                                FindingOpened.class,
                                opened -> {
                                    assertThat(opened.kind())
                                            .isEqualTo(FindingKind.MISSING_IN_SMARTSHEET);
                                    assertThat(opened.title()).contains("USD 100.00");
                                }));
    }

    @Test
    void an_entry_that_is_seen_before_anything_is_known_of_it_counts_once_it_is() {
        // Given
        RealmId realm = new RealmId("913077039");
        ProposalId proposal = new ProposalId(UUID.randomUUID());
        differing(realm);
        entity(
                1,
                observed(
                        realm,
                        EntityType.JOURNAL_ENTRY,
                        "77",
                        journal(proposal, "120.00", "Bluebird Supplies")));
        await().untilAsserted(() ->
                assertThat(findings(realm))
                        .last()
                        .isInstanceOfSatisfying(
                                FindingOpened.class,
                                opened ->
                                        assertThat(opened.kind())
                                                .isEqualTo(FindingKind.MISSING_IN_SMARTSHEET)));

        // When
        said(correction(realm, proposal), EffectState.Status.DONE, "77");

        // Then
        awaitStatus(realm, "Matched");
        await().untilAsserted(() ->
                assertThat(findings(realm))
                        .filteredOn(FindingResolved.class::isInstance)
                        .extracting(one -> ((FindingResolved) one).kind())
                        .containsExactlyInAnyOrder(
                                FindingKind.AMOUNT_VARIANCE, FindingKind.MISSING_IN_SMARTSHEET));
    }

    @Test
    void an_entry_that_was_deleted_before_anybody_looked_may_be_asked_for_again() {
        // Given
        RealmId realm = new RealmId("913077040");
        differing(realm);
        ask(realm);
        await().untilAsserted(() -> assertThat(corrections(realm)).hasSize(1));
        said(corrections(realm).getFirst(), EffectState.Status.DONE, "77");
        ask(realm);
        await().during(Duration.ofSeconds(1))
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(corrections(realm)).hasSize(1));

        // When
        entity(
                2,
                new EntityGone(
                        realm,
                        EntityType.JOURNAL_ENTRY,
                        new EntityId("77"),
                        EntityGone.Reason.DELETED));
        ask(realm);

        // Then
        await().untilAsserted(() -> assertThat(corrections(realm)).hasSize(2));
    }

    /// A row of 500 and its bill of 380; the row says so.
    private void differing(RealmId realm) {
        account(realm, RENTAL, "Equipment Rental");
        account(realm, CLEARING, "Reconciliation Discrepancies");
        entity(
                1,
                observed(
                        realm,
                        EntityType.CUSTOMER,
                        "71",
                        new Entity.Customer(
                                "Quay",
                                "Harbor:Quay",
                                null,
                                true,
                                null,
                                null,
                                null,
                                null,
                                null,
                                false,
                                null,
                                null,
                                null)));
        entity(
                1,
                observed(
                        realm,
                        EntityType.BILL,
                        "145",
                        document("DK-4", "380.00", null, line("380.00", RENTAL, null, null))));
        entity(0, new BooksLoaded(realm, AT));
        row(realm, 5, "500.00");
        awaitStatus(realm, "Variance - Review");
        doneRow(realm);
    }

    private void row(RealmId realm, long version, String amount) {
        RowObserved row =
                new RowObserved(
                        ROW,
                        realm,
                        SheetRole.COSTS,
                        "Project Costs",
                        3,
                        new CostFields(
                                "Atlas Electric",
                                "DK-4",
                                "Crane",
                                "Quay",
                                DAY,
                                usd(amount),
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null),
                        List.of(),
                        Map.of(
                                ColumnPart.RECONCILIATION_STATUS,
                                new ColumnId("7200000000000007"),
                                ColumnPart.RECONCILIATION_NOTES,
                                new ColumnId("7200000000000008")),
                        AT,
                        "pm@harbor.example",
                        false);
        rows.consume(
                Records.of(
                        Topics.SMARTSHEET_ROWS,
                        row.key(),
                        envelope(realm, new SourceRevision(version, 1), row)));
    }

    private void budget() {
        RowObserved row =
                new RowObserved(
                        new RowRef(new SheetId("43"), new RowId("1")),
                        DESK,
                        SheetRole.PROJECTS,
                        "Projects",
                        3,
                        new ProjectFields("Quay", "Harbor", null, usd("9000.00"), null),
                        List.of(),
                        Map.of(),
                        AT,
                        "pm@harbor.example",
                        false);
        rows.consume(
                Records.of(
                        Topics.SMARTSHEET_ROWS,
                        row.key(),
                        envelope(DESK, new SourceRevision(1, 1), row)));
    }

    private void account(RealmId realm, String id, String name) {
        entity(
                1,
                observed(
                        realm,
                        EntityType.ACCOUNT,
                        id,
                        new Entity.Account(name, null, "Expense", "Expense")));
    }

    /// A new name: everything is compared anew.
    private void vendor(RealmId realm) {
        entity(
                1,
                observed(
                        realm,
                        EntityType.VENDOR,
                        "31",
                        new Entity.Vendor("Bluebird Supplies", null, null, null)));
    }

    private void entry(long revision, ProposalId proposal, String amount, @Nullable String party) {
        entry("77", revision, proposal, amount, party);
    }

    private void entry(
            String id, long revision, ProposalId proposal, String amount, @Nullable String party) {
        entity(
                revision,
                observed(DESK, EntityType.JOURNAL_ENTRY, id, journal(proposal, amount, party)));
    }

    private static Entity.Transaction journal(
            ProposalId proposal, String amount, @Nullable String party) {
        return new Entity.Transaction(
                null,
                LocalDate.parse("2026-11-23"),
                null,
                null,
                null,
                null,
                CurrencyCode.USD,
                null,
                null,
                null,
                null,
                "tieout:" + proposal,
                null,
                null,
                List.of(
                        line(amount, RENTAL, "Debit", party),
                        line(amount, CLEARING, "Credit", null)));
    }

    private static Entity.Transaction document(
            String number, String amount, @Nullable String note, Entity.Line line) {
        return new Entity.Transaction(
                number,
                DAY,
                null,
                EntityType.VENDOR,
                new EntityId("30"),
                "Atlas Electric",
                CurrencyCode.USD,
                usd(amount),
                null,
                null,
                null,
                note,
                null,
                null,
                List.of(line));
    }

    private static Entity.Line line(
            String amount, String account, @Nullable String posting, @Nullable String party) {
        return new Entity.Line(
                null,
                "Crane",
                usd(amount),
                null,
                null,
                new EntityId(account),
                null,
                posting == null || party != null ? new EntityId("71") : null,
                posting,
                party);
    }

    private static EntityObserved observed(
            RealmId realm, EntityType type, String id, Entity entity) {
        return new EntityObserved(realm, type, new EntityId(id), true, AT, entity);
    }

    private void entity(long revision, EntityEvent event) {
        entities.consume(
                Records.of(
                        Topics.QUICKBOOKS_ENTITIES,
                        event.key(),
                        envelope(event.realmId(), new SourceRevision(revision, 0), event)));
    }

    private void ask(RealmId realm) {
        commands.consume(
                Records.of(
                        Topics.COMMANDS,
                        ROW.key(),
                        envelope(
                                realm,
                                SourceRevision.NONE,
                                new CommandEvent.CorrectionRequested(
                                        "ann@harbor.example",
                                        AT,
                                        realm,
                                        ROW.key(),
                                        CorrectionWay.JOURNAL_ENTRY))));
    }

    /// A correction that this service has forgotten.
    private static ProposalMade correction(RealmId realm, ProposalId id) {
        return new ProposalMade(
                id,
                1,
                realm,
                ProposalKind.CORRECTION,
                "CE-1",
                "Correct Bill DK-4",
                "ann@harbor.example",
                "Atlas Electric",
                usd("120.00"),
                List.of(ROW),
                List.of(
                        new CreateJournalEntry(
                                new EffectId("e1"),
                                List.of(),
                                realm,
                                DAY,
                                CurrencyCode.USD,
                                null,
                                List.of(
                                        new PostingLine(
                                                1,
                                                PostingLine.Side.DEBIT,
                                                new EntityId(RENTAL),
                                                "Correct",
                                                usd("120.00"),
                                                null,
                                                null)),
                                usd("120.00"),
                                "tieout:" + id)),
                new Evidence(
                        List.of(new Evidence.RowCitation(ROW, 1, 5)),
                        List.of(),
                        "Quay",
                        null,
                        null,
                        "template",
                        null,
                        List.of(),
                        new Evidence.Corrects("Bill:145", List.of(new EntityId(RENTAL)), id, 1)));
    }

    private void said(ProposalMade proposal, EffectState.Status status, @Nullable String posted) {
        EffectResult result =
                posted == null
                        ? null
                        : new EffectResult.DocumentCreated(
                                EntityType.JOURNAL_ENTRY,
                                new EntityId(posted),
                                null,
                                DAY,
                                usd("120.00"),
                                0);
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
                                        proposal.effects().getFirst().effectId(),
                                        "any",
                                        "any",
                                        false,
                                        status,
                                        null,
                                        0,
                                        result,
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
                        envelope(proposal.realmId(), new SourceRevision(sequence, 0), state)));
    }

    /// The row's last status is written, so that the next may follow.
    private void doneRow(RealmId realm) {
        said(shown(realm), EffectState.Status.DONE, null);
    }

    private static <T> EventEnvelope<T> envelope(
            RealmId realm, SourceRevision revision, T payload) {
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

    private static JsonNode report() {
        return WireJson.read(
                given().when()
                        .get("/reconcile/reports/" + DESK + "/project?project=Quay")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString(),
                JsonNode.class);
    }

    private void awaitStatus(RealmId realm, String status) {
        await().untilAsserted(() -> assertThat(written(realm).getFirst()).isEqualTo(status));
    }

    /// What the row is to show: status and notes.
    private List<String> written(RealmId realm) {
        return ((UpdateRows) shown(realm).effects().getFirst())
                .rows().getFirst().cells().stream()
                        .map(cell -> ((CellWrite.Text) cell.content()).value())
                        .toList();
    }

    private ProposalMade shown(RealmId realm) {
        List<ProposalMade> all = proposals(realm, ProposalKind.RECONCILIATION);
        assertThat(all).isNotEmpty();
        return all.getLast();
    }

    private List<ProposalMade> corrections(RealmId realm) {
        return proposals(realm, ProposalKind.CORRECTION);
    }

    private List<ProposalMade> proposals(RealmId realm, ProposalKind kind) {
        return published.published(Topics.PROPOSALS).stream()
                .map(EventEnvelope::payload)
                .filter(ProposalMade.class::isInstance)
                .map(ProposalMade.class::cast)
                .filter(proposal -> proposal.realmId().equals(realm) && proposal.kind() == kind)
                .toList();
    }

    private List<FindingEvent> findings(RealmId realm) {
        return published.published(Topics.FINDINGS).stream()
                .map(EventEnvelope::payload)
                .filter(finding -> finding.realmId().equals(realm))
                .toList();
    }

    private static Money usd(String amount) {
        return Money.of(amount, CurrencyCode.USD);
    }
}

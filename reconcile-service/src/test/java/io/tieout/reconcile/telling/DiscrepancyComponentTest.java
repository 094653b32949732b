package io.tieout.reconcile.telling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tieout.kit.json.WireJson;
import io.tieout.kit.lane.Lanes;
import io.tieout.kit.test.InMemoryChannels;
import io.tieout.kit.test.RecordingPublisher;
import io.tieout.kit.test.Records;
import io.tieout.kit.test.TieoutPostgres;
import io.tieout.model.command.CommandEvent;
import io.tieout.model.command.CorrectionWay;
import io.tieout.model.effect.AddComment;
import io.tieout.model.effect.AddRows;
import io.tieout.model.effect.CellWrite;
import io.tieout.model.effect.CreateBill;
import io.tieout.model.effect.CreateJournalEntry;
import io.tieout.model.effect.Effect;
import io.tieout.model.effect.EffectResult;
import io.tieout.model.effect.RecategoriseLine;
import io.tieout.model.effect.SendMail;
import io.tieout.model.effect.TextPart;
import io.tieout.model.effect.UpdateRows;
import io.tieout.model.envelope.EventEnvelope;
import io.tieout.model.envelope.SourceRevision;
import io.tieout.model.finding.FindingEvent;
import io.tieout.model.finding.FindingKind;
import io.tieout.model.finding.FindingOpened;
import io.tieout.model.finding.FindingResolved;
import io.tieout.model.finding.Severity;
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
import io.tieout.model.smartsheet.CostFields;
import io.tieout.model.smartsheet.RowObserved;
import io.tieout.model.smartsheet.SheetRole;
import io.tieout.model.topic.Topics;
import io.tieout.reconcile.commands.CommandConsumer;
import io.tieout.reconcile.engine.Category;
import io.tieout.reconcile.facts.ComparisonDue;
import io.tieout.reconcile.proposing.StateConsumer;
import io.tieout.reconcile.reporting.StandingLines;
import io.tieout.reconcile.standing.Outcome;
import io.tieout.reconcile.standing.Standings;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// From what is said of lines to what people are told and what is drafted.
@QuarkusTest
@QuarkusTestResource(TieoutPostgres.class)
@QuarkusTestResource(InMemoryChannels.class)
class DiscrepancyComponentTest {
    private static final RealmId REALM = new RealmId("913077002");
    private static final RowRef ROW = new RowRef(new SheetId("41"), new RowId("1"));
    private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");

    @Inject Standings standings;
    @Inject Lanes lanes;
    @Inject Jdbi jdbi;
    @Inject StateConsumer states;
    @Inject CommandConsumer commands;
    @Inject RecordingPublisher published;

    @BeforeEach
    void nothing_was_said_yet() {
        await().untilAsserted(() -> assertThat(lanesAtWork()).isZero());
        published.clear();
        QuarkusTransaction.requiringNew()
                .run(() ->
                        jdbi.useHandle(handle -> {
                            for (String table :
                                    List.of(
                                            "standings",
                                            "told_rows",
                                            "review_tasks",
                                            "corrections",
                                            "sheet_rows",
                                            "documents",
                                            "document_lines",
                                            "awaited_documents",
                                            "refused_commands",
                                            "names")) {
                                handle.execute(
                                        "DELETE FROM " + table + " WHERE realm = ?", REALM.value());
                            }
                            handle.execute(
                                    """
                                    INSERT INTO sheet_rows (realm, sheet_id, row_id, revision_major, revision_minor, gone, observed,
                                                            event_id, correlation_id)
                                    VALUES (?, '41', '1', 7, 1, false, ?, ?, 'test')\
                                    """,
                                    REALM.value(),
                                    WireJson.text(row()),
                                    UUID.randomUUID());
                            account(handle, "90", "Materials");
                            account(handle, "91", "Reconciliation Discrepancies");
                        }));
    }

    @Test
    void a_discrepancy_is_told_once_and_its_task_is_resolved_with_it() {
        // When
        said("1000");

        // Then
        await().untilAsserted(() -> assertThat(effects()).hasSize(3));
        AddComment comment = one(AddComment.class);
        assertThat(comment.row()).isEqualTo(ROW);
        assertThat(((TextPart.Words) comment.text().getFirst()).text())
                .startsWith("Amount variance: Atlas Electric AE-77, USD 520.00.")
                .endsWith("/reports/913077002/project?project=Pier+7");
        assertThat(one(SendMail.class).to()).isEqualTo("finance@harbor.example");
        AddRows task = one(AddRows.class);
        assertThat(task.sheetId().value()).isEqualTo("46");
        ProposalMade adding = proposalOf(task);
        assertThat(adding.kind()).isEqualTo(ProposalKind.NOTICE);

        // And when the same is said again
        wake();
        await().during(Duration.ofSeconds(1))
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(effects()).hasSize(3));

        // And when the task is in the sheet, and the books are corrected
        state(
                adding,
                ProposalState.Status.DONE,
                new EffectResult.RowsAdded(
                        task.sheetId(),
                        3,
                        List.of(
                                new EffectResult.AddedRow(
                                        task.externalIds().getFirst(), new RowId("900")))));
        matched();

        // Then
        await().untilAsserted(() -> assertThat(effects()).hasSize(4));
        UpdateRows.RowUpdate resolved = one(UpdateRows.class).rows().getFirst();
        assertThat(resolved.rowId().value()).isEqualTo("900");
        assertThat(resolved.cells())
                .singleElement()
                .satisfies(cell ->
                        assertThat(cell.content()).isEqualTo(new CellWrite.Text("Resolved")));
    }

    @Test
    void a_correction_is_drafted_when_a_person_asks_and_only_once() {
        // Given
        said("1000");
        await().untilAsserted(() -> assertThat(effects()).hasSize(3));

        // When
        ask();
        ask();

        // Then
        await().untilAsserted(() -> assertThat(corrections()).hasSize(1));
        ProposalMade draft = corrections().getFirst();
        assertThat(draft.preparedBy()).isEqualTo("ann@harbor.example");
        assertThat(draft.evidence().documents())
                .singleElement()
                .satisfies(it -> assertThat(it.source()).isEqualTo("books:Bill:7"));
        CreateJournalEntry entry = (CreateJournalEntry) draft.effects().getFirst();
        assertThat(entry.lines())
                .extracting(line -> line.side() + " " + line.accountId() + " " + line.amount())
                .containsExactly("DEBIT 91 520.00 USD", "CREDIT 90 520.00 USD");

        // And when it is rejected
        state(draft, ProposalState.Status.REJECTED, null);
        ask();

        // Then
        await().untilAsserted(() -> assertThat(corrections()).hasSize(2));
        assertThat(corrections().getLast().evidence().rows().getFirst().occurrence()).isEqualTo(2);
    }

    @Test
    void what_cannot_be_corrected_says_why() {
        // When
        ask();

        // Then
        await().untilAsserted(() ->
                assertThat(published.published(Topics.FINDINGS))
                        .extracting(EventEnvelope::payload)
                        .singleElement()
                        .isInstanceOfSatisfying(
                                FindingOpened.class,
                                finding ->
                                        assertThat(finding.detail())
                                                .contains("nothing is said of it now")));
        assertThat(corrections()).isEmpty();
    }

    @Test
    void a_line_that_is_booked_to_another_account_is_recategorised_when_a_person_asks_for_that() {
        // Given
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    jdbi.useHandle(handle -> {
                        document(handle, "AE-77", "80");
                        handle.execute(
                                """
                                INSERT INTO document_lines (realm, entity_type, entity_id, line, amount, account_id)
                                VALUES (?, 'Bill', '7', 1, 20, '90'), (?, 'Bill', '7', 2, 480, '90')\
                                """,
                                REALM.value(),
                                REALM.value());
                    });
                    standings.store(
                            REALM,
                            List.of(
                                    StandingLines.row("1", "480")
                                            .to("Reconciliation Discrepancies")
                                            .as(Outcome.DEVIATING, Category.CODING_ERROR)
                                            .with("Bill:7#1")
                                            .line(),
                                    StandingLines.bill("7", "480")
                                            .to("Materials")
                                            .as(Outcome.DEVIATING, Category.CODING_ERROR)
                                            .with("41:1")
                                            .line()));
                });

        // When
        ask(CorrectionWay.RECATEGORISATION);

        // Then
        await().untilAsserted(() -> assertThat(corrections()).hasSize(1));
        RecategoriseLine effect = (RecategoriseLine) corrections().getFirst().effects().getFirst();
        assertThat(effect.line()).isEqualTo(2);
        assertThat(effect.fromAccountId().value()).isEqualTo("90");
        assertThat(effect.toAccountId().value()).isEqualTo("91");
        assertThat(effect.date()).isEqualTo("2026-11-03");
    }

    @Test
    void a_week_that_has_passed_is_reported_to_the_accountants_once() {
        // Given
        lastReport("2026-11-09T07:00:00Z");
        said("1000");
        await().untilAsserted(() -> assertThat(effects()).hasSize(3));

        // When
        wakeWeekly();

        // Then
        await().untilAsserted(() -> assertThat(reports()).hasSize(1));
        SendMail mail = (SendMail) reports().getFirst().effects().getFirst();
        assertThat(mail.to()).isEqualTo("finance@harbor.example");
        assertThat(((TextPart.Words) mail.subject().getFirst()).text())
                .isEqualTo("Pier 7: 1 of 1 items to look at");
        assertThat(((TextPart.Words) mail.body().getFirst()).text())
                .contains("Amount variance: 1, USD 520.00 at stake")
                .contains("/reports/913077002/project?project=Pier+7");
        wakeWeekly();
        await().during(Duration.ofSeconds(1))
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(reports()).hasSize(1));
    }

    @Test
    void a_bill_that_the_books_have_is_warned_of_before_it_posts() {
        // Given
        QuarkusTransaction.requiringNew()
                .run(() -> jdbi.useHandle(handle -> document(handle, "ae 0077", "80")));
        ProposalMade draft = draft();

        // When
        draftIs(draft, EffectState.Status.AWAITING_APPROVAL);

        // Then
        await().untilAsserted(() ->
                assertThat(findings())
                        .singleElement()
                        .isInstanceOfSatisfying(
                                FindingOpened.class,
                                finding -> {
                                    assertThat(finding.kind())
                                            .isEqualTo(FindingKind.WOULD_CAUSE_VARIANCE);
                                    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
                                    assertThat(finding.detail()).contains("Bill ae 0077");
                                }));

        // And when it is rejected
        draftIs(draft, EffectState.Status.REJECTED);
        await().untilAsserted(
                        () -> assertThat(findings()).last().isInstanceOf(FindingResolved.class));
    }

    private int lanesAtWork() {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        jdbi.withHandle(handle ->
                                handle.createQuery(
                                                """
                                                SELECT count(*) FROM lanes WHERE lane_key = :realm
                                                AND (leased_by IS NOT NULL OR due_at <= now())\
                                                """)
                                        .bind("realm", REALM.value())
                                        .mapTo(Integer.class)
                                        .one()));
    }

    private ProposalMade draft() {
        Money total = Money.of("480.00", CurrencyCode.USD);
        return new ProposalMade(
                new ProposalId(UUID.randomUUID()),
                1,
                REALM,
                ProposalKind.BILL,
                "TD-000042",
                "Enter a bill",
                "invoice-service",
                "Atlas Electric",
                total,
                List.of(ROW),
                List.of(
                        new CreateBill(
                                new EffectId("e2"),
                                List.of(),
                                REALM,
                                new EntityId("80"),
                                LocalDate.parse("2026-11-03"),
                                null,
                                null,
                                CurrencyCode.USD,
                                "AE-77",
                                List.of(),
                                total,
                                "tieout:1")),
                Evidence.NONE);
    }

    private void draftIs(ProposalMade draft, EffectState.Status status) {
        states.consume(
                Records.of(
                        Topics.PROPOSAL_STATES,
                        draft.proposalId().toString(),
                        envelope(
                                new SourceRevision(1, 0),
                                new ProposalState(
                                        draft,
                                        "hash",
                                        ProposalState.Status.AWAITING_APPROVAL,
                                        List.of(),
                                        List.of(),
                                        List.of(),
                                        List.of(),
                                        0,
                                        List.of(
                                                new EffectState(
                                                        new EffectId("e2"),
                                                        "create-bill",
                                                        "realm:1",
                                                        false,
                                                        status,
                                                        null,
                                                        0,
                                                        null,
                                                        null,
                                                        null,
                                                        AT)),
                                        null,
                                        1,
                                        AT))));
    }

    private List<FindingEvent> findings() {
        return published.published(Topics.FINDINGS).stream()
                .map(EventEnvelope::payload)
                .filter(finding -> finding.realmId().equals(REALM))
                .toList();
    }

    private List<ProposalMade> reports() {
        return proposals().stream()
                .filter(proposal -> proposal.kind() == ProposalKind.REPORT)
                .toList();
    }

    private void lastReport(String at) {
        QuarkusTransaction.requiringNew()
                .run(() ->
                        jdbi.useHandle(handle ->
                                handle.execute(
                                        """
                                        INSERT INTO weekly_reports (realm, due_at) VALUES (?, CAST(? AS timestamptz))
                                        ON CONFLICT (realm) DO UPDATE SET due_at = excluded.due_at\
                                        """,
                                        REALM.value(),
                                        at)));
    }

    private void wakeWeekly() {
        QuarkusTransaction.requiringNew().run(() -> lanes.wake("weekly-report", REALM.value(), AT));
    }

    private static void document(org.jdbi.v3.core.Handle handle, String number, String vendor) {
        handle.execute(
                """
                INSERT INTO documents (realm, entity_type, entity_id, revision_major, revision_minor, gone, document_number,
                                       document_date, party_id, amount, currency)
                VALUES (?, 'Bill', '7', 1, 0, false, ?, DATE '2026-11-03', ?, 480, 'USD')\
                """,
                REALM.value(),
                number,
                vendor);
    }

    private void said(String books) {
        QuarkusTransaction.requiringNew()
                .run(() ->
                        standings.store(
                                REALM,
                                List.of(
                                        StandingLines.row("1", "480")
                                                .as(Outcome.DEVIATING, Category.AMOUNT_VARIANCE)
                                                .with("Bill:7#1")
                                                .line(),
                                        StandingLines.bill("7", books)
                                                .to("Materials")
                                                .as(Outcome.DEVIATING, Category.AMOUNT_VARIANCE)
                                                .with("41:1")
                                                .line())));
        wake();
    }

    private void matched() {
        QuarkusTransaction.requiringNew()
                .run(() ->
                        standings.store(
                                REALM,
                                List.of(
                                        StandingLines.row("1", "480").with("Bill:7#1").line(),
                                        StandingLines.bill("7", "480").with("41:1").line())));
        wake();
    }

    private void wake() {
        QuarkusTransaction.requiringNew()
                .run(() -> lanes.wake(ComparisonDue.EFFECTS_LANE, REALM.value(), AT));
    }

    private void ask() {
        ask(CorrectionWay.JOURNAL_ENTRY);
    }

    private void ask(CorrectionWay way) {
        commands.consume(
                Records.of(
                        Topics.COMMANDS,
                        "41:1",
                        envelope(
                                SourceRevision.NONE,
                                new CommandEvent.CorrectionRequested(
                                        "ann@harbor.example", AT, REALM, "41:1", way))));
    }

    private void state(
            ProposalMade proposal, ProposalState.Status status, @Nullable EffectResult result) {
        EffectState effect =
                new EffectState(
                        new EffectId("e1"),
                        "add-rows",
                        "sheet:46",
                        true,
                        status == ProposalState.Status.DONE
                                ? EffectState.Status.DONE
                                : EffectState.Status.REJECTED,
                        null,
                        0,
                        result,
                        null,
                        null,
                        AT);
        states.consume(
                Records.of(
                        Topics.PROPOSAL_STATES,
                        proposal.proposalId().toString(),
                        envelope(
                                new SourceRevision(1, 0),
                                new ProposalState(
                                        proposal,
                                        "hash",
                                        status,
                                        List.of(),
                                        List.of(),
                                        List.of(),
                                        List.of(),
                                        0,
                                        List.of(effect),
                                        null,
                                        1,
                                        AT))));
    }

    private static <T> EventEnvelope<T> envelope(SourceRevision revision, T payload) {
        return new EventEnvelope<>(
                new EventId(UUID.randomUUID()),
                AT,
                new ConnectionId("quickbooks:" + REALM),
                revision,
                new CorrelationId("test"),
                null,
                1,
                payload);
    }

    private List<ProposalMade> proposals() {
        return published.published(Topics.PROPOSALS).stream()
                .map(EventEnvelope::payload)
                .map(ProposalMade.class::cast)
                .filter(proposal -> proposal.realmId().equals(REALM))
                .toList();
    }

    private List<ProposalMade> corrections() {
        return proposals().stream()
                .filter(proposal -> proposal.kind() == ProposalKind.CORRECTION)
                .toList();
    }

    private List<Effect> effects() {
        return proposals().stream()
                .filter(proposal -> proposal.kind() == ProposalKind.NOTICE)
                .flatMap(proposal -> proposal.effects().stream())
                .toList();
    }

    private <E extends Effect> E one(Class<E> type) {
        return effects().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    private ProposalMade proposalOf(Effect effect) {
        return proposals().stream()
                .filter(proposal -> proposal.effects().contains(effect))
                .findFirst()
                .orElseThrow();
    }

    private static void account(org.jdbi.v3.core.Handle handle, String id, String name) {
        handle.execute(
                """
                INSERT INTO names (realm, entity_type, entity_id, revision_major, revision_minor, name, classification)
                VALUES (?, 'Account', ?, 1, 0, ?, 'Expense')\
                """,
                REALM.value(),
                id,
                name);
    }

    private static RowObserved row() {
        return new RowObserved(
                ROW,
                REALM,
                SheetRole.COSTS,
                "Project Costs",
                3,
                new CostFields(
                        "Atlas Electric",
                        "AE-77",
                        "Cable",
                        "Pier 7",
                        LocalDate.parse("2026-11-03"),
                        Money.of("480.00", CurrencyCode.USD),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null),
                List.of(),
                Map.of(),
                AT,
                "pm@harbor.example",
                false);
    }
}

package io.tieout.writeback;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tieout.connectors.quickbooks.QuickBooks;
import io.tieout.connectors.quota.Quota;
import io.tieout.kit.test.InMemoryChannels;
import io.tieout.kit.test.RecordingPublisher;
import io.tieout.kit.test.Records;
import io.tieout.kit.test.TieoutPostgres;
import io.tieout.model.command.CommandEvent;
import io.tieout.model.effect.DocumentFacts;
import io.tieout.model.effect.Effect;
import io.tieout.model.effect.EffectResult;
import io.tieout.model.effect.VoidInvoice;
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
import io.tieout.model.id.FindingId;
import io.tieout.model.id.ProposalId;
import io.tieout.model.id.RowId;
import io.tieout.model.id.RowRef;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import io.tieout.model.quickbooks.EntityType;
import io.tieout.model.release.EffectReleased;
import io.tieout.model.release.OutcomeEvent;
import io.tieout.model.release.OutcomeEvent.EffectRefused.Reason;
import io.tieout.model.release.RowGuard;
import io.tieout.model.topic.Services;
import io.tieout.model.topic.Topics;
import io.tieout.writeback.hold.FindingConsumer;
import io.tieout.writeback.intent.Moments.Moment;
import io.tieout.writeback.release.CommandConsumer;
import io.tieout.writeback.release.ReleaseConsumer;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@QuarkusTestResource(TieoutPostgres.class)
@QuarkusTestResource(InMemoryChannels.class)
@QuarkusTestResource(TestVendors.class)
class WritebackComponentTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject ReleaseConsumer releases;
    @Inject CommandConsumer commands;
    @Inject FindingConsumer findings;
    @Inject RecordingPublisher published;
    @Inject FakeVendors vendors;
    @Inject FakeMailServer mails;
    @Inject DeadlyMoments moments;
    @Inject ShiftedClock clock;
    @Inject QuickBooks quickBooks;
    @Inject Quota quota;

    @BeforeEach
    void reset() {
        vendors.reset();
        mails.reset();
        moments.live();
        published.clear();
    }

    private void deliver(EventEnvelope<EffectReleased> event) {
        releases.consume(Records.of(Topics.RELEASES, event.payload().effect().target(), event));
    }

    private ProposalId released(Effect effect) {
        ProposalId proposal = Releases.proposal();
        deliver(Releases.event(Releases.release(proposal, effect)));
        return proposal;
    }

    private ProposalId releasedInvoice() {
        ProposalId proposal = Releases.proposal();
        deliver(Releases.event(Releases.release(proposal, Releases.invoice(proposal, "58"))));
        return proposal;
    }

    private List<OutcomeEvent> outcomes(ProposalId proposal) {
        return published.published(Topics.OUTCOMES).stream()
                .map(EventEnvelope::payload)
                .filter(outcome -> outcome.proposalId().equals(proposal))
                .toList();
    }

    private OutcomeEvent outcome(ProposalId proposal) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(outcomes(proposal)).hasSize(1));
        return outcomes(proposal).getFirst();
    }

    private EffectResult result(ProposalId proposal) {
        OutcomeEvent outcome = outcome(proposal);
        assertThat(outcome).isInstanceOf(OutcomeEvent.EffectDone.class);
        return ((OutcomeEvent.EffectDone) outcome).result();
    }

    @Test
    void an_invoice_outside_the_usa_is_taxed_by_line_and_quickbooks_tax_is_the_truth() {
        // Given
        ProposalId proposal = Releases.proposal();

        // When
        deliver(Releases.event(Releases.release(proposal, Releases.canadian(proposal, "58"))));

        // Then
        assertThat(result(proposal))
                .isEqualTo(
                        new EffectResult.InvoiceCreated(
                                new EntityId("1000"),
                                "2000",
                                LocalDate.parse("2026-11-20"),
                                Money.of("404.71", Releases.CAD),
                                Money.of("24.71", Releases.CAD),
                                0));
    }

    @Test
    void a_release_becomes_an_invoice_and_its_figures_come_back() {
        // When
        ProposalId proposal = releasedInvoice();

        // Then
        assertThat(result(proposal))
                .isEqualTo(
                        new EffectResult.InvoiceCreated(
                                new EntityId("1000"),
                                "2000",
                                LocalDate.parse("2026-11-20"),
                                Money.of("1224.85", CurrencyCode.USD),
                                Money.of("99.85", CurrencyCode.USD),
                                0));
        assertThat(vendors.anchors()).containsExactly("tieout:" + proposal);
        given().queryParam("proposal", proposal.toString())
                .get("/writeback/intents")
                .then()
                .body("size()", is(1))
                .body("[0].status", is("DONE"))
                .body("[0].items[0].effectId", is("e2"))
                .body("[0].request", containsString("tieout:" + proposal));
    }

    @Test
    void a_release_that_is_delivered_ten_times_is_carried_out_once() {
        // Given
        ProposalId proposal = Releases.proposal();
        EffectReleased release = Releases.release(proposal, Releases.invoice(proposal, "58"));
        EventEnvelope<EffectReleased> event = Releases.event(release);

        // When
        for (int i = 0; i < 10; i++) {
            deliver(i % 2 == 0 ? event : Releases.event(release));
        }
        ProposalId last = releasedInvoice();

        // Then
        result(proposal);
        result(last);
        assertThat(vendors.anchors())
                .containsExactlyInAnyOrder("tieout:" + proposal, "tieout:" + last);
        assertThat(outcomes(proposal)).hasSize(1);
    }

    @Test
    void effects_of_one_realm_share_batches() {
        // When
        List<ProposalId> proposals = new ArrayList<>();
        // In one transaction, so that no slowness comes between them.
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    for (int i = 0; i < 12; i++) {
                        proposals.add(releasedInvoice());
                    }
                });

        // Then
        proposals.forEach(this::result);
        assertThat(vendors.invoices()).hasSize(12);
        assertThat(vendors.writes()).hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void writes_nothing_to_a_sheet_that_does_not_fit_its_mapping_until_it_does() {
        // Given
        FindingId finding = FindingId.mappingBroken(Releases.SHEET);
        find(
                1,
                new FindingOpened(
                        finding,
                        Releases.REALM,
                        FindingKind.MAPPING_BROKEN,
                        Severity.ERROR,
                        Services.INGEST,
                        List.of(),
                        null,
                        "Sheet \"Billing\" does not fit its mapping",
                        "Column \"Hours\" is gone.",
                        "Restore it.",
                        List.of(),
                        null,
                        clock.instant()));

        // When
        ProposalId proposal = released(Releases.update("e1", "held", "11"));
        await().during(Duration.ofSeconds(1))
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(vendors.writes()).isEmpty());
        find(
                2,
                new FindingResolved(
                        finding,
                        Releases.REALM,
                        FindingKind.MAPPING_BROKEN,
                        "The sheet fits its mapping again.",
                        clock.instant()));

        // Then
        assertThat(result(proposal)).isInstanceOf(EffectResult.RowsUpdated.class);
    }

    private void find(long revision, FindingEvent finding) {
        findings.consume(
                Records.of(
                        Topics.FINDINGS,
                        finding.key(),
                        new EventEnvelope<>(
                                new EventId(UUID.randomUUID()),
                                clock.instant(),
                                new ConnectionId("quickbooks:" + finding.realmId()),
                                new SourceRevision(0, revision),
                                new CorrelationId("c-" + revision),
                                null,
                                1,
                                finding)));
    }

    @Test
    void lost_answers_on_a_fifth_of_all_creates_leave_one_invoice_each() {
        // Given
        Random random = new Random(7);
        vendors.dropAfter(request -> request.isWrite() && random.nextInt(5) == 0);

        // When
        List<ProposalId> proposals = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            proposals.add(releasedInvoice());
        }

        // Then
        proposals.forEach(this::result);
        assertThat(vendors.anchors())
                .containsExactlyElementsOf(
                        proposals.stream().map(p -> "tieout:" + p).sorted().toList());
    }

    @Test
    void a_call_that_is_lost_again_and_again_is_found_by_its_anchor() {
        // Given
        vendors.dropAfter(FakeVendors.Seen::isWrite);

        // When
        ProposalId proposal = releasedInvoice();

        // Then
        result(proposal);
        assertThat(vendors.invoices()).hasSize(1);
        List<FakeVendors.Seen> creates =
                vendors.writes().stream().filter(w -> w.path().endsWith("invoice")).toList();
        assertThat(creates).hasSize(2);
        assertThat(creates.getFirst()).isEqualTo(creates.getLast());
    }

    @ParameterizedTest
    @EnumSource(Moment.class)
    void dying_at_any_moment_leaves_one_invoice(Moment moment) {
        // Given
        moments.dieAt(moment, 3);

        // When
        List<ProposalId> proposals = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            proposals.add(releasedInvoice());
        }

        // Then
        proposals.forEach(this::result);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(vendors.invoices()).hasSize(proposals.size()));
        assertThat(vendors.anchors())
                .containsExactlyElementsOf(
                        proposals.stream().map(p -> "tieout:" + p).sorted().toList());
    }

    @ParameterizedTest
    @EnumSource(Moment.class)
    void dying_at_any_moment_writes_a_row_once(Moment moment) {
        // Given
        moments.dieAt(moment, 1);

        // When
        ProposalId proposal = released(Releases.update("e1", "Awaiting approval", "41", "42"));

        // Then
        assertThat(result(proposal)).isInstanceOf(EffectResult.RowsUpdated.class);
        assertThat(vendors.written("41")).containsExactly("Awaiting approval");
        assertThat(vendors.written("42")).containsExactly("Awaiting approval");
    }

    @Test
    void a_forged_release_has_no_effect_and_does_not_stand_in_the_way_of_the_real_one() {
        // Given
        ProposalId proposal = Releases.proposal();
        EffectReleased forged =
                Releases.release(
                        proposal,
                        Releases.invoice(proposal, "666"),
                        List.of(),
                        null,
                        Releases.NOT_AFTER,
                        Keys.forger());

        // When
        deliver(Releases.event(forged));
        deliver(Releases.event(Releases.release(proposal, Releases.invoice(proposal, "58"))));
        deliver(Releases.event(forged));

        // Then
        result(proposal);
        assertThat(vendors.invoices())
                .singleElement()
                .satisfies(i ->
                        assertThat(i.path("CustomerRef").path("value").asText()).isEqualTo("58"));
    }

    @Test
    void another_effect_under_a_good_receipt_is_refused() {
        // Given
        ProposalId proposal = Releases.proposal();
        EffectReleased good = Releases.release(proposal, Releases.invoice(proposal, "58"));

        // When
        deliver(
                Releases.event(
                        new EffectReleased(
                                good.receipt(),
                                Releases.invoice(proposal, "666"),
                                "TD-000001",
                                List.of(),
                                null)));

        // Then
        assertThat(((OutcomeEvent.EffectRefused) outcome(proposal)).reason())
                .isEqualTo(Reason.BAD_RECEIPT);
        assertThat(vendors.writes()).isEmpty();
    }

    @Test
    void a_release_that_comes_too_late_is_refused() {
        // Given
        ProposalId proposal = Releases.proposal();

        // When
        deliver(
                Releases.event(
                        Releases.release(
                                proposal,
                                Releases.invoice(proposal, "58"),
                                List.of(),
                                null,
                                Instant.parse("2026-01-01T00:00:00Z"),
                                Keys.audit())));

        // Then
        assertThat(((OutcomeEvent.EffectRefused) outcome(proposal)).reason())
                .isEqualTo(Reason.EXPIRED);
    }

    @Test
    void a_row_that_changed_stops_its_invoice_and_no_other() {
        // Given
        vendors.cell("41", "7100000000000007", "8");
        vendors.cell("42", "7100000000000007", "8.0");
        ProposalId changed = Releases.proposal();
        ProposalId same = Releases.proposal();

        // When
        // In one transaction, so that no slowness comes between them.
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    deliver(guarded(changed, "41", "7.5"));
                    deliver(guarded(same, "42", "8"));
                });

        // Then
        OutcomeEvent.EffectRefused refused = (OutcomeEvent.EffectRefused) outcome(changed);
        assertThat(refused.reason()).isEqualTo(Reason.ROW_CHANGED);
        assertThat(refused.message()).contains("\"8\"").contains("\"7.5\"");
        result(same);
        assertThat(vendors.anchors()).containsExactly("tieout:" + same);
        assertThat(vendors.seen().stream().filter(s -> s.path().startsWith("/2.0"))).hasSize(1);
    }

    private static EventEnvelope<EffectReleased> guarded(
            ProposalId proposal, String row, String expected) {
        RowGuard guard =
                new RowGuard(
                        new RowRef(Releases.SHEET, new RowId(row)),
                        new io.tieout.model.id.ColumnId("7100000000000007"),
                        expected);
        return Releases.event(
                Releases.release(
                        proposal,
                        Releases.invoice(proposal, "58"),
                        List.of(guard),
                        null,
                        Releases.NOT_AFTER,
                        Keys.audit()));
    }

    @Test
    void nothing_is_dated_into_a_closed_period() {
        // Given
        ProposalId proposal = Releases.proposal();

        // When
        deliver(
                Releases.event(
                        Releases.release(
                                proposal,
                                Releases.invoice(proposal, "58"),
                                List.of(),
                                LocalDate.parse("2026-11-20"),
                                Releases.NOT_AFTER,
                                Keys.audit())));

        // Then
        assertThat(((OutcomeEvent.EffectRefused) outcome(proposal)).reason())
                .isEqualTo(Reason.PERIOD_CLOSED);
        assertThat(vendors.writes()).isEmpty();
    }

    @Test
    void an_invoice_that_the_vendor_refuses_fails_alone_with_the_vendors_words() {
        // Given
        vendors.refuseInvoices(
                body -> body.path("CustomerRef").path("value").asText().equals("404"));
        ProposalId bad = Releases.proposal();

        // When
        ProposalId one = releasedInvoice();
        deliver(Releases.event(Releases.release(bad, Releases.invoice(bad, "404"))));
        ProposalId other = releasedInvoice();

        // Then
        OutcomeEvent.EffectFailed failed = (OutcomeEvent.EffectFailed) outcome(bad);
        assertThat(failed.errorCode()).isEqualTo("quickbooks-2500");
        assertThat(failed.message()).contains("Invalid Reference Id : CustomerRef");
        result(one);
        result(other);
    }

    @Test
    void a_void_is_applied_to_the_invoice_as_it_is_when_only_its_version_has_changed() {
        // Given
        ProposalId posted = releasedInvoice();
        EntityId invoice = ((EffectResult.InvoiceCreated) result(posted)).invoiceId();
        vendors.edit(
                invoice.value(),
                "EmailStatus",
                com.fasterxml.jackson.databind.node.TextNode.valueOf("EmailSent"));

        // When
        ProposalId voiding = released(voidOf(invoice));

        // Then
        assertThat(result(voiding)).isEqualTo(new EffectResult.InvoiceVoided(invoice, 2));
        assertThat(vendors.writes())
                .filteredOn(write -> write.query().containsKey("operation"))
                .hasSize(2);
    }

    @Test
    void a_persons_edit_is_shown_and_never_overwritten() {
        // Given
        ProposalId posted = releasedInvoice();
        EntityId invoice = ((EffectResult.InvoiceCreated) result(posted)).invoiceId();
        vendors.edit(
                invoice.value(),
                "TotalAmt",
                com.fasterxml.jackson.databind.node.DecimalNode.valueOf(
                        new java.math.BigDecimal("1300.00")));

        // When
        ProposalId voiding = released(voidOf(invoice));

        // Then
        OutcomeEvent.EffectRefused refused = (OutcomeEvent.EffectRefused) outcome(voiding);
        assertThat(refused.reason()).isEqualTo(Reason.CHANGED_IN_QUICKBOOKS);
        assertThat(refused.message()).contains("total was 1224.85, is 1300.00");
        assertThat(vendors.invoices().getFirst().path("PrivateNote").asText())
                .doesNotContain("Voided");
    }

    private static VoidInvoice voidOf(EntityId invoice) {
        Money total = Money.of("1224.85", CurrencyCode.USD);
        return new VoidInvoice(
                new EffectId("e9"),
                List.of(),
                Releases.REALM,
                invoice,
                0,
                new DocumentFacts(new EntityId("58"), LocalDate.parse("2026-11-20"), total, total));
    }

    @Test
    void a_throttled_realm_is_left_alone_and_then_served() {
        // Given
        AtomicInteger left = new AtomicInteger(1);
        vendors.throttle(
                request -> request.path().endsWith("/invoice") && left.getAndDecrement() > 0);

        // When
        ProposalId proposal = releasedInvoice();

        // Then
        await().during(Duration.ofSeconds(2))
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(vendors.writes()).hasSizeLessThanOrEqualTo(1));
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> {
                    clock.moveOn(Duration.ofMinutes(2));
                    assertThat(outcomes(proposal)).hasSize(1);
                });
        result(proposal);
        assertThat(vendors.invoices()).hasSize(1);
        assertThat(vendors.writes()).hasSize(2);
    }

    @Test
    void a_batch_that_cannot_go_yet_is_neither_looked_at_nor_written_ahead() {
        // Given
        vendors.cell("43", "7100000000000007", "8");
        vendors.cell("44", "7100000000000007", "8");
        ProposalId one = Releases.proposal();
        ProposalId other = Releases.proposal();
        quota.pause(
                quickBooks.connection(Releases.REALM), clock.instant().plus(Duration.ofMinutes(1)));

        // When
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    deliver(guarded(one, "43", "8"));
                    deliver(guarded(other, "44", "8"));
                });

        // Then
        await().during(Duration.ofSeconds(2))
                .atMost(PATIENCE)
                .untilAsserted(() -> {
                    assertThat(vendors.seen()).isEmpty();
                    given().queryParam("proposal", one.toString())
                            .get("/writeback/intents")
                            .then()
                            .body("size()", is(0));
                });
        clock.moveOn(Duration.ofMinutes(2));
        result(one);
        result(other);
        assertThat(vendors.writes()).hasSize(1);
    }

    @Test
    void after_the_trust_window_a_person_decides() {
        // Given
        vendors.dropBefore(request -> request.path().endsWith("/invoice"));
        ProposalId proposal = releasedInvoice();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(vendors.writes()).hasSizeGreaterThan(1));

        // When
        clock.moveOn(Duration.ofHours(13));

        // Then
        assertThat(outcome(proposal)).isInstanceOf(OutcomeEvent.EffectUnknown.class);
        commands.consume(
                Records.of(
                        Topics.COMMANDS,
                        proposal.toString(),
                        new EventEnvelope<CommandEvent>(
                                new EventId(UUID.randomUUID()),
                                Instant.parse("2026-11-22T10:00:00Z"),
                                new ConnectionId("quickbooks:" + Releases.REALM),
                                SourceRevision.NONE,
                                new CorrelationId("test"),
                                null,
                                1,
                                new CommandEvent.UnknownResolved(
                                        "operator@harbor.example",
                                        Instant.parse("2026-11-22T10:00:00Z"),
                                        proposal,
                                        1,
                                        new EffectId("e2"),
                                        false,
                                        null))));
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(outcomes(proposal))
                                .last()
                                .isInstanceOf(OutcomeEvent.EffectFailed.class));
    }

    @Test
    void rows_of_many_effects_travel_in_one_request_and_a_bad_row_fails_alone() {
        // Given
        vendors.loseRows("43");

        // When
        List<ProposalId> proposals =
                QuarkusTransaction.requiringNew()
                        .call(() ->
                                List.of(
                                        released(Releases.update("e1", "a", "41", "42")),
                                        released(Releases.update("e1", "b", "43")),
                                        released(Releases.update("e1", "c", "44"))));

        // Then
        result(proposals.getFirst());
        result(proposals.getLast());
        OutcomeEvent.EffectFailed failed = (OutcomeEvent.EffectFailed) outcome(proposals.get(1));
        assertThat(failed.errorCode()).isEqualTo("row-gone");
        assertThat(failed.message()).contains("no longer in sheet");
        assertThat(vendors.writes()).hasSize(1);
    }

    @Test
    void two_effects_on_one_row_are_written_one_after_the_other() {
        // When
        ProposalId first = released(Releases.update("e1", "first", "41"));
        ProposalId second = released(Releases.update("e1", "second", "41"));

        // Then
        result(first);
        result(second);
        assertThat(vendors.written("41")).containsExactly("first", "second");
    }

    @Test
    void a_row_whose_answer_was_lost_is_looked_at_and_not_written_again() {
        // Given
        AtomicInteger left = new AtomicInteger(1);
        vendors.dropAfter(request -> request.isWrite() && left.getAndDecrement() > 0);

        // When
        ProposalId proposal = released(Releases.update("e1", "once", "41", "42"));

        // Then
        result(proposal);
        assertThat(vendors.written("41")).containsExactly("once");
        assertThat(vendors.written("42")).containsExactly("once");
    }

    @Test
    void a_comment_whose_answer_was_lost_is_not_said_twice() {
        // Given
        AtomicInteger left = new AtomicInteger(1);
        vendors.dropAfter(request -> request.isWrite() && left.getAndDecrement() > 0);

        // When
        ProposalId proposal = released(Releases.comment("41", "The client is unknown"));

        // Then
        assertThat(result(proposal)).isEqualTo(new EffectResult.CommentAdded("500"));
        assertThat(vendors.comments()).containsExactly("The client is unknown");
    }

    @Test
    void rows_whose_answer_was_lost_are_not_added_twice() {
        // Given
        AtomicInteger left = new AtomicInteger(1);
        vendors.dropAfter(request -> request.isWrite() && left.getAndDecrement() > 0);

        // When
        ProposalId proposal = released(Releases.adding("task-1", "task-2"));

        // Then
        assertThat(result(proposal))
                .isInstanceOfSatisfying(
                        EffectResult.RowsAdded.class,
                        added -> {
                            assertThat(added.rows())
                                    .extracting(EffectResult.AddedRow::externalId)
                                    .containsExactly("task-1", "task-2");
                            assertThat(added.rows())
                                    .allSatisfy(row ->
                                            assertThat(vendors.written(row.rowId().value()))
                                                    .containsExactly(row.externalId()));
                        });
    }

    @Test
    void a_line_is_booked_to_the_other_account_once_though_the_answer_was_lost()
            throws IOException {
        // Given
        vendors.hasBill(
                "145",
                """
                {"Id": "145", "SyncToken": "3", "VendorRef": {"value": "80"}, "Line": [
                 {"Id": "1", "Amount": 20, "AccountBasedExpenseLineDetail": {"AccountRef": {"value": "62"}}},
                 {"Id": "2", "Amount": 480, "AccountBasedExpenseLineDetail": {"AccountRef": {"value": "62"}}}]}\
                """);
        AtomicInteger left = new AtomicInteger(1);
        vendors.dropAfter(request -> request.isWrite() && left.getAndDecrement() > 0);

        // When
        ProposalId proposal = released(Releases.recategorise("145", 2, "480.00", "62", "63"));

        // Then
        assertThat(result(proposal))
                .isEqualTo(
                        new EffectResult.LineRecategorised(
                                EntityType.BILL, new EntityId("145"), 2, 4));
        assertThat(vendors.accountsOf("145")).containsExactly("62", "63");
    }

    @Test
    void a_mail_goes_out_with_an_identity_that_a_repetition_keeps() {
        // Given
        mails.beBusy(1);
        mails.loseAnswers(1);

        // When
        ProposalId proposal = released(Releases.mail("pm@harbor.example", "Total USD 1,224.85"));

        // Then
        String id = "<" + proposal + ".1.e4@tieout>";
        assertThat(result(proposal)).isEqualTo(new EffectResult.MailSent(id));
        assertThat(mails.mails())
                .hasSize(2)
                .allSatisfy(mail ->
                        assertThat(
                                        mail.lines()
                                                .filter(line ->
                                                        line.toLowerCase(java.util.Locale.ROOT)
                                                                .startsWith("message-id"))
                                                .collect(Collectors.toList()))
                                .singleElement()
                                .asString()
                                .contains(id));
        assertThat(mails.mails().getFirst()).isEqualTo(mails.mails().getLast());
    }
}

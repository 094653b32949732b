package io.tieout.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tieout.kit.json.WireJson;
import io.tieout.kit.test.InMemoryChannels;
import io.tieout.kit.test.RecordingPublisher;
import io.tieout.kit.test.TieoutPostgres;
import io.tieout.model.effect.CreateBill;
import io.tieout.model.effect.EffectResult;
import io.tieout.model.effect.SpendLine;
import io.tieout.model.envelope.EventEnvelope;
import io.tieout.model.envelope.SourceRevision;
import io.tieout.model.finding.FindingEvent;
import io.tieout.model.finding.FindingOpened;
import io.tieout.model.finding.FindingResolved;
import io.tieout.model.id.ConnectionId;
import io.tieout.model.id.CorrelationId;
import io.tieout.model.id.EffectId;
import io.tieout.model.id.EntityId;
import io.tieout.model.id.EventId;
import io.tieout.model.id.ProposalId;
import io.tieout.model.id.RealmId;
import io.tieout.model.id.Uuid7;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import io.tieout.model.proposal.EffectState;
import io.tieout.model.proposal.Evidence;
import io.tieout.model.proposal.ProposalKind;
import io.tieout.model.proposal.ProposalMade;
import io.tieout.model.proposal.ProposalState;
import io.tieout.model.quickbooks.EntityType;
import io.tieout.model.topic.Topics;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What people change in QuickBooks of what was posted there is shown, whatever it is.
@QuarkusTest
@QuarkusTestResource(TieoutPostgres.class)
@QuarkusTestResource(InMemoryChannels.class)
@QuarkusTestResource(FakeVendors.class)
class PostedComponentTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final RealmId REALM = new RealmId(FakeVendors.REALM);
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @Inject Edges edges;
    @Inject RecordingPublisher publisher;

    @Test
    void an_edited_bill_is_shown_on_its_proposal_until_it_says_again_what_was_posted() {
        // Given
        ProposalId proposal = new ProposalId(Uuid7.at(NOW));
        FakeVendors.BOOKS.put("Bill", "9001", bill(proposal, "200"));
        tell(posted(proposal, "9001"));

        // When
        FakeVendors.BOOKS.put("Bill", "9001", bill(proposal, "201"));

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(findings("9001"))
                                .last()
                                .isInstanceOfSatisfying(
                                        FindingOpened.class,
                                        opened -> {
                                            assertThat(opened.proposalId()).isEqualTo(proposal);
                                            assertThat(opened.title())
                                                    .isEqualTo(
                                                            "Bill V-7 (TD-000077) was changed in QuickBooks");
                                            assertThat(opened.detail())
                                                    .contains("line 1 class was 200, is 201");
                                        }));
        FakeVendors.BOOKS.put("Bill", "9001", bill(proposal, "200"));
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(findings("9001")).last().isInstanceOf(FindingResolved.class));
        assertThat(FakeVendors.requests("/bill"))
                .noneMatch(request -> request.method().equals("POST"));
    }

    @Test
    void an_edit_that_takes_the_mark_out_is_shown_with_all_else_that_it_changed() {
        // Given
        ProposalId proposal = new ProposalId(Uuid7.at(NOW));
        FakeVendors.BOOKS.put("Bill", "9003", bill(proposal, "200"));
        tell(posted(proposal, "9003"));
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(publisher.published(Topics.QUICKBOOKS_ENTITIES))
                                .anyMatch(event -> event.payload().key().endsWith(":9003")));

        // When
        FakeVendors.BOOKS.put(
                "Bill", "9003", bill(proposal, "201").replace("tieout:" + proposal, "checked"));

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(findings("9003"))
                                .last()
                                .isInstanceOfSatisfying(
                                        FindingOpened.class,
                                        opened -> {
                                            assertThat(opened.proposalId()).isEqualTo(proposal);
                                            assertThat(opened.detail())
                                                    .contains(
                                                            "Tieout's mark in the private note was tieout:"
                                                                    + proposal
                                                                    + ", is none",
                                                            "line 1 class was 200, is 201");
                                        }));
    }

    @Test
    void a_deleted_bill_is_shown_on_its_proposal() {
        ProposalId proposal = new ProposalId(Uuid7.at(NOW));
        FakeVendors.BOOKS.put("Bill", "9002", bill(proposal, "200"));
        tell(posted(proposal, "9002"));
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(publisher.published(Topics.QUICKBOOKS_ENTITIES))
                                .anyMatch(event -> event.payload().key().endsWith(":9002")));

        FakeVendors.BOOKS.delete("Bill", "9002");

        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(findings("9002"))
                                .last()
                                .isInstanceOfSatisfying(
                                        FindingOpened.class,
                                        opened ->
                                                assertThat(opened.title())
                                                        .contains("was deleted in QuickBooks")));
    }

    private List<FindingEvent> findings(String document) {
        return publisher.published(Topics.FINDINGS).stream()
                .map(EventEnvelope::payload)
                .filter(finding ->
                        finding.findingId().value().equals("edited:" + REALM + ":Bill:" + document))
                .toList();
    }

    private void tell(ProposalState state) {
        EventEnvelope<ProposalState> event =
                new EventEnvelope<>(
                        new EventId(Uuid7.at(NOW)),
                        NOW,
                        new ConnectionId("quickbooks:" + REALM),
                        new SourceRevision(state.auditSequence(), 0),
                        new CorrelationId("posted"),
                        null,
                        1,
                        state);
        edges.send(
                "states-in",
                Topics.PROPOSAL_STATES,
                state.proposal().proposalId().toString(),
                WireJson.write(event));
    }

    private static ProposalState posted(ProposalId id, String document) {
        Money total = Money.of("20.00", CurrencyCode.USD);
        EffectId effect = new EffectId("e2");
        CreateBill bill =
                new CreateBill(
                        effect,
                        List.of(),
                        REALM,
                        new EntityId("80"),
                        LocalDate.parse("2026-11-20"),
                        null,
                        null,
                        CurrencyCode.USD,
                        "V-7",
                        List.of(
                                new SpendLine(
                                        1,
                                        new EntityId("62"),
                                        null,
                                        null,
                                        null,
                                        "Rope",
                                        total,
                                        new EntityId("200"),
                                        null,
                                        false)),
                        total,
                        "tieout:" + id);
        return new ProposalState(
                new ProposalMade(
                        id,
                        1,
                        REALM,
                        ProposalKind.BILL,
                        "TD-000077",
                        "Enter a bill",
                        "invoice-service",
                        "Rope & Co",
                        total,
                        List.of(),
                        List.of(bill),
                        Evidence.NONE),
                "ab".repeat(32),
                ProposalState.Status.DONE,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                0,
                List.of(
                        new EffectState(
                                effect,
                                "create-bill",
                                bill.target(),
                                false,
                                EffectState.Status.DONE,
                                null,
                                0,
                                new EffectResult.DocumentCreated(
                                        EntityType.BILL,
                                        new EntityId(document),
                                        "V-7",
                                        bill.date(),
                                        total,
                                        0),
                                null,
                                null,
                                NOW)),
                null,
                9,
                NOW);
    }

    private static String bill(ProposalId proposal, String klass) {
        return """
        {"DocNumber": "V-7", "TxnDate": "2026-11-20", "VendorRef": {"value": "80"}, "TotalAmt": 20, "Balance": 20,
         "PrivateNote": "tieout:%s", "Line": [{"Id": "1", "DetailType": "AccountBasedExpenseLineDetail", "Amount": 20,
         "Description": "Rope", "AccountBasedExpenseLineDetail": {"AccountRef": {"value": "62"},
         "ClassRef": {"value": "%s"}}}]}
        """
                .formatted(proposal, klass);
    }
}

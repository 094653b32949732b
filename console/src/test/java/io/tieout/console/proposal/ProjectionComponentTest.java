package io.tieout.console.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tieout.console.finding.Finding;
import io.tieout.console.finding.Findings;
import io.tieout.console.sample.ConsoleTestKeys;
import io.tieout.console.sample.Demo;
import io.tieout.console.sample.Feed;
import io.tieout.console.sample.SampleProposal;
import io.tieout.console.source.BookEntries;
import io.tieout.console.source.SourceRows;
import io.tieout.kit.test.InMemoryChannels;
import io.tieout.kit.test.TieoutPostgres;
import io.tieout.model.effect.AddComment;
import io.tieout.model.effect.TextPart;
import io.tieout.model.finding.FindingKind;
import io.tieout.model.finding.FindingOpened;
import io.tieout.model.finding.FindingResolved;
import io.tieout.model.finding.Severity;
import io.tieout.model.id.EffectId;
import io.tieout.model.id.EntityId;
import io.tieout.model.id.FindingId;
import io.tieout.model.proposal.Evidence;
import io.tieout.model.proposal.ProposalKind;
import io.tieout.model.proposal.ProposalMade;
import io.tieout.model.proposal.ProposalState;
import io.tieout.model.quickbooks.Entity;
import io.tieout.model.quickbooks.EntityGone;
import io.tieout.model.quickbooks.EntityObserved;
import io.tieout.model.quickbooks.EntityType;
import io.tieout.model.smartsheet.RowGone;
import io.tieout.model.smartsheet.SheetRole;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TieoutPostgres.class)
@QuarkusTestResource(InMemoryChannels.class)
@QuarkusTestResource(ConsoleTestKeys.class)
class ProjectionComponentTest {
    private static final Instant AT = Instant.parse("2026-11-22T14:00:00Z");

    @Inject Feed feed;

    @Inject Proposals proposals;

    @Inject Findings findings;

    @Inject SourceRows rows;

    @Inject BookEntries entries;

    @Test
    void keeps_a_notice_that_moves_no_money() {
        SampleProposal sample = SampleProposal.number(900);
        feed.proposal(
                new ProposalState(
                        new ProposalMade(
                                SampleProposal.id(900),
                                1,
                                SampleProposal.REALM,
                                ProposalKind.NOTICE,
                                "TN-000900",
                                "Tell the project manager",
                                "ingest-service",
                                null,
                                null,
                                List.of(sample.row(1)),
                                List.of(
                                        new AddComment(
                                                new EffectId("e1"),
                                                List.of(),
                                                sample.row(1),
                                                List.of(TextPart.words("Look")))),
                                Evidence.NONE),
                        "00",
                        ProposalState.Status.DONE,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        0,
                        List.of(),
                        null,
                        7,
                        AT));

        await().untilAsserted(() -> assertThat(proposals.find(SampleProposal.id(900))).isPresent());
        Demo.as(Demo.VIEWER)
                .get("/api/proposals?kind=everything&q=TN-000900")
                .then()
                .statusCode(200)
                .body("count", Matchers.is(1))
                .body("proposals[0].status", Matchers.is("DONE"));
    }

    @Test
    void opens_and_resolves_a_finding_and_ignores_what_comes_late() {
        FindingId id = new FindingId("unknown-customer:901");
        FindingOpened opened =
                new FindingOpened(
                        id,
                        SampleProposal.REALM,
                        FindingKind.UNKNOWN_CUSTOMER,
                        Severity.ERROR,
                        "invoice-service",
                        List.of(),
                        null,
                        "Nobody of that name",
                        "Row 3 names nobody",
                        "Create the customer",
                        List.of(),
                        null,
                        AT);
        feed.finding(opened, 10);
        feed.finding(
                new FindingResolved(
                        id, SampleProposal.REALM, opened.kind(), "The customer exists", AT),
                20);
        feed.finding(opened, 15);
        feed.finding(opened, 10);

        await().untilAsserted(() ->
                assertThat(findings.find(SampleProposal.REALM, id))
                        .hasValueSatisfying(finding -> assertThat(finding.open()).isFalse()));
        Finding finding = findings.find(SampleProposal.REALM, id).orElseThrow();
        assertThat(finding.title()).isEqualTo("Nobody of that name");
        assertThat(finding.resolution()).isEqualTo("The customer exists");
    }

    @Test
    void keeps_names_of_entities_and_says_what_is_gone() {
        EntityId id = new EntityId("9021");
        feed.entity(
                new EntityObserved(
                        SampleProposal.REALM,
                        EntityType.ITEM,
                        id,
                        false,
                        AT,
                        new Entity.Item("Survey", "Service", null, null, true, null)),
                1);
        await().untilAsserted(() ->
                assertThat(entries.name(SampleProposal.REALM, EntityType.ITEM, id))
                        .hasValue("Survey (inactive)"));

        feed.entity(
                new EntityGone(
                        SampleProposal.REALM, EntityType.ITEM, id, EntityGone.Reason.DELETED),
                2);

        await().untilAsserted(() ->
                assertThat(entries.name(SampleProposal.REALM, EntityType.ITEM, id))
                        .hasValue("(deleted)"));
    }

    @Test
    void keeps_a_row_that_is_gone_as_gone() {
        SampleProposal sample = SampleProposal.number(903);

        feed.row(new RowGone(sample.row(1), SampleProposal.REALM, SheetRole.BILLING), 50);

        await().untilAsserted(() ->
                assertThat(rows.find(List.of(sample.row(1)))).containsKey(sample.row(1)));
    }
}

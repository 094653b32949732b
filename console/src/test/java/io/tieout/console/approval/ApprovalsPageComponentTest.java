package io.tieout.console.approval;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tieout.console.proposal.Proposals;
import io.tieout.console.sample.ConsoleTestKeys;
import io.tieout.console.sample.Demo;
import io.tieout.console.sample.Feed;
import io.tieout.console.sample.SampleProposal;
import io.tieout.console.sample.SampleRow;
import io.tieout.kit.test.InMemoryChannels;
import io.tieout.kit.test.RecordingPublisher;
import io.tieout.kit.test.TieoutPostgres;
import io.tieout.model.id.RealmId;
import io.tieout.model.proposal.ProposalState;
import io.tieout.model.topic.Topics;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TieoutPostgres.class)
@QuarkusTestResource(InMemoryChannels.class)
@QuarkusTestResource(ConsoleTestKeys.class)
class ApprovalsPageComponentTest {
    private static final RealmId OTHER = new RealmId("9130350000000002");

    @Inject Feed feed;

    @Inject RecordingPublisher publisher;

    @Inject Proposals proposals;

    @BeforeEach
    void forget_what_was_sent() {
        publisher.clear();
    }

    @Test
    void shows_lines_beside_their_rows_with_what_differs_and_tells_the_life_without_audit() {
        SampleProposal sample = SampleProposal.number(801);
        ProposalState state = shown(sample);
        feed.row(SampleRow.of(sample.row(1), 1, state.proposal(), "7", Instant.EPOCH), 41);

        await().untilAsserted(() ->
                page(Demo.FINANCE, "/approvals?id=" + state.proposal().proposalId())
                        .body(containsString("Create invoice for Harbor Works LLC, USD 2,613.00"))
                        .body(containsString("the sheet says 7 h, the line 8"))
                        .body(
                                containsString(
                                        "record cannot be shown: audit-service does not answer"))
                        .body(containsString("Approve USD 2,613.00")));
    }

    @Test
    void names_each_lines_tax_code_in_books_outside_the_usa() {
        ProposalState state = shown(SampleProposal.number(808).taxedByLine("5"));

        page(Demo.VIEWER, "/approvals?id=" + state.proposal().proposalId())
                .body(containsString("tax code 5"))
                .body(not(containsString("· taxable")));
    }

    @Test
    void tells_companies_apart_and_shows_one_of_them_alone() {
        feed.company(SampleProposal.REALM, "Harbor Programme");
        feed.company(OTHER, "Harbor Canada");
        shown(SampleProposal.number(809));

        await().untilAsserted(() ->
                page(Demo.VIEWER, "/approvals?q=TD-000809&company=" + SampleProposal.REALM)
                        .body(containsString("TD-000809 r1"))
                        .body(containsString(" · Harbor Programme"))
                        .body(containsString(">Harbor Canada</option>")));
        page(Demo.VIEWER, "/approvals?q=TD-000809&company=" + OTHER)
                .body(not(containsString("TD-000809 r1")))
                .body(containsString("Nothing here."));
    }

    @Test
    void shows_a_viewer_everything_but_no_buttons() {
        ProposalState state = shown(SampleProposal.number(802));

        page(Demo.VIEWER, "/approvals?id=" + state.proposal().proposalId())
                .body(containsString("TD-000802"))
                .body(containsString("Only finance or an approver decides"))
                .body(not(containsString("data-approve")));
    }

    @Test
    void approves_by_a_plain_form_and_says_so_on_the_page_it_leads_to() {
        ProposalState state = shown(SampleProposal.number(803));
        String session = Demo.session(Demo.FINANCE);

        String next =
                Demo.browser(session)
                        .formParam("verdict", "APPROVED")
                        .formParam("pick", pick(state))
                        .post("/approvals?q=TD-000803")
                        .then()
                        .statusCode(303)
                        .extract()
                        .header("Location");

        given().cookie("tieout-session", session)
                .get(next)
                .then()
                .body(containsString("You approved this revision at"))
                .body(not(containsString("data-approve")));
    }

    @Test
    void repeats_the_facts_before_it_decides_about_many() {
        ProposalState one = shown(SampleProposal.number(804));
        ProposalState other = shown(SampleProposal.number(805).customer("Meridian Health", "59"));
        String session = Demo.session(Demo.FINANCE);

        Demo.browser(session)
                .formParam("verdict", "APPROVED")
                .formParam("pick", pick(one), pick(other))
                .post("/approvals")
                .then()
                .statusCode(200)
                .body(containsString("Approve 2, USD 5,226.00"));
        assertThat(publisher.published(Topics.DECISIONS)).isEmpty();

        Demo.browser(session)
                .formParam("verdict", "APPROVED")
                .formParam("confirmed", "true")
                .formParam("pick", pick(one), pick(other))
                .post("/approvals")
                .then()
                .statusCode(200)
                .body(containsString("2 of 2 decisions are on their way"));
        await().untilAsserted(() -> assertThat(publisher.published(Topics.DECISIONS)).hasSize(2));
    }

    @Test
    void shows_the_payload_with_the_hash_computed_once_more() {
        ProposalState state = shown(SampleProposal.number(806));

        page(Demo.VIEWER, "/approvals/" + state.proposal().proposalId() + "/payload")
                .body(containsString(state.hash()))
                .body(containsString("computed here, equal"));
    }

    @Test
    void finds_by_reference_and_says_when_nothing_matches() {
        shown(SampleProposal.number(807));

        page(Demo.VIEWER, "/approvals?q=td-000807").body(containsString("1 proposal, USD"));
        page(Demo.VIEWER, "/approvals?q=no-such-thing").body(containsString("Nothing here."));
        page(Demo.VIEWER, "/audit?q=TD-000807").body(containsString("TD-000807 revision 1"));
    }

    private static io.restassured.response.ValidatableResponse page(String person, String path) {
        return given().cookie("tieout-session", Demo.session(person))
                .get(path)
                .then()
                .statusCode(200);
    }

    private static String pick(ProposalState state) {
        return state.proposal().proposalId()
                + ":"
                + state.proposal().revision()
                + ":"
                + state.hash();
    }

    private ProposalState shown(SampleProposal sample) {
        ProposalState state = sample.state();
        feed.proposal(state);
        await().untilAsserted(() ->
                assertThat(proposals.find(state.proposal().proposalId())).isPresent());
        return state;
    }
}

package io.tieout.console.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tieout.console.proposal.Proposals;
import io.tieout.console.sample.ConsoleTestKeys;
import io.tieout.console.sample.Demo;
import io.tieout.console.sample.Feed;
import io.tieout.console.sample.SampleProposal;
import io.tieout.kit.sign.Verifier;
import io.tieout.kit.test.InMemoryChannels;
import io.tieout.kit.test.RecordingPublisher;
import io.tieout.kit.test.TieoutPostgres;
import io.tieout.model.decision.DecisionMade;
import io.tieout.model.decision.Role;
import io.tieout.model.envelope.EventEnvelope;
import io.tieout.model.proposal.ProposalState;
import io.tieout.model.topic.Topics;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TieoutPostgres.class)
@QuarkusTestResource(InMemoryChannels.class)
@QuarkusTestResource(ConsoleTestKeys.class)
class DecisionComponentTest {
    @Inject Feed feed;

    @Inject RecordingPublisher publisher;

    @Inject Proposals proposals;

    @ConfigProperty(name = "test.console.public-key")
    String publicKey;

    @BeforeEach
    void forget_what_was_sent() {
        publisher.clear();
    }

    @Test
    void sends_a_finance_decision_signed_and_bound_to_what_was_shown() {
        ProposalState state = shown(SampleProposal.number(1));

        decide(Demo.FINANCE, state, state.proposal().revision(), "APPROVED", null)
                .statusCode(202)
                .body("answer", is("sent"));

        EventEnvelope<DecisionMade> event = published(1).getFirst();
        DecisionMade decision = event.payload();
        assertThat(decision.proposalHash()).isEqualTo(state.hash());
        assertThat(decision.revision()).isEqualTo(1);
        assertThat(decision.person()).isEqualTo(Demo.FINANCE);
        assertThat(decision.roles()).containsExactly(Role.FINANCE);
        assertThat(decision.channel()).isEqualTo(DecisionMade.Channel.CONSOLE);
        assertThat(event.correlationId().value()).isEqualTo("chain-TD-000001");
        assertThat(event.causationId()).isNotNull();
        assertThat(new Verifier(publicKey).verify(decision.signedText(), decision.signature()))
                .isTrue();
    }

    @Test
    void sends_a_second_press_of_the_same_button_nowhere() {
        ProposalState state = shown(SampleProposal.number(2));

        decide(Demo.FINANCE, state, 1, "APPROVED", null).statusCode(202);
        decide(Demo.FINANCE, state, 1, "APPROVED", null)
                .statusCode(200)
                .body("answer", is("repeated"));

        published(1);
        assertThat(publisher.published(Topics.DECISIONS)).hasSize(1);
    }

    @Test
    void answers_a_stale_revision_with_what_happened_since() {
        ProposalState state = shown(SampleProposal.number(3));
        shown(SampleProposal.number(3).revision(2, 120).hours("10", 2));

        decide(Demo.FINANCE, state, 1, "APPROVED", null)
                .statusCode(409)
                .body("answer", is("stale"))
                .body("sentence", containsString("revision 2 took the place of revision 1"))
                .body("sentence", containsString("USD 3,266.25"));

        assertThat(publisher.published(Topics.DECISIONS)).isEmpty();
    }

    @Test
    void refuses_who_may_not_decide_about_money() {
        ProposalState state = shown(SampleProposal.number(4));

        for (String person : List.of(Demo.VIEWER, Demo.OPERATOR, Demo.ADMIN)) {
            decide(person, state, 1, "APPROVED", null)
                    .statusCode(403)
                    .body("sentence", containsString("Only finance or an approver"));
        }
        decide(Demo.APPROVER, state, 1, "APPROVED", null)
                .statusCode(403)
                .body("sentence", containsString("waits for finance"));

        assertThat(publisher.published(Topics.DECISIONS)).isEmpty();
    }

    @Test
    void lets_an_approver_give_the_second_approval_and_finance_not_both() {
        ProposalState state =
                shown(SampleProposal.number(5).large().approvedByFinance(Demo.FINANCE));

        decide(Demo.FINANCE, state, 1, "APPROVED", null)
                .statusCode(403)
                .body("sentence", containsString("somebody else"));
        decide(Demo.APPROVER, state, 1, "APPROVED", null).statusCode(202);
    }

    @Test
    void asks_for_a_reason_before_it_rejects() {
        ProposalState state = shown(SampleProposal.number(6));

        decide(Demo.FINANCE, state, 1, "REJECTED", " ")
                .statusCode(422)
                .body("sentence", containsString("needs a reason"));
        decide(Demo.FINANCE, state, 1, "REJECTED", "Wrong project").statusCode(202);

        assertThat(published(1).getFirst().payload().reason()).isEqualTo("Wrong project");
    }

    @Test
    void answers_many_decisions_one_by_one() {
        ProposalState good = shown(SampleProposal.number(7));
        ProposalState done = shown(SampleProposal.number(8).status(ProposalState.Status.DONE));

        Demo.as(Demo.FINANCE)
                .body(Map.of("decisions", List.of(body(good), body(done))))
                .post("/api/decisions")
                .then()
                .statusCode(200)
                .body("[0].answer", is("sent"))
                .body("[1].answer", is("not-waiting"))
                .body("[1].sentence", containsString("waits no longer"));
    }

    @Test
    void knows_nothing_of_a_proposal_that_never_came() {
        Demo.as(Demo.FINANCE)
                .body(body(SampleProposal.number(999).state()))
                .post("/api/proposals/" + SampleProposal.id(999) + "/decision")
                .then()
                .statusCode(404);
    }

    @Test
    void keeps_the_newest_state_whatever_the_order_of_arrival() {
        shown(SampleProposal.number(9).revision(3, 300));
        feed.proposal(SampleProposal.number(9).revision(2, 200).state());
        shown(SampleProposal.number(10));

        assertThat(proposals.find(SampleProposal.id(9)).orElseThrow().state().proposal().revision())
                .isEqualTo(3);
    }

    private static Map<String, Object> body(ProposalState state) {
        return Map.of(
                "proposalId", state.proposal().proposalId().toString(),
                "revision", state.proposal().revision(),
                "hash", state.hash(),
                "verdict", "APPROVED");
    }

    private static ValidatableResponse decide(
            String person, ProposalState state, int revision, String verdict, String reason) {
        Map<String, Object> body = new java.util.HashMap<>();
        body.put("revision", revision);
        body.put("hash", state.hash());
        body.put("verdict", verdict);
        body.put("reason", reason);
        return Demo.as(person)
                .body(body)
                .post("/api/proposals/" + state.proposal().proposalId() + "/decision")
                .then();
    }

    private ProposalState shown(SampleProposal sample) {
        ProposalState state = sample.state();
        feed.proposal(state);
        await().untilAsserted(() ->
                assertThat(proposals.find(state.proposal().proposalId()))
                        .hasValueSatisfying(stored ->
                                assertThat(stored.state().auditSequence())
                                        .isEqualTo(state.auditSequence())));
        return state;
    }

    private List<EventEnvelope<DecisionMade>> published(int count) {
        await().untilAsserted(
                        () -> assertThat(publisher.published(Topics.DECISIONS)).hasSize(count));
        return publisher.published(Topics.DECISIONS);
    }
}

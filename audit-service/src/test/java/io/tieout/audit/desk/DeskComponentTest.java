package io.tieout.audit.desk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tieout.audit.AuditKeys;
import io.tieout.audit.review.ValidProposals;
import io.tieout.kit.json.CanonicalJson;
import io.tieout.kit.sign.Verifier;
import io.tieout.kit.test.InMemoryChannels;
import io.tieout.kit.test.TieoutPostgres;
import io.tieout.model.decision.DecisionMade.Channel;
import io.tieout.model.decision.Role;
import io.tieout.model.effect.CellWrite;
import io.tieout.model.effect.CreateInvoice;
import io.tieout.model.effect.EffectResult;
import io.tieout.model.effect.SendMail;
import io.tieout.model.effect.TextPart;
import io.tieout.model.effect.UpdateRows;
import io.tieout.model.finding.FindingKind;
import io.tieout.model.id.RowRef;
import io.tieout.model.proposal.EffectState;
import io.tieout.model.proposal.ProposalMade;
import io.tieout.model.proposal.ProposalState;
import io.tieout.model.proposal.ProposalState.Status;
import io.tieout.model.release.EffectReleased;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TieoutPostgres.class)
@QuarkusTestResource(InMemoryChannels.class)
@QuarkusTestResource(AuditKeys.class)
class DeskComponentTest {
    @Inject Office office;

    @ConfigProperty(name = "test.audit.public-key")
    String auditKey;

    @Test
    void takes_a_draft_from_proposal_to_invoice_and_back_to_the_rows() {
        ValidProposals.Case draft = ValidProposals.make(11);
        office.knows(draft.facts());

        office.propose(draft.proposal());

        EffectReleased announcement = office.released(draft.proposal(), "e1");
        assertThat(announcement.effect()).isEqualTo(draft.proposal().effects().getFirst());
        assertThat(
                        new Verifier(auditKey)
                                .verify(
                                        announcement.receipt().signedText(),
                                        announcement.receipt().signature()))
                .isTrue();
        assertThat(office.state(draft.proposal()).status()).isEqualTo(Status.AWAITING_APPROVAL);

        office.done(draft.proposal(), "e1", new EffectResult.RowsUpdated(ValidProposals.SHEET, 41));
        office.approve(draft.proposal(), "finance@harbor.example", Role.FINANCE, Channel.CONSOLE);

        EffectReleased posting = office.released(draft.proposal(), "e2");
        assertThat(posting.effect()).isInstanceOf(CreateInvoice.class);
        assertThat(posting.receipt().resolvedHash())
                .isEqualTo(CanonicalJson.sha256(posting.effect()));
        assertThat(posting.receipt().decisions()).hasSize(1);
        assertThat(posting.guards()).isNotEmpty();
        assertThat(office.state(draft.proposal()).status()).isEqualTo(Status.RELEASED);

        office.done(draft.proposal(), "e2", office.invoice(draft, "145", "1043"));

        UpdateRows report = (UpdateRows) office.released(draft.proposal(), "e3").effect();
        assertThat(report.rows().getFirst().cells().getFirst().content())
                .isEqualTo(new CellWrite.Text("145"));
        SendMail mail = (SendMail) office.released(draft.proposal(), "e4").effect();
        assertThat(mail.subject()).containsExactly(TextPart.words("Invoice 1043"));

        office.done(draft.proposal(), "e3", new EffectResult.RowsUpdated(ValidProposals.SHEET, 42));
        office.done(draft.proposal(), "e4", new EffectResult.MailSent("m1"));

        ProposalState state = office.state(draft.proposal());
        assertThat(state.status()).isEqualTo(Status.DONE);
        assertThat(state.effects())
                .extracting(EffectState::status)
                .containsOnly(EffectState.Status.DONE);
    }

    @Test
    void releases_nothing_twice_however_often_each_event_is_delivered() {
        ValidProposals.Case draft = ValidProposals.make(12);
        office.knows(draft.facts());

        for (int i = 0; i < 10; i++) {
            office.proposeAgain(draft.proposal());
        }
        office.approveTimes(10, draft.proposal(), "finance@harbor.example", Role.FINANCE);

        await().untilAsserted(() ->
                assertThat(office.releasedEffects(draft.proposal())).containsExactly("e1", "e2"));
    }

    @Test
    void asks_for_an_approver_above_the_threshold_and_for_two_persons() {
        ValidProposals.Case draft = office.above(new java.math.BigDecimal("50000"));
        office.knows(draft.facts());
        office.propose(draft.proposal());

        office.approve(
                draft.proposal(),
                "both@harbor.example",
                Role.FINANCE,
                Channel.CONSOLE,
                Role.APPROVER);
        office.approve(
                draft.proposal(),
                "both@harbor.example",
                Role.APPROVER,
                Channel.CONSOLE,
                Role.FINANCE);

        assertThat(office.state(draft.proposal()).approvalsNeeded())
                .extracting(ProposalState.ApprovalNeeded::role)
                .containsExactly(Role.APPROVER);
        assertThat(office.releasedEffects(draft.proposal())).containsExactly("e1");
        assertThat(office.openFindings(draft.proposal()))
                .containsExactly(FindingKind.APPROVAL_REFUSED);

        office.approve(draft.proposal(), "approver@harbor.example", Role.APPROVER, Channel.SHEET);

        assertThat(office.releasedEffects(draft.proposal())).containsExactly("e1", "e2");
        assertThat(office.released(draft.proposal(), "e2").receipt().decisions()).hasSize(2);
    }

    @Test
    void gives_a_forged_decision_no_effect_and_says_so() {
        ValidProposals.Case draft = ValidProposals.make(14);
        office.knows(draft.facts());
        office.propose(draft.proposal());

        office.forge(draft.proposal(), "finance@harbor.example", Role.FINANCE);

        assertThat(office.state(draft.proposal()).status()).isEqualTo(Status.AWAITING_APPROVAL);
        assertThat(office.releasedEffects(draft.proposal())).containsExactly("e1");
        assertThat(office.openFindings(draft.proposal()))
                .containsExactly(FindingKind.APPROVAL_REFUSED);
    }

    @Test
    void refuses_a_person_without_the_role() {
        ValidProposals.Case draft = ValidProposals.make(15);
        office.knows(draft.facts());
        office.propose(draft.proposal());

        office.approve(draft.proposal(), "pm@harbor.example", Role.VIEWER, Channel.SHEET);

        assertThat(office.state(draft.proposal()).status()).isEqualTo(Status.AWAITING_APPROVAL);
        assertThat(office.openFindings(draft.proposal()))
                .containsExactly(FindingKind.APPROVAL_REFUSED);
    }

    @Test
    void holds_a_draft_whose_figures_are_wrong_and_lets_the_next_revision_pass() {
        ValidProposals.Case draft = ValidProposals.make(16);
        office.knows(draft.facts());

        office.propose(office.dearer(draft.proposal()));

        assertThat(office.state(draft.proposal()).status()).isEqualTo(Status.BLOCKED);
        assertThat(office.openFindings(draft.proposal()))
                .containsExactly(FindingKind.BLOCKED_BY_REVIEW);
        assertThat(office.releasedEffects(draft.proposal())).isEmpty();

        office.propose(office.revision(draft.proposal(), 2));

        assertThat(office.state(draft.proposal()).status()).isEqualTo(Status.AWAITING_APPROVAL);
        assertThat(office.openFindings(draft.proposal())).isEmpty();
    }

    @Test
    void keeps_a_new_revision_until_the_rows_are_written_and_voids_the_approval() {
        ValidProposals.Case draft = ValidProposals.make(17);
        office.knows(draft.facts());
        office.propose(draft.proposal());
        ProposalMade second = office.revision(draft.proposal(), 2);

        office.propose(second);

        assertThat(office.state(draft.proposal()).proposal().revision()).isEqualTo(1);

        office.approve(draft.proposal(), "finance@harbor.example", Role.FINANCE, Channel.CONSOLE);
        assertThat(office.releasedEffects(draft.proposal())).containsExactly("e1");

        office.done(draft.proposal(), "e1", new EffectResult.RowsUpdated(ValidProposals.SHEET, 41));

        ProposalState state = office.state(draft.proposal());
        assertThat(state.proposal().revision()).isEqualTo(2);
        assertThat(state.approvalsGiven()).isEmpty();
        assertThat(state.status()).isEqualTo(Status.AWAITING_APPROVAL);
    }

    @Test
    void refuses_a_revision_that_comes_after_the_release() {
        ValidProposals.Case draft = ValidProposals.make(18);
        office.knows(draft.facts());
        office.propose(draft.proposal());
        office.approve(draft.proposal(), "finance@harbor.example", Role.FINANCE, Channel.CONSOLE);

        office.propose(office.revision(draft.proposal(), 2));

        ProposalState state = office.state(draft.proposal());
        assertThat(state.proposal().revision()).isEqualTo(1);
        assertThat(state.refusedRevision()).isEqualTo(2);
    }

    @Test
    void waits_for_rows_that_have_not_reached_audit_yet() {
        ValidProposals.Case draft = ValidProposals.make(19);

        office.propose(draft.proposal());

        assertThat(office.state(draft.proposal()).status()).isEqualTo(Status.RECORDED);
        assertThat(office.state(draft.proposal()).waitReason()).startsWith("Waiting for");

        office.knows(draft.facts());

        await().untilAsserted(() ->
                assertThat(office.state(draft.proposal()).status())
                        .isEqualTo(Status.AWAITING_APPROVAL));
    }

    @Test
    void rejects_a_draft_as_a_whole() {
        ValidProposals.Case draft = ValidProposals.make(20);
        office.knows(draft.facts());
        office.propose(draft.proposal());

        office.reject(draft.proposal(), "finance@harbor.example", Role.FINANCE, List.of());

        ProposalState state = office.state(draft.proposal());
        assertThat(state.status()).isEqualTo(Status.REJECTED);
        assertThat(state.effects().get(1).status()).isEqualTo(EffectState.Status.REJECTED);
    }

    @Test
    void does_not_release_the_same_rows_in_two_drafts() {
        ValidProposals.Case draft = ValidProposals.make(21);
        office.knows(draft.facts());
        ProposalMade twin = office.renamed(draft.proposal());
        office.propose(draft.proposal());
        office.propose(twin);
        office.approve(draft.proposal(), "finance@harbor.example", Role.FINANCE, Channel.CONSOLE);

        office.approve(twin, "finance@harbor.example", Role.FINANCE, Channel.CONSOLE);

        assertThat(office.releasedEffects(draft.proposal())).contains("e2");
        assertThat(office.releasedEffects(twin)).doesNotContain("e2");
        assertThat(office.state(twin).status()).isEqualTo(Status.BLOCKED);
    }

    @Test
    void asks_a_person_about_an_unknown_outcome_and_goes_on_as_told() {
        ValidProposals.Case draft = ValidProposals.make(22);
        office.knows(draft.facts());
        office.propose(draft.proposal());
        office.done(draft.proposal(), "e1", new EffectResult.RowsUpdated(ValidProposals.SHEET, 41));
        office.approve(draft.proposal(), "finance@harbor.example", Role.FINANCE, Channel.CONSOLE);

        office.unknown(draft.proposal(), "e2");

        assertThat(office.state(draft.proposal()).status()).isEqualTo(Status.UNKNOWN);
        assertThat(office.openFindings(draft.proposal()))
                .containsExactly(FindingKind.EFFECT_UNKNOWN);

        office.resolve(draft.proposal(), "e2", office.invoice(draft, "146", null));

        assertThat(office.openFindings(draft.proposal())).isEmpty();
        assertThat(office.releasedEffects(draft.proposal()))
                .containsExactly("e1", "e2", "e3", "e4");
    }

    @Test
    void tells_the_life_of_a_proposal_and_shows_each_released_effect() {
        ValidProposals.Case draft = ValidProposals.make(23);
        office.knows(draft.facts());
        office.propose(draft.proposal());
        office.approve(draft.proposal(), "finance@harbor.example", Role.FINANCE, Channel.CONSOLE);
        office.done(draft.proposal(), "e2", office.invoice(draft, "147", "1045"));

        List<String> types =
                given().get("/audit/proposals/" + draft.proposal().proposalId())
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .getList("type");
        List<Map<String, Object>> effects =
                given().get("/audit/effects?after=0")
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .getList(
                                "findAll { it.proposalId == '%s' && it.status == 'DONE' }"
                                        .formatted(draft.proposal().proposalId()));

        assertThat(types)
                .containsSubsequence(
                        "proposal-made",
                        "reviewed",
                        "release",
                        "decision",
                        "decision-counted",
                        "reviewed",
                        "release",
                        "effect-done",
                        "release");
        assertThat(effects).hasSize(1);
        assertThat(effects.getFirst()).containsEntry("type", "create-invoice");
        given().get("/audit/proposals/none").then().statusCode(404);
    }

    @Test
    void records_a_release_once_although_it_comes_back_from_its_topic() {
        ValidProposals.Case draft = ValidProposals.make(24);
        office.knows(draft.facts());
        office.propose(draft.proposal());

        assertThat(office.recordedReleases(draft.proposal())).isEqualTo(1);
        office.hearsItsOwnReleases(draft.proposal());

        assertThat(office.recordedReleases(draft.proposal())).isEqualTo(1);
    }

    @Test
    void drops_single_rejected_rows_by_asking_for_the_next_revision() {
        ValidProposals.Case draft = office.withRows(3);
        office.knows(draft.facts());
        office.propose(draft.proposal());
        RowRef row = draft.proposal().rows().getFirst();

        office.reject(draft.proposal(), "finance@harbor.example", Role.FINANCE, List.of(row));

        ProposalState state = office.state(draft.proposal());
        assertThat(state.rejectedRows()).containsExactly(row);
        assertThat(state.status()).isEqualTo(Status.AWAITING_APPROVAL);

        office.approve(draft.proposal(), "finance@harbor.example", Role.FINANCE, Channel.CONSOLE);
        assertThat(office.releasedEffects(draft.proposal())).containsExactly("e1");
    }
}

package io.tieout.audit.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.audit.review.ValidProposals;
import io.tieout.kit.json.WireJson;
import io.tieout.model.decision.DecisionMade;
import io.tieout.model.decision.Role;
import io.tieout.model.effect.EffectResult;
import io.tieout.model.id.CorrelationId;
import io.tieout.model.id.DecisionId;
import io.tieout.model.id.EffectId;
import io.tieout.model.id.EventId;
import io.tieout.model.proposal.EffectState;
import io.tieout.model.proposal.ProposalMade;
import io.tieout.model.proposal.ProposalState.ApprovalNeeded;
import io.tieout.model.proposal.ProposalState.ReviewResult;
import io.tieout.model.proposal.ProposalState.Status;
import io.tieout.model.release.OutcomeEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LifeTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final ProposalMade DRAFT = ValidProposals.make(5).proposal();
    private static final ApprovalNeeded FINANCE = new ApprovalNeeded(Role.FINANCE, "finance");
    private static final ApprovalNeeded APPROVER = new ApprovalNeeded(Role.APPROVER, "approver");

    @Test
    void releases_what_is_advisory_at_once_and_lets_money_wait_for_approval() {
        Sequencer.Step step = Sequencer.next(reviewed(FINANCE), NOW);

        assertThat(step.releases()).containsExactly(new EffectId("e1"));
        assertThat(Standing.of(step.life())).isEqualTo(Status.AWAITING_APPROVAL);
    }

    @Test
    void does_not_ask_in_the_rows_for_what_nobody_has_to_give() {
        Sequencer.Step step = Sequencer.next(reviewed(), NOW);

        assertThat(step.releases()).containsExactly(new EffectId("e2"));
        assertThat(step.life().state(new EffectId("e1")).status())
                .isEqualTo(EffectState.Status.REJECTED);
    }

    @Test
    void releases_nothing_before_the_review() {
        assertThat(Sequencer.next(begun(), NOW).releases()).isEmpty();
    }

    @Test
    void releases_nothing_of_a_proposal_that_one_rule_objects_to() {
        Life life =
                begun().reviewed(
                                List.of(
                                        new ReviewResult("dates", false, "too late"),
                                        new ReviewResult("duplicate", true, "")),
                                List.of(),
                                null);

        Sequencer.Step step = Sequencer.next(life, NOW);

        assertThat(step.releases()).isEmpty();
        assertThat(Standing.of(step.life())).isEqualTo(Status.BLOCKED);
    }

    @Test
    void releases_what_takes_a_result_only_after_that_result() {
        Life life = Sequencer.next(approved(reviewed(FINANCE), "f", Role.FINANCE), NOW).life();
        Life posting = released(released(life, "e1"), "e2");

        assertThat(Sequencer.next(posting, NOW).releases()).isEmpty();

        Life posted = done(done(posting, "e1"), "e2");
        assertThat(Sequencer.next(posted, NOW).releases())
                .containsExactly(new EffectId("e3"), new EffectId("e4"));
    }

    @Test
    void needs_no_report_of_an_invoice_that_failed() {
        Life life = Sequencer.next(approved(reviewed(FINANCE), "f", Role.FINANCE), NOW).life();
        Life failed = failed(done(released(released(life, "e1"), "e2"), "e1"), "e2");

        Sequencer.Step step = Sequencer.next(failed, NOW);

        assertThat(step.releases()).isEmpty();
        assertThat(step.life().state(new EffectId("e3")).status())
                .isEqualTo(EffectState.Status.REJECTED);
        assertThat(Standing.of(step.life())).isEqualTo(Status.FAILED);
    }

    @Test
    void lets_one_person_fill_one_approval_only() {
        Life life = approved(reviewed(FINANCE, APPROVER), "a", Role.FINANCE, Role.APPROVER);

        assertThat(Approvals.missing(life)).containsExactly(APPROVER);
    }

    @Test
    void gives_a_person_of_two_roles_the_one_that_another_cannot_fill() {
        Life life = approved(reviewed(FINANCE, APPROVER), "a", Role.FINANCE, Role.APPROVER);

        Life both = approved(life, "b", Role.FINANCE);

        assertThat(Approvals.missing(both)).isEmpty();
    }

    @Test
    void takes_a_later_revision_and_ignores_an_earlier_one() {
        Life life = begun();

        assertThat(Revisions.arrive(Optional.of(life), DRAFT, origin()))
                .isInstanceOf(Revisions.Arrival.Ignored.class);
        assertThat(Revisions.arrive(Optional.of(life), revision(2), origin()))
                .isInstanceOf(Revisions.Arrival.Taken.class);
    }

    @Test
    void lets_a_later_revision_wait_while_rows_are_written() {
        Life writing = released(Sequencer.next(reviewed(FINANCE), NOW).life(), "e1");

        Life holding =
                ((Revisions.Arrival.Kept)
                                Revisions.arrive(Optional.of(writing), revision(2), origin()))
                        .life();

        assertThat(Revisions.promote(holding)).isEmpty();
        assertThat(Revisions.promote(done(holding, "e1")))
                .get()
                .satisfies(life -> assertThat(life.proposal().revision()).isEqualTo(2));
    }

    @Test
    void refuses_a_later_revision_once_money_may_be_moving() {
        Life posting =
                released(
                        Sequencer.next(approved(reviewed(FINANCE), "f", Role.FINANCE), NOW).life(),
                        "e2");

        Revisions.Arrival arrival = Revisions.arrive(Optional.of(posting), revision(2), origin());

        assertThat(((Revisions.Arrival.Kept) arrival).life().refusedRevision()).isEqualTo(2);
    }

    @Test
    void is_read_back_from_json_as_it_was_written() {
        Life life =
                approved(Sequencer.next(reviewed(FINANCE, APPROVER), NOW).life(), "f", Role.FINANCE)
                        .holding(new Life.Pending(revision(2), origin()));

        assertThat(WireJson.read(WireJson.text(life), Life.class)).isEqualTo(life);
    }

    private static Life begun() {
        return ((Revisions.Arrival.Taken) Revisions.arrive(Optional.empty(), DRAFT, origin()))
                .life();
    }

    private static Life.Origin origin() {
        return new Life.Origin(new CorrelationId("c"), new EventId(new UUID(1, 1)), NOW);
    }

    private static Life reviewed(ApprovalNeeded... needed) {
        return begun().reviewed(
                        List.of(new ReviewResult("dates", true, "")), List.of(needed), null);
    }

    private static Life approved(Life life, String person, Role... roles) {
        return life.approved(
                new Approval(
                        new DecisionId(UUID.randomUUID()),
                        person,
                        Set.of(roles),
                        DecisionMade.Channel.CONSOLE,
                        NOW));
    }

    private static Life released(Life life, String effect) {
        return life.with(EffectStates.released(life.state(new EffectId(effect)), "hash", 7, NOW));
    }

    private static Life done(Life life, String effect) {
        return Outcomes.take(
                        life,
                        new OutcomeEvent.EffectDone(
                                DRAFT.realmId(),
                                DRAFT.proposalId(),
                                1,
                                new EffectId(effect),
                                new EffectResult.RowsUpdated(ValidProposals.SHEET, 41),
                                NOW),
                        NOW)
                .orElseThrow();
    }

    private static Life failed(Life life, String effect) {
        return Outcomes.take(
                        life,
                        new OutcomeEvent.EffectFailed(
                                DRAFT.realmId(),
                                DRAFT.proposalId(),
                                1,
                                new EffectId(effect),
                                "quickbooks-6000",
                                "No",
                                NOW),
                        NOW)
                .orElseThrow();
    }

    private static ProposalMade revision(int revision) {
        return new ProposalMade(
                DRAFT.proposalId(),
                revision,
                DRAFT.realmId(),
                DRAFT.kind(),
                DRAFT.reference(),
                DRAFT.summary(),
                DRAFT.preparedBy(),
                DRAFT.counterparty(),
                DRAFT.total(),
                DRAFT.rows(),
                DRAFT.effects(),
                DRAFT.evidence());
    }
}

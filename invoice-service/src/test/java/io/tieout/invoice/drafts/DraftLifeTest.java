package io.tieout.invoice.drafts;

import static io.tieout.model.proposal.EffectState.Status.AWAITING_APPROVAL;
import static io.tieout.model.proposal.EffectState.Status.DONE;
import static io.tieout.model.proposal.EffectState.Status.EXPIRED;
import static io.tieout.model.proposal.EffectState.Status.FAILED;
import static io.tieout.model.proposal.EffectState.Status.RECORDED;
import static io.tieout.model.proposal.EffectState.Status.RELEASED;
import static io.tieout.model.proposal.EffectState.Status.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.invoice.AuditSays;
import io.tieout.invoice.Sample;
import io.tieout.invoice.drafts.Draft.Phase;
import io.tieout.model.effect.CreateInvoice;
import io.tieout.model.effect.UpdateRows;
import io.tieout.model.id.EffectId;
import io.tieout.model.id.ProposalId;
import io.tieout.model.id.RowId;
import io.tieout.model.id.RowRef;
import io.tieout.model.id.SheetId;
import io.tieout.model.proposal.EffectState;
import io.tieout.model.proposal.Evidence;
import io.tieout.model.proposal.ProposalKind;
import io.tieout.model.proposal.ProposalMade;
import io.tieout.model.proposal.ProposalState;
import io.tieout.model.proposal.ProposalState.Status;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DraftLifeTest {
    private static final ProposalId ID =
            new ProposalId(UUID.fromString("01936a5c-0000-7000-8000-000000000001"));
    private static final RowRef ROW = new RowRef(new SheetId("41"), new RowId("1"));
    private static final Map<String, EffectState.Status> TOLD =
            Map.of("e1", DONE, "e2", AWAITING_APPROVAL);

    private static Draft draft(int revision, Phase phase) {
        return new Draft(
                ID, "TD-000042", Sample.REALM, "g", phase, revision, "old", List.of(ROW), null);
    }

    private static ProposalMade proposal(int revision) {
        return new ProposalMade(
                ID,
                revision,
                Sample.REALM,
                ProposalKind.INVOICE,
                "TD-000042",
                "s",
                "invoice-service",
                "Harbor Works LLC",
                Sample.usd("10.00"),
                List.of(ROW),
                List.of(
                        new UpdateRows(new EffectId("e1"), List.of(), ROW.sheetId(), List.of()),
                        new CreateInvoice(
                                new EffectId("e2"),
                                List.of(),
                                Sample.REALM,
                                Sample.HARBOR,
                                LocalDate.of(2026, 11, 22),
                                null,
                                null,
                                Sample.USD,
                                null,
                                null,
                                List.of(),
                                Sample.usd("10.00"),
                                Sample.usd("0.00"),
                                "tieout:" + ID)),
                new Evidence(
                        List.of(new Evidence.RowCitation(ROW, 1, 7)),
                        List.of(),
                        null,
                        null,
                        null,
                        "template"));
    }

    private static ProposalState state(
            int revision, Status status, Map<String, EffectState.Status> effects) {
        return AuditSays.of(proposal(revision), status, effects);
    }

    private static ProposalState refusing(
            int revision, int refused, Map<String, EffectState.Status> effects) {
        return AuditSays.of(proposal(revision), Status.RELEASED, effects, List.of(), refused, null);
    }

    private static ProposalState failing(String errorCode) {
        return AuditSays.of(
                proposal(1), Status.FAILED, Map.of("e2", FAILED), List.of(), 0, errorCode);
    }

    /// What the rows would give now: the same as before, something else, or nothing.
    private static final String SAME = "old";

    private static final String CHANGED = "new";
    private static final @Nullable String NOTHING = null;

    static Stream<Arguments> cases() {
        return Stream.of(
                // who, sent revision, phase, audit's word, rows now, step
                of(
                        "nothing known of the first revision yet",
                        1,
                        Phase.OPEN,
                        null,
                        CHANGED,
                        Step.WAIT),
                of("waiting, rows as they were", 1, Phase.OPEN, awaiting(1), SAME, Step.KEEP),
                of("late row before release", 1, Phase.OPEN, awaiting(1), CHANGED, Step.REVISE),
                of("row edited after approval", 1, Phase.OPEN, approved(1), CHANGED, Step.REVISE),
                of("last row un-readied", 1, Phase.OPEN, awaiting(1), NOTHING, Step.WITHDRAW),
                of("rows being told", 1, Phase.OPEN, telling(1), CHANGED, Step.WAIT),
                of("rows being told, taken back", 1, Phase.OPEN, telling(1), NOTHING, Step.WAIT),
                of("told in vain", 1, Phase.OPEN, tellingFailed(1), CHANGED, Step.REVISE),
                of("revision not answered yet", 2, Phase.OPEN, awaiting(1), CHANGED, Step.WAIT),
                of("revision not answered, as sent", 2, Phase.OPEN, awaiting(1), SAME, Step.KEEP),
                of("rejection crossed a revision", 2, Phase.OPEN, rejected(1), CHANGED, Step.WAIT),
                of("revision answered", 2, Phase.OPEN, awaiting(2), CHANGED, Step.REVISE),
                of(
                        "revision came too late but nothing moves",
                        2,
                        Phase.OPEN,
                        refusing(1, 2, TOLD),
                        SAME,
                        Step.REVISE),
                of(
                        "taken back, not answered",
                        1,
                        Phase.WITHDRAWING,
                        awaiting(1),
                        CHANGED,
                        Step.WAIT),
                of("late row after release", 1, Phase.OPEN, releasing(1), CHANGED, Step.BEGIN),
                of("late row while unknown", 1, Phase.SEALED, unknown(1), CHANGED, Step.BEGIN),
                of("late row after posting", 1, Phase.SEALED, posted(1), CHANGED, Step.BEGIN),
                of("nothing new after posting", 1, Phase.SEALED, posted(1), NOTHING, Step.NOTHING),
                of(
                        "revision refused because of the release",
                        2,
                        Phase.OPEN,
                        refusing(1, 2, Map.of("e2", RELEASED)),
                        CHANGED,
                        Step.BEGIN),
                of(
                        "rejected, rows still used up",
                        1,
                        Phase.OPEN,
                        rejected(1),
                        NOTHING,
                        Step.NOTHING),
                of("rejected then ready again", 1, Phase.OPEN, rejected(1), CHANGED, Step.BEGIN),
                of("receipt expired", 1, Phase.SEALED, expired(1), CHANGED, Step.BEGIN),
                of(
                        "taken back and answered, ready again",
                        1,
                        Phase.WITHDRAWING,
                        withdrawn(1),
                        CHANGED,
                        Step.BEGIN));
    }

    private static Arguments of(
            String name,
            int sent,
            Phase phase,
            @Nullable ProposalState state,
            @Nullable String now,
            Step step) {
        return Arguments.of(name, draft(sent, phase), state, now, step);
    }

    private static ProposalState awaiting(int revision) {
        return state(revision, Status.AWAITING_APPROVAL, TOLD);
    }

    private static ProposalState approved(int revision) {
        return state(revision, Status.RECORDED, Map.of("e1", DONE, "e2", RECORDED));
    }

    private static ProposalState telling(int revision) {
        return state(revision, Status.AWAITING_APPROVAL, Map.of("e1", RELEASED));
    }

    private static ProposalState tellingFailed(int revision) {
        return state(revision, Status.AWAITING_APPROVAL, Map.of("e1", FAILED));
    }

    private static ProposalState releasing(int revision) {
        return state(revision, Status.RELEASED, Map.of("e1", DONE, "e2", RELEASED));
    }

    private static ProposalState unknown(int revision) {
        return state(revision, Status.UNKNOWN, Map.of("e1", DONE, "e2", UNKNOWN));
    }

    private static ProposalState posted(int revision) {
        return state(revision, Status.RELEASED, Map.of("e1", DONE, "e2", DONE));
    }

    private static ProposalState rejected(int revision) {
        return state(
                revision, Status.REJECTED, Map.of("e1", DONE, "e2", EffectState.Status.REJECTED));
    }

    private static ProposalState withdrawn(int revision) {
        return state(
                revision, Status.WITHDRAWN, Map.of("e1", DONE, "e2", EffectState.Status.REJECTED));
    }

    private static ProposalState expired(int revision) {
        return state(revision, Status.EXPIRED, Map.of("e1", DONE, "e2", EXPIRED));
    }

    @ParameterizedTest(name = "{0}: {4}")
    @MethodSource("cases")
    void decides_what_to_do_about_the_open_draft(
            String name,
            Draft draft,
            @Nullable ProposalState state,
            @Nullable String now,
            Step step) {
        Fate fate = DraftLife.fate(draft, state);
        Fate.Undecided word =
                fate instanceof Fate.Undecided undecided && draft.phase().isOpen()
                        ? undecided
                        : null;

        assertThat(DraftLife.next(word == null ? null : draft, word, now)).isEqualTo(step);
    }

    @Test
    void knows_an_end_when_it_sees_one() {
        assertThat(DraftLife.fate(draft(1, Phase.OPEN), rejected(1)))
                .isInstanceOf(Fate.Rejected.class);
        assertThat(DraftLife.fate(draft(1, Phase.WITHDRAWING), withdrawn(1)))
                .isInstanceOf(Fate.Withdrawn.class);
        assertThat(DraftLife.fate(draft(1, Phase.SEALED), expired(1)))
                .isInstanceOf(Fate.Lapsed.class);
        assertThat(DraftLife.fate(draft(1, Phase.SEALED), posted(1)))
                .isInstanceOfSatisfying(
                        Fate.Posted.class, posted -> assertThat(posted.rows()).hasSize(1));
    }

    @Test
    void drafts_anew_what_failed_because_a_row_had_changed_and_leaves_the_rest_to_people() {
        assertThat(DraftLife.fate(draft(1, Phase.SEALED), failing("row-changed")))
                .isInstanceOf(Fate.Lapsed.class);
        assertThat(DraftLife.fate(draft(1, Phase.SEALED), failing("6000")))
                .isInstanceOf(Fate.Failed.class);
    }

    @Test
    void makes_a_draft_anew_once_the_books_say_something_else() {
        Draft draft = draft(1, Phase.SEALED);
        Fate fate = DraftLife.fate(draft, failing("reference-stale"));

        assertThat(fate)
                .isInstanceOfSatisfying(
                        Fate.Outdated.class,
                        outdated -> {
                            assertThat(DraftLife.next(draft, outdated, draft.basis()))
                                    .isEqualTo(Step.KEEP);
                            assertThat(DraftLife.next(draft, outdated, "other"))
                                    .isEqualTo(Step.RENEW);
                            assertThat(DraftLife.next(draft, outdated, null)).isEqualTo(Step.RENEW);
                        });
    }

    @Test
    void tells_which_rows_a_person_took_out() {
        ProposalState state =
                AuditSays.of(proposal(1), Status.AWAITING_APPROVAL, TOLD, List.of(ROW), 0, null);

        assertThat(DraftLife.fate(draft(1, Phase.OPEN), state))
                .isEqualTo(new Fate.Undecided(true, true, false, List.of(ROW)));
    }
}

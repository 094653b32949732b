package io.tieout.ingest.approval;

import static io.tieout.model.decision.DecisionMade.Verdict.APPROVED;
import static io.tieout.model.decision.DecisionMade.Verdict.REJECTED;
import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.ingest.rights.GroupRoles;
import io.tieout.ingest.rights.SheetRights;
import io.tieout.model.decision.DecisionMade.Verdict;
import io.tieout.model.decision.Role;
import io.tieout.model.id.RealmId;
import io.tieout.model.id.RowRef;
import io.tieout.model.proposal.EffectState;
import io.tieout.model.proposal.ProposalState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SheetApprovalTest {
    private static final RowRef FIRST = Drafts.row("41", "1");
    private static final RowRef SECOND = Drafts.row("41", "2");
    private static final String REFERENCE = "TD-000042 r2";
    private static final Instant LATER = Drafts.WRITTEN.plusSeconds(60);

    private static final People PEOPLE =
            new People(
                    List.of(
                            new People.Person("finance@harbor.example", Set.of(Role.FINANCE)),
                            new People.Person("pm@harbor.example", Set.of(Role.VIEWER))));

    /// Everybody may edit the sheet, and no group gives a role.
    private final Deciders everybody =
            deciders(
                    Map.of(
                            "finance@harbor.example", Set.of("EDITOR"),
                            "pm@harbor.example", Set.of("EDITOR")));

    private final ProposalState state =
            Drafts.waiting(
                    new RealmId("91"),
                    EffectState.Status.DONE,
                    List.of(FIRST, SECOND),
                    Role.FINANCE);

    @Test
    void asks_who_approved_when_every_row_says_so() {
        assertThat(questions(cells(FIRST, "Approved", null), cells(SECOND, "approved ", null)))
                .containsExactly(
                        new ApprovalQuestion(Role.FINANCE, APPROVED, List.of(FIRST, SECOND), true));
    }

    @Test
    void waits_while_a_row_says_nothing() {
        assertThat(questions(cells(FIRST, "Approved", null), cells(SECOND, null, null))).isEmpty();
    }

    @Test
    void waits_while_a_row_bears_another_revision() {
        assertThat(
                        questions(
                                cells(FIRST, "Approved", null),
                                new ApprovalCells(SECOND, "TD-000042 r1", "Approved", null, 5)))
                .isEmpty();
    }

    @Test
    void waits_while_a_row_is_not_there() {
        assertThat(questions(cells(FIRST, "Approved", null))).isEmpty();
    }

    @Test
    void waits_until_the_reference_has_been_written() {
        ProposalState early =
                Drafts.waiting(
                        new RealmId("91"),
                        EffectState.Status.RELEASED,
                        List.of(FIRST),
                        Role.FINANCE);

        assertThat(SheetApproval.questions(early, List.of(cells(FIRST, "Approved", null))))
                .isEmpty();
    }

    @Test
    void does_not_ask_for_an_approval_that_nobody_needs() {
        assertThat(questions(cells(FIRST, null, "Approved"), cells(SECOND, null, "Approved")))
                .isEmpty();
    }

    @Test
    void lets_one_rejected_row_drop_out() {
        assertThat(questions(cells(FIRST, "Approved", null), cells(SECOND, "Rejected", null)))
                .containsExactly(
                        new ApprovalQuestion(Role.FINANCE, REJECTED, List.of(SECOND), false));
    }

    @Test
    void rejects_the_draft_when_all_rows_are_rejected() {
        assertThat(questions(cells(FIRST, null, "Rejected"), cells(SECOND, null, "Rejected")))
                .containsExactly(
                        new ApprovalQuestion(
                                Role.APPROVER, REJECTED, List.of(FIRST, SECOND), true));
    }

    @Test
    void takes_the_last_of_several_who_may() {
        assertThat(
                        judge(
                                APPROVED,
                                author(FIRST, "finance@harbor.example", LATER),
                                author(SECOND, "Finance@Harbor.example", LATER.plusSeconds(5))))
                .isEqualTo(
                        new ApprovalOutcome.Decided(
                                Role.FINANCE,
                                APPROVED,
                                "Finance@Harbor.example",
                                LATER.plusSeconds(5),
                                List.of()));
    }

    @Test
    void refuses_a_person_without_the_role_and_says_what_to_do() {
        assertThat(
                        judge(
                                APPROVED,
                                author(FIRST, "finance@harbor.example", LATER),
                                author(SECOND, "pm@harbor.example", LATER)))
                .isInstanceOfSatisfying(
                        ApprovalOutcome.Refused.class,
                        refused -> {
                            assertThat(refused.detail())
                                    .isEqualTo("pm@harbor.example does not hold the finance role.");
                            assertThat(refused.remedy()).contains("finance role", "TD-000042");
                            assertThat(refused.row()).isEqualTo(SECOND);
                        });
    }

    @Test
    void refuses_a_person_whom_the_sheet_is_not_shared_with_any_more() {
        assertThat(
                        judge(
                                deciders(Map.of("pm@harbor.example", Set.of("EDITOR"))),
                                APPROVED,
                                author(FIRST, "finance@harbor.example", LATER)))
                .isInstanceOfSatisfying(
                        ApprovalOutcome.Refused.class,
                        refused ->
                                assertThat(refused.detail())
                                        .isEqualTo(
                                                "The sheet is not shared with finance@harbor.example any more."));
    }

    @Test
    void refuses_automations_and_strangers() {
        assertThat(judge(APPROVED, author(FIRST, null, LATER)))
                .isInstanceOf(ApprovalOutcome.Refused.class);
        assertThat(judge(APPROVED, author(FIRST, "who@else.example", LATER)))
                .isInstanceOf(ApprovalOutcome.Refused.class);
    }

    @Test
    void refuses_what_was_set_before_the_draft_was_written() {
        assertThat(
                        judge(
                                APPROVED,
                                author(
                                        FIRST,
                                        "finance@harbor.example",
                                        Drafts.WRITTEN.minusSeconds(1))))
                .isInstanceOf(ApprovalOutcome.Refused.class);
    }

    @Test
    void waits_for_news_when_the_cell_has_changed_since() {
        assertThat(
                        judge(
                                REJECTED,
                                new CellAuthor(FIRST, "Approved", "finance@harbor.example", LATER)))
                .isEqualTo(new ApprovalOutcome.Outdated());
    }

    private List<ApprovalQuestion> questions(ApprovalCells... cells) {
        return SheetApproval.questions(state, List.of(cells));
    }

    private ApprovalOutcome judge(Verdict verdict, CellAuthor... authors) {
        return judge(everybody, verdict, authors);
    }

    private ApprovalOutcome judge(Deciders deciders, Verdict verdict, CellAuthor... authors) {
        List<RowRef> rows = List.of(authors).stream().map(CellAuthor::row).toList();
        return SheetApproval.judge(
                state,
                new ApprovalQuestion(Role.FINANCE, verdict, rows, true),
                List.of(authors),
                deciders,
                Drafts.WRITTEN);
    }

    private static Deciders deciders(Map<String, Set<String>> levels) {
        return new Deciders(
                PEOPLE,
                new GroupRoles(List.of()),
                Map.of(FIRST.sheetId(), new SheetRights(LATER, levels, true, Map.of(), null)));
    }

    private static ApprovalCells cells(
            RowRef row, @Nullable String finance, @Nullable String approver) {
        return new ApprovalCells(row, REFERENCE, finance, approver, 5);
    }

    private static CellAuthor author(RowRef row, @Nullable String email, Instant at) {
        return new CellAuthor(row, "Approved", email, at);
    }
}

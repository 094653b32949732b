package io.tieout.audit.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.audit.policy.Policy;
import io.tieout.model.effect.AddRows;
import io.tieout.model.effect.CellWrite;
import io.tieout.model.effect.Effect;
import io.tieout.model.effect.SendMail;
import io.tieout.model.effect.TextPart;
import io.tieout.model.effect.UpdateRows;
import io.tieout.model.id.ColumnId;
import io.tieout.model.id.EffectId;
import io.tieout.model.id.ProposalId;
import io.tieout.model.id.RowId;
import io.tieout.model.id.SheetId;
import io.tieout.model.money.Quantity;
import io.tieout.model.proposal.Evidence;
import io.tieout.model.proposal.ProposalKind;
import io.tieout.model.proposal.ProposalMade;
import io.tieout.model.proposal.ProposalState.ReviewResult;
import io.tieout.model.smartsheet.ColumnPart;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TaskRulesTest {
    private static final SheetId REVIEW = new SheetId("46");
    private static final EffectId E1 = new EffectId("e1");
    private static final ColumnId EXTERNAL_ID = new ColumnId("10");
    private static final ColumnId STATUS = new ColumnId("2");
    private static final LocalDate DAY = LocalDate.parse("2026-11-22");
    private static final CellWrite OPEN =
            new CellWrite(ColumnPart.STATUS, STATUS, new CellWrite.Text("Open"));

    @Test
    void lets_a_notice_add_tasks_where_finance_reviews_and_write_them_later() {
        assertThat(objections(ProposalKind.NOTICE, adding(REVIEW, EXTERNAL_ID, OPEN))).isEmpty();
        assertThat(objections(ProposalKind.NOTICE, update(REVIEW, OPEN))).isEmpty();
    }

    @Test
    void lets_nothing_add_rows_anywhere_else() {
        assertThat(objections(ProposalKind.NOTICE, adding(new SheetId("41"), EXTERNAL_ID, OPEN)))
                .containsExactly("advisory-only-touches-own-columns");
        assertThat(objections(ProposalKind.NOTICE, adding(REVIEW, new ColumnId("99"), OPEN)))
                .containsExactly("advisory-only-touches-own-columns");
        assertThat(
                        objections(
                                ProposalKind.NOTICE,
                                adding(
                                        REVIEW,
                                        EXTERNAL_ID,
                                        new CellWrite(
                                                ColumnPart.NOTES,
                                                STATUS,
                                                new CellWrite.Text("Elsewhere")))))
                .containsExactly("advisory-only-touches-own-columns");
    }

    @Test
    void lets_only_notices_write_tasks() {
        assertThat(objections(ProposalKind.RECONCILIATION, adding(REVIEW, EXTERNAL_ID, OPEN)))
                .containsExactly("effects-fit-kind");
        assertThat(objections(ProposalKind.RECONCILIATION, update(REVIEW, OPEN)))
                .containsExactly("advisory-only-touches-own-columns");
    }

    @Test
    void a_report_mails_the_accountants_and_does_nothing_else() {
        assertThat(objections(ProposalKind.REPORT, mail("finance@harbor.example"))).isEmpty();
        assertThat(objections(ProposalKind.REPORT, mail("stranger@elsewhere.example")))
                .containsExactly("mail-recipient");
        assertThat(objections(ProposalKind.INVOICE, mail("finance@harbor.example")))
                .contains("mail-recipient");
        assertThat(objections(ProposalKind.REPORT, update(REVIEW, OPEN)))
                .contains("effects-fit-kind");
    }

    private static List<String> objections(ProposalKind kind, Effect effect) {
        ProposalMade proposal =
                new ProposalMade(
                        new ProposalId(new UUID(3, 4)),
                        1,
                        Books.REALM,
                        kind,
                        "FR-1",
                        "A task",
                        "reconcile-service",
                        null,
                        null,
                        List.of(),
                        List.of(effect),
                        Evidence.NONE);
        return Reviewer.review(proposal, facts()).stream()
                .filter(result -> !result.passed())
                .map(ReviewResult::rule)
                .toList();
    }

    private static AddRows adding(SheetId sheet, ColumnId externalId, CellWrite cell) {
        return new AddRows(
                E1,
                List.of(),
                sheet,
                externalId,
                List.of(new AddRows.NewRow("task-1", List.of(cell))));
    }

    private static UpdateRows update(SheetId sheet, CellWrite cell) {
        return new UpdateRows(
                E1,
                List.of(),
                sheet,
                List.of(new UpdateRows.RowUpdate(new RowId("9"), List.of(cell))));
    }

    private static SendMail mail(String to) {
        return new SendMail(E1, List.of(), to, List.of(TextPart.words("Report")), List.of());
    }

    private static Facts facts() {
        return new Facts(
                true,
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                Map.of(),
                Quantity.ZERO,
                BillingTerms.NONE,
                new Policy.Pilot(Set.of(), Set.of()),
                DAY,
                DAY,
                new ReviewDesk(
                        REVIEW,
                        Map.of(ColumnPart.STATUS, STATUS, ColumnPart.EXTERNAL_ID, EXTERNAL_ID),
                        Set.of("finance@harbor.example")),
                Optional.empty());
    }
}

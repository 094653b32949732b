package io.tieout.audit.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.audit.facts.KnownRow;
import io.tieout.audit.facts.RowInputs;
import io.tieout.audit.policy.Policy;
import io.tieout.model.effect.CellWrite;
import io.tieout.model.effect.Effect;
import io.tieout.model.effect.SendMail;
import io.tieout.model.effect.TextPart;
import io.tieout.model.effect.UpdateRows;
import io.tieout.model.envelope.SourceRevision;
import io.tieout.model.id.EffectId;
import io.tieout.model.id.ProposalId;
import io.tieout.model.id.RowId;
import io.tieout.model.id.RowRef;
import io.tieout.model.id.SheetId;
import io.tieout.model.money.Quantity;
import io.tieout.model.proposal.Evidence;
import io.tieout.model.proposal.ProposalKind;
import io.tieout.model.proposal.ProposalMade;
import io.tieout.model.proposal.ProposalState.ReviewResult;
import io.tieout.model.smartsheet.BillingFields;
import io.tieout.model.smartsheet.ColumnPart;
import io.tieout.model.smartsheet.RowObserved;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RulesTest {
    private static final ValidProposals.Case VALID = ValidProposals.make(4);
    private static final RowRef ROW = VALID.proposal().rows().getFirst();

    @Test
    void holds_a_draft_whose_row_was_changed_since() {
        assertThat(objectionsTo(VALID.proposal(), withRow(cells -> status(cells, "On Hold", true))))
                .contains("row-unchanged");
    }

    @Test
    void holds_a_draft_whose_row_is_ready_no_longer() {
        assertThat(objectionsTo(VALID.proposal(), withRow(cells -> status(cells, "Billed", false))))
                .contains("row-may-be-billed");
    }

    @Test
    void holds_a_draft_of_a_sheet_that_is_not_part_of_the_pilot() {
        Facts facts =
                with(
                        VALID.facts().rows(),
                        new Policy.Pilot(Set.of(new SheetId("1")), Set.of()),
                        VALID.facts().billedHours());

        assertThat(objectionsTo(VALID.proposal(), facts)).containsExactly("pilot-sheets");
    }

    @Test
    void holds_a_draft_that_exceeds_the_approved_hours() {
        Facts facts = with(VALID.facts().rows(), VALID.facts().pilot(), Quantity.of("10.51"));

        assertThat(objectionsTo(VALID.proposal(), facts)).containsExactly("within-budget");
    }

    @Test
    void lets_no_notice_write_what_people_write() {
        assertThat(notice(ColumnPart.HOURS, new CellWrite.Figure(BigDecimal.TEN)))
                .contains("advisory-only-touches-own-columns");
        assertThat(notice(ColumnPart.FINANCE_APPROVAL, new CellWrite.Text("Approved")))
                .contains("advisory-only-touches-own-columns");
        assertThat(notice(ColumnPart.DRAFT_REFERENCE, new CellWrite.Text("TD-000042 r1")))
                .contains("advisory-only-touches-own-columns");
        assertThat(notice(ColumnPart.NOTES, new CellWrite.Text("Unknown customer"))).isEmpty();
        assertThat(notice(ColumnPart.FINANCE_APPROVAL, new CellWrite.Cleared())).isEmpty();
    }

    @Test
    void lets_no_draft_write_to_rows_that_it_is_not_about() {
        UpdateRows elsewhere =
                new UpdateRows(
                        new EffectId("e9"),
                        List.of(),
                        ValidProposals.SHEET,
                        List.of(
                                new UpdateRows.RowUpdate(
                                        new RowId("1"), List.of(cell(ColumnPart.NOTES)))));

        assertThat(objectionsTo(also(elsewhere), VALID.facts()))
                .contains("advisory-only-touches-own-columns");
    }

    @Test
    void lets_no_mail_go_to_strangers() {
        SendMail mail =
                new SendMail(
                        new EffectId("e9"),
                        List.of(),
                        "stranger@elsewhere.example",
                        List.of(TextPart.words("Hello")),
                        List.of());

        assertThat(objectionsTo(also(mail), VALID.facts())).containsExactly("mail-recipient");
    }

    @Test
    void lets_nobody_post_under_the_name_of_a_notice() {
        ProposalMade made = VALID.proposal();
        ProposalMade disguised =
                new ProposalMade(
                        made.proposalId(),
                        1,
                        made.realmId(),
                        ProposalKind.NOTICE,
                        made.reference(),
                        made.summary(),
                        made.preparedBy(),
                        null,
                        made.total(),
                        made.rows(),
                        made.effects(),
                        made.evidence());

        assertThat(objectionsTo(disguised, VALID.facts())).contains("effects-fit-kind");
    }

    private static List<String> notice(ColumnPart part, CellWrite.Content content) {
        UpdateRows update =
                new UpdateRows(
                        new EffectId("e1"),
                        List.of(),
                        ValidProposals.SHEET,
                        List.of(
                                new UpdateRows.RowUpdate(
                                        ROW.rowId(),
                                        List.of(
                                                new CellWrite(
                                                        part,
                                                        ValidProposals.columns().get(part),
                                                        content)))));
        return objectionsTo(
                new ProposalMade(
                        new ProposalId(new UUID(3, 4)),
                        1,
                        Books.REALM,
                        ProposalKind.NOTICE,
                        "TN-1",
                        "A note",
                        "invoice-service",
                        null,
                        null,
                        List.of(ROW),
                        List.of(update),
                        Evidence.NONE),
                VALID.facts());
    }

    private static CellWrite cell(ColumnPart part) {
        return new CellWrite(part, ValidProposals.columns().get(part), new CellWrite.Text("text"));
    }

    private static ProposalMade also(Effect effect) {
        ProposalMade made = VALID.proposal();
        List<Effect> effects = new java.util.ArrayList<>(made.effects());
        effects.add(effect);
        return new ProposalMade(
                made.proposalId(),
                1,
                made.realmId(),
                made.kind(),
                made.reference(),
                made.summary(),
                made.preparedBy(),
                made.counterparty(),
                made.total(),
                made.rows(),
                effects,
                made.evidence());
    }

    private interface Change {
        BillingFields apply(BillingFields cells);
    }

    /// The first row as it is after a person changed it one sheet version later.
    private static Facts withRow(Change change) {
        Map<RowRef, KnownRow> rows = new HashMap<>(VALID.facts().rows());
        KnownRow before = rows.get(ROW);
        BillingFields cells = change.apply((BillingFields) before.row().fields());
        RowObserved it = before.row();
        RowInputs inputs = before.inputs().seen(ValidProposals.SHEET_VERSION + 1, cells);
        rows.put(
                ROW,
                new KnownRow(
                        new RowObserved(
                                it.row(),
                                it.realmId(),
                                it.role(),
                                it.sheetName(),
                                it.rowNumber(),
                                cells,
                                it.problems(),
                                it.columns(),
                                it.modifiedAt(),
                                it.modifiedBy(),
                                it.beforeCutOver()),
                        new SourceRevision(ValidProposals.SHEET_VERSION + 1, 1),
                        false,
                        inputs));
        return with(rows, VALID.facts().pilot(), VALID.facts().billedHours());
    }

    private static BillingFields status(BillingFields it, String status, boolean ready) {
        return new BillingFields(
                status,
                ready,
                it.customer(),
                it.project(),
                it.service(),
                it.description(),
                it.workDate(),
                it.hours(),
                it.cost(),
                it.billable(),
                it.className(),
                it.departmentName(),
                it.projectManager(),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static Facts with(Map<RowRef, KnownRow> rows, Policy.Pilot pilot, Quantity billed) {
        Facts it = VALID.facts();
        return new Facts(
                it.booksLoaded(),
                rows,
                it.projects(),
                it.customers(),
                it.named(),
                it.taxCodes(),
                it.taxRates(),
                it.preferences(),
                it.documents(),
                it.billedElsewhere(),
                billed,
                it.terms(),
                pilot,
                it.today(),
                it.madeOn());
    }

    private static List<String> objectionsTo(ProposalMade proposal, Facts facts) {
        return Reviewer.review(proposal, facts).stream()
                .filter(result -> !result.passed())
                .map(ReviewResult::rule)
                .toList();
    }
}

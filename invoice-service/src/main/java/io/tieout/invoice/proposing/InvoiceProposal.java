package io.tieout.invoice.proposing;

import io.tieout.invoice.drafting.DraftLine;
import io.tieout.invoice.drafting.EligibleRow;
import io.tieout.invoice.drafting.InvoiceDraft;
import io.tieout.invoice.narrative.ContextSources;
import io.tieout.invoice.narrative.Words;
import io.tieout.model.effect.CreateInvoice;
import io.tieout.model.effect.Effect;
import io.tieout.model.effect.InvoiceLine;
import io.tieout.model.id.EffectId;
import io.tieout.model.id.ProposalId;
import io.tieout.model.proposal.Evidence;
import io.tieout.model.proposal.ProposalKind;
import io.tieout.model.proposal.ProposalMade;
import io.tieout.model.smartsheet.RowObserved;
import io.tieout.model.topic.Services;
import java.util.ArrayList;
import java.util.List;

/// Builds the proposal of a draft: tell the rows, post the invoice, tell the rows its number, mail
/// the project manager; with the evidence to compute it all again.
public final class InvoiceProposal {
    static final EffectId TELL_ROWS = new EffectId("e1");
    static final EffectId CREATE = new EffectId("e2");
    static final EffectId WRITE_BACK = new EffectId("e3");
    static final EffectId MAIL = new EffectId("e4");

    private InvoiceProposal() {}

    /// @param leaving rows of the revision before that are not on this one
    /// @param pdfLink where the invoice can be read once it is posted
    public static ProposalMade of(
            ProposalId id,
            String reference,
            int revision,
            InvoiceDraft draft,
            Words words,
            List<RowObserved> leaving,
            String pdfLink) {
        CreateInvoice create = create(id, draft, words);
        RowEffects rows =
                new RowEffects(
                        draft.group().sheetId(),
                        draft.rows().stream().map(EligibleRow::observed).toList(),
                        draft.total(),
                        reference + " r" + revision);
        List<Effect> effects = new ArrayList<>();
        effects.add(rows.announce(leaving));
        effects.add(create);
        effects.add(rows.writeBack("Invoiced"));
        String manager = draft.projectManager();
        if (manager != null && manager.contains("@")) {
            effects.add(PostedMail.to(manager, draft, pdfLink));
        }
        return new ProposalMade(
                id,
                revision,
                draft.group().realmId(),
                ProposalKind.INVOICE,
                reference,
                summary(draft),
                Services.INVOICE,
                draft.customerName(),
                draft.total(),
                draft.rows().stream().map(EligibleRow::ref).toList(),
                effects,
                evidence(draft, words));
    }

    private static String summary(InvoiceDraft draft) {
        int rows = draft.rows().size();
        return "Create invoice for %s, %s%s, and update %d %s"
                .formatted(
                        draft.customerName(),
                        draft.total().readable(),
                        draft.taxFollows() ? " plus the tax that QuickBooks works out" : "",
                        rows,
                        rows == 1 ? "row" : "rows");
    }

    private static CreateInvoice create(ProposalId id, InvoiceDraft draft, Words words) {
        List<InvoiceLine> lines = new ArrayList<>();
        for (int i = 0; i < draft.lines().size(); i++) {
            DraftLine line = draft.lines().get(i);
            lines.add(
                    new InvoiceLine(
                            i + 1,
                            line.itemId(),
                            words.descriptions().get(i),
                            line.quantity(),
                            line.unitPrice(),
                            line.amount(),
                            line.taxable(),
                            line.classId(),
                            line.serviceDate(),
                            line.taxCodeId()));
        }
        return new CreateInvoice(
                CREATE,
                List.of(),
                draft.group().realmId(),
                draft.customerId(),
                draft.invoiceDate(),
                draft.termId(),
                draft.departmentId(),
                draft.currency(),
                draft.billEmail(),
                draft.taxCodeId(),
                lines,
                draft.subtotal(),
                draft.estimatedTax(),
                "tieout:" + id,
                draft.taxCalculation(),
                draft.generateNumber() ? true : null);
    }

    private static Evidence evidence(InvoiceDraft draft, Words words) {
        List<Evidence.LineSource> lines = new ArrayList<>();
        for (int i = 0; i < draft.lines().size(); i++) {
            DraftLine line = draft.lines().get(i);
            lines.add(
                    new Evidence.LineSource(
                            i + 1,
                            line.rows().stream().map(EligibleRow::ref).toList(),
                            line.rateSource(),
                            line.rateId(),
                            line.cost()));
        }
        List<Evidence.DocumentCitation> context = ContextSources.citations(draft.rows());
        return new Evidence(
                draft.rows().stream()
                        .map(row ->
                                new Evidence.RowCitation(
                                        row.ref(), row.occurrence(), row.sheetVersion()))
                        .toList(),
                lines,
                draft.group().project(),
                draft.group().period().toString(),
                draft.rulesVersion(),
                words.by(),
                words.sentences(),
                context.isEmpty() ? null : context);
    }
}

package io.tieout.invoice.proposing;

import io.tieout.invoice.drafting.InvoiceDraft;
import io.tieout.model.effect.ResultField;
import io.tieout.model.effect.SendMail;
import io.tieout.model.effect.TextPart;
import java.util.List;

/// Tells the project manager that the invoice exists, with a link to read it.
final class PostedMail {
    private PostedMail() {}

    static SendMail to(String projectManager, InvoiceDraft draft, String pdfLink) {
        String project = draft.group().project() == null ? "" : ", " + draft.group().project();
        int rows = draft.rows().size();
        return new SendMail(
                InvoiceProposal.MAIL,
                List.of(InvoiceProposal.CREATE),
                projectManager,
                List.of(
                        TextPart.words("Invoice "),
                        result(ResultField.INVOICE_NUMBER),
                        TextPart.words(" for " + draft.customerName() + project)),
                List.of(
                        TextPart.words("Invoice "),
                        result(ResultField.INVOICE_NUMBER),
                        TextPart.words(
                                " for %s%s is in QuickBooks, dated "
                                        .formatted(draft.customerName(), project)),
                        result(ResultField.INVOICE_DATE),
                        TextPart.words(".\n\nTotal: "),
                        result(ResultField.INVOICE_TOTAL),
                        TextPart.words(
                                "\nRows: %d, work of %s\nPDF: %s\n\nIt has not been sent to the customer.\n"
                                        .formatted(rows, draft.group().period(), pdfLink))));
    }

    private static TextPart result(ResultField field) {
        return new TextPart.ResultOf(InvoiceProposal.CREATE, field);
    }
}

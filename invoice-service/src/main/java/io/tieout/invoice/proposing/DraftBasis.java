package io.tieout.invoice.proposing;

import io.tieout.invoice.drafting.DraftLine;
import io.tieout.invoice.drafting.InvoiceDraft;
import io.tieout.invoice.narrative.ContextSources;
import io.tieout.invoice.rows.InputCells;
import io.tieout.kit.json.CanonicalJson;
import io.tieout.model.id.RowRef;
import java.util.ArrayList;
import java.util.List;

/// What makes two drafts the same: all that is proposed but for the words, the day, and the version
/// of the sheet. An equal basis needs no new revision.
public final class DraftBasis {
    private DraftBasis() {}

    public static String of(InvoiceDraft draft) {
        List<Object> basis = new ArrayList<>();
        basis.add(draft.customerId());
        basis.add(text(draft.billEmail()));
        basis.add(text(draft.termId()));
        basis.add(text(draft.departmentId()));
        basis.add(text(draft.taxCodeId()));
        basis.add(text(draft.projectManager()));
        basis.add(draft.subtotal());
        basis.add(draft.estimatedTax());
        draft.lines().forEach(line -> basis.add(of(line)));
        if (draft.taxCalculation() != null) {
            basis.add(draft.taxCalculation());
            draft.lines().forEach(line -> basis.add(text(line.taxCodeId())));
        }
        if (draft.generateNumber()) {
            basis.add("number");
        }
        draft.rows()
                .forEach(row ->
                        basis.add(
                                List.of(
                                        row.ref().key(),
                                        row.occurrence(),
                                        text(row.cells().status()),
                                        InputCells.of(row.cells()).hash())));
        List<String> context =
                draft.rows().stream().flatMap(row -> ContextSources.basis(row).stream()).toList();
        if (!context.isEmpty()) {
            basis.add(context);
        }
        return CanonicalJson.sha256(basis);
    }

    private static List<Object> of(DraftLine line) {
        return List.of(
                line.itemId(),
                line.quantity(),
                line.unitPrice(),
                line.amount(),
                line.taxable(),
                text(line.classId()),
                text(line.serviceDate()),
                line.rateSource(),
                text(line.rateId()),
                line.rows().stream().map(row -> row.ref()).map(RowRef::key).toList());
    }

    private static String text(@org.jspecify.annotations.Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}

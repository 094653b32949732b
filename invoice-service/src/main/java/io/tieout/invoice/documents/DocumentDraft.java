package io.tieout.invoice.documents;

import io.tieout.invoice.narrative.ContextSources;
import io.tieout.invoice.rows.DocumentGroup;
import io.tieout.kit.json.CanonicalJson;
import io.tieout.model.effect.CreateDocument;
import io.tieout.model.money.Money;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A document as it would be posted: one line for each of its rows, in their order.
///
/// @param counterparty the vendor; absent for a journal entry
public record DocumentDraft(
        DocumentGroup group,
        @Nullable String counterparty,
        List<DocumentRow> rows,
        Money total,
        String rulesVersion,
        Form form) {
    /// The effect, for a proposal of this anchor.
    @FunctionalInterface
    public interface Form {
        CreateDocument with(String anchor);
    }

    public DocumentDraft {
        rows = List.copyOf(rows);
    }

    /// What makes two drafts the same.
    public String basis() {
        return CanonicalJson.sha256(
                List.of(form.with(""), rows.stream().map(DocumentDraft::basis).toList()));
    }

    private static List<Object> basis(DocumentRow row) {
        List<Object> basis =
                new ArrayList<>(
                        List.of(
                                row.ref().key(),
                                row.occurrence(),
                                String.valueOf(row.cells().status())));
        basis.addAll(ContextSources.basis(row.observed()));
        return basis;
    }
}

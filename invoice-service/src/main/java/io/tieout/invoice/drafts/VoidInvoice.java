package io.tieout.invoice.drafts;

import io.tieout.invoice.books.Books;
import io.tieout.model.quickbooks.EntityGone;
import jakarta.enterprise.context.ApplicationScoped;

/// Gives rows back when the invoice that billed them was voided or deleted in the books.
@ApplicationScoped
public class VoidInvoice {
    private final Books books;
    private final Drafts drafts;
    private final Groups groups;
    private final Settlement settlement;

    VoidInvoice(Books books, Drafts drafts, Groups groups, Settlement settlement) {
        this.books = books;
        this.drafts = drafts;
        this.groups = groups;
        this.settlement = settlement;
    }

    /// To be called within the transaction that takes in the news.
    public void handle(EntityGone gone) {
        if (books.invoiceGone(gone)) {
            drafts.ofInvoice(gone.realmId(), gone.id())
                    .filter(draft -> draft.phase() == Draft.Phase.POSTED)
                    .ifPresent(draft ->
                            groups.find(draft.groupKey())
                                    .ifPresent(group -> settlement.voided(draft, group)));
        }
    }
}

package io.tieout.invoice.observing;

import io.tieout.invoice.books.Books;
import io.tieout.invoice.drafting.Need;
import io.tieout.invoice.drafts.VoidInvoice;
import io.tieout.invoice.drafts.WakeDrafts;
import io.tieout.model.envelope.EventEnvelope;
import io.tieout.model.quickbooks.BooksLoaded;
import io.tieout.model.quickbooks.EntityEvent;
import io.tieout.model.quickbooks.EntityGone;
import io.tieout.model.quickbooks.EntityObserved;
import io.tieout.model.quickbooks.EntityType;
import io.tieout.model.quickbooks.ProfitAndLossObserved;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/// Takes in the books' lists, and wakes groups of rows that waited for something like it, or whose
/// draft rests on the company's settings.
@ApplicationScoped
class ObserveEntity {
    private final Books books;
    private final WakeDrafts wake;
    private final VoidInvoice voidInvoice;

    ObserveEntity(Books books, WakeDrafts wake, VoidInvoice voidInvoice) {
        this.books = books;
        this.wake = wake;
        this.voidInvoice = voidInvoice;
    }

    @Transactional
    void handle(EventEnvelope<EntityEvent> event) {
        switch (event.payload()) {
            case EntityObserved observed -> {
                if (Books.follows(observed.entityType())
                        && books.apply(observed, event.sourceRevision())) {
                    needsMetBy(observed.entityType())
                            .forEach(need -> wake.arrived(observed.realmId(), need));
                    if (observed.entityType() == EntityType.PREFERENCES) {
                        wake.settingsChanged(observed.realmId());
                    }
                }
            }
            case EntityGone gone -> {
                if (Books.follows(gone.entityType())) {
                    if (books.apply(gone, event.sourceRevision())) {
                        needsMetBy(gone.entityType())
                                .forEach(need -> wake.arrived(gone.realmId(), need));
                    }
                } else if (gone.entityType() == EntityType.INVOICE) {
                    voidInvoice.handle(gone);
                }
            }
            case BooksLoaded loaded -> {
                books.apply(loaded);
                wake.arrived(loaded.realmId(), Need.BOOKS);
            }
            case ProfitAndLossObserved _ -> {
                // no draft depends on it
            }
        }
    }

    private static List<Need> needsMetBy(EntityType type) {
        return switch (type) {
            case CUSTOMER -> List.of(Need.CUSTOMER, Need.TAX_CODE);
            case ITEM -> List.of(Need.ITEM, Need.TAX_CODE);
            case CLASS -> List.of(Need.CLASS);
            case DEPARTMENT -> List.of(Need.DEPARTMENT);
            case TAX_CODE, TAX_RATE, COMPANY_INFO -> List.of(Need.TAX_CODE);
            case PREFERENCES -> List.of(Need.TAX_CODE, Need.FEATURE);
            case VENDOR -> List.of(Need.VENDOR);
            case ACCOUNT -> List.of(Need.ACCOUNT);
            case TERM,
                    INVOICE,
                    ESTIMATE,
                    BILL,
                    PURCHASE,
                    VENDOR_CREDIT,
                    PURCHASE_ORDER,
                    TIME_ACTIVITY,
                    JOURNAL_ENTRY,
                    PAYMENT ->
                    List.of();
        };
    }
}

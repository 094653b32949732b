package io.tieout.reconcile.facts;

import io.tieout.model.envelope.EventEnvelope;
import io.tieout.model.envelope.SourceRevision;
import io.tieout.model.id.EntityId;
import io.tieout.model.id.RealmId;
import io.tieout.model.quickbooks.BooksLoaded;
import io.tieout.model.quickbooks.EntityEvent;
import io.tieout.model.quickbooks.EntityGone;
import io.tieout.model.quickbooks.EntityObserved;
import io.tieout.model.quickbooks.EntityType;
import io.tieout.model.quickbooks.ProfitAndLossObserved;
import io.tieout.reconcile.profitandloss.ProfitAndLosses;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/// Keeps a document, or a name that documents bear, as it is now, unless a newer one is kept
/// already.
@ApplicationScoped
class ApplyEntity {
    private final Books books;
    private final BilledRows billed;
    private final CorrectingEntries corrections;
    private final ProfitAndLosses profitAndLosses;
    private final ComparisonDue comparison;

    ApplyEntity(
            Books books,
            BilledRows billed,
            CorrectingEntries corrections,
            ProfitAndLosses profitAndLosses,
            ComparisonDue comparison) {
        this.books = books;
        this.billed = billed;
        this.corrections = corrections;
        this.profitAndLosses = profitAndLosses;
        this.comparison = comparison;
    }

    @Transactional
    void handle(EventEnvelope<EntityEvent> event) {
        SourceRevision revision = event.sourceRevision();
        RealmId realm = event.payload().realmId();
        switch (event.payload()) {
            case EntityObserved observed ->
                    changed(
                            books.apply(observed, revision),
                            realm,
                            observed.entityType(),
                            observed.id());
            case EntityGone gone ->
                    changed(books.apply(gone, revision), realm, gone.entityType(), gone.id());
            case BooksLoaded loaded -> {
                if (books.loaded(loaded)) {
                    comparison.inFull(realm);
                }
            }
            case ProfitAndLossObserved observed -> profitAndLosses.keep(observed, revision);
        }
    }

    private void changed(Books.Changed what, RealmId realm, EntityType type, EntityId id) {
        switch (what) {
            case DOCUMENT -> document(realm, type, id);
            case NAME -> comparison.inFull(realm);
            case NOTHING -> {}
        }
    }

    /// With rows that wait for what the books say of their invoice, documents that bear the order's
    /// number, and what it corrects or is corrected by.
    private void document(RealmId realm, EntityType type, EntityId id) {
        comparison.ofDocument(realm, type, id);
        corrections
                .concernedBy(realm, type, id)
                .forEach(one -> comparison.ofDocument(realm, one.type(), one.id()));
        if (type == EntityType.INVOICE) {
            billed.onInvoice(realm, id).forEach(row -> comparison.ofRow(realm, row));
        }
        if (type == EntityType.PURCHASE_ORDER) {
            books.forOrder(realm, id)
                    .forEach(one -> comparison.ofDocument(realm, one.type(), one.id()));
        }
    }
}

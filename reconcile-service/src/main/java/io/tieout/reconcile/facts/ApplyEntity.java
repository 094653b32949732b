package io.tieout.reconcile.facts;

import io.tieout.model.envelope.EventEnvelope;
import io.tieout.model.envelope.SourceRevision;
import io.tieout.model.quickbooks.BooksLoaded;
import io.tieout.model.quickbooks.EntityEvent;
import io.tieout.model.quickbooks.EntityGone;
import io.tieout.model.quickbooks.EntityObserved;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/// Keeps a document or vendor as it is now, unless a newer one is kept already.
@ApplicationScoped
class ApplyEntity {
    private final Books books;
    private final ComparisonDue comparison;

    ApplyEntity(Books books, ComparisonDue comparison) {
        this.books = books;
        this.comparison = comparison;
    }

    @Transactional
    void handle(EventEnvelope<EntityEvent> event) {
        SourceRevision revision = event.sourceRevision();
        boolean changed =
                switch (event.payload()) {
                    case EntityObserved observed -> books.apply(observed, revision);
                    case EntityGone gone -> books.apply(gone, revision);
                    case BooksLoaded loaded -> books.loaded(loaded);
                };
        if (changed) {
            comparison.in(event.payload().realmId());
        }
    }
}

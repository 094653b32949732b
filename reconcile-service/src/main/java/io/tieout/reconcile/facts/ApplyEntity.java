package io.tieout.reconcile.facts;

import io.tieout.model.envelope.EventEnvelope;
import io.tieout.model.envelope.SourceRevision;
import io.tieout.model.id.RealmId;
import io.tieout.model.quickbooks.BooksLoaded;
import io.tieout.model.quickbooks.EntityEvent;
import io.tieout.model.quickbooks.EntityGone;
import io.tieout.model.quickbooks.EntityObserved;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/// Keeps a document, or a name that documents bear, as it is now, unless a newer one is kept
/// already.
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
        RealmId realm = event.payload().realmId();
        switch (event.payload()) {
            case EntityObserved observed -> {
                switch (books.apply(observed, revision)) {
                    case DOCUMENT ->
                            comparison.ofDocument(realm, observed.entityType(), observed.id());
                    case NAME -> comparison.inFull(realm);
                    case NOTHING -> {}
                }
            }
            case EntityGone gone -> {
                if (books.apply(gone, revision)) {
                    comparison.ofDocument(realm, gone.entityType(), gone.id());
                }
            }
            case BooksLoaded loaded -> {
                if (books.loaded(loaded)) {
                    comparison.inFull(realm);
                }
            }
        }
    }
}

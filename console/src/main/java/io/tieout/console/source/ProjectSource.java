package io.tieout.console.source;

import io.tieout.console.live.ConnectionNews;
import io.tieout.model.envelope.EventEnvelope;
import io.tieout.model.quickbooks.BooksLoaded;
import io.tieout.model.quickbooks.EntityEvent;
import io.tieout.model.quickbooks.EntityGone;
import io.tieout.model.quickbooks.EntityObserved;
import io.tieout.model.quickbooks.ProfitAndLossObserved;
import io.tieout.model.smartsheet.RowEvent;
import io.tieout.model.topic.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/// Keeps the newest state of each row and the name of each QuickBooks entity.
@ApplicationScoped
class ProjectSource {
    private final SourceRows rows;
    private final BookEntries entries;
    private final ConnectionNews connectionNews;

    ProjectSource(SourceRows rows, BookEntries entries, ConnectionNews connectionNews) {
        this.rows = rows;
        this.entries = entries;
        this.connectionNews = connectionNews;
    }

    @Transactional
    void row(EventEnvelope<RowEvent> event) {
        connectionNews.heard(Topics.SMARTSHEET_ROWS, event);
        rows.put(event);
    }

    @Transactional
    void entity(EventEnvelope<EntityEvent> event) {
        connectionNews.heard(Topics.QUICKBOOKS_ENTITIES, event);
        switch (event.payload()) {
            case EntityObserved observed -> entries.put(event.sourceRevision(), observed);
            case EntityGone gone -> entries.gone(event.sourceRevision(), gone);
            case BooksLoaded loaded -> entries.loaded(loaded);
            case ProfitAndLossObserved _ -> {
                // variance reports show it, which reconcile-service makes
            }
        }
    }
}

package io.tieout.audit.facts;

import io.tieout.kit.event.Connections;
import io.tieout.kit.event.Events;
import io.tieout.kit.test.Records;
import io.tieout.model.envelope.SourceRevision;
import io.tieout.model.id.CorrelationId;
import io.tieout.model.id.RealmId;
import io.tieout.model.quickbooks.BooksLoaded;
import io.tieout.model.quickbooks.EntityEvent;
import io.tieout.model.smartsheet.RowEvent;
import io.tieout.model.topic.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/// Feeds audit with facts as its topics would.
@ApplicationScoped
public class FactFeed {
    private final ObserveFacts observeFacts;
    private final Events events;

    FactFeed(ObserveFacts observeFacts, Events events) {
        this.observeFacts = observeFacts;
        this.events = events;
    }

    public void row(SourceRevision revision, RowEvent row) {
        observeFacts.handle(
                List.of(
                        Records.of(
                                Topics.SMARTSHEET_ROWS,
                                row.key(),
                                events.started(
                                        Connections.smartsheet("us", "default"),
                                        revision,
                                        new CorrelationId("test"),
                                        row))));
    }

    public void entity(SourceRevision revision, EntityEvent entity) {
        observeFacts.handle(
                List.of(
                        Records.of(
                                Topics.QUICKBOOKS_ENTITIES,
                                entity.key(),
                                events.started(
                                        Connections.quickbooks(entity.realmId()),
                                        revision,
                                        new CorrelationId("test"),
                                        entity))));
    }

    public void loaded(RealmId realm) {
        entity(SourceRevision.NONE, new BooksLoaded(realm, Instant.parse("2026-11-01T00:00:00Z")));
    }
}

package io.tieout.ingest.books;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.connectors.quickbooks.Changes;
import io.tieout.ingest.IngestConfig;
import io.tieout.kit.lane.Lane;
import io.tieout.kit.lane.Lanes;
import io.tieout.model.envelope.SourceRevision;
import io.tieout.model.id.RealmId;
import io.tieout.model.quickbooks.BooksLoaded;
import io.tieout.model.quickbooks.EntityType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

/// Stores what was read of the books, a transaction per step, each only while the lane is held.
@ApplicationScoped
class StoreBooks {
    private final Lanes lanes;
    private final BookStates states;
    private final EntityShadows shadows;
    private final PublishEntities publishEntities;
    private final IngestConfig config;

    StoreBooks(
            Lanes lanes,
            BookStates states,
            EntityShadows shadows,
            PublishEntities publishEntities,
            IngestConfig config) {
        this.lanes = lanes;
        this.states = states;
        this.shadows = shadows;
        this.publishEntities = publishEntities;
        this.config = config;
    }

    @Transactional
    BookState state(RealmId realm) {
        return states.get(realm);
    }

    /// The checkpoint is taken before anything is read, so that no change falls in between. A load
    /// that was cut off keeps its first one.
    @Transactional
    BookState loadBegins(Lane lane, RealmId realm, Instant now) {
        lanes.confirm(lane);
        if (states.get(realm).checkpoint() == null) {
            states.loadBegins(realm, now.minus(config.books().overlap()));
        }
        return states.get(realm);
    }

    @Transactional
    void page(Lane lane, RealmId realm, EntityType type, List<ObjectNode> entities) {
        lanes.confirm(lane);
        BookState state = states.get(realm);
        publishEntities.present(realm, type, entities, state.homeCurrency(), state.loadNumber());
    }

    /// What a complete load did not meet is gone.
    @Transactional
    void loadEnds(Lane lane, RealmId realm, Instant now) {
        lanes.confirm(lane);
        BookState state = states.get(realm);
        shadows.unseen(realm, state.loadNumber())
                .forEach(shadow ->
                        publishEntities.gone(
                                realm, shadow, now.toEpochMilli(), state.loadNumber()));
        states.loadEnds(realm, now);
        publishEntities.append(
                new BooksLoaded(realm, now),
                new SourceRevision(state.loadNumber(), now.toEpochMilli()));
    }

    @Transactional
    void changes(Lane lane, RealmId realm, ConfirmedChanges changes) {
        lanes.confirm(lane);
        BookState state = states.get(realm);
        changes.changed()
                .forEach((type, entities) ->
                        publishEntities.present(
                                realm, type, entities, state.homeCurrency(), state.loadNumber()));
        for (Changes.Deletion deletion : changes.deleted()) {
            Instant at =
                    deletion.lastUpdated() == null ? changes.serverTime() : deletion.lastUpdated();
            shadows.find(realm, deletion.type(), deletion.id())
                    .ifPresent(shadow ->
                            publishEntities.gone(
                                    realm, shadow, at.toEpochMilli(), state.loadNumber()));
        }
        states.checkpoint(realm, changes.serverTime().minus(config.books().overlap()));
    }

    @Transactional
    boolean isThere(RealmId realm, Changes.Deletion deletion) {
        return shadows.find(realm, deletion.type(), deletion.id())
                .filter(shadow -> !shadow.gone())
                .isPresent();
    }

    @Transactional
    void slowRead(Lane lane, RealmId realm, Instant now) {
        lanes.confirm(lane);
        states.slowRead(realm, now);
    }

    @Transactional
    void startOver(Lane lane, RealmId realm) {
        lanes.confirm(lane);
        states.startOver(realm);
    }
}

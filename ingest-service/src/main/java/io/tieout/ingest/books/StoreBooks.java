package io.tieout.ingest.books;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.connectors.quickbooks.Changes;
import io.tieout.ingest.IngestConfig;
import io.tieout.ingest.LaneKinds;
import io.tieout.ingest.books.EntityShadows.Shadow;
import io.tieout.kit.lane.Lane;
import io.tieout.kit.lane.Lanes;
import io.tieout.model.envelope.SourceRevision;
import io.tieout.model.id.EntityId;
import io.tieout.model.id.RealmId;
import io.tieout.model.quickbooks.BooksLoaded;
import io.tieout.model.quickbooks.EntityGone;
import io.tieout.model.quickbooks.EntityType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// Stores what was read of the books, a transaction per step, each only while the lane is held.
@ApplicationScoped
class StoreBooks {
    private final Lanes lanes;
    private final BookStates states;
    private final BookWishes wishes;
    private final EntityShadows shadows;
    private final PublishEntities publishEntities;
    private final IngestConfig config;

    StoreBooks(
            Lanes lanes,
            BookStates states,
            BookWishes wishes,
            EntityShadows shadows,
            PublishEntities publishEntities,
            IngestConfig config) {
        this.lanes = lanes;
        this.states = states;
        this.wishes = wishes;
        this.shadows = shadows;
        this.publishEntities = publishEntities;
        this.config = config;
    }

    /// How many companies share what may be read.
    @Transactional
    int companies() {
        return states.count();
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

    /// What was there before and was not met by the full read that is under way, of these types.
    @Transactional
    List<Shadow> unseen(RealmId realm, Set<EntityType> types) {
        return shadows.unseen(realm, states.get(realm).loadNumber()).stream()
                .filter(shadow -> types.contains(shadow.type()))
                .toList();
    }

    /// What a read has confirmed to be there no longer.
    @Transactional
    void gone(Lane lane, RealmId realm, List<Shadow> gone, Instant now) {
        lanes.confirm(lane);
        int load = states.get(realm).loadNumber();
        gone.forEach(shadow ->
                publishEntities.gone(
                        realm, shadow, now.toEpochMilli(), load, EntityGone.Reason.DELETED));
    }

    @Transactional
    void loadEnds(Lane lane, RealmId realm, Instant now) {
        lanes.confirm(lane);
        BookState state = states.get(realm);
        states.loadEnds(realm, now);
        lanes.wake(LaneKinds.PROFIT_AND_LOSS, realm.value(), now);
        publishEntities.append(
                new BooksLoaded(realm, now),
                new SourceRevision(state.loadNumber(), now.toEpochMilli()));
    }

    @Transactional
    void sweepBegins(Lane lane, RealmId realm) {
        lanes.confirm(lane);
        states.sweepBegins(realm);
    }

    @Transactional
    void sweepEnds(Lane lane, RealmId realm, Instant now, long mark) {
        lanes.confirm(lane);
        states.sweepEnds(realm, now, mark);
    }

    @Transactional
    void changes(Lane lane, RealmId realm, ConfirmedChanges changes, Instant now) {
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
                                    realm,
                                    shadow,
                                    at.toEpochMilli(),
                                    state.loadNumber(),
                                    EntityGone.Reason.DELETED));
        }
        if (changes.cutOff()) {
            states.wantSweep(realm);
        }
        states.checkpoint(realm, changes.serverTime().minus(config.books().overlap()));
        states.polled(realm, now);
    }

    @Transactional
    boolean isThere(RealmId realm, EntityType type, EntityId id) {
        return shadows.find(realm, type, id).filter(shadow -> !shadow.gone()).isPresent();
    }

    @Transactional
    List<BookWishes.DueType> dueTypes(RealmId realm) {
        return wishes.types(realm);
    }

    @Transactional
    void granted(Lane lane, RealmId realm, BookWishes.DueType due) {
        lanes.confirm(lane);
        wishes.granted(realm, due);
    }

    @Transactional
    List<BookWishes.Doubt> doubts(RealmId realm) {
        return wishes.doubts(realm);
    }

    /// The doubt was right: it is gone, or merged into another.
    @Transactional
    void confirmed(Lane lane, RealmId realm, BookWishes.Doubt doubt, Instant now) {
        lanes.confirm(lane);
        int load = states.get(realm).loadNumber();
        shadows.find(realm, doubt.type(), doubt.id())
                .ifPresent(shadow ->
                        publishEntities.gone(
                                realm,
                                shadow,
                                now.toEpochMilli(),
                                load,
                                doubt.merged()
                                        ? EntityGone.Reason.MERGED
                                        : EntityGone.Reason.DELETED));
        wishes.settled(realm, doubt);
    }

    /// The doubt was wrong: it is as it was read.
    @Transactional
    void refuted(Lane lane, RealmId realm, BookWishes.Doubt doubt, ObjectNode entity) {
        page(lane, realm, doubt.type(), List.of(entity));
        wishes.settled(realm, doubt);
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

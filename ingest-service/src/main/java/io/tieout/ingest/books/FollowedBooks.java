package io.tieout.ingest.books;

import io.tieout.connectors.health.ConnectionViews;
import io.tieout.model.id.RealmId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;

/// What others who read the books need to know: whether these are loaded, and how often they may be
/// read.
@ApplicationScoped
public class FollowedBooks {
    private final BookStates states;
    private final ConnectionViews connections;

    FollowedBooks(BookStates states, ConnectionViews connections) {
        this.states = states;
        this.connections = connections;
    }

    @Transactional
    public boolean areLoaded(RealmId realm) {
        return states.isFollowed(realm) && !states.get(realm).loading();
    }

    public boolean meteredReadsAreUsedUp() {
        return connections.budget().isUsedUp();
    }

    /// When to look again, so that the month's billed reads last.
    ///
    /// @param usual the interval when there are plenty
    @Transactional
    public Instant next(Instant now, Duration usual) {
        return ReadPace.next(now, usual, connections.budget(), states.count());
    }
}

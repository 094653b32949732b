package io.tieout.ingest.books;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.connectors.fault.VendorException;
import io.tieout.connectors.health.ConnectionCheck.Budget;
import io.tieout.connectors.health.ConnectionViews;
import io.tieout.ingest.IngestConfig;
import io.tieout.ingest.LaneKinds;
import io.tieout.ingest.VendorPause;
import io.tieout.kit.lane.Lane;
import io.tieout.kit.lane.LaneResult;
import io.tieout.kit.lane.LaneWork;
import io.tieout.model.id.RealmId;
import io.tieout.model.quickbooks.EntityType;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Loads a company's books once, then follows their changes, and reads everything again once a day,
/// in case something was missed.
@ApplicationScoped
class RealmLane implements LaneWork {
    private static final Logger LOG = Logger.getLogger(RealmLane.class);

    private final ChangeCapture changeCapture;
    private final ReadBooks readBooks;
    private final StoreBooks storeBooks;
    private final ConnectionViews connections;
    private final IngestConfig.Books config;
    private final Clock clock;

    RealmLane(
            ChangeCapture changeCapture,
            ReadBooks readBooks,
            StoreBooks storeBooks,
            ConnectionViews connections,
            IngestConfig config,
            Clock clock) {
        this.changeCapture = changeCapture;
        this.readBooks = readBooks;
        this.storeBooks = storeBooks;
        this.connections = connections;
        this.config = config.books();
        this.clock = clock;
    }

    @Override
    public String kind() {
        return LaneKinds.REALM;
    }

    @Override
    public LaneResult run(Lane lane) {
        RealmId realm = new RealmId(lane.key());
        Instant begun = clock.instant();
        Budget budget = connections.budget();
        if (budget.isUsedUp()) {
            return LaneResult.paused(next(begun, budget), "billed reads of this month are used up");
        }
        try {
            BookState state = storeBooks.state(realm);
            if (state.loading()) {
                load(lane, realm);
            } else if (isBefore(state.checkpoint(), begun, config.lookBackMax())) {
                return startOver(lane, realm, begun);
            } else {
                follow(lane, realm, state, begun);
            }
        } catch (VendorException e) {
            return ChangeCapture.needsReload(e)
                    ? startOver(lane, realm, begun)
                    : VendorPause.of(e, clock.instant());
        }
        return LaneResult.again(next(begun, budget));
    }

    private Instant next(Instant now, Budget budget) {
        return ReadPace.next(now, config.pollInterval(), budget, storeBooks.companies());
    }

    /// Change data capture does not reach back that far: everything is loaded anew.
    private LaneResult startOver(Lane lane, RealmId realm, Instant now) {
        storeBooks.startOver(lane, realm);
        return LaneResult.again(now);
    }

    private void load(Lane lane, RealmId realm) {
        BookState state = storeBooks.loadBegins(lane, realm, clock.instant());
        LOG.infof("Loading the books of %s, load %d", realm, state.loadNumber());
        readBooks.everything(lane, realm);
        storeBooks.loadEnds(lane, realm, clock.instant());
        LOG.infof("Loaded the books of %s", realm);
    }

    private void follow(Lane lane, RealmId realm, BookState state, Instant now) {
        Instant checkpoint = state.checkpoint();
        if (checkpoint != null) {
            storeBooks.changes(lane, realm, changeCapture.since(realm, checkpoint), now);
        }
        Instant slowSince = since(state.slowReadAt(), now);
        for (BookWishes.DueType due : storeBooks.dueTypes(realm)) {
            readBooks.type(lane, realm, BookTypes.changedSince(due.type(), slowSince));
            storeBooks.granted(lane, realm, due);
        }
        if (isBefore(state.slowReadAt(), now, config.slowInterval())) {
            for (EntityType type : BookTypes.slow()) {
                readBooks.type(lane, realm, BookTypes.changedSince(type, slowSince));
            }
            storeBooks.slowRead(lane, realm, now);
        }
        settleDoubts(lane, realm, now);
        if (storeBooks.state(realm).sweepIsWanted()
                || isBefore(state.sweptAt(), now, config.sweepInterval())) {
            sweep(lane, realm, now);
        }
    }

    private void settleDoubts(Lane lane, RealmId realm, Instant now) {
        for (BookWishes.Doubt doubt : storeBooks.doubts(realm)) {
            Optional<ObjectNode> there = changeCapture.read(realm, doubt.type(), doubt.id());
            if (there.isPresent()) {
                storeBooks.refuted(lane, realm, doubt, there.get());
            } else {
                storeBooks.confirmed(lane, realm, doubt, now);
            }
        }
    }

    /// Finds what change data capture and notifications have missed.
    private void sweep(Lane lane, RealmId realm, Instant now) {
        long mark = storeBooks.state(realm).sweepWanted();
        LOG.infof("Reading all books of %s again", realm);
        storeBooks.sweepBegins(lane, realm);
        readBooks.everything(lane, realm);
        storeBooks.sweepEnds(lane, realm, now, mark);
    }

    private Instant since(@Nullable Instant last, Instant now) {
        return last == null ? now.minus(config.lookBackMax()) : last.minus(config.overlap());
    }

    private static boolean isBefore(@Nullable Instant at, Instant now, Duration age) {
        return at == null || at.isBefore(now.minus(age));
    }
}

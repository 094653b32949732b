package io.tieout.ingest.books;

import io.tieout.connectors.fault.VendorException;
import io.tieout.connectors.fault.VendorFault;
import io.tieout.connectors.quickbooks.QuickBooks;
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
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Loads a company's books once, then follows their changes.
@ApplicationScoped
class RealmLane implements LaneWork {
    private static final Logger LOG = Logger.getLogger(RealmLane.class);

    private final QuickBooks quickBooks;
    private final ChangeCapture changeCapture;
    private final StoreBooks storeBooks;
    private final IngestConfig.Books config;
    private final Clock clock;

    RealmLane(
            QuickBooks quickBooks,
            ChangeCapture changeCapture,
            StoreBooks storeBooks,
            IngestConfig config,
            Clock clock) {
        this.quickBooks = quickBooks;
        this.changeCapture = changeCapture;
        this.storeBooks = storeBooks;
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
        try {
            BookState state = storeBooks.state(realm);
            if (state.loading()) {
                load(lane, realm);
            } else if (isTooOld(state.checkpoint(), begun)) {
                storeBooks.startOver(lane, realm);
                return LaneResult.again(begun);
            } else {
                follow(lane, realm, state, begun);
            }
        } catch (VendorException e) {
            return VendorPause.of(e, clock.instant());
        }
        return LaneResult.again(begun.plus(config.pollInterval()));
    }

    private boolean isTooOld(@Nullable Instant checkpoint, Instant now) {
        return checkpoint == null || checkpoint.isBefore(now.minus(config.lookBackMax()));
    }

    private void load(Lane lane, RealmId realm) {
        BookState state = storeBooks.loadBegins(lane, realm, clock.instant());
        LOG.infof("Loading the books of %s, load %d", realm, state.loadNumber());
        for (EntityType type : BookTypes.inLoadOrder()) {
            read(lane, realm, type);
        }
        storeBooks.loadEnds(lane, realm, clock.instant());
        LOG.infof("Loaded the books of %s", realm);
    }

    private void follow(Lane lane, RealmId realm, BookState state, Instant now) {
        Instant checkpoint = state.checkpoint();
        if (checkpoint != null) {
            storeBooks.changes(lane, realm, changeCapture.since(realm, checkpoint));
        }
        Instant slowReadAt = state.slowReadAt();
        if (slowReadAt == null || slowReadAt.isBefore(now.minus(config.slowInterval()))) {
            for (EntityType type : BookTypes.slow()) {
                read(lane, realm, type);
            }
            storeBooks.slowRead(lane, realm, now);
        }
    }

    private void read(Lane lane, RealmId realm, EntityType type) {
        try {
            switch (type) {
                case COMPANY_INFO ->
                        storeBooks.page(lane, realm, type, List.of(quickBooks.companyInfo(realm)));
                case PREFERENCES ->
                        storeBooks.page(lane, realm, type, List.of(quickBooks.preferences(realm)));
                case CUSTOMER,
                        VENDOR,
                        ITEM,
                        ACCOUNT,
                        CLASS,
                        DEPARTMENT,
                        TERM,
                        TAX_CODE,
                        TAX_RATE,
                        INVOICE,
                        ESTIMATE,
                        BILL,
                        PURCHASE,
                        VENDOR_CREDIT,
                        PURCHASE_ORDER,
                        TIME_ACTIVITY,
                        JOURNAL_ENTRY,
                        PAYMENT ->
                        quickBooks.queryPages(
                                realm,
                                BookTypes.all(type),
                                page -> storeBooks.page(lane, realm, type, page));
            }
        } catch (VendorException e) {
            if (!(e.fault() instanceof VendorFault.Refused) || !BookTypes.isOptional(type)) {
                throw e;
            }
            // A feature that the company has not switched on, such as departments.
            LOG.warnf("The books have no %s: %s", type.wireName(), e.getMessage());
        }
    }
}

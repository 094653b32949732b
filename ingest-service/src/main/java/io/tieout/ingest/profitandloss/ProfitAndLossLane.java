package io.tieout.ingest.profitandloss;

import io.tieout.connectors.fault.VendorException;
import io.tieout.connectors.fault.VendorFault;
import io.tieout.connectors.quickbooks.QuickBooks;
import io.tieout.connectors.quickbooks.report.Report;
import io.tieout.connectors.quota.Background;
import io.tieout.ingest.IngestConfig;
import io.tieout.ingest.LaneKinds;
import io.tieout.ingest.VendorPause;
import io.tieout.ingest.books.FollowedBooks;
import io.tieout.kit.lane.Lane;
import io.tieout.kit.lane.LaneResult;
import io.tieout.kit.lane.LaneWork;
import io.tieout.model.id.RealmId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/// Reads a company's profit and loss when its books have been loaded, and every so often after
/// that: in a lane of its own, so that a refusal stops nothing else, and behind all that people
/// wait for.
@ApplicationScoped
class ProfitAndLossLane implements LaneWork {
    private static final Logger LOG = Logger.getLogger(ProfitAndLossLane.class);
    private static final String UNREADABLE = "unreadable";

    private final QuickBooks quickBooks;
    private final FollowedBooks books;
    private final Readings readings;
    private final StoreProfitAndLoss store;
    private final IngestConfig.ProfitAndLoss config;
    private final Clock clock;

    ProfitAndLossLane(
            QuickBooks quickBooks,
            FollowedBooks books,
            Readings readings,
            StoreProfitAndLoss store,
            IngestConfig config,
            Clock clock) {
        this.quickBooks = quickBooks;
        this.books = books;
        this.readings = readings;
        this.store = store;
        this.config = config.profitAndLoss();
        this.clock = clock;
    }

    @Override
    public String kind() {
        return LaneKinds.PROFIT_AND_LOSS;
    }

    @Override
    public LaneResult run(Lane lane) {
        RealmId realm = new RealmId(lane.key());
        Instant now = clock.instant();
        if (!books.areLoaded(realm)) {
            // The end of the load wakes this lane.
            return LaneResult.idle();
        }
        Optional<Instant> next = readings.askedAt(realm).map(at -> at.plus(config.interval()));
        if (next.isPresent() && next.get().isAfter(now)) {
            return LaneResult.again(next.get());
        }
        if (books.meteredReadsAreUsedUp()) {
            return LaneResult.again(books.next(now, config.interval()));
        }
        try {
            read(lane, realm, now);
        } catch (VendorException e) {
            if (!isFinal(e)) {
                return VendorPause.of(e, now);
            }
            LOG.warnf("No profit and loss of %s: %s", realm, e.getMessage());
            store.failed(lane, realm, String.valueOf(e.getMessage()), now);
        }
        return LaneResult.again(books.next(now, config.interval()));
    }

    private void read(Lane lane, RealmId realm, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        List<Report> reports =
                Background.of(
                        "report",
                        () -> {
                            List<Report> parts = new ArrayList<>();
                            for (Periods.Period part :
                                    Periods.of(config.from(), today, config.monthsMax())) {
                                parts.add(
                                        quickBooks.profitAndLoss(
                                                realm,
                                                part.from(),
                                                part.to(),
                                                config.accountingMethod()));
                            }
                            return parts;
                        });
        try {
            store.read(lane, ProfitAndLossReader.read(realm, reports), now);
        } catch (IllegalArgumentException | ArithmeticException e) {
            LOG.warnf("The profit and loss of %s makes no sense: %s", realm, e.getMessage());
            store.failed(lane, realm, String.valueOf(e.getMessage()), now);
        }
    }

    /// What will be the same however soon it is asked for again.
    private static boolean isFinal(VendorException failure) {
        return switch (failure.fault()) {
            case VendorFault.Refused _, VendorFault.NotFound _, VendorFault.StaleObject _ -> true;
            case VendorFault.Transient unsure -> unsure.trace().code().equals(UNREADABLE);
            case VendorFault.Throttled _, VendorFault.Unauthorized _ -> false;
        };
    }
}

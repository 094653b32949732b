package io.tieout.ingest.document;

import io.tieout.connectors.fault.VendorException;
import io.tieout.connectors.fault.VendorFault;
import io.tieout.connectors.health.ConnectionViews;
import io.tieout.connectors.quickbooks.QuickBooks;
import io.tieout.ingest.IngestConfig;
import io.tieout.ingest.LaneKinds;
import io.tieout.ingest.VendorPause;
import io.tieout.kit.lane.Lane;
import io.tieout.kit.lane.LaneResult;
import io.tieout.kit.lane.LaneWork;
import io.tieout.model.id.RealmId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/// Fetches ordered PDFs, one after the other, while billed reads are left.
@ApplicationScoped
class PdfLane implements LaneWork {
    /// The limit may be raised before the month ends; looking costs no call.
    private static final Duration UNTIL_LOOKED_AGAIN = Duration.ofHours(1);

    private final QuickBooks quickBooks;
    private final ConnectionViews connections;
    private final DuePdfs duePdfs;
    private final StorePdf storePdf;
    private final IngestConfig config;
    private final Clock clock;

    PdfLane(
            QuickBooks quickBooks,
            ConnectionViews connections,
            DuePdfs duePdfs,
            StorePdf storePdf,
            IngestConfig config,
            Clock clock) {
        this.quickBooks = quickBooks;
        this.connections = connections;
        this.duePdfs = duePdfs;
        this.storePdf = storePdf;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return LaneKinds.PDF;
    }

    @Override
    public LaneResult run(Lane lane) {
        List<DuePdf> due = duePdfs.some(new RealmId(lane.key()), config.document().batchMax());
        if (!due.isEmpty() && connections.budget().isUsedUp()) {
            return LaneResult.again(clock.instant().plus(UNTIL_LOOKED_AGAIN));
        }
        for (DuePdf pdf : due) {
            try {
                storePdf.store(lane, pdf, quickBooks.pdf(pdf.realm(), pdf.invoice()));
            } catch (VendorException e) {
                if (!(e.fault() instanceof VendorFault.NotFound)) {
                    return VendorPause.of(e, clock.instant());
                }
                storePdf.drop(lane, pdf);
            }
        }
        return due.size() < config.document().batchMax()
                ? LaneResult.idle()
                : LaneResult.again(clock.instant());
    }
}

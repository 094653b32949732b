package io.tieout.ingest.document;

import io.tieout.ingest.LaneKinds;
import io.tieout.kit.lane.Lanes;
import io.tieout.model.id.EntityId;
import io.tieout.model.id.RealmId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Orders the PDF of an invoice that Tieout posted, which its private note tells.
@ApplicationScoped
public class OrderPdf {
    private static final Pattern ANCHOR =
            Pattern.compile(
                    "tieout:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\b.*", Pattern.DOTALL);

    private final DuePdfs duePdfs;
    private final Lanes lanes;
    private final Clock clock;

    OrderPdf(DuePdfs duePdfs, Lanes lanes, Clock clock) {
        this.duePdfs = duePdfs;
        this.lanes = lanes;
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void observed(
            RealmId realm, EntityId invoice, @Nullable String privateNote, long syncToken) {
        Matcher anchor = ANCHOR.matcher(privateNote == null ? "" : privateNote);
        if (anchor.matches()) {
            duePdfs.add(new DuePdf(realm, invoice, UUID.fromString(anchor.group(1)), syncToken));
            lanes.wake(LaneKinds.PDF, realm.value(), clock.instant());
        }
    }
}

package io.tieout.ingest.hydration;

import io.micrometer.core.instrument.MeterRegistry;
import io.tieout.connectors.ConnectorsConfig;
import io.tieout.connectors.sighting.KnownRows;
import io.tieout.connectors.smartsheet.Smartsheet;
import io.tieout.ingest.IngestConfig;
import io.tieout.ingest.LaneKinds;
import io.tieout.ingest.mapping.Mappings;
import io.tieout.kit.lane.Lanes;
import io.tieout.model.envelope.EventEnvelope;
import io.tieout.model.id.SheetId;
import io.tieout.model.smartsheet.CallbackReceived;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;

/// Notes which rows a callback is about and wakes the sheet's lane a little later, so that what
/// comes in the meantime is read together. The vendor's nonce tells repeats.
@ApplicationScoped
class TakeCallback {
    private final Mappings mappings;
    private final CallbacksSeen seen;
    private final DueRows dueRows;
    private final Sheets sheets;
    private final Smartsheet smartsheet;
    private final Lanes lanes;
    private final KnownRows knownRows;
    private final ConnectorsConfig vendors;
    private final IngestConfig config;
    private final Clock clock;
    private final MeterRegistry meters;

    TakeCallback(
            Mappings mappings,
            CallbacksSeen seen,
            DueRows dueRows,
            Sheets sheets,
            Smartsheet smartsheet,
            Lanes lanes,
            KnownRows knownRows,
            ConnectorsConfig vendors,
            IngestConfig config,
            Clock clock,
            MeterRegistry meters) {
        this.mappings = mappings;
        this.seen = seen;
        this.dueRows = dueRows;
        this.sheets = sheets;
        this.smartsheet = smartsheet;
        this.lanes = lanes;
        this.knownRows = knownRows;
        this.vendors = vendors;
        this.config = config;
        this.clock = clock;
        this.meters = meters;
    }

    @Transactional
    void handle(EventEnvelope<CallbackReceived> event) {
        CallbackReceived callback = event.payload();
        SheetId sheet = callback.sheetId();
        CallbackContents contents =
                CallbackContents.parse(callback.body(), vendors.smartsheet().changeAgent());
        Instant now = clock.instant();
        if (mappings.find(sheet).isEmpty()) {
            count("unmapped");
            return;
        }
        if (!seen.firstTime(callback.webhookId(), contents.nonce(), now)) {
            count("repeated");
            return;
        }
        if (contents.statusChanged()) {
            // Whatever it is now, it was off for a while.
            sheets.wantSweep(sheet);
        }
        if (contents.sheetChanged() || contents.rows().size() > config.hydration().rowsMax()) {
            sheets.wantWhole(sheet);
            knownRows.forget(sheet);
        } else {
            dueRows.add(sheet, contents.rows(), event.correlationId(), event.eventId());
        }
        if (contents.surroundingsChanged()) {
            // One whole reading finds their rows for less than asking for each of them would cost.
            sheets.wantWhole(sheet);
        }
        knownRows.touched(sheet, contents.rows());
        if (contents.isNews()) {
            lanes.wake(LaneKinds.SHEET, sheet.value(), now.plus(config.hydration().window()));
            count("taken");
        } else {
            count("own");
        }
        if (contents.statusChanged()) {
            lanes.wake(LaneKinds.SUBSCRIPTION, smartsheet.connection().value(), now);
        }
    }

    private void count(String outcome) {
        meters.counter("callbacks.taken", "outcome", outcome).increment();
    }
}

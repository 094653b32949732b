package io.tieout.writeback.hold;

import io.tieout.kit.lane.Lanes;
import io.tieout.model.envelope.EventEnvelope;
import io.tieout.model.finding.FindingEvent;
import io.tieout.model.finding.FindingOpened;
import io.tieout.model.id.SheetId;
import io.tieout.writeback.effect.Target;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.jboss.logging.Logger;

/// Holds a sheet while the finding is open that it does not fit its mapping, and lets what waited
/// go on afterwards.
@ApplicationScoped
class HoldSheet {
    private static final Logger LOG = Logger.getLogger(HoldSheet.class);

    private final SheetHolds holds;
    private final Lanes lanes;
    private final Clock clock;

    HoldSheet(SheetHolds holds, Lanes lanes, Clock clock) {
        this.holds = holds;
        this.lanes = lanes;
        this.clock = clock;
    }

    @Transactional
    void handle(EventEnvelope<FindingEvent> event) {
        event.payload().findingId().brokenSheet().ifPresent(sheet -> hold(sheet, event));
    }

    private void hold(SheetId sheet, EventEnvelope<FindingEvent> event) {
        boolean held = event.payload() instanceof FindingOpened;
        if (holds.put(sheet, held, event.sourceRevision())) {
            LOG.infof("Sheet %s: sheet=%s", held ? "held" : "let go", sheet);
            if (!held) {
                lanes.wake(Target.Kind.SHEET.wireName(), sheet.value(), clock.instant());
            }
        }
    }
}

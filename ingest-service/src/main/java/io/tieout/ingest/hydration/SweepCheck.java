package io.tieout.ingest.hydration;

import io.tieout.connectors.sighting.KnownRows;
import io.tieout.connectors.sighting.OwnVersions;
import io.tieout.ingest.IngestConfig;
import io.tieout.ingest.LaneKinds;
import io.tieout.kit.lane.Lane;
import io.tieout.kit.lane.Lanes;
import io.tieout.model.id.SheetId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Decides whether a sheet must be looked at again: its version rose by more than our own writes
/// and no callback had it read, or the last whole reading is too long ago.
@ApplicationScoped
class SweepCheck {
    private final Sheets sheets;
    private final CallbacksSeen seen;
    private final Lanes lanes;
    private final OwnVersions ownVersions;
    private final KnownRows knownRows;
    private final IngestConfig config;
    private final ConcurrentHashMap<SheetId, Suspect> suspects = new ConcurrentHashMap<>();

    SweepCheck(
            Sheets sheets,
            CallbacksSeen seen,
            Lanes lanes,
            OwnVersions ownVersions,
            KnownRows knownRows,
            IngestConfig config) {
        this.sheets = sheets;
        this.seen = seen;
        this.lanes = lanes;
        this.ownVersions = ownVersions;
        this.knownRows = knownRows;
        this.config = config;
    }

    /// Nothing can be compared before the first reading, and nothing needs to be.
    @Transactional
    boolean isRead(SheetId sheet) {
        return sheets.find(sheet).map(SheetState::sweptAt).isPresent();
    }

    /// When to compare again.
    ///
    /// @param askedAt before the version was asked for
    /// @param next when to at the latest
    @Transactional
    Instant compare(Lane lane, SheetId sheet, long version, Instant askedAt, Instant next) {
        lanes.confirm(lane);
        seen.forgetBefore(askedAt.minus(config.callback().nonceKeep()));
        Optional<SheetState> found = sheets.find(sheet);
        if (found.isEmpty()) {
            return next;
        }
        sheets.compared(sheet, askedAt);
        SheetState state = found.get();
        Instant wholeReadAt = state.wholeReadAt();
        if (wholeReadAt != null
                && wholeReadAt.isBefore(askedAt.minus(config.hydration().wholeInterval()))) {
            sheets.wantWhole(sheet);
            lanes.wake(LaneKinds.SHEET, sheet.value(), askedAt);
            return next;
        }
        if (ownVersions.explain(sheet, state.sweptVersion(), version)) {
            suspects.remove(sheet);
            sheets.sweptTo(sheet, version);
            knownRows.confirmed(sheet, askedAt);
            return next;
        }
        return suspect(sheet, state, askedAt, next);
    }

    /// Smartsheet does not tell the version: the sheet may be gone, or not shared with us any more.
    /// One such answer is no proof, so a reading is wished for that finds out, unless one is under
    /// way.
    @Transactional
    Instant notShown(Lane lane, SheetId sheet, Instant askedAt, Instant next) {
        lanes.confirm(lane);
        if (sheets.find(sheet).filter(state -> !state.isReadingWanted()).isPresent()) {
            sheets.wantSweep(sheet);
            lanes.wake(LaneKinds.SHEET, sheet.value(), askedAt);
        }
        return next;
    }

    /// Somebody else changed the sheet. The callback is on its way, so its reading is waited for;
    /// when it does not come, the sheet is read without it.
    private Instant suspect(SheetId sheet, SheetState state, Instant askedAt, Instant next) {
        Suspect suspect =
                suspects.compute(
                        sheet,
                        (_, known) ->
                                known != null && known.sweptVersion() == state.sweptVersion()
                                        ? known
                                        : new Suspect(state.sweptVersion(), askedAt));
        Instant patience = suspect.since().plus(config.hydration().sweepPatience());
        if (askedAt.isBefore(patience)) {
            return patience.isBefore(next) ? patience : next;
        }
        suspects.remove(sheet);
        sheets.wantSweep(sheet);
        lanes.wake(LaneKinds.SHEET, sheet.value(), askedAt);
        return next;
    }

    /// A sheet that has changed since it was read.
    private record Suspect(long sweptVersion, Instant since) {}
}

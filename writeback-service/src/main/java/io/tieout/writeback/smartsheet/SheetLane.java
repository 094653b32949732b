package io.tieout.writeback.smartsheet;

import io.tieout.connectors.sighting.OwnComments;
import io.tieout.connectors.sighting.OwnVersions;
import io.tieout.connectors.smartsheet.Smartsheet;
import io.tieout.kit.lane.Lane;
import io.tieout.kit.lane.LaneResult;
import io.tieout.kit.lane.LaneWork;
import io.tieout.model.effect.AddComment;
import io.tieout.model.effect.AddRows;
import io.tieout.model.effect.UpdateRows;
import io.tieout.model.id.SheetId;
import io.tieout.model.release.OutcomeEvent.EffectRefused.Reason;
import io.tieout.writeback.WritebackConfig;
import io.tieout.writeback.effect.EffectEnd;
import io.tieout.writeback.effect.Effects;
import io.tieout.writeback.effect.Gathering;
import io.tieout.writeback.effect.ReleasedEffect;
import io.tieout.writeback.effect.Target;
import io.tieout.writeback.hold.SheetHolds;
import io.tieout.writeback.intent.Conduct;
import io.tieout.writeback.intent.IntentKind;
import io.tieout.writeback.intent.Intents;
import io.tieout.writeback.intent.LaneTurns;
import io.tieout.writeback.intent.Parts;
import io.tieout.writeback.intent.Settlement;
import io.tieout.writeback.intent.Turn;
import io.tieout.writeback.intent.Wire;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Writes to one sheet, one request after the other: a later value never overtakes an earlier one.
@ApplicationScoped
class SheetLane implements LaneWork {
    private static final Duration UNTIL_LET_GO = Duration.ofSeconds(2);
    private static final String MAPPING_BROKEN = "mapping-broken";

    private final Smartsheet smartsheet;
    private final OwnVersions ownVersions;
    private final OwnComments ownComments;
    private final Effects effects;
    private final Intents intents;
    private final Settlement settlement;
    private final Conduct conduct;
    private final SheetHolds holds;
    private final WritebackConfig config;
    private final Clock clock;

    SheetLane(
            Smartsheet smartsheet,
            OwnVersions ownVersions,
            OwnComments ownComments,
            Effects effects,
            Intents intents,
            Settlement settlement,
            Conduct conduct,
            SheetHolds holds,
            WritebackConfig config,
            Clock clock) {
        this.smartsheet = smartsheet;
        this.ownVersions = ownVersions;
        this.ownComments = ownComments;
        this.effects = effects;
        this.intents = intents;
        this.settlement = settlement;
        this.conduct = conduct;
        this.holds = holds;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return Target.Kind.SHEET.wireName();
    }

    /// What was sent before is settled even while the sheet is held; nothing new is begun.
    @Override
    public LaneResult run(Lane lane) {
        SheetId sheet = new SheetId(lane.key());
        Wire rows = new RowsWire(smartsheet, sheet, ownVersions, clock);
        Wire newRows = new NewRowsWire(smartsheet, sheet, ownVersions, clock);
        Wire comments = new CommentWire(smartsheet, sheet, ownComments, ownVersions, clock);
        LaneTurns turns = new LaneTurns();
        conduct.resume(lane, kind -> wire(kind, rows, newRows, comments)).forEach(turns::add);
        if (!turns.isPaused() && !turns.isUnsettled() && holds.isHeld(sheet)) {
            return LaneResult.paused(clock.instant().plus(UNTIL_LET_GO), MAPPING_BROKEN);
        }
        if (turns.isPaused() || turns.isUnsettled()) {
            refuseLate(lane);
        }
        while (!turns.isPaused() && !turns.isUnsettled()) {
            List<ReleasedEffect> due = effects.due(lane, config.sheet().effectsMax());
            if (due.isEmpty()) {
                break;
            }
            Map<Long, Set<String>> taken = taken(due);
            Map<ReleasedEffect, EffectEnd> late = late(due, taken);
            if (!late.isEmpty()) {
                settlement.refuse(lane, late);
            } else if (due.getFirst().effect() instanceof AddComment comment) {
                turns.add(
                        conduct.begin(lane, CommentRequest.of(due.getFirst(), comment), comments));
            } else if (due.getFirst().effect() instanceof AddRows adding) {
                turns.add(conduct.begin(lane, NewRowsRequest.of(due.getFirst(), adding), newRows));
            } else {
                List<PendingRow> pending = pending(due, taken);
                Optional<Instant> later =
                        gathering().lookAgainAt(due, pending.size(), clock.instant());
                if (later.isPresent()) {
                    turns.add(new Turn.Later(later.get()));
                } else {
                    turns.add(
                            conduct.begin(
                                    lane, RowsRequest.of(pending, config.sheet().rowsMax()), rows));
                }
            }
        }
        return turns.result();
    }

    private static Wire wire(IntentKind kind, Wire rows, Wire newRows, Wire comments) {
        return switch (kind) {
            case COMMENT -> comments;
            case NEW_ROWS -> newRows;
            case ROWS, INVOICE, DOCUMENT, INVOICES, VOID, RECATEGORISATION, MAIL -> rows;
        };
    }

    private Gathering gathering() {
        return new Gathering(
                config.sheet().rowsMax(), config.sheet().linger(), config.sheet().lingerMax());
    }

    /// What waits behind a call that cannot be settled now does not wait for ever.
    private void refuseLate(Lane lane) {
        List<ReleasedEffect> due = effects.due(lane, config.sheet().effectsMax());
        settlement.refuse(lane, late(due, taken(due)));
    }

    private Map<Long, Set<String>> taken(List<ReleasedEffect> due) {
        return intents.takenParts(due.stream().map(ReleasedEffect::number).toList());
    }

    /// What was tried in vain says what was in its way.
    private Map<ReleasedEffect, EffectEnd> late(
            List<ReleasedEffect> due, Map<Long, Set<String>> taken) {
        Instant now = clock.instant();
        List<ReleasedEffect> late = due.stream().filter(effect -> effect.isLateAt(now)).toList();
        Map<Long, String> tried =
                intents.lastFreed(late.stream().map(ReleasedEffect::number).toList());
        Map<ReleasedEffect, EffectEnd> ends = new LinkedHashMap<>();
        for (ReleasedEffect effect : late) {
            String good = "The release was good until " + effect.receipt().notAfter();
            String why = tried.get(effect.number());
            String words =
                    (taken.containsKey(effect.number()) ? good + "; some rows are written" : good)
                            + (why == null ? "" : ". " + why);
            ends.put(
                    effect,
                    taken.containsKey(effect.number()) || why != null
                            ? new EffectEnd.Failed("expired", words)
                            : new EffectEnd.Refused(Reason.EXPIRED, words));
        }
        return ends;
    }

    private static List<PendingRow> pending(
            List<ReleasedEffect> due, Map<Long, Set<String>> taken) {
        List<PendingRow> pending = new ArrayList<>();
        for (ReleasedEffect effect : due) {
            if (effect.effect() instanceof UpdateRows update) {
                Set<String> gone = taken.getOrDefault(effect.number(), Set.of());
                Parts.rows(update)
                        .forEach((part, row) -> {
                            if (!gone.contains(part)) {
                                pending.add(new PendingRow(effect, part, row));
                            }
                        });
            }
        }
        return pending;
    }
}

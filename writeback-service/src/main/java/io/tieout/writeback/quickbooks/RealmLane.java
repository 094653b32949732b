package io.tieout.writeback.quickbooks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.connectors.fault.VendorException;
import io.tieout.connectors.fault.VendorFault;
import io.tieout.connectors.quickbooks.QuickBooks;
import io.tieout.connectors.quota.Quota;
import io.tieout.connectors.quota.QuotaRequest;
import io.tieout.kit.lane.Lane;
import io.tieout.kit.lane.LaneResult;
import io.tieout.kit.lane.LaneWork;
import io.tieout.model.effect.RecategoriseLine;
import io.tieout.model.id.ConnectionId;
import io.tieout.model.id.RealmId;
import io.tieout.model.release.OutcomeEvent.EffectRefused.Reason;
import io.tieout.writeback.WritebackConfig;
import io.tieout.writeback.effect.EffectEnd;
import io.tieout.writeback.effect.Effects;
import io.tieout.writeback.effect.Gathering;
import io.tieout.writeback.effect.ReleasedEffect;
import io.tieout.writeback.effect.Target;
import io.tieout.writeback.intent.CallFault;
import io.tieout.writeback.intent.Conduct;
import io.tieout.writeback.intent.LaneTurns;
import io.tieout.writeback.intent.Settlement;
import io.tieout.writeback.intent.Turn;
import io.tieout.writeback.intent.VendorFaults;
import io.tieout.writeback.intent.Wire;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Writes to one QuickBooks company: first what was begun before, then what is due, in batches.
@ApplicationScoped
class RealmLane implements LaneWork {
    /// A person may share a sheet again; a release that runs out meanwhile is drafted anew.
    private static final Duration UNTIL_SHARED = Duration.ofMinutes(1);

    private final QuickBooks quickBooks;
    private final Prechecks prechecks;
    private final Effects effects;
    private final Settlement settlement;
    private final Conduct conduct;
    private final Quota quota;
    private final WritebackConfig config;
    private final Clock clock;

    RealmLane(
            QuickBooks quickBooks,
            Prechecks prechecks,
            Effects effects,
            Settlement settlement,
            Conduct conduct,
            Quota quota,
            WritebackConfig config,
            Clock clock) {
        this.quickBooks = quickBooks;
        this.prechecks = prechecks;
        this.effects = effects;
        this.settlement = settlement;
        this.conduct = conduct;
        this.quota = quota;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return Target.Kind.REALM.wireName();
    }

    @Override
    public LaneResult run(Lane lane) {
        Wire wire = new BooksWire(quickBooks, new RealmId(lane.key()), effects::readAgain, clock);
        LaneTurns turns = new LaneTurns();
        conduct.resume(lane, _ -> wire).forEach(turns::add);
        while (!turns.isPaused()) {
            List<ReleasedEffect> due = effects.due(lane, config.realm().batchMax());
            if (due.isEmpty()) {
                break;
            }
            Optional<Instant> later = gathering().lookAgainAt(due, due.size(), clock.instant());
            if (later.isPresent()) {
                turns.add(new Turn.Later(later.get()));
                break;
            }
            List<ReleasedEffect> next = together(due);
            Optional<Instant> early = tooEarly(lane, next);
            if (early.isPresent()) {
                turns.add(
                        new Turn.Paused(
                                early.get(), "QuickBooks' quota is used up for the moment"));
                break;
            }
            Turn turn = carryOut(lane, next, wire);
            if (turn != null) {
                turns.add(turn);
            }
        }
        effects.putOffUntil(lane).map(Turn.Later::new).ifPresent(turns::add);
        return turns.result();
    }

    /// When to begin with what the quota does not allow yet: looking at its rows and writing it
    /// ahead only to put it off would cost calls, and the time it takes afterwards part of the
    /// quota.
    private Optional<Instant> tooEarly(Lane lane, List<ReleasedEffect> next) {
        ConnectionId company = quickBooks.connection(new RealmId(lane.key()));
        Instant ready =
                quota.readyAt(
                        next.size() > 1
                                ? QuotaRequest.quickBooksBatch(company)
                                : QuotaRequest.quickBooksWrite(company));
        return Optional.of(ready.minus(config.realm().lead()))
                .filter(begin -> begin.isAfter(clock.instant()));
    }

    private Gathering gathering() {
        return new Gathering(
                config.realm().batchMax(), config.realm().linger(), config.realm().lingerMax());
    }

    private @Nullable Turn carryOut(Lane lane, List<ReleasedEffect> due, Wire wire) {
        Prechecks.Checked checked;
        try {
            checked = prechecks.check(due);
        } catch (VendorException e) {
            return cannotCheck(e);
        }
        settlement.refuse(lane, checked.refused());
        if (!checked.hidden().isEmpty()) {
            settlement.putOff(lane, checked.hidden(), clock.instant().plus(UNTIL_SHARED));
        }
        List<ReleasedEffect> ready = due.stream().filter(checked::allows).toList();
        return ready.isEmpty()
                ? null
                : ready.getFirst().effect() instanceof RecategoriseLine recategorising
                        ? recategorise(lane, ready.getFirst(), recategorising, wire)
                        : conduct.begin(lane, BooksRequest.of(ready), wire);
    }

    /// The document is read first: its other lines are sent as they are now.
    private @Nullable Turn recategorise(
            Lane lane, ReleasedEffect released, RecategoriseLine effect, Wire wire) {
        ObjectNode now;
        try {
            now = quickBooks.read(effect.realmId(), effect.entityType(), effect.documentId());
        } catch (VendorException e) {
            if (e.fault() instanceof VendorFault.NotFound) {
                settlement.refuse(
                        lane, Map.of(released, edited(effect, "it was deleted meanwhile")));
                return null;
            }
            Turn turn = cannotCheck(e);
            if (turn instanceof Turn.Paused(Instant until, String why)) {
                // Billed reads may be refused while writes are not: only this one waits.
                settlement.putOff(lane, Map.of(released, why), until);
                return null;
            }
            return turn;
        }
        return switch (Recategorisation.of(now, effect)) {
            case Recategorisation.Change(ObjectNode body) ->
                    conduct.begin(lane, BooksRequest.of(released, body), wire);
            case Recategorisation.Done(var result) -> {
                settlement.refuse(lane, Map.of(released, new EffectEnd.Done(result)));
                yield null;
            }
            case Recategorisation.Edited(String how) -> {
                settlement.refuse(lane, Map.of(released, edited(effect, how)));
                yield null;
            }
        };
    }

    private static EffectEnd edited(RecategoriseLine effect, String how) {
        return new EffectEnd.Refused(
                Reason.CHANGED_IN_QUICKBOOKS,
                "Somebody changed %s %s in QuickBooks: %s. Look at it there; ask again if it shall still be recategorised."
                        .formatted(effect.entityType().wireName(), effect.documentId(), how));
    }

    private Turn cannotCheck(VendorException thrown) {
        return switch (VendorFaults.read(thrown.fault(), clock.instant())) {
            case CallFault.NotBefore(var until, String why) -> new Turn.Paused(until, why);
            case CallFault.Passing(String why) -> new Turn.Failing(why);
            case CallFault.Doubt doubt -> new Turn.Failing(doubt.why());
            case CallFault.Refusal(EffectEnd end) -> new Turn.Failing(end.words());
        };
    }

    /// An effect that was set apart goes alone; the others share a request.
    private static List<ReleasedEffect> together(List<ReleasedEffect> due) {
        return isAlone(due.getFirst())
                ? List.of(due.getFirst())
                : due.stream().filter(effect -> !isAlone(effect)).toList();
    }

    private static boolean isAlone(ReleasedEffect effect) {
        return effect.apart() || effect.effect() instanceof RecategoriseLine;
    }
}

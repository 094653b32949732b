package io.tieout.writeback.intent;

import io.tieout.kit.lane.Lane;
import io.tieout.kit.lane.Lanes;
import io.tieout.writeback.effect.EffectEnd;
import io.tieout.writeback.effect.EffectOutcomes;
import io.tieout.writeback.effect.Effects;
import io.tieout.writeback.effect.ReleasedEffect;
import io.tieout.writeback.intent.Moments.Moment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Stores what came of a call, and tells audit of every effect that has ended by it: in one
/// transaction, by the holder of the lane.
@ApplicationScoped
public class Settlement {
    private static final String LOOKED = "Looked: it did not happen";
    private static final int FAILURES_MAX = 3;

    private final Intents intents;
    private final Effects effects;
    private final EffectOutcomes outcomes;
    private final Lanes lanes;
    private final Moments moments;
    private final Clock clock;

    Settlement(
            Intents intents,
            Effects effects,
            EffectOutcomes outcomes,
            Lanes lanes,
            Moments moments,
            Clock clock) {
        this.intents = intents;
        this.effects = effects;
        this.outcomes = outcomes;
        this.lanes = lanes;
        this.moments = moments;
        this.clock = clock;
    }

    /// Ends the items that are named; the others stay open.
    @Transactional
    public void settle(Lane lane, Intent intent, Map<IntentItem, ItemEnd> ends) {
        lanes.confirm(lane);
        intents.endItems(intent, ends);
        intents.closeIfOver(intent);
        Set<Long> touched =
                ends.keySet().stream().map(IntentItem::effect).collect(Collectors.toSet());
        Map<Long, Map<String, EffectEnd>> parts = intents.ends(touched);
        for (ReleasedEffect effect : effects.byNumber(touched)) {
            EffectProgress.of(effect.effect(), parts.getOrDefault(effect.number(), Map.of()))
                    .ifPresent(end -> end(effect, end));
        }
        moments.reached(Moment.BEFORE_OUTCOME_COMMIT, intent);
    }

    /// The request was refused as a whole: each of its effects goes out again by itself, so that a
    /// bad one harms no other.
    @Transactional
    public void settleApart(Lane lane, Intent intent, String why) {
        Map<IntentItem, ItemEnd> ends = new LinkedHashMap<>();
        intent.items().forEach(item -> ends.put(item, new ItemEnd.Freed(why)));
        settle(lane, intent, ends);
        effects.setApart(ends.keySet().stream().map(IntentItem::effect).distinct().toList());
    }

    /// A look has shown that nothing of this happened: it goes out again. What the other side
    /// failed at goes by itself, so that it harms no other; having failed at it several times, it
    /// is not asked any more.
    @Transactional
    public void settleLooked(Lane lane, Intent intent) {
        Map<IntentItem, EffectEnd.Failed> failures = intents.failures(intent);
        Map<IntentItem, ItemEnd> ends = new LinkedHashMap<>();
        Set<Long> apart = new LinkedHashSet<>();
        for (IntentItem item : intent.items()) {
            EffectEnd.Failed failure = failures.get(item);
            if (failure == null) {
                ends.put(item, new ItemEnd.Freed(LOOKED));
            } else if (intents.timesFailed(item.effect()) + 1 >= FAILURES_MAX) {
                ends.put(item, new ItemEnd.Ended(parked(failure)));
            } else {
                ends.put(item, new ItemEnd.Freed(failure.message(), failure.errorCode()));
                apart.add(item.effect());
            }
        }
        settle(lane, intent, ends);
        if (!apart.isEmpty()) {
            effects.setApart(apart);
        }
    }

    private static EffectEnd parked(EffectEnd.Failed failure) {
        return new EffectEnd.Failed(
                failure.errorCode(),
                "It was tried %d times, in the end by itself, and it is not there. %s Usually something in it is more than the other side can take: change it in the row, or make sure that its customer or vendor, items and accounts can be used there; then ready the row again."
                        .formatted(FAILURES_MAX, failure.message()));
    }

    /// Ends effects that no call was made for.
    @Transactional
    public void refuse(Lane lane, Map<ReleasedEffect, EffectEnd> refused) {
        lanes.confirm(lane);
        refused.forEach(this::end);
    }

    /// What these rest on cannot be looked at now.
    ///
    /// @param why by effect, for whoever looks
    @Transactional
    public void putOff(Lane lane, Map<ReleasedEffect, String> why, Instant until) {
        lanes.confirm(lane);
        why.forEach((effect, words) -> effects.putOff(List.of(effect.number()), until, words));
    }

    private void end(ReleasedEffect effect, EffectEnd end) {
        effects.end(effect, end, clock.instant());
        outcomes.ended(effect, end);
    }
}

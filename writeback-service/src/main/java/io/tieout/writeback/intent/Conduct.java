package io.tieout.writeback.intent;

import io.tieout.kit.lane.Lane;
import io.tieout.writeback.WritebackConfig;
import io.tieout.writeback.effect.EffectEnd;
import io.tieout.writeback.effect.Effects;
import io.tieout.writeback.intent.Moments.Moment;
import io.tieout.writeback.intent.Reply.ItemReply;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Leads a call from its intent to its end: commit, send, store. Whatever it was interrupted at, it
/// goes on from what is stored, and nothing happens twice.
@ApplicationScoped
public class Conduct {
    private final Intents intents;
    private final Effects effects;
    private final Settlement settlement;
    private final Moments moments;
    private final CallMeters meters;
    private final IntentLife life;
    private final Clock clock;

    Conduct(
            Intents intents,
            Effects effects,
            Settlement settlement,
            Moments moments,
            CallMeters meters,
            WritebackConfig config,
            Clock clock) {
        this.intents = intents;
        this.effects = effects;
        this.settlement = settlement;
        this.moments = moments;
        this.meters = meters;
        this.life = new IntentLife(limits(config.recovery()));
        this.clock = clock;
    }

    private static IntentLife.Limits limits(WritebackConfig.Recovery recovery) {
        return new IntentLife.Limits(
                recovery.repeatDelay(),
                recovery.repeatDelayMax(),
                recovery.attemptsBeforeLook(),
                recovery.trustWindow(),
                recovery.settleTime());
    }

    /// A new call.
    public Turn begin(Lane lane, Call call, Wire wire) {
        Intent intent = intents.open(lane, call);
        meters.sent(intent);
        return send(lane, intent, wire);
    }

    /// Every call of the lane that was begun and not settled, in order.
    public List<Turn> resume(Lane lane, Function<IntentKind, Wire> wires) {
        List<Turn> turns = new ArrayList<>();
        for (Intent intent : intents.open(lane)) {
            Turn turn = resume(lane, intent, wires.apply(intent.kind()));
            turns.add(turn);
            if (turn instanceof Turn.Paused || turn instanceof Turn.Failing) {
                break;
            }
        }
        return turns;
    }

    private Turn resume(Lane lane, Intent intent, Wire wire) {
        return switch (life.next(intent, clock.instant())) {
            case IntentLife.Step.Look _ -> look(lane, intent, wire);
            case IntentLife.Step other -> take(lane, intent, other, wire);
        };
    }

    private Turn take(Lane lane, Intent intent, IntentLife.Step step, Wire wire) {
        return switch (step) {
            case IntentLife.Step.Wait(Instant until) -> new Turn.Later(until);
            case IntentLife.Step.Repeat _ -> send(lane, intents.beginAgain(lane, intent), wire);
            case IntentLife.Step.Look _ -> new Turn.Later(life.repeatAt(intent));
            case IntentLife.Step.GiveUp(String why) ->
                    settleAll(lane, intent, new ItemEnd.Ended(new EffectEnd.Unknown(why)));
            case IntentLife.Step.Free _ -> {
                settlement.settleLooked(lane, intent);
                moments.reached(Moment.OUTCOME_COMMITTED, intent);
                yield new Turn.Settled();
            }
        };
    }

    private Turn send(Lane lane, Intent intent, Wire wire) {
        moments.reached(Moment.INTENT_COMMITTED, intent);
        Reply reply = wire.send(intent, effectsOf(intent));
        moments.reached(Moment.ANSWERED, intent);
        return switch (reply) {
            case Reply.Items(Map<IntentItem, ItemReply> items) ->
                    answered(lane, intent, items, wire);
            case Reply.Fault(CallFault fault) -> unanswered(lane, intent, fault, wire);
        };
    }

    private Turn answered(Lane lane, Intent intent, Map<IntentItem, ItemReply> replies, Wire wire) {
        Map<IntentItem, ItemEnd> ends = new LinkedHashMap<>();
        Map<IntentItem, CallFault.Doubt> doubts = new LinkedHashMap<>();
        Turn turn = new Turn.Settled();
        boolean refusedInDoubt = false;
        for (IntentItem item : intent.items()) {
            switch (replies.get(item)) {
                case Reply.Done(var result) ->
                        ends.put(item, new ItemEnd.Ended(new EffectEnd.Done(result)));
                case Reply.ItemFault(CallFault.NotBefore(Instant until, String why)) -> {
                    freeUnlessInDoubt(intent, item, why, ends);
                    turn = new Turn.Paused(until, why);
                }
                case Reply.ItemFault(CallFault.Passing(String why)) -> {
                    freeUnlessInDoubt(intent, item, why, ends);
                    turn = turn instanceof Turn.Settled ? new Turn.Failing(why) : turn;
                }
                case Reply.ItemFault(CallFault.Refusal _) when intent.isInDoubt() ->
                        refusedInDoubt = true;
                case Reply.ItemFault(CallFault.Refusal(EffectEnd end)) ->
                        ends.put(item, new ItemEnd.Ended(end));
                case Reply.ItemFault(CallFault.Doubt doubt) -> {
                    doubts.put(item, doubt);
                    turn = turn instanceof Turn.Settled ? later(intent) : turn;
                }
                case null -> turn = turn instanceof Turn.Settled ? later(intent) : turn;
            }
        }
        keepFailures(lane, intent, doubts);
        settle(lane, intent, ends);
        return refusedInDoubt ? refusedInDoubt(lane, without(intent, ends), replies, wire) : turn;
    }

    /// Of a failure that was answered, other than of a lost answer, one can say so in the end.
    private void keepFailures(Lane lane, Intent intent, Map<IntentItem, CallFault.Doubt> doubts) {
        Map<IntentItem, EffectEnd.Failed> failures = new LinkedHashMap<>();
        doubts.forEach((item, doubt) -> {
            String code = doubt.errorCode();
            if (code != null) {
                failures.put(item, new EffectEnd.Failed(code, doubt.why()));
            }
        });
        if (!failures.isEmpty()) {
            intents.failedAt(lane, intent, failures);
        }
    }

    private static void freeUnlessInDoubt(
            Intent intent, IntentItem item, String why, Map<IntentItem, ItemEnd> ends) {
        if (!intent.isInDoubt()) {
            ends.put(item, new ItemEnd.Freed(why));
        }
    }

    private Turn unanswered(Lane lane, Intent intent, CallFault fault, Wire wire) {
        return switch (fault) {
            case CallFault.NotBefore(Instant until, String why) -> {
                nothingHappened(lane, intent, why);
                yield new Turn.Paused(until, why);
            }
            case CallFault.Passing(String why) -> {
                nothingHappened(lane, intent, why);
                yield new Turn.Failing(why);
            }
            case CallFault.Doubt doubt -> {
                intents.leaveOpen(lane, intent, doubt.why());
                keepFailures(
                        lane,
                        intent,
                        intent.items().stream()
                                .collect(Collectors.toMap(item -> item, _ -> doubt)));
                yield intent.kind().recovery() == IntentKind.Recovery.LOOK
                        ? new Turn.Failing(doubt.why())
                        : later(intent);
            }
            case CallFault.Refusal refusal -> refused(lane, intent, refusal, wire);
        };
    }

    /// Only of a first attempt may one say so: an earlier one may have had its effect.
    private void nothingHappened(Lane lane, Intent intent, String why) {
        if (intent.isInDoubt()) {
            intents.leaveOpen(lane, intent, why);
        } else {
            settleAll(lane, intent, new ItemEnd.Freed(why));
        }
    }

    private Turn refused(Lane lane, Intent intent, CallFault.Refusal refusal, Wire wire) {
        if (intent.isInDoubt()) {
            Map<IntentItem, ItemReply> all =
                    intent.items().stream()
                            .collect(
                                    Collectors.toMap(
                                            item -> item, _ -> new Reply.ItemFault(refusal)));
            return refusedInDoubt(lane, intent, all, wire);
        }
        if (numbers(intent).size() > 1) {
            settlement.settleApart(lane, intent, refusal.end().words());
            return new Turn.Settled();
        }
        return settleAll(lane, intent, new ItemEnd.Ended(refusal.end()));
    }

    /// The refusal may be of a repetition that came too late: what is there counts.
    private Turn refusedInDoubt(
            Lane lane, Intent intent, Map<IntentItem, ItemReply> replies, Wire wire) {
        return switch (wire.search(intent, effectsOf(intent))) {
            case Reply.Fault(CallFault fault) -> notFoundNow(lane, intent, fault, wire);
            case Reply.Items(Map<IntentItem, ItemReply> found) -> {
                Map<IntentItem, ItemEnd> ends = new LinkedHashMap<>();
                for (IntentItem item : intent.items()) {
                    if (found.get(item) instanceof Reply.Done(var result)) {
                        ends.put(item, new ItemEnd.Ended(new EffectEnd.Done(result)));
                    } else if (replies.get(item)
                            instanceof Reply.ItemFault(CallFault.Refusal(EffectEnd end))) {
                        ends.put(item, new ItemEnd.Ended(end));
                    }
                }
                settle(lane, intent, ends);
                yield ends.size() == intent.items().size() ? new Turn.Settled() : later(intent);
            }
        };
    }

    private Turn look(Lane lane, Intent intent, Wire wire) {
        return switch (wire.search(intent, effectsOf(intent))) {
            case Reply.Fault(CallFault fault) -> notFoundNow(lane, intent, fault, wire);
            case Reply.Items(Map<IntentItem, ItemReply> found) -> {
                Map<IntentItem, ItemEnd> ends = new LinkedHashMap<>();
                found.forEach((item, reply) -> {
                    if (reply instanceof Reply.Done(var result)) {
                        ends.put(item, new ItemEnd.Ended(new EffectEnd.Done(result)));
                    }
                });
                settle(lane, intent, ends);
                Intent rest = without(intent, ends);
                yield rest.items().isEmpty()
                        ? new Turn.Settled()
                        : take(
                                lane,
                                rest,
                                life.afterLook(
                                        rest,
                                        !ends.isEmpty(),
                                        intents.failures(rest).size() == rest.items().size(),
                                        clock.instant()),
                                wire);
            }
        };
    }

    private Turn notFoundNow(Lane lane, Intent intent, CallFault fault, Wire wire) {
        return switch (fault) {
            case CallFault.NotBefore(Instant until, String why) -> {
                intents.leaveOpen(lane, intent, why);
                yield new Turn.Later(until);
            }
            case CallFault.Passing(String why) -> new Turn.Failing(why);
            case CallFault.Doubt doubt -> new Turn.Failing(doubt.why());
            case CallFault.Refusal(EffectEnd end) -> {
                String why = "Cannot look: " + end.words();
                intents.leaveOpen(lane, intent, why);
                yield take(lane, intent, life.afterRefusedLook(intent, why, clock.instant()), wire);
            }
        };
    }

    private Turn settleAll(Lane lane, Intent intent, ItemEnd end) {
        Map<IntentItem, ItemEnd> ends = new LinkedHashMap<>();
        intent.items().forEach(item -> ends.put(item, end));
        settle(lane, intent, ends);
        return new Turn.Settled();
    }

    private void settle(Lane lane, Intent intent, Map<IntentItem, ItemEnd> ends) {
        if (!ends.isEmpty()) {
            settlement.settle(lane, intent, ends);
            moments.reached(Moment.OUTCOME_COMMITTED, intent);
        }
    }

    private Turn later(Intent intent) {
        return new Turn.Later(life.repeatAt(intent));
    }

    private static Intent without(Intent intent, Map<IntentItem, ItemEnd> ended) {
        List<IntentItem> rest =
                intent.items().stream().filter(item -> !ended.containsKey(item)).toList();
        return intent.withOpen(rest);
    }

    private CallEffects effectsOf(Intent intent) {
        return new CallEffects(effects.byNumber(numbers(intent)));
    }

    private static Set<Long> numbers(Intent intent) {
        return intent.items().stream().map(IntentItem::effect).collect(Collectors.toSet());
    }
}

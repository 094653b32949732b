package io.tieout.twin.faults;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// Holds the fault scripts and throws the dice for each call, repeatably by seed.
@ApplicationScoped
public class Faults {
    private static final class Running {
        private final FaultScript script;
        private final Random dice;
        private long seen;
        private long hits;

        private Running(FaultScript script) {
            this.script = script;
            this.dice = new Random(script.seed());
        }
    }

    /// A script with how often it was asked and how often it struck.
    public record Tally(FaultScript script, long seen, long hits) {}

    private final Map<String, Running> scripts = new LinkedHashMap<>();

    public synchronized void add(FaultScript script) {
        scripts.put(script.id(), new Running(script));
        notifyAll();
    }

    public synchronized void remove(@Nullable String id) {
        if (id == null) {
            scripts.clear();
        } else {
            scripts.remove(id);
        }
        notifyAll();
    }

    /// Holds a call up for as long as the fault says, or until it is taken away.
    public synchronized void delay(FaultScript fault) throws InterruptedException {
        long end = System.nanoTime() + fault.delayMs() * 1_000_000;
        for (long left = fault.delayMs(); left > 0; left = (end - System.nanoTime()) / 1_000_000) {
            Running running = scripts.get(fault.id());
            if (running == null || !running.script.equals(fault)) {
                return;
            }
            wait(left);
        }
    }

    public synchronized List<Tally> list() {
        List<Tally> tallies = new ArrayList<>();
        scripts.values().forEach(one -> tallies.add(new Tally(one.script, one.seen, one.hits)));
        return List.copyOf(tallies);
    }

    /// Every fault that strikes this call, in the order in which the scripts were added.
    public synchronized List<FaultScript> strike(String vendor, List<String> operations) {
        List<FaultScript> struck = new ArrayList<>();
        for (var one : scripts.values()) {
            if (one.script.kind() != FaultKind.DROP_AFTER_COMMIT
                    && one.script.fits(vendor, operations)
                    && roll(one)) {
                struck.add(one.script);
            }
        }
        return List.copyOf(struck);
    }

    /// Whether the answer to this call, which has just changed something, shall be lost.
    public synchronized boolean losesAnswer(String vendor, List<String> operations) {
        for (var one : scripts.values()) {
            if (one.script.kind() == FaultKind.DROP_AFTER_COMMIT
                    && one.script.fits(vendor, operations)
                    && roll(one)) {
                return true;
            }
        }
        return false;
    }

    private static boolean roll(Running one) {
        one.seen++;
        var spent = one.script.limit() > 0 && one.hits >= one.script.limit();
        var hit = one.dice.nextDouble() < one.script.share() && !spent;
        if (hit) {
            one.hits++;
        }
        return hit;
    }
}

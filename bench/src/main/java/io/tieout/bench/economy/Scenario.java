package io.tieout.bench.economy;

import io.tieout.bench.running.Policy;
import java.util.Map;

/// What is measured.
enum Scenario {
    /// All rows at once; nobody has to approve.
    AUTO(3, 0.95, 0.90),
    /// All rows at once; a person approves in the console.
    APPROVED(2, 0.95, 0.95),
    /// The rows one by one; nobody has to approve.
    TRICKLE(3, 0.85, 0.85);

    private final int phase;
    private final double onOneSheet;
    private final double onMany;

    Scenario(int phase, double onOneSheet, double onMany) {
        this.phase = phase;
        this.onOneSheet = onOneSheet;
        this.onMany = onMany;
    }

    /// The ratio to be reached.
    double goal(int sheets) {
        return sheets == 1 ? onOneSheet : onMany;
    }

    /// Audit's policy for it.
    Map<String, Object> policy() {
        return Policy.ofPhase(phase);
    }
}

package io.tieout.reconcile.telling;

import io.tieout.kit.lane.Lane;
import io.tieout.kit.lane.LaneResult;
import io.tieout.kit.lane.LaneWork;
import io.tieout.model.id.RealmId;
import io.tieout.reconcile.ReconcileConfig;
import io.tieout.reconcile.desk.ReviewDesk;
import io.tieout.reconcile.desk.ReviewDesks;
import io.tieout.reconcile.facts.ComparisonDue;
import io.tieout.reconcile.foresight.Foresee;
import io.tieout.reconcile.weekly.WakeWeekly;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/// Tells people of what the last comparison said anew.
@ApplicationScoped
class TellingLane implements LaneWork {
    private final Discrepancies discrepancies;
    private final Told told;
    private final Tell tell;
    private final ReviewDesks desks;
    private final WakeWeekly weekly;
    private final Foresee foresee;
    private final ReconcileConfig config;
    private final Clock clock;

    TellingLane(
            Discrepancies discrepancies,
            Told told,
            Tell tell,
            ReviewDesks desks,
            WakeWeekly weekly,
            Foresee foresee,
            ReconcileConfig config,
            Clock clock) {
        this.discrepancies = discrepancies;
        this.told = told;
        this.tell = tell;
        this.desks = desks;
        this.weekly = weekly;
        this.foresee = foresee;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return ComparisonDue.EFFECTS_LANE;
    }

    @Override
    public LaneResult run(Lane lane) {
        RealmId realm = new RealmId(lane.key());
        ReviewDesk desk = desks.of(realm);
        weekly.unlessAwake(realm);
        foresee.again(realm);
        Telling.Plan plan =
                new Telling(desk, config.tellingPatience(), clock.instant())
                        .plan(discrepancies.of(realm), told.commented(realm), told.tasks(realm));
        if (!plan.isEmpty()) {
            tell.store(lane, realm, desk, plan);
        }
        return plan.lookAgainAt().<LaneResult>map(LaneResult::again).orElseGet(LaneResult::idle);
    }
}

package io.tieout.reconcile.weekly;

import io.tieout.kit.lane.Lanes;
import io.tieout.model.id.RealmId;
import io.tieout.reconcile.desk.ReviewDesks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/// Starts the weekly rhythm of a company that is compared for the first time.
@ApplicationScoped
public class WakeWeekly {
    private final WeeklyReports sent;
    private final ReviewDesks desks;
    private final Lanes lanes;
    private final Clock clock;

    WakeWeekly(WeeklyReports sent, ReviewDesks desks, Lanes lanes, Clock clock) {
        this.sent = sent;
        this.desks = desks;
        this.lanes = lanes;
        this.clock = clock;
    }

    @Transactional
    public void unlessAwake(RealmId realm) {
        if (desks.of(realm).weekly() != null && sent.last(realm).isEmpty()) {
            lanes.wake(WeeklyLane.LANE, realm.value(), clock.instant());
        }
    }
}

package io.tieout.reconcile.weekly;

import io.quarkus.runtime.StartupEvent;
import io.tieout.kit.lane.Lanes;
import io.tieout.model.id.RealmId;
import io.tieout.reconcile.desk.ReviewDesks;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import jakarta.transaction.Transactional;
import java.time.Clock;

/// Starts the weekly rhythm of a company that is compared for the first time, and has every start
/// of the service look whether day and time were changed meanwhile.
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
    void start(@Observes @Priority(Interceptor.Priority.APPLICATION) StartupEvent start) {
        desks.realms().stream()
                .filter(realm -> sent.last(realm).isPresent())
                .forEach(realm -> lanes.wake(WeeklyLane.LANE, realm.value(), clock.instant()));
    }

    @Transactional
    public void unlessAwake(RealmId realm) {
        if (desks.of(realm).weekly() != null && sent.last(realm).isEmpty()) {
            lanes.wake(WeeklyLane.LANE, realm.value(), clock.instant());
        }
    }
}

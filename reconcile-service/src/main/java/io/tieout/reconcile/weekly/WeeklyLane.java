package io.tieout.reconcile.weekly;

import io.tieout.kit.lane.Lane;
import io.tieout.kit.lane.LaneResult;
import io.tieout.kit.lane.LaneWork;
import io.tieout.model.id.RealmId;
import io.tieout.reconcile.desk.ReviewDesk;
import io.tieout.reconcile.desk.ReviewDesks;
import io.tieout.reconcile.reporting.Reports;
import io.tieout.reconcile.reporting.VarianceReport;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Sends each project's report once a week. A week that was missed while the service was down is
/// made up for once; the week in which a company is first seen is left out.
@ApplicationScoped
class WeeklyLane implements LaneWork {
    static final String LANE = "weekly-report";

    private final WeeklyReports sent;
    private final Reports reports;
    private final SendWeekly send;
    private final ReviewDesks desks;
    private final Clock clock;

    WeeklyLane(
            WeeklyReports sent, Reports reports, SendWeekly send, ReviewDesks desks, Clock clock) {
        this.sent = sent;
        this.reports = reports;
        this.send = send;
        this.desks = desks;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return LANE;
    }

    @Override
    public LaneResult run(Lane lane) {
        RealmId realm = new RealmId(lane.key());
        ReviewDesk desk = desks.of(realm);
        ReviewDesk.Weekly weekly = desk.weekly();
        if (weekly == null) {
            return LaneResult.idle();
        }
        WeeklyDue due = new WeeklyDue(weekly, desk.zone());
        Instant now = clock.instant();
        Instant last = due.last(now);
        Optional<Instant> before = sent.last(realm);
        if (before.isEmpty() || before.get().isBefore(last)) {
            List<VarianceReport> all =
                    before.isEmpty() ? List.of() : reports.ofNamedProjects(realm);
            send.store(lane, realm, desk, last, all);
        }
        return LaneResult.again(due.next(now));
    }
}

package io.tieout.reconcile.reporting;

import io.tieout.model.id.RealmId;
import io.tieout.reconcile.reporting.ReportItem.Part;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/// Makes variance reports of what is said of the lines now.
@ApplicationScoped
class Reports {
    private final ProjectLines lines;
    private final Clock clock;

    Reports(ProjectLines lines, Clock clock) {
        this.lines = lines;
        this.clock = clock;
    }

    /// How one project stands.
    record Summary(String project, Map<Part, Integer> counts, List<VarianceReport.Total> totals) {}

    VarianceReport of(RealmId realm, String project) {
        return VarianceReport.of(realm, project, lines.of(realm, project), clock.instant());
    }

    List<Summary> summaries(RealmId realm) {
        return lines.projects(realm).stream()
                .map(project -> of(realm, project))
                .map(report -> new Summary(report.project(), report.counts(), report.totals()))
                .toList();
    }
}

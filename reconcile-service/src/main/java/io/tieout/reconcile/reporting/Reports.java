package io.tieout.reconcile.reporting;

import io.tieout.model.id.RealmId;
import io.tieout.reconcile.explaining.Explanations;
import io.tieout.reconcile.explaining.Facts;
import io.tieout.reconcile.records.RecordNames;
import io.tieout.reconcile.records.Records;
import io.tieout.reconcile.reporting.ReportItem.Part;
import io.tieout.reconcile.standing.Standing;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes variance reports of what is said of the lines now.
@ApplicationScoped
public class Reports {
    private final ProjectLines lines;
    private final Records records;
    private final Explanations explanations;
    private final Budgets budgets;
    private final CrossChecks crossChecks;
    private final Clock clock;

    Reports(
            ProjectLines lines,
            Records records,
            Explanations explanations,
            Budgets budgets,
            CrossChecks crossChecks,
            Clock clock) {
        this.lines = lines;
        this.records = records;
        this.explanations = explanations;
        this.budgets = budgets;
        this.crossChecks = crossChecks;
        this.clock = clock;
    }

    /// How one project stands.
    record Summary(
            String project,
            Map<Part, Integer> counts,
            List<VarianceReport.Total> totals,
            @Nullable Budget budget) {}

    /// Lines as items: what belongs together in one.
    public static List<ReportItem> items(Collection<Standing> lines) {
        return Groups.of(lines).stream().map(ReportItem::of).toList();
    }

    VarianceReport of(RealmId realm, String project) {
        List<Standing> all = lines.of(realm, project);
        RecordNames names = records.of(realm, RecordNames.all(all));
        VarianceReport report =
                report(realm, project, all, names, crossChecks.of(realm, project, all));
        return explanations.areOn() ? report.explained(explanations.of(keys(report))) : report;
    }

    private static List<String> keys(VarianceReport report) {
        return report.items().stream()
                .flatMap(item -> item.facts().stream())
                .map(Facts::key)
                .toList();
    }

    private VarianceReport report(
            RealmId realm,
            String project,
            List<Standing> all,
            RecordNames names,
            @Nullable CrossCheck crossCheck) {
        return VarianceReport.of(
                realm,
                project,
                all,
                names,
                budgets.of(realm, project, all),
                crossCheck,
                clock.instant());
    }

    /// A report of every project that has a name, in figures alone.
    public List<VarianceReport> ofNamedProjects(RealmId realm) {
        return lines.projects(realm).stream()
                .filter(project -> !project.isBlank())
                .map(project -> {
                    List<Standing> all = lines.of(realm, project);
                    return report(
                            realm,
                            project,
                            all,
                            RecordNames.NONE,
                            crossChecks.of(realm, project, all));
                })
                .toList();
    }

    /// The list shows no cross-check, so none is made for it.
    List<Summary> summaries(RealmId realm) {
        return lines.projects(realm).stream()
                .map(project ->
                        report(realm, project, lines.of(realm, project), RecordNames.NONE, null))
                .map(report ->
                        new Summary(
                                report.project(),
                                report.counts(),
                                report.totals(),
                                report.budget()))
                .toList();
    }
}

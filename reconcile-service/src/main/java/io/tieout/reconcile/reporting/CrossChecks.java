package io.tieout.reconcile.reporting;

import io.tieout.model.id.RealmId;
import io.tieout.reconcile.facts.BookedCosts;
import io.tieout.reconcile.ledger.EntryKind.Family;
import io.tieout.reconcile.profitandloss.ProfitAndLosses;
import io.tieout.reconcile.profitandloss.ProjectProfit;
import io.tieout.reconcile.standing.Outcome;
import io.tieout.reconcile.standing.Standing;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Finds out what QuickBooks' own profit and loss says of a project, and what is counted for it.
@ApplicationScoped
class CrossChecks {
    private final ProfitAndLosses reports;
    private final BookedCosts booked;

    CrossChecks(ProfitAndLosses reports, BookedCosts booked) {
        this.reports = reports;
        this.booked = booked;
    }

    /// Absent while the company's profit and loss has not been read, and for what names no project.
    ///
    /// @param lines the project's, with their counterparts
    @Nullable CrossCheck of(RealmId realm, String project, Collection<Standing> lines) {
        String key = ProjectLines.key(project);
        ProjectProfit profit = key.isEmpty() ? null : reports.of(realm, key).orElse(null);
        if (profit == null) {
            return null;
        }
        List<String> unnamed = Budgets.unnamed(key, lines);
        return CrossCheck.of(
                profit,
                booked.of(realm, key, unnamed),
                booked.portions(
                        realm,
                        key,
                        unnamed,
                        new BookedCosts.Report(profit.asOf(), profit.from(), profit.to())),
                rowless(lines));
    }

    /// Costs in the books without a counterpart, by currency.
    private static List<Amount> rowless(Collection<Standing> lines) {
        List<Standing> alone =
                lines.stream()
                        .filter(line -> !ReportItem.isSheet(line))
                        .filter(line -> line.kind().family() == Family.COST)
                        .filter(line -> line.outcome() == Outcome.ALONE)
                        .toList();
        return new TreeSet<>(alone.stream().map(Standing::currency).toList())
                .stream()
                        .map(unit ->
                                Amount.sum(
                                        alone.stream()
                                                .filter(line -> line.currency().equals(unit))
                                                .toList(),
                                        unit))
                        .toList();
    }
}

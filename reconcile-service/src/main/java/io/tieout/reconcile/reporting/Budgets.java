package io.tieout.reconcile.reporting;

import io.tieout.model.id.RealmId;
import io.tieout.model.smartsheet.ProjectFields;
import io.tieout.model.smartsheet.RowObserved;
import io.tieout.reconcile.facts.BookedCosts;
import io.tieout.reconcile.facts.SheetRows;
import io.tieout.reconcile.ledger.EntryKind.Family;
import io.tieout.reconcile.standing.Outcome;
import io.tieout.reconcile.standing.Standing;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Finds out what was approved for a project, and what both books have for it.
@ApplicationScoped
class Budgets {
    private final SheetRows rows;
    private final BookedCosts booked;

    Budgets(SheetRows rows, BookedCosts booked) {
        this.rows = rows;
        this.booked = booked;
    }

    /// @param lines the project's, with their counterparts
    @Nullable Budget of(RealmId realm, String project, Collection<Standing> lines) {
        String key = ProjectLines.key(project);
        List<RowObserved> named = key.isEmpty() ? List.of() : rows.ofProject(realm, key);
        return named.stream().anyMatch(row -> row.fields() instanceof ProjectFields)
                ? Budget.of(named, booked.of(realm, key, unnamed(key, lines)))
                : null;
    }

    /// Costs in the books that name no project are the project's whose rows, and no others, they
    /// were matched with.
    static List<String> unnamed(String key, Collection<Standing> lines) {
        Set<String> own =
                lines.stream()
                        .filter(line ->
                                ReportItem.isSheet(line)
                                        && ProjectLines.key(line.project()).equals(key))
                        .map(Standing::lineId)
                        .collect(Collectors.toSet());
        return lines.stream()
                .filter(line -> !ReportItem.isSheet(line))
                .filter(line -> line.kind().family() == Family.COST)
                .filter(line -> line.project().isBlank() && line.outcome() != Outcome.TIED)
                .filter(line ->
                        !line.counterparts().isEmpty() && own.containsAll(line.counterparts()))
                .map(Standing::lineId)
                .toList();
    }
}

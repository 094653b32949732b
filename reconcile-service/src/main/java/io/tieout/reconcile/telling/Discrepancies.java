package io.tieout.reconcile.telling;

import io.tieout.kit.json.WireJson;
import io.tieout.model.id.RealmId;
import io.tieout.model.id.RowRef;
import io.tieout.model.smartsheet.ColumnPart;
import io.tieout.model.smartsheet.RowObserved;
import io.tieout.model.smartsheet.SheetRole;
import io.tieout.reconcile.correcting.Corrections;
import io.tieout.reconcile.engine.Category;
import io.tieout.reconcile.records.RecordNames;
import io.tieout.reconcile.records.Records;
import io.tieout.reconcile.reporting.ReportItem;
import io.tieout.reconcile.reporting.Reports;
import io.tieout.reconcile.standing.Standing;
import io.tieout.reconcile.standing.Standings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/// What of the two books differs now, rows from before their sheet's cut-over date left out, and
/// what was corrected since.
@ApplicationScoped
class Discrepancies {
    private final Jdbi jdbi;
    private final Standings standings;
    private final Corrections corrections;
    private final Records records;

    Discrepancies(Jdbi jdbi, Standings standings, Corrections corrections, Records records) {
        this.jdbi = jdbi;
        this.standings = standings;
        this.corrections = corrections;
        this.records = records;
    }

    @Transactional
    List<Discrepancy> of(RealmId realm) {
        List<String> lines =
                jdbi.withHandle(handle ->
                        handle.createQuery(
                                        """
                                        SELECT line_id FROM standings
                                        WHERE realm = :realm AND outcome IN ('DEVIATING', 'ALONE') AND category IS NOT NULL
                                        ORDER BY line_id\
                                        """)
                                .bind("realm", realm.value())
                                .mapTo(String.class)
                                .list());
        List<Standing> differing = standings.of(realm, lines);
        RecordNames names = records.of(realm, RecordNames.all(differing));
        List<Discrepancy> all = new ArrayList<>();
        for (ReportItem item : Reports.items(differing)) {
            Category category = item.category();
            if (category != null) {
                all.add(new Discrepancy(item.in(names), category, names));
            }
        }
        Set<RowRef> old = beforeCutOver(realm, all);
        Map<String, Instant> settled = corrections.settled(realm);
        return all.stream()
                .filter(one -> one.rows().stream().noneMatch(old::contains))
                .filter(one ->
                        !one.since().isBefore(settled.getOrDefault(one.lineId(), Instant.MIN)))
                .toList();
    }

    /// Of a billing row people are told where its sheet has a column for what the books say; else
    /// its finding says it.
    private static boolean isTold(RowObserved row) {
        return row.role() != SheetRole.BILLING
                || row.columns().containsKey(ColumnPart.RECONCILIATION_STATUS);
    }

    /// Rows that are gone since count as old: nobody reads of them.
    private Set<RowRef> beforeCutOver(RealmId realm, Collection<Discrepancy> all) {
        Set<RowRef> rows =
                all.stream().flatMap(one -> one.rows().stream()).collect(Collectors.toSet());
        if (rows.isEmpty()) {
            return Set.of();
        }
        Set<RowRef> current =
                jdbi.withHandle(handle ->
                        handle
                                .createQuery(
                                        """
                                        SELECT observed FROM sheet_rows
                                        WHERE realm = :realm AND NOT gone AND sheet_id || ':' || row_id = ANY (:rows)\
                                        """)
                                .bind("realm", realm.value())
                                .bindArray(
                                        "rows",
                                        String.class,
                                        rows.stream().map(RowRef::key).toArray())
                                .map((rs, _) ->
                                        WireJson.read(rs.getString("observed"), RowObserved.class))
                                .stream()
                                .filter(row -> !row.beforeCutOver() && isTold(row))
                                .map(RowObserved::row)
                                .collect(Collectors.toSet()));
        return rows.stream().filter(row -> !current.contains(row)).collect(Collectors.toSet());
    }
}

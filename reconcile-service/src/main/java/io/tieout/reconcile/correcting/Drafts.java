package io.tieout.reconcile.correcting;

import io.tieout.model.id.EntityId;
import io.tieout.model.id.RealmId;
import io.tieout.model.id.RowRef;
import io.tieout.reconcile.correcting.Correction.Entries;
import io.tieout.reconcile.correcting.Correction.Entry;
import io.tieout.reconcile.correcting.Correction.NotPossible;
import io.tieout.reconcile.desk.ReviewDesk;
import io.tieout.reconcile.desk.ReviewDesks;
import io.tieout.reconcile.reporting.ReportItem;
import io.tieout.reconcile.reporting.Reports;
import io.tieout.reconcile.standing.Standing;
import io.tieout.reconcile.standing.Standings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/// Works out corrections from what is said of the lines now; stores nothing.
@ApplicationScoped
class Drafts {
    private final Jdbi jdbi;
    private final Standings standings;
    private final LedgerAccounts accounts;
    private final Corrections corrections;
    private final ReviewDesks desks;
    private final Clock clock;

    Drafts(
            Jdbi jdbi,
            Standings standings,
            LedgerAccounts accounts,
            Corrections corrections,
            ReviewDesks desks,
            Clock clock) {
        this.jdbi = jdbi;
        this.standings = standings;
        this.accounts = accounts;
        this.corrections = corrections;
        this.desks = desks;
        this.clock = clock;
    }

    /// @param lineId a line of a sheet
    @Transactional
    Draft of(RealmId realm, String lineId) {
        Optional<ReportItem> item = item(realm, lineId);
        if (item.isEmpty()) {
            return new Draft.Impossible("Nothing is said of the line %s now.".formatted(lineId));
        }
        Standing line = item.get().sheet().getFirst();
        RowRef row = line.row();
        Optional<Long> version = row == null ? Optional.empty() : version(realm, row);
        if (row == null || version.isEmpty()) {
            return new Draft.Impossible("The row is gone from its sheet.");
        }
        if (corrections.isCorrected(realm, lineId, line.since())) {
            return new Draft.AlreadyAsked();
        }
        ReviewDesk desk = desks.of(realm);
        LocalDate today = LocalDate.ofInstant(clock.instant(), desk.zone());
        return switch (new Corrector(desk.counterparts(), today).of(item.get())) {
            case NotPossible(String why) -> new Draft.Impossible(why);
            case Entries(List<Entry> entries) ->
                    resolved(realm, row, version.get(), item.get(), entries);
        };
    }

    private Draft resolved(
            RealmId realm, RowRef row, long version, ReportItem item, List<Entry> entries) {
        List<Draft.Posting> postings = new ArrayList<>();
        for (Entry entry : entries) {
            Optional<EntityId> debit = accounts.named(realm, entry.debit());
            Optional<EntityId> credit = accounts.named(realm, entry.credit());
            if (debit.isEmpty() || credit.isEmpty()) {
                return new Draft.Impossible(
                        "QuickBooks has not exactly one account “%s”: correct the name in the row, or in the settings of corrections."
                                .formatted(debit.isEmpty() ? entry.debit() : entry.credit()));
            }
            postings.add(new Draft.Posting(entry, debit.get(), credit.get()));
        }
        return new Draft.Possible(row, version, item, postings);
    }

    /// The line with its counterparts, and with theirs.
    private Optional<ReportItem> item(RealmId realm, String lineId) {
        List<Standing> own = standings.of(realm, List.of(lineId));
        Set<String> others = new HashSet<>(List.of(lineId));
        own.forEach(line -> others.addAll(line.counterparts()));
        standings.of(realm, others).forEach(line -> others.addAll(line.counterparts()));
        return Reports.items(standings.of(realm, others)).stream()
                .filter(item ->
                        item.sheet().stream().anyMatch(line -> line.lineId().equals(lineId)))
                .findFirst();
    }

    private Optional<Long> version(RealmId realm, RowRef row) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                SELECT revision_major FROM sheet_rows
                                WHERE realm = :realm AND sheet_id = :sheet AND row_id = :row AND NOT gone\
                                """)
                        .bind("realm", realm.value())
                        .bind("sheet", row.sheetId().value())
                        .bind("row", row.rowId().value())
                        .mapTo(Long.class)
                        .findOne());
    }
}

package io.tieout.reconcile.correcting;

import io.tieout.model.command.CorrectionWay;
import io.tieout.model.id.EntityId;
import io.tieout.model.id.RealmId;
import io.tieout.model.id.RowRef;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import io.tieout.reconcile.correcting.Correction.Entries;
import io.tieout.reconcile.correcting.Correction.Entry;
import io.tieout.reconcile.correcting.Correction.NotPossible;
import io.tieout.reconcile.desk.ReviewDesk;
import io.tieout.reconcile.desk.ReviewDesks;
import io.tieout.reconcile.engine.Category;
import io.tieout.reconcile.facts.CorrectingEntries;
import io.tieout.reconcile.reporting.ReportItem;
import io.tieout.reconcile.reporting.Reports;
import io.tieout.reconcile.standing.Standing;
import io.tieout.reconcile.standing.Standing.DocumentRef;
import io.tieout.reconcile.standing.Standings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.math.RoundingMode;
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
    private final CorrectingEntries entries;
    private final ReviewDesks desks;
    private final Clock clock;

    Drafts(
            Jdbi jdbi,
            Standings standings,
            LedgerAccounts accounts,
            Corrections corrections,
            CorrectingEntries entries,
            ReviewDesks desks,
            Clock clock) {
        this.jdbi = jdbi;
        this.standings = standings;
        this.accounts = accounts;
        this.corrections = corrections;
        this.entries = entries;
        this.desks = desks;
        this.clock = clock;
    }

    /// @param lineId a line of a sheet
    @Transactional
    Draft of(RealmId realm, String lineId, CorrectionWay way) {
        Optional<ReportItem> item = item(realm, lineId);
        if (item.isEmpty()) {
            return new Draft.Impossible(
                    "The row is gone, or nothing is said of it now: look at the report again.");
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
        if (way == CorrectionWay.RECATEGORISATION) {
            return recategorising(realm, row, version.get(), item.get());
        }
        return switch (new Corrector(desk.counterparts(), today).of(item.get())) {
            case NotPossible(String why) -> new Draft.Impossible(why);
            case Entries(List<Entry> wanted) ->
                    resolved(realm, row, version.get(), item.get(), wanted);
        };
    }

    /// One line of one document, which is recognised by its account and amount.
    private Draft recategorising(RealmId realm, RowRef row, long version, ReportItem item) {
        Standing sheet = item.sheet().getFirst();
        Standing booked = item.books().isEmpty() ? sheet : item.books().getFirst();
        DocumentRef document = booked.document();
        if (item.category() != Category.CODING_ERROR
                || item.sheet().size() != 1
                || item.books().size() != 1
                || document == null) {
            return new Draft.Impossible(
                    "Only one row against one line that is booked to another account is recategorised.");
        }
        Optional<EntityId> from = accounts.named(realm, booked.account());
        Optional<EntityId> to = accounts.named(realm, sheet.account());
        if (from.isEmpty() || to.isEmpty() || from.equals(to)) {
            return new Draft.Impossible(
                    "The accounts “%s” and “%s” are not two accounts of QuickBooks: correct the name in the row."
                            .formatted(booked.account(), sheet.account()));
        }
        List<Place> places = places(realm, document, from.get(), booked.amount().abs());
        if (places.size() != 1) {
            return new Draft.Impossible(
                    "The line cannot be told from others of the document: recategorise it in QuickBooks.");
        }
        return new Draft.Recategorising(
                row,
                version,
                item,
                document,
                places.getFirst().date(),
                places.getFirst().line(),
                Money.rounded(
                        booked.amount().abs(),
                        new CurrencyCode(booked.currency()),
                        RoundingMode.HALF_UP),
                from.get(),
                to.get());
    }

    private record Place(int line, LocalDate date) {}

    private List<Place> places(
            RealmId realm, DocumentRef document, EntityId account, BigDecimal amount) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                SELECT l.line, d.document_date
                                FROM document_lines l JOIN documents d USING (realm, entity_type, entity_id)
                                WHERE l.realm = :realm AND l.entity_type = :type AND l.entity_id = :id
                                  AND l.account_id = :account AND abs(l.amount) = :amount AND NOT d.gone\
                                """)
                        .bind("realm", realm.value())
                        .bind("type", document.type().wireName())
                        .bind("id", document.id().value())
                        .bind("account", account.value())
                        .bind("amount", amount)
                        .map((rs, _) ->
                                new Place(
                                        rs.getInt("line"),
                                        rs.getObject("document_date", LocalDate.class)))
                        .list());
    }

    private Draft resolved(
            RealmId realm, RowRef row, long version, ReportItem item, List<Entry> wanted) {
        List<Draft.Posting> postings = new ArrayList<>();
        for (Entry entry : wanted) {
            Optional<EntityId> debit = accounts.named(realm, entry.debit());
            Optional<EntityId> credit = accounts.named(realm, entry.credit());
            if (debit.isEmpty() || credit.isEmpty()) {
                return new Draft.Impossible(
                        "QuickBooks has not exactly one account “%s”: correct the name in the row, or in the settings of corrections."
                                .formatted(debit.isEmpty() ? entry.debit() : entry.credit()));
            }
            postings.add(
                    new Draft.Posting(
                            entry,
                            debit.get(),
                            credit.get(),
                            item.category() == Category.CODING_ERROR));
        }
        return new Draft.Possible(row, version, item, corrected(realm, item), postings);
    }

    /// The document's own line, which entries may correct already.
    private Standing corrected(RealmId realm, ReportItem item) {
        return item.books().stream()
                .filter(line -> line.document() != null && !isCorrecting(realm, line.document()))
                .findFirst()
                .orElse(item.books().getFirst());
    }

    private boolean isCorrecting(RealmId realm, DocumentRef document) {
        return entries.isCorrecting(realm, document.type(), document.id());
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

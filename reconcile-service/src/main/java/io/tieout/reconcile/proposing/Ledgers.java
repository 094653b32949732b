package io.tieout.reconcile.proposing;

import io.tieout.kit.lane.Lane;
import io.tieout.model.id.EntityId;
import io.tieout.model.id.RealmId;
import io.tieout.model.id.RowRef;
import io.tieout.model.quickbooks.EntityType;
import io.tieout.reconcile.billing.Billing;
import io.tieout.reconcile.facts.BilledRows;
import io.tieout.reconcile.facts.Change;
import io.tieout.reconcile.facts.Changes;
import io.tieout.reconcile.facts.Documents;
import io.tieout.reconcile.facts.Names;
import io.tieout.reconcile.facts.ObservedRow;
import io.tieout.reconcile.facts.SheetRows;
import io.tieout.reconcile.ledger.EntryKind.Family;
import io.tieout.reconcile.matching.BookDocument;
import io.tieout.reconcile.matching.BookLine;
import io.tieout.reconcile.matching.LiveLedger;
import io.tieout.reconcile.matching.MatchSettings;
import io.tieout.reconcile.matching.SheetLine;
import io.tieout.reconcile.standing.Standings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Keeps each realm's books in memory between comparisons. What is kept counts only if nobody else
/// compared the realm since, which the lane's fence tells, and is made anew once a day.
@ApplicationScoped
public class Ledgers {
    private static final Duration AGE_MAX = Duration.ofHours(20);

    private final SheetRows rows;
    private final Documents documents;
    private final BilledRows billed;
    private final Names names;
    private final LearnedParties parties;
    private final Settings settings;
    private final Standings standings;
    private final Map<RealmId, Held> held = new ConcurrentHashMap<>();

    Ledgers(
            SheetRows rows,
            Documents documents,
            BilledRows billed,
            Names names,
            LearnedParties parties,
            Settings settings,
            Standings standings) {
        this.rows = rows;
        this.documents = documents;
        this.billed = billed;
        this.names = names;
        this.parties = parties;
        this.settings = settings;
        this.standings = standings;
    }

    /// Whom documents name.
    private record Named(Set<String> vendors, Set<String> customers) {
        boolean knows(BookDocument document) {
            return vendors.containsAll(vendorsOf(document))
                    && customers.containsAll(customersOf(document));
        }
    }

    private record Held(LiveLedger ledger, Named named, long fence, Instant filledAt) {}

    /// A ledger that has seen all changes.
    ///
    /// @param full whether everything was compared
    /// @param touched lines of which something else is said now, or nothing any more
    /// @param rows rows that may need another status
    record Compared(
            LiveLedger ledger,
            Named named,
            boolean full,
            Set<String> touched,
            List<ObservedRow> rows,
            Instant filledAt) {}

    /// Whom a document names for the first time is learned with everything. Until [#keep] the realm
    /// has no ledger: whoever fails in between starts from the beginning.
    Compared compare(Lane lane, RealmId realm, Changes.Pending pending, Instant now) {
        Held known = held.remove(realm);
        return known == null
                        || known.fence() + 1 != lane.fence()
                        || pending.isOfAll()
                        || known.filledAt().plus(AGE_MAX).isBefore(now)
                ? all(realm, now)
                : some(known, realm, pending, now);
    }

    void keep(Lane lane, RealmId realm, Compared compared) {
        held.put(
                realm,
                new Held(compared.ledger(), compared.named(), lane.fence(), compared.filledAt()));
    }

    /// The books as they would be compared by each of these settings. Kept nowhere.
    public List<LiveLedger> asIf(RealmId realm, List<MatchSettings> each, Instant now) {
        List<SheetLine> all = lines(rows.of(realm), billed.of(realm));
        List<BookDocument> books = documents.of(realm);
        Named named = named(realm, books);
        return each.stream()
                .map(decided -> {
                    LiveLedger ledger = ledger(realm, named, decided);
                    ledger.fill(all, books, List.of(), now);
                    return ledger;
                })
                .toList();
    }

    private Compared all(RealmId realm, Instant now) {
        List<ObservedRow> all = rows.of(realm);
        List<BookDocument> books = documents.of(realm);
        Named named = named(realm, books);
        LiveLedger ledger = ledger(realm, named, settings.of(realm));
        Set<String> touched =
                ledger.fill(lines(all, billed.of(realm)), books, standings.of(realm), now);
        return new Compared(ledger, named, true, touched, all, now);
    }

    private static List<SheetLine> lines(List<ObservedRow> rows, Billing billing) {
        return rows.stream()
                .map(row -> SheetLine.of(row.observed(), billing))
                .filter(Objects::nonNull)
                .toList();
    }

    private Named named(RealmId realm, List<BookDocument> books) {
        Set<String> vendors = new HashSet<>(names.of(realm, EntityType.VENDOR));
        Set<String> customers = new HashSet<>(names.customers(realm));
        for (BookDocument book : books) {
            vendors.addAll(vendorsOf(book));
            customers.addAll(customersOf(book));
        }
        return new Named(vendors, customers);
    }

    private LiveLedger ledger(RealmId realm, Named named, MatchSettings decided) {
        return LiveLedger.empty(
                decided,
                parties.of(realm, Family.COST, named.vendors(), decided.aliases()),
                parties.of(realm, Family.TIME, names.of(realm, EntityType.CUSTOMER), List.of()),
                parties.of(realm, Family.INCOME, named.customers(), List.of()));
    }

    /// Whom a document of costs or orders names.
    private static Set<String> vendorsOf(BookDocument document) {
        return switch (document.type()) {
            case INVOICE, TIME_ACTIVITY -> Set.of();
            default ->
                    Stream.concat(
                                    Stream.ofNullable(document.party()),
                                    document.lines().stream()
                                            .map(BookLine::party)
                                            .filter(Objects::nonNull))
                            .collect(Collectors.toSet());
        };
    }

    private static Set<String> customersOf(BookDocument document) {
        String party = document.party();
        return document.type() == EntityType.INVOICE && party != null ? Set.of(party) : Set.of();
    }

    private Compared some(Held known, RealmId realm, Changes.Pending pending, Instant now) {
        LiveLedger ledger = known.ledger();
        List<SheetLine> changedRows = new ArrayList<>();
        List<RowRef> goneRows = new ArrayList<>();
        List<BookDocument> changedDocuments = new ArrayList<>();
        List<String> goneDocuments = new ArrayList<>();
        Map<RowRef, ObservedRow> loaded = new HashMap<>();
        Billing billing = billed.of(realm, rowsOf(pending));
        for (Change change : pending.changes()) {
            switch (change) {
                case Change.OfRow(RowRef ref) -> {
                    Optional<ObservedRow> row = rows.of(realm, ref);
                    row.ifPresent(present -> loaded.put(ref, present));
                    @Nullable SheetLine line =
                            row.map(present -> SheetLine.of(present.observed(), billing))
                                    .orElse(null);
                    if (line == null) {
                        goneRows.add(ref);
                    } else {
                        changedRows.add(line);
                    }
                }
                case Change.OfDocument(EntityType type, EntityId id) ->
                        documents
                                .of(realm, type, id)
                                .ifPresentOrElse(
                                        changedDocuments::add,
                                        () -> goneDocuments.add(BookDocument.key(type, id)));
                case Change.OfAll _ -> throw new IllegalStateException("Everything is compared");
            }
        }
        if (!changedDocuments.stream().allMatch(known.named()::knows)) {
            return all(realm, now);
        }
        Set<String> touched =
                ledger.change(changedRows, goneRows, changedDocuments, goneDocuments, now);
        for (String line : touched) {
            var standing = ledger.standing(line);
            RowRef row = standing == null ? null : standing.row();
            if (row != null && !loaded.containsKey(row)) {
                rows.of(realm, row).ifPresent(present -> loaded.put(row, present));
            }
        }
        return new Compared(
                ledger,
                known.named(),
                false,
                touched,
                List.copyOf(loaded.values()),
                known.filledAt());
    }

    private static List<RowRef> rowsOf(Changes.Pending pending) {
        return pending.changes().stream()
                .flatMap(change ->
                        change instanceof Change.OfRow(RowRef row)
                                ? Stream.of(row)
                                : Stream.empty())
                .toList();
    }
}

package io.tieout.reconcile.foresight;

import io.tieout.model.effect.CreateBill;
import io.tieout.model.effect.CreateDocument;
import io.tieout.model.effect.CreateJournalEntry;
import io.tieout.model.effect.CreatePurchaseOrder;
import io.tieout.model.effect.CreateTimeActivity;
import io.tieout.model.quickbooks.EntityType;
import io.tieout.reconcile.ledger.Entry;
import io.tieout.reconcile.records.RecordName;
import io.tieout.reconcile.reporting.Amount;
import io.tieout.reconcile.standing.Standing;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What would differ once a draft is posted: a document that the books have already, under whatever
/// spelling of its number and of whatever type, or an amount that is not the cost row's. Pure.
final class Foresight {
    /// Two documents of one vendor over the same amount in less than this many days are probably
    /// one.
    static final int DAYS_ALIKE = 10;

    private static final Set<EntityType> SPENT =
            Set.of(EntityType.BILL, EntityType.PURCHASE, EntityType.VENDOR_CREDIT);
    private static final int NAMED_MAX = 3;

    private Foresight() {}

    /// A document that the books have.
    record InBooks(
            EntityType type,
            String id,
            @Nullable String number,
            LocalDate date,
            BigDecimal amount,
            String currency) {
        private String words() {
            return "%s %s of %s, %s"
                    .formatted(
                            RecordName.kind(type),
                            number == null ? "without number (id " + id + ")" : number,
                            date,
                            new Amount(amount, currency).readable());
        }
    }

    /// In words, or empty when nothing would differ.
    ///
    /// @param vendors documents of the draft's vendor
    /// @param rows cost rows of the draft's vendor
    static String of(CreateDocument draft, List<InBooks> vendors, List<Standing> rows) {
        List<String> warnings = new ArrayList<>();
        vendors.stream()
                .filter(found -> isSame(draft, found))
                .limit(NAMED_MAX)
                .forEach(found ->
                        warnings.add("The books have %s already.".formatted(found.words())));
        String number = Entry.referenceKey(number(draft));
        if (draft instanceof CreateBill && !number.isEmpty()) {
            List<Standing> named =
                    rows.stream()
                            .filter(row -> Entry.referenceKey(row.reference()).equals(number))
                            .filter(row -> row.currency().equals(draft.total().currency().value()))
                            .toList();
            BigDecimal sum =
                    named.stream().map(Standing::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
            if (!named.isEmpty() && sum.compareTo(draft.total().amount()) != 0) {
                warnings.add(
                        "The cost sheet says %s for %s, the draft %s."
                                .formatted(
                                        new Amount(sum, draft.total().currency().value())
                                                .readable(),
                                        named.getFirst().reference(),
                                        draft.total().readable()));
            }
        }
        return String.join(" ", warnings);
    }

    private static boolean isSame(CreateDocument draft, InBooks found) {
        if (!isOfOneFamily(draft, found.type())) {
            return false;
        }
        String own = Entry.referenceKey(number(draft));
        String theirs = Entry.referenceKey(found.number() == null ? "" : found.number());
        if (!own.isEmpty() && own.equals(theirs)) {
            return true;
        }
        boolean bothNumbered = !own.isEmpty() && !theirs.isEmpty();
        return !bothNumbered
                && found.currency().equals(draft.total().currency().value())
                && found.amount().compareTo(draft.total().amount()) == 0
                && Math.abs(ChronoUnit.DAYS.between(draft.date(), found.date())) < DAYS_ALIKE;
    }

    private static boolean isOfOneFamily(CreateDocument draft, EntityType type) {
        return switch (draft) {
            case CreateBill _ -> SPENT.contains(type);
            case CreatePurchaseOrder _ -> type == EntityType.PURCHASE_ORDER;
            case CreateJournalEntry _ -> type == EntityType.JOURNAL_ENTRY;
            case CreateTimeActivity _ -> false;
        };
    }

    private static String number(CreateDocument draft) {
        String number =
                switch (draft) {
                    case CreateBill bill -> bill.number();
                    case CreateJournalEntry entry -> entry.number();
                    case CreatePurchaseOrder _, CreateTimeActivity _ -> null;
                };
        return number == null ? "" : number;
    }
}

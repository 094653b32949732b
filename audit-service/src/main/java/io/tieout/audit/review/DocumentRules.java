package io.tieout.audit.review;

import io.tieout.audit.facts.KnownEntity;
import io.tieout.model.effect.CreateBill;
import io.tieout.model.effect.CreateDocument;
import io.tieout.model.effect.CreateJournalEntry;
import io.tieout.model.effect.CreatePurchaseOrder;
import io.tieout.model.effect.CreateTimeActivity;
import io.tieout.model.id.EntityId;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.proposal.Evidence.RowCitation;
import io.tieout.model.quickbooks.Entity;
import io.tieout.model.quickbooks.EntityType;
import io.tieout.model.smartsheet.DocumentFields;
import io.tieout.model.smartsheet.DocumentKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Documents other than invoices as a whole: whose they are, of when, and whether they are there
/// already.
final class DocumentRules {
    static final List<Rule<DocumentCase>> ALL =
            List.of(
                    new Rule<>("document-kind-matches-rows", DocumentRules::kind),
                    new Rule<>("document-vendor", DocumentRules::vendor),
                    new Rule<>("document-date", DocumentRules::date),
                    new Rule<>("document-currency", DocumentRules::currency),
                    new Rule<>("document-duplicate", DocumentRules::duplicate),
                    new Rule<>("document-anchor", DocumentRules::anchor));

    private static final int DAYS_AHEAD_MAX = 1;

    private DocumentRules() {}

    private static void kind(DocumentCase it, List<String> objections) {
        DocumentKind kind =
                switch (it.document()) {
                    case CreateBill _ -> DocumentKind.BILL;
                    case CreateJournalEntry _ -> DocumentKind.JOURNAL_ENTRY;
                    case CreatePurchaseOrder _ -> DocumentKind.PURCHASE_ORDER;
                    case CreateTimeActivity _ -> DocumentKind.TIME_ACTIVITY;
                };
        for (DocumentFields row : it.rows()) {
            if (row.kind() != kind) {
                objections.add("A row is to become %s, not %s.".formatted(row.kind(), kind));
            }
        }
    }

    private static void vendor(DocumentCase it, List<String> objections) {
        EntityId vendor = vendorOf(it.document());
        if (vendor == null) {
            return;
        }
        if (it.usable(EntityType.VENDOR, vendor).isEmpty()) {
            objections.add("QuickBooks has no vendor %s in use.".formatted(vendor));
        }
        for (DocumentFields row : it.rows()) {
            if (!it.isNamed(EntityType.VENDOR, vendor, row.vendor())) {
                objections.add("A row names the vendor “%s”.".formatted(row.vendor()));
            }
        }
    }

    private static @Nullable EntityId vendorOf(CreateDocument document) {
        return switch (document) {
            case CreateBill bill -> bill.vendorId();
            case CreatePurchaseOrder order -> order.vendorId();
            case CreateTimeActivity time -> time.vendorId();
            case CreateJournalEntry _ -> null;
        };
    }

    private static void date(DocumentCase it, List<String> objections) {
        LocalDate date = it.document().date();
        for (DocumentFields row : it.rows()) {
            if (!date.equals(row.date())) {
                objections.add("It is dated %s, a row says %s.".formatted(date, row.date()));
            }
        }
        LocalDate closed =
                it.facts().preferences().map(Entity.Preferences::bookCloseDate).orElse(null);
        if (closed != null && !date.isAfter(closed)) {
            objections.add("The books are closed until %s.".formatted(closed));
        }
        if (date.isAfter(it.facts().today().plusDays(DAYS_AHEAD_MAX))) {
            objections.add("It is dated in the future.");
        }
    }

    private static void currency(DocumentCase it, List<String> objections) {
        CurrencyCode currency = it.document().total().currency();
        Optional<CurrencyCode> wanted =
                ofVendor(it)
                        .or(() -> it.facts().preferences().map(Entity.Preferences::homeCurrency));
        if (wanted.isPresent() && !wanted.get().equals(currency)) {
            objections.add(
                    "It is in %s, but must be in %s, the vendor's currency or else the books'."
                            .formatted(currency, wanted.get()));
        }
        if (!Objects.equals(it.document().total(), it.proposal().total())) {
            objections.add("The proposal's total is not the document's.");
        }
    }

    private static Optional<CurrencyCode> ofVendor(DocumentCase it) {
        EntityId vendor =
                it.document() instanceof CreateTimeActivity ? null : vendorOf(it.document());
        return vendor == null
                ? Optional.empty()
                : it.usable(EntityType.VENDOR, vendor)
                        .map(known -> ((Entity.Vendor) known.observed().entity()).currency());
    }

    private static void duplicate(DocumentCase it, List<String> objections) {
        for (RowCitation citation : it.proposal().evidence().rows()) {
            if (it.facts()
                    .billedElsewhere()
                    .containsKey(new Facts.BilledRow(citation.row(), citation.occurrence()))) {
                objections.add(
                        "Row %s has been released in another draft."
                                .formatted(citation.row().rowId()));
            }
        }
        for (KnownEntity document : it.facts().documents()) {
            if (!document.gone()
                    && document.observed().entityType() == it.document().entityType()
                    && document.observed().entity() instanceof Entity.Transaction found
                    && isSame(it.document(), found)) {
                objections.add(
                        "QuickBooks has it already: number %s, id %s."
                                .formatted(
                                        Objects.requireNonNullElse(found.documentNumber(), "–"),
                                        document.observed().id()));
            }
        }
    }

    /// A bill is known by its vendor's number; whatever Tieout made by its anchor.
    private static boolean isSame(CreateDocument document, Entity.Transaction found) {
        String note = Objects.requireNonNullElse(found.privateNote(), "");
        boolean sameNumber =
                document instanceof CreateBill bill
                        && bill.number() != null
                        && bill.number().equalsIgnoreCase(found.documentNumber());
        boolean sameBill =
                document instanceof CreateBill bill
                        && bill.number() == null
                        && !note.contains("tieout:")
                        && bill.date().equals(found.date())
                        && bill.total().equals(found.total());
        return note.contains(document.anchor()) || sameNumber || sameBill;
    }

    private static void anchor(DocumentCase it, List<String> objections) {
        if (!it.document().anchor().equals("tieout:" + it.proposal().proposalId())) {
            objections.add("The anchor is not this proposal's.");
        }
        if (!it.document().realmId().equals(it.proposal().realmId())) {
            objections.add("The document is for other books than the proposal.");
        }
    }
}

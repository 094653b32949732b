package io.tieout.console.dossier;

import io.tieout.console.frame.Words;
import io.tieout.console.source.BookEntries;
import io.tieout.console.source.RowWords;
import io.tieout.console.source.SourceRow;
import io.tieout.console.source.SourceRows;
import io.tieout.model.effect.CreateBill;
import io.tieout.model.effect.CreateInvoice;
import io.tieout.model.effect.CreatePurchaseOrder;
import io.tieout.model.effect.InvoiceLine;
import io.tieout.model.effect.SpendLine;
import io.tieout.model.effect.TaxCalculation;
import io.tieout.model.id.EntityId;
import io.tieout.model.id.RealmId;
import io.tieout.model.id.RowRef;
import io.tieout.model.proposal.Evidence;
import io.tieout.model.proposal.Evidence.LineSource;
import io.tieout.model.proposal.ProposalMade;
import io.tieout.model.proposal.ProposalState;
import io.tieout.model.quickbooks.EntityType;
import io.tieout.model.smartsheet.BillingFields;
import io.tieout.model.smartsheet.RowObserved;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a proposal rests on: its lines beside the rows they came from, with ids turned into names.
@ApplicationScoped
class Evidences {
    private final SourceRows rows;
    private final BookEntries entries;

    Evidences(SourceRows rows, BookEntries entries) {
        this.rows = rows;
        this.entries = entries;
    }

    List<ProposalView.Fact> facts(ProposalMade proposal) {
        List<ProposalView.Fact> facts = new ArrayList<>();
        RealmId realm = proposal.realmId();
        fact(
                facts,
                "Company",
                entries.companies().names().getOrDefault(realm.value(), realm.value()));
        invoice(proposal)
                .ifPresent(invoice -> {
                    fact(facts, "Customer", name(realm, EntityType.CUSTOMER, invoice.customerId()));
                    fact(facts, "Invoice date", invoice.invoiceDate());
                    fact(facts, "Terms", name(realm, EntityType.TERM, invoice.termId()));
                    fact(facts, "Tax code", name(realm, EntityType.TAX_CODE, invoice.taxCodeId()));
                    fact(
                            facts,
                            "Department",
                            name(realm, EntityType.DEPARTMENT, invoice.departmentId()));
                    fact(facts, "Bill to", invoice.billEmail());
                });
        fact(facts, "Tax code", spendTax(proposal));
        fact(facts, "Project", proposal.evidence().project());
        fact(facts, "Period", proposal.evidence().period());
        fact(facts, "Attachments", attachments(proposal));
        fact(facts, "Prepared by", proposal.preparedBy());
        fact(facts, "Rules", proposal.evidence().rulesVersion());
        return facts;
    }

    /// The tax codes of what is bought, outside the USA.
    private String spendTax(ProposalMade proposal) {
        Stream<SpendLine> billed =
                proposal.effects().stream()
                        .filter(CreateBill.class::isInstance)
                        .flatMap(effect -> ((CreateBill) effect).lines().stream());
        Stream<SpendLine> ordered =
                proposal.effects().stream()
                        .filter(CreatePurchaseOrder.class::isInstance)
                        .flatMap(effect -> ((CreatePurchaseOrder) effect).lines().stream());
        return Stream.concat(billed, ordered)
                .map(SpendLine::taxCodeId)
                .filter(Objects::nonNull)
                .distinct()
                .map(code -> name(proposal.realmId(), EntityType.TAX_CODE, code))
                .collect(Collectors.joining(", "));
    }

    /// The files that the draft rests on, by name.
    private static @Nullable String attachments(ProposalMade proposal) {
        List<Evidence.DocumentCitation> cited = proposal.evidence().documents();
        return cited == null || cited.stream().allMatch(document -> document.read() == null)
                ? null
                : cited.stream()
                        .filter(document -> document.read() != null)
                        .map(document ->
                                Boolean.TRUE.equals(document.read())
                                        ? document.title()
                                        : document.title() + " (not readable)")
                        .distinct()
                        .collect(Collectors.joining(", "));
    }

    List<ProposalView.Fact> sums(ProposalMade proposal) {
        return invoice(proposal).map(Evidences::figures).orElse(List.of());
    }

    /// A tax that QuickBooks works out is not known before.
    private static List<ProposalView.Fact> figures(CreateInvoice invoice) {
        boolean left = invoice.taxCalculation() == TaxCalculation.AUTOMATED;
        String tax = left ? "worked out by QuickBooks" : Amounts.plain(invoice.estimatedTax());
        return List.of(
                new ProposalView.Fact("Subtotal", Amounts.plain(invoice.subtotal())),
                new ProposalView.Fact(left ? "Tax" : "Tax, estimated", tax),
                new ProposalView.Fact(
                        left ? "Total before tax" : "Total",
                        Amounts.plain(invoice.estimatedTotal())));
    }

    /// The invoice's lines; for other proposals one line per row they are about.
    List<ProposalView.Line> lines(ProposalState state) {
        ProposalMade proposal = state.proposal();
        Map<RowRef, SourceRow> known =
                rows.find(
                        Stream.concat(
                                        proposal.rows().stream(),
                                        proposal.evidence().lines().stream()
                                                .flatMap(line -> line.rows().stream()))
                                .toList());
        return invoice(proposal)
                .map(invoice ->
                        invoice.lines().stream().map(line -> line(state, line, known)).toList())
                .orElseGet(() ->
                        proposal.rows().stream()
                                .map(row ->
                                        new ProposalView.Line(
                                                0,
                                                "",
                                                "",
                                                "",
                                                "",
                                                "",
                                                "",
                                                "",
                                                List.of(RowWords.of(row, known.get(row))),
                                                List.of()))
                                .toList());
    }

    private ProposalView.Line line(
            ProposalState state, InvoiceLine line, Map<RowRef, SourceRow> known) {
        ProposalMade proposal = state.proposal();
        Optional<LineSource> source =
                proposal.evidence().lines().stream()
                        .filter(candidate -> candidate.line() == line.number())
                        .findFirst();
        String item = name(proposal.realmId(), EntityType.ITEM, line.itemId());
        String className = name(proposal.realmId(), EntityType.CLASS, line.classId());
        return new ProposalView.Line(
                line.number(),
                item,
                line.description(),
                line.quantity().toString(),
                Amounts.plain(line.unitPrice()),
                Amounts.plain(line.amount()),
                line.serviceDate() == null ? "" : line.serviceDate().toString(),
                note(className, tax(proposal.realmId(), line), source.orElse(null)),
                source.map(LineSource::rows).orElse(List.of()).stream()
                        .map(row -> RowWords.of(row, known.get(row)))
                        .toList(),
                isUndecided(state)
                        ? source.map(found ->
                                        Differences.of(
                                                line,
                                                found,
                                                billing(found.rows(), known),
                                                proposal.counterparty(),
                                                item))
                                .orElse(List.of("no row is cited for this line"))
                        : List.of());
    }

    /// Once it is decided, the rows are expected to move on.
    private static boolean isUndecided(ProposalState state) {
        return switch (state.status()) {
            case RECORDED, BLOCKED, AWAITING_APPROVAL -> true;
            case RELEASED, DONE, FAILED, UNKNOWN, EXPIRED, REJECTED, WITHDRAWN, REVERSED -> false;
        };
    }

    /// The line's own code outside the USA; else whether it is taxed.
    private String tax(RealmId realm, InvoiceLine line) {
        EntityId code = line.taxCodeId();
        if (code != null) {
            return "tax code "
                    + entries.name(realm, EntityType.TAX_CODE, code).orElse(code.value());
        }
        return line.taxable() ? "taxable" : "not taxable";
    }

    private static String note(String className, String tax, @Nullable LineSource source) {
        String rate =
                source == null
                        ? ""
                        : switch (source.rateSource()) {
                            case ITEM -> "standard rate";
                            case RATE_CARD -> "rate card";
                            case COST_PLUS_MARKUP -> "cost plus markup";
                            case MINIMUM_FEE -> "minimum fee";
                            case SHEET -> "as the row says";
                        };
        return Stream.of(rate, className, tax)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private static List<BillingFields> billing(List<RowRef> refs, Map<RowRef, SourceRow> known) {
        return refs.stream()
                .map(known::get)
                .filter(Objects::nonNull)
                .map(SourceRow::event)
                .filter(RowObserved.class::isInstance)
                .map(event -> ((RowObserved) event).fields())
                .filter(BillingFields.class::isInstance)
                .map(BillingFields.class::cast)
                .toList();
    }

    private static Optional<CreateInvoice> invoice(ProposalMade proposal) {
        return proposal.effects().stream()
                .filter(CreateInvoice.class::isInstance)
                .map(CreateInvoice.class::cast)
                .findFirst();
    }

    private String name(RealmId realm, EntityType type, @Nullable EntityId id) {
        if (id == null) {
            return "";
        }
        return entries.name(realm, type, id).orElse(Words.lower(type) + " " + id);
    }

    private static void fact(List<ProposalView.Fact> facts, String name, @Nullable Object value) {
        String text = value == null ? "" : value.toString();
        if (!text.isEmpty()) {
            facts.add(new ProposalView.Fact(name, text));
        }
    }
}

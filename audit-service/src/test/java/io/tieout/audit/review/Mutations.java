package io.tieout.audit.review;

import io.tieout.audit.facts.KnownEntity;
import io.tieout.model.effect.CreateInvoice;
import io.tieout.model.effect.Effect;
import io.tieout.model.effect.InvoiceLine;
import io.tieout.model.id.EntityId;
import io.tieout.model.id.ProposalId;
import io.tieout.model.money.Money;
import io.tieout.model.money.Quantity;
import io.tieout.model.proposal.ProposalMade;
import io.tieout.model.quickbooks.Entity;
import io.tieout.model.quickbooks.EntityType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/// Changes a single thing of a valid case, and says which rule must name it.
final class Mutations {
    /// A case with one fault.
    record Mutated(String what, String rule, ValidProposals.Case faulty) {}

    private final Random random;
    private final ValidProposals.Case valid;

    private Mutations(ValidProposals.Case valid, long seed) {
        this.random = new Random(seed);
        this.valid = valid;
    }

    static Mutated mutate(ValidProposals.Case valid, long seed) {
        return new Mutations(valid, seed).mutate((int) (seed % 12));
    }

    private Mutated mutate(int which) {
        CreateInvoice it = valid.invoice();
        return switch (which) {
            case 0 ->
                    line(
                            "amount",
                            "totals-recomputed",
                            line ->
                                    with(
                                            line,
                                            line.quantity(),
                                            line.unitPrice(),
                                            other(line.amount()),
                                            line.itemId(),
                                            line.serviceDate()));
            case 1 ->
                    line(
                            "quantity",
                            "quantities-match-rows",
                            line ->
                                    with(
                                            line,
                                            other(line.quantity()),
                                            line.unitPrice(),
                                            line.amount(),
                                            line.itemId(),
                                            line.serviceDate()));
            case 2 ->
                    line(
                            "rate",
                            "rates-match",
                            line ->
                                    with(
                                            line,
                                            line.quantity(),
                                            other(line.unitPrice()),
                                            line.amount(),
                                            line.itemId(),
                                            line.serviceDate()));
            case 3 ->
                    invoice(
                            "tax",
                            "tax-recomputed",
                            with(
                                    it,
                                    it.customerId(),
                                    it.invoiceDate(),
                                    it.taxCodeId(),
                                    it.lines(),
                                    it.subtotal(),
                                    other(it.estimatedTax())));
            case 4 ->
                    invoice(
                            "tax code",
                            "tax-matches-location",
                            with(
                                    it,
                                    it.customerId(),
                                    it.invoiceDate(),
                                    otherTaxCode(it),
                                    it.lines(),
                                    it.subtotal(),
                                    it.estimatedTax()));
            case 5 ->
                    invoice(
                            "customer",
                            "customer-matches-rows",
                            with(
                                    it,
                                    otherCustomer(it),
                                    it.invoiceDate(),
                                    it.taxCodeId(),
                                    it.lines(),
                                    it.subtotal(),
                                    it.estimatedTax()));
            case 6 ->
                    invoice(
                            "unknown customer",
                            "counterparty-known-and-active",
                            with(
                                    it,
                                    new EntityId("c99"),
                                    it.invoiceDate(),
                                    it.taxCodeId(),
                                    it.lines(),
                                    it.subtotal(),
                                    it.estimatedTax()));
            case 7 ->
                    line(
                            "account",
                            "items-and-accounts",
                            line ->
                                    with(
                                            line,
                                            line.quantity(),
                                            line.unitPrice(),
                                            line.amount(),
                                            new EntityId("i7"),
                                            line.serviceDate()));
            case 8 ->
                    invoice(
                            "invoice date",
                            "dates",
                            with(
                                    it,
                                    it.customerId(),
                                    otherDate(it.invoiceDate()),
                                    it.taxCodeId(),
                                    it.lines(),
                                    it.subtotal(),
                                    it.estimatedTax()));
            case 9 ->
                    line(
                            "service date",
                            "dates",
                            line ->
                                    with(
                                            line,
                                            line.quantity(),
                                            line.unitPrice(),
                                            line.amount(),
                                            line.itemId(),
                                            otherDate(line.serviceDate())));
            case 10 -> billedElsewhere();
            default -> postedAlready();
        };
    }

    private interface LineChange {
        InvoiceLine apply(InvoiceLine line);
    }

    private Mutated line(String what, String rule, LineChange change) {
        CreateInvoice it = valid.invoice();
        List<InvoiceLine> lines = new ArrayList<>(it.lines());
        int index = random.nextInt(lines.size());
        lines.set(index, change.apply(lines.get(index)));
        return invoice(
                what,
                rule,
                with(
                        it,
                        it.customerId(),
                        it.invoiceDate(),
                        it.taxCodeId(),
                        lines,
                        it.subtotal(),
                        it.estimatedTax()));
    }

    private Mutated invoice(String what, String rule, CreateInvoice changed) {
        ProposalMade made = valid.proposal();
        List<Effect> effects =
                made.effects().stream()
                        .map(effect -> effect instanceof CreateInvoice ? changed : effect)
                        .toList();
        ProposalMade faulty =
                new ProposalMade(
                        made.proposalId(),
                        made.revision(),
                        made.realmId(),
                        made.kind(),
                        made.reference(),
                        made.summary(),
                        made.preparedBy(),
                        made.counterparty(),
                        made.total(),
                        made.rows(),
                        effects,
                        made.evidence());
        return new Mutated(what, rule, new ValidProposals.Case(faulty, valid.facts()));
    }

    private Mutated billedElsewhere() {
        var citations = valid.proposal().evidence().rows();
        var citation = citations.get(random.nextInt(citations.size()));
        return facts(
                "row released before",
                "duplicate",
                List.of(),
                Map.of(
                        new Facts.BilledRow(citation.row(), citation.occurrence()),
                        new ProposalId(new UUID(1, 2))));
    }

    private Mutated postedAlready() {
        CreateInvoice it = valid.invoice();
        Entity.Transaction posted =
                new Entity.Transaction(
                        "1007",
                        it.invoiceDate().minusDays(random.nextInt(10)),
                        null,
                        EntityType.CUSTOMER,
                        it.customerId(),
                        null,
                        it.currency(),
                        it.estimatedTotal(),
                        it.estimatedTax(),
                        it.estimatedTotal(),
                        null,
                        "entered by hand",
                        null,
                        null,
                        it.lines().stream()
                                .map(line ->
                                        new Entity.Line(
                                                null,
                                                null,
                                                line.amount(),
                                                line.quantity(),
                                                line.itemId(),
                                                null,
                                                null,
                                                null,
                                                null,
                                                null))
                                .toList());
        return facts(
                "posted before",
                "duplicate",
                List.of(Books.entity(EntityType.INVOICE, "900", posted)),
                Map.of());
    }

    private Mutated facts(
            String what,
            String rule,
            List<KnownEntity> documents,
            Map<Facts.BilledRow, ProposalId> billed) {
        Facts it = valid.facts();
        Facts changed =
                new Facts(
                        it.booksLoaded(),
                        it.rows(),
                        it.projects(),
                        it.customers(),
                        it.named(),
                        it.taxCodes(),
                        it.taxRates(),
                        it.preferences(),
                        documents,
                        billed,
                        it.billedHours(),
                        it.terms(),
                        it.pilot(),
                        it.today(),
                        it.madeOn());
        return new Mutated(what, rule, new ValidProposals.Case(valid.proposal(), changed));
    }

    private Money other(Money amount) {
        BigDecimal by = BigDecimal.valueOf(1 + random.nextInt(500_000), 2);
        return new Money(amount.amount().add(by), amount.currency());
    }

    private Quantity other(Quantity quantity) {
        return quantity.plus(new Quantity(BigDecimal.valueOf(1 + random.nextInt(2_000), 2)));
    }

    private LocalDate otherDate(LocalDate date) {
        int days = 2 + random.nextInt(60);
        return random.nextBoolean() ? date.plusDays(days) : date.minusDays(days);
    }

    private EntityId otherCustomer(CreateInvoice it) {
        int number = Integer.parseInt(it.customerId().value().substring(1));
        return new EntityId(
                "c" + (number + 1 + random.nextInt(Books.CUSTOMERS - 1)) % Books.CUSTOMERS);
    }

    private EntityId otherTaxCode(CreateInvoice it) {
        String own = it.taxCodeId() == null ? "" : it.taxCodeId().value();
        List<String> others =
                List.of("t0", "t1", "t2").stream().filter(code -> !code.equals(own)).toList();
        return new EntityId(others.get(random.nextInt(others.size())));
    }

    private static InvoiceLine with(
            InvoiceLine line,
            Quantity quantity,
            Money unitPrice,
            Money amount,
            EntityId item,
            LocalDate serviceDate) {
        return new InvoiceLine(
                line.number(),
                item,
                line.description(),
                quantity,
                unitPrice,
                amount,
                line.taxable(),
                line.classId(),
                serviceDate);
    }

    private static CreateInvoice with(
            CreateInvoice it,
            EntityId customer,
            LocalDate date,
            EntityId taxCode,
            List<InvoiceLine> lines,
            Money subtotal,
            Money tax) {
        return new CreateInvoice(
                it.effectId(),
                it.after(),
                it.realmId(),
                customer,
                date,
                it.termId(),
                it.departmentId(),
                it.currency(),
                it.billEmail(),
                taxCode,
                lines,
                subtotal,
                tax,
                it.anchor());
    }
}

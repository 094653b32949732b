package io.tieout.audit.review;

import io.tieout.audit.facts.KnownRow;
import io.tieout.audit.facts.RowInputs;
import io.tieout.audit.policy.Policy;
import io.tieout.model.effect.CellWrite;
import io.tieout.model.effect.CreateInvoice;
import io.tieout.model.effect.Effect;
import io.tieout.model.effect.InvoiceLine;
import io.tieout.model.effect.ResultField;
import io.tieout.model.effect.SendMail;
import io.tieout.model.effect.TextPart;
import io.tieout.model.effect.UpdateRows;
import io.tieout.model.envelope.SourceRevision;
import io.tieout.model.id.ColumnId;
import io.tieout.model.id.EffectId;
import io.tieout.model.id.EntityId;
import io.tieout.model.id.ProposalId;
import io.tieout.model.id.RowId;
import io.tieout.model.id.RowRef;
import io.tieout.model.id.SheetId;
import io.tieout.model.money.Money;
import io.tieout.model.money.Quantity;
import io.tieout.model.proposal.Evidence;
import io.tieout.model.proposal.Evidence.RateSource;
import io.tieout.model.proposal.ProposalKind;
import io.tieout.model.proposal.ProposalMade;
import io.tieout.model.quickbooks.Entity;
import io.tieout.model.smartsheet.BillingFields;
import io.tieout.model.smartsheet.ColumnPart;
import io.tieout.model.smartsheet.ProjectFields;
import io.tieout.model.smartsheet.RowObserved;
import io.tieout.model.smartsheet.SheetRole;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/// Makes valid proposals with the facts that they rest on, the same for the same seed. Figures are
/// computed here once more, by neither the drafting code nor the reviewer's.
public final class ValidProposals {
    /// A proposal and everything a reviewer may know about it.
    public record Case(ProposalMade proposal, Facts facts) {
        public CreateInvoice invoice() {
            return proposal.effects().stream()
                    .filter(CreateInvoice.class::isInstance)
                    .map(CreateInvoice.class::cast)
                    .findFirst()
                    .orElseThrow();
        }
    }

    public static final SheetId SHEET = new SheetId("4100000000000001");
    static final SheetId PROJECTS = new SheetId("4100000000000003");
    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    static final long SHEET_VERSION = 40;

    private final Random random;
    private final Map<RowRef, KnownRow> rows = new HashMap<>();
    private final List<Evidence.RowCitation> citations = new ArrayList<>();
    private final List<Evidence.LineSource> sources = new ArrayList<>();
    private final List<InvoiceLine> lines = new ArrayList<>();
    private Quantity hoursInAll = Quantity.ZERO;

    private ValidProposals(long seed) {
        this.random = new Random(seed);
    }

    public static Case make(long seed) {
        return new ValidProposals(seed).make();
    }

    private Case make() {
        int customer = random.nextInt(Books.CUSTOMERS);
        YearMonth period = YearMonth.of(2026, 10 + random.nextInt(2));
        int rowCount = 1 + random.nextInt(5);
        for (int i = 0; i < rowCount; i++) {
            if (random.nextInt(4) == 0) {
                cost(customer, period, i);
            } else {
                hours(customer, period, i);
            }
        }
        ProposalMade proposal = proposal(customer, period);
        return new Case(proposal, facts());
    }

    private void hours(int customer, YearMonth period, int index) {
        int service = random.nextInt(Books.SERVICES.size());
        Quantity hours = new Quantity(BigDecimal.valueOf(25 + random.nextInt(10_000), 2));
        boolean card = customer == 0 && service == 2;
        String price = card ? "205.00" : Books.PRICES.get(service);
        LocalDate day = period.atDay(1 + random.nextInt(20));
        RowRef row = row(customer, index, Books.SERVICES.get(service), hours, null, day);
        Money unit = Money.of(price, Books.USD);
        hoursInAll = hoursInAll.plus(hours);
        line(
                "i" + service,
                hours,
                unit,
                service % 2 == 0 && customer != 5,
                day,
                row,
                card ? RateSource.RATE_CARD : RateSource.ITEM,
                card ? null : new EntityId("i" + service),
                null);
    }

    private void cost(int customer, YearMonth period, int index) {
        Money cost =
                Money.of(BigDecimal.valueOf(100 + random.nextInt(90_000), 2).toString(), Books.USD);
        String factor = customer == 0 ? "1.10" : customer == 1 ? "1.125" : "1";
        Money unit =
                Money.rounded(
                        cost.amount().multiply(new BigDecimal(factor)),
                        Books.USD,
                        RoundingMode.HALF_UP);
        LocalDate day = period.atDay(1 + random.nextInt(20));
        RowRef row = row(customer, index, "Travel", null, cost, day);
        line("i9", Quantity.ONE, unit, false, day, row, RateSource.COST_PLUS_MARKUP, null, cost);
    }

    private void line(
            String item,
            Quantity quantity,
            Money unit,
            boolean taxable,
            LocalDate day,
            RowRef row,
            RateSource source,
            EntityId rateId,
            Money cost) {
        int number = lines.size() + 1;
        lines.add(
                new InvoiceLine(
                        number,
                        new EntityId(item),
                        "Work",
                        quantity,
                        unit,
                        unit.times(quantity, RoundingMode.HALF_UP),
                        taxable,
                        new EntityId("k1"),
                        day));
        sources.add(new Evidence.LineSource(number, List.of(row), source, rateId, cost));
    }

    private RowRef row(
            int customer, int index, String service, Quantity hours, Money cost, LocalDate day) {
        RowRef row = new RowRef(SHEET, new RowId("81" + random.nextInt(100_000) + index));
        BillingFields cells =
                new BillingFields(
                        "Ready to Bill",
                        true,
                        "Customer " + customer,
                        "Harbor",
                        service,
                        "Work",
                        day,
                        hours,
                        cost,
                        true,
                        "East",
                        null,
                        "pm@harbor.example",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
        rows.put(
                row,
                new KnownRow(
                        new RowObserved(
                                row,
                                Books.REALM,
                                SheetRole.BILLING,
                                "Billing",
                                index + 1,
                                cells,
                                List.of(),
                                columns(),
                                Books.LOADED,
                                "pm@harbor.example",
                                false),
                        new SourceRevision(SHEET_VERSION, 1),
                        false,
                        RowInputs.NONE.seen(SHEET_VERSION - 3, cells)));
        citations.add(new Evidence.RowCitation(row, 1, SHEET_VERSION));
        return row;
    }

    public static Map<ColumnPart, ColumnId> columns() {
        Map<ColumnPart, ColumnId> columns = new HashMap<>();
        for (ColumnPart part : ColumnPart.values()) {
            columns.put(part, new ColumnId("71" + (100 + part.ordinal())));
        }
        return columns;
    }

    private ProposalMade proposal(int customer, YearMonth period) {
        ProposalId id = new ProposalId(new UUID(random.nextLong(), random.nextLong()));
        Money subtotal = Money.sum(lines.stream().map(InvoiceLine::amount).toList(), Books.USD);
        BigDecimal taxable =
                lines.stream()
                        .filter(InvoiceLine::taxable)
                        .map(line -> line.amount().amount())
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean taxed = customer != 5;
        String rate = Books.RATES.get(customer % Books.STATES.size());
        Money tax =
                Money.rounded(
                        taxed
                                ? taxable.multiply(new BigDecimal(rate)).movePointLeft(2)
                                : BigDecimal.ZERO,
                        Books.USD,
                        RoundingMode.HALF_UP);
        CreateInvoice invoice =
                new CreateInvoice(
                        new EffectId("e2"),
                        List.of(),
                        Books.REALM,
                        new EntityId("c" + customer),
                        TODAY,
                        new EntityId("net30"),
                        null,
                        Books.USD,
                        "billing%d@customer.example".formatted(customer),
                        taxed ? new EntityId("t" + customer % Books.STATES.size()) : null,
                        lines,
                        subtotal,
                        tax,
                        "tieout:" + id);
        List<RowRef> refs = citations.stream().map(Evidence.RowCitation::row).toList();
        List<Effect> effects = List.of(announce(refs, invoice), invoice, report(refs), mail());
        return new ProposalMade(
                id,
                1,
                Books.REALM,
                ProposalKind.INVOICE,
                "TD-000042",
                "Invoice Customer %d for Harbor, %s".formatted(customer, period),
                "invoice-service",
                "Customer " + customer,
                subtotal.plus(tax),
                refs,
                effects,
                new Evidence(citations, sources, "Harbor", period.toString(), "1", "template"));
    }

    private static Effect announce(List<RowRef> rows, CreateInvoice invoice) {
        return update(
                "e1",
                List.of(),
                rows,
                List.of(
                        cell(ColumnPart.DRAFT_REFERENCE, new CellWrite.Text("TD-000042 r1")),
                        cell(
                                ColumnPart.DRAFT_TOTAL,
                                new CellWrite.Figure(invoice.estimatedTotal().amount())),
                        cell(ColumnPart.FINANCE_APPROVAL, new CellWrite.Cleared()),
                        cell(ColumnPart.APPROVER_APPROVAL, new CellWrite.Cleared()),
                        cell(ColumnPart.INVOICE_STATUS, new CellWrite.Text("Awaiting approval")),
                        cell(ColumnPart.NOTES, new CellWrite.Cleared())));
    }

    private static Effect report(List<RowRef> rows) {
        return update(
                "e3",
                List.of(new EffectId("e1"), new EffectId("e2")),
                rows,
                List.of(
                        cell(ColumnPart.INVOICE_ID, result(ResultField.INVOICE_ID)),
                        cell(ColumnPart.INVOICE_NUMBER, result(ResultField.INVOICE_NUMBER)),
                        cell(ColumnPart.INVOICE_DATE, result(ResultField.INVOICE_DATE)),
                        cell(ColumnPart.INVOICE_STATUS, new CellWrite.Text("Posted"))));
    }

    private static Effect mail() {
        return new SendMail(
                new EffectId("e4"),
                List.of(new EffectId("e2")),
                "pm@harbor.example",
                List.of(
                        TextPart.words("Invoice "),
                        new TextPart.ResultOf(new EffectId("e2"), ResultField.INVOICE_NUMBER)),
                List.of(
                        TextPart.words("Total "),
                        new TextPart.ResultOf(new EffectId("e2"), ResultField.INVOICE_TOTAL)));
    }

    private static CellWrite.Content result(ResultField field) {
        return new CellWrite.ResultOf(new EffectId("e2"), field);
    }

    private static Effect update(
            String id, List<EffectId> after, List<RowRef> rows, List<CellWrite> cells) {
        return new UpdateRows(
                new EffectId(id),
                after,
                SHEET,
                rows.stream().map(row -> new UpdateRows.RowUpdate(row.rowId(), cells)).toList());
    }

    private static CellWrite cell(ColumnPart part, CellWrite.Content content) {
        return new CellWrite(part, columns().get(part), content);
    }

    private Facts facts() {
        return new Facts(
                true,
                rows,
                List.of(project()),
                Books.customers(),
                Books.lists(),
                Books.taxCodes(),
                Books.taxRates(),
                Optional.of(
                        new Entity.Preferences(
                                Books.USD,
                                false,
                                LocalDate.of(2026, 9, 30),
                                true,
                                true,
                                true,
                                false)),
                List.of(),
                Map.of(),
                Quantity.of("10"),
                Books.terms(),
                new Policy.Pilot(Set.of(SHEET), Set.of("a1")),
                TODAY,
                TODAY);
    }

    private KnownRow project() {
        RowRef row = new RowRef(PROJECTS, new RowId("83"));
        ProjectFields fields =
                new ProjectFields(
                        "Harbor",
                        null,
                        hoursInAll.plus(Quantity.of("10.5")),
                        null,
                        "lead@harbor.example");
        return new KnownRow(
                new RowObserved(
                        row,
                        Books.REALM,
                        SheetRole.PROJECTS,
                        "Projects",
                        1,
                        fields,
                        List.of(),
                        columns(),
                        Books.LOADED,
                        null,
                        false),
                new SourceRevision(3, 1),
                false,
                RowInputs.NONE.seen(3, fields));
    }
}

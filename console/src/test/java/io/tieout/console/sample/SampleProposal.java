package io.tieout.console.sample;

import io.tieout.kit.json.CanonicalJson;
import io.tieout.model.decision.Role;
import io.tieout.model.effect.CellWrite;
import io.tieout.model.effect.CreateInvoice;
import io.tieout.model.effect.EffectResult;
import io.tieout.model.effect.InvoiceLine;
import io.tieout.model.effect.ResultField;
import io.tieout.model.effect.SendMail;
import io.tieout.model.effect.TaxCalculation;
import io.tieout.model.effect.TextPart;
import io.tieout.model.effect.UpdateRows;
import io.tieout.model.id.ColumnId;
import io.tieout.model.id.EffectId;
import io.tieout.model.id.EntityId;
import io.tieout.model.id.ProposalId;
import io.tieout.model.id.RealmId;
import io.tieout.model.id.RowId;
import io.tieout.model.id.RowRef;
import io.tieout.model.id.SheetId;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import io.tieout.model.money.Quantity;
import io.tieout.model.proposal.EffectState;
import io.tieout.model.proposal.Evidence;
import io.tieout.model.proposal.ProposalKind;
import io.tieout.model.proposal.ProposalMade;
import io.tieout.model.proposal.ProposalState;
import io.tieout.model.smartsheet.ColumnPart;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Builds the state of an invoice proposal: by default one for Harbor Works that waits for finance.
public final class SampleProposal {
    public static final RealmId REALM = new RealmId("9130350000000001");
    public static final SheetId SHEET = new SheetId("4100000000000001");
    private static final EffectId ROWS = new EffectId("e1");
    private static final EffectId INVOICE = new EffectId("e2");

    private final int number;
    private int revision = 1;
    private long sequence = 100;
    private String customer = "Harbor Works LLC";
    private String customerId = "58";
    private String hours = "8";
    private int rows = 2;
    private ProposalState.Status status = ProposalState.Status.AWAITING_APPROVAL;
    private boolean large;
    private @Nullable EntityId lineTaxCode;
    private @Nullable String financeBy;
    private boolean reviewFails;
    private Instant at = Instant.parse("2026-11-22T14:02:11Z");

    private SampleProposal(int number) {
        this.number = number;
    }

    public static SampleProposal number(int number) {
        return new SampleProposal(number);
    }

    public static ProposalId id(int number) {
        return new ProposalId(
                UUID.nameUUIDFromBytes(("sample-" + number).getBytes(StandardCharsets.UTF_8)));
    }

    public SampleProposal revision(int newRevision, long newSequence) {
        revision = newRevision;
        sequence = newSequence;
        return this;
    }

    public SampleProposal customer(String name, String id) {
        customer = name;
        customerId = id;
        return this;
    }

    public SampleProposal hours(String newHours, int newRows) {
        hours = newHours;
        rows = newRows;
        return this;
    }

    public SampleProposal at(Instant newAt) {
        at = newAt;
        return this;
    }

    public SampleProposal status(ProposalState.Status newStatus) {
        status = newStatus;
        return this;
    }

    /// As in books outside the USA.
    public SampleProposal taxedByLine(String code) {
        lineTaxCode = new EntityId(code);
        return this;
    }

    /// Needs an approver as well.
    public SampleProposal large() {
        large = true;
        return this;
    }

    public SampleProposal approvedByFinance(String person) {
        financeBy = person;
        return this;
    }

    public SampleProposal failingReview() {
        reviewFails = true;
        return this;
    }

    public RowRef row(int index) {
        return new RowRef(SHEET, new RowId("51" + number + "0" + index));
    }

    public ProposalState state() {
        ProposalMade proposal = proposal();
        List<ProposalState.ApprovalNeeded> needed = new ArrayList<>();
        if (status == ProposalState.Status.AWAITING_APPROVAL) {
            if (financeBy == null) {
                needed.add(
                        new ProposalState.ApprovalNeeded(
                                Role.FINANCE, "every transaction needs one finance decision"));
            }
            if (large) {
                needed.add(
                        new ProposalState.ApprovalNeeded(
                                Role.APPROVER, "an invoice over USD 50,000.00 needs an approver"));
            }
        }
        return new ProposalState(
                proposal,
                CanonicalJson.sha256(proposal),
                status,
                List.of(
                        new ProposalState.ReviewResult(
                                "totals-recomputed",
                                !reviewFails,
                                reviewFails
                                        ? "Lines add up to less than the total says"
                                        : "Lines, tax and total agree"),
                        new ProposalState.ReviewResult(
                                "closed-period", true, "Books are open since 2026-10-01")),
                needed,
                financeBy == null
                        ? List.of()
                        : List.of(
                                new ProposalState.ApprovalGiven(
                                        UUID.randomUUID().toString(),
                                        Role.FINANCE,
                                        String.valueOf(financeBy),
                                        "CONSOLE",
                                        at)),
                List.of(),
                0,
                effects(),
                needed.isEmpty() ? null : "Policy asks for a decision before money moves",
                sequence,
                at);
    }

    private List<EffectState> effects() {
        boolean done = status == ProposalState.Status.DONE;
        return List.of(
                effect(ROWS, "update-rows", "sheet:" + SHEET, true, EffectState.Status.DONE, null),
                effect(
                        INVOICE,
                        "create-invoice",
                        "realm:" + REALM,
                        false,
                        done
                                ? EffectState.Status.DONE
                                : status == ProposalState.Status.BLOCKED
                                        ? EffectState.Status.BLOCKED
                                        : EffectState.Status.AWAITING_APPROVAL,
                        done
                                ? new EffectResult.InvoiceCreated(
                                        new EntityId("1042"),
                                        "1042",
                                        LocalDate.parse("2026-11-22"),
                                        total(),
                                        tax(),
                                        0)
                                : null),
                effect(
                        new EffectId("e4"),
                        "send-mail",
                        "mailbox:pm@harbor.example",
                        true,
                        done ? EffectState.Status.DONE : EffectState.Status.RECORDED,
                        null));
    }

    private EffectState effect(
            EffectId id,
            String type,
            String target,
            boolean advisory,
            EffectState.Status effectStatus,
            @Nullable EffectResult result) {
        return new EffectState(
                id, type, target, advisory, effectStatus, null, 0, result, null, null, at);
    }

    private ProposalMade proposal() {
        List<RowRef> refs = new ArrayList<>();
        List<InvoiceLine> lines = new ArrayList<>();
        List<Evidence.LineSource> sources = new ArrayList<>();
        List<UpdateRows.RowUpdate> updates = new ArrayList<>();
        for (int index = 1; index <= rows; index++) {
            RowRef row = row(index);
            refs.add(row);
            lines.add(
                    new InvoiceLine(
                            index,
                            new EntityId("7"),
                            "Consulting on berth " + index,
                            Quantity.of(hours),
                            usd("150.00"),
                            lineAmount(),
                            true,
                            null,
                            LocalDate.parse("2026-11-1" + (index % 10)),
                            lineTaxCode));
            sources.add(
                    new Evidence.LineSource(
                            index,
                            List.of(row),
                            Evidence.RateSource.ITEM,
                            new EntityId("7"),
                            null));
            updates.add(
                    new UpdateRows.RowUpdate(
                            row.rowId(),
                            List.of(
                                    new CellWrite(
                                            ColumnPart.DRAFT_REFERENCE,
                                            new ColumnId("7100000000000013"),
                                            new CellWrite.Text(reference() + " r" + revision)),
                                    new CellWrite(
                                            ColumnPart.FINANCE_APPROVAL,
                                            new ColumnId("7100000000000015"),
                                            new CellWrite.Cleared()))));
        }
        return new ProposalMade(
                id(number),
                revision,
                REALM,
                ProposalKind.INVOICE,
                reference(),
                "Create invoice for %s, %s, and update %d rows"
                        .formatted(customer, total().readable(), rows),
                "invoice-service",
                customer,
                total(),
                refs,
                List.of(
                        new UpdateRows(ROWS, List.of(), SHEET, updates),
                        new CreateInvoice(
                                INVOICE,
                                List.of(),
                                REALM,
                                new EntityId(customerId),
                                LocalDate.parse("2026-11-22"),
                                new EntityId("3"),
                                null,
                                CurrencyCode.USD,
                                "books@client.example",
                                lineTaxCode == null ? new EntityId("2") : null,
                                lines,
                                subtotal(),
                                tax(),
                                "tieout:" + id(number),
                                lineTaxCode == null ? null : TaxCalculation.TAX_EXCLUDED),
                        new SendMail(
                                new EffectId("e4"),
                                List.of(INVOICE),
                                "pm@harbor.example",
                                List.of(
                                        TextPart.words("Invoice "),
                                        new TextPart.ResultOf(INVOICE, ResultField.INVOICE_NUMBER)),
                                List.of(TextPart.words("The invoice is posted.")))),
                new Evidence(
                        refs.stream().map(row -> new Evidence.RowCitation(row, 1, 40)).toList(),
                        sources,
                        "Berth 4 refit",
                        "2026-11",
                        "3",
                        "template"));
    }

    private String reference() {
        return "TD-%06d".formatted(number);
    }

    private Money lineAmount() {
        return usd("150.00").times(Quantity.of(hours), RoundingMode.HALF_UP);
    }

    private Money subtotal() {
        return lineAmount().times(Quantity.of(Integer.toString(rows)), RoundingMode.HALF_UP);
    }

    private Money tax() {
        return Money.rounded(
                subtotal().amount().movePointLeft(2).multiply(new java.math.BigDecimal("8.875")),
                CurrencyCode.USD,
                RoundingMode.HALF_UP);
    }

    private Money total() {
        return subtotal().plus(tax());
    }

    private static Money usd(String amount) {
        return Money.of(amount, CurrencyCode.USD);
    }
}

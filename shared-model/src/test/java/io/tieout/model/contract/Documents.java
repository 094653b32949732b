package io.tieout.model.contract;

import io.tieout.model.effect.CreateBill;
import io.tieout.model.effect.CreateDocument;
import io.tieout.model.effect.CreateJournalEntry;
import io.tieout.model.effect.CreatePurchaseOrder;
import io.tieout.model.effect.CreateTimeActivity;
import io.tieout.model.effect.EffectResult;
import io.tieout.model.effect.PostingLine;
import io.tieout.model.effect.SpendLine;
import io.tieout.model.id.EntityId;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import io.tieout.model.money.Quantity;
import io.tieout.model.proposal.Evidence;
import io.tieout.model.proposal.ProposalKind;
import io.tieout.model.proposal.ProposalMade;
import io.tieout.model.quickbooks.EntityType;
import io.tieout.model.smartsheet.DocumentFields;
import io.tieout.model.smartsheet.DocumentKind;
import io.tieout.model.smartsheet.RowContext;
import io.tieout.model.smartsheet.RowFields;
import io.tieout.model.smartsheet.RowObserved;
import io.tieout.model.smartsheet.TimesheetFields;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Examples of documents other than invoices, and of what surrounds a row.
final class Documents {
    private static final LocalDate DAY = LocalDate.parse("2026-11-19");

    private Documents() {}

    static RowFields row() {
        return new DocumentFields(
                "Ready to Post",
                true,
                DocumentKind.BILL,
                "Atlas Electric",
                "AE-2305",
                DAY,
                "Switchgear",
                "Harbor Works LLC",
                "Pier 7",
                null,
                "Job Materials",
                null,
                usd("840.50"),
                null,
                null,
                false,
                "North",
                null,
                "paula@harbor.example",
                "TD-000050 r1",
                null,
                null,
                null,
                "Awaiting approval",
                null);
    }

    static RowFields time() {
        return new TimesheetFields(
                "Pier 7",
                "Engineering",
                "paula@harbor.example",
                DAY,
                Quantity.of("6.5"),
                "Load tests",
                null,
                null,
                null);
    }

    static RowObserved withContext(RowObserved row) {
        return new RowObserved(
                row.row(),
                row.realmId(),
                row.role(),
                row.sheetName(),
                row.rowNumber(),
                row.fields(),
                row.problems(),
                row.columns(),
                row.modifiedAt(),
                row.modifiedBy(),
                row.beforeCutOver(),
                new RowContext(
                        List.of(
                                new RowContext.Comment(
                                        "9001",
                                        "paula@harbor.example",
                                        Examples.AT,
                                        "Accepted by the harbour master.",
                                        "cd".repeat(32))),
                        List.of(
                                new RowContext.Attachment(
                                        "9002",
                                        "timesheet.pdf",
                                        "application/pdf",
                                        20480,
                                        "ef".repeat(32),
                                        "14 hours of load tests",
                                        null))));
    }

    static ProposalMade bill() {
        return made(
                ProposalKind.BILL,
                new CreateBill(
                        Examples.E2,
                        List.of(),
                        Examples.REALM,
                        id("80"),
                        DAY,
                        id("3"),
                        null,
                        CurrencyCode.USD,
                        "AE-2305",
                        List.of(
                                new SpendLine(
                                        1,
                                        id("63"),
                                        null,
                                        null,
                                        null,
                                        "Switchgear",
                                        usd("840.50"),
                                        id("200"),
                                        id("58"),
                                        false)),
                        usd("840.50"),
                        "tieout:" + Examples.PROPOSAL));
    }

    static ProposalMade purchaseOrder() {
        return made(
                ProposalKind.PURCHASE_ORDER,
                new CreatePurchaseOrder(
                        Examples.E2,
                        List.of(),
                        Examples.REALM,
                        id("82"),
                        id("33"),
                        DAY,
                        CurrencyCode.USD,
                        List.of(
                                new SpendLine(
                                        1,
                                        null,
                                        id("5"),
                                        Quantity.ONE,
                                        usd("1200.00"),
                                        "Crane mats",
                                        usd("1200.00"),
                                        null,
                                        null,
                                        false)),
                        usd("1200.00"),
                        "tieout:" + Examples.PROPOSAL));
    }

    static ProposalMade journalEntry() {
        return made(
                ProposalKind.JOURNAL_ENTRY,
                new CreateJournalEntry(
                        Examples.E2,
                        List.of(),
                        Examples.REALM,
                        DAY,
                        CurrencyCode.USD,
                        "ACC-11",
                        List.of(
                                posting(1, PostingLine.Side.DEBIT, "62"),
                                posting(2, PostingLine.Side.CREDIT, "65")),
                        usd("650.00"),
                        "tieout:" + Examples.PROPOSAL));
    }

    /// A payable that is given up for a customer's job.
    static ProposalMade namingEntry() {
        return made(
                ProposalKind.JOURNAL_ENTRY,
                new CreateJournalEntry(
                        Examples.E2,
                        List.of(),
                        Examples.REALM,
                        DAY,
                        CurrencyCode.USD,
                        null,
                        List.of(
                                posting(1, PostingLine.Side.DEBIT, "33", null, id("80")),
                                posting(2, PostingLine.Side.CREDIT, "62", id("58"), null)),
                        usd("650.00"),
                        "tieout:" + Examples.PROPOSAL));
    }

    private static PostingLine posting(
            int number,
            PostingLine.Side side,
            String account,
            @Nullable EntityId customer,
            @Nullable EntityId vendor) {
        return new PostingLine(
                number,
                side,
                id(account),
                "Survey boat",
                usd("650.00"),
                null,
                null,
                customer,
                vendor);
    }

    private static PostingLine posting(int number, PostingLine.Side side, String account) {
        return new PostingLine(
                number, side, id(account), "Survey boat", usd("650.00"), id("200"), id("1"));
    }

    static ProposalMade timeActivity() {
        return made(
                ProposalKind.TIME_ACTIVITY,
                new CreateTimeActivity(
                        Examples.E2,
                        List.of(),
                        Examples.REALM,
                        id("83"),
                        DAY,
                        Quantity.of("6.5"),
                        id("3"),
                        id("58"),
                        null,
                        id("1"),
                        true,
                        usd("210.00"),
                        CurrencyCode.USD,
                        "Diving inspection",
                        usd("1365.00"),
                        "tieout:" + Examples.PROPOSAL));
    }

    static EffectResult created() {
        return new EffectResult.DocumentCreated(
                EntityType.BILL, id("146"), "AE-2305", DAY, usd("840.50"), 0);
    }

    private static ProposalMade made(ProposalKind kind, CreateDocument document) {
        return new ProposalMade(
                Examples.PROPOSAL,
                1,
                Examples.REALM,
                kind,
                "TD-000050",
                "Post a document",
                "invoice-service",
                "Atlas Electric",
                document.total(),
                List.of(Examples.ROW),
                List.of(document),
                new Evidence(
                        List.of(new Evidence.RowCitation(Examples.ROW, 1, 84)),
                        List.of(
                                new Evidence.LineSource(
                                        1,
                                        List.of(Examples.ROW),
                                        Evidence.RateSource.SHEET,
                                        null,
                                        null)),
                        "Pier 7",
                        null,
                        "2026-11-01",
                        "model:gpt-4o-mini",
                        List.of(
                                new Evidence.Sentence(
                                        1,
                                        "Switchgear.",
                                        List.of("row:" + Examples.ROW.key(), "comment:9001"))),
                        List.of(
                                new Evidence.DocumentCitation(
                                        Examples.ROW,
                                        "comment:9001",
                                        "Comment by paula@harbor.example",
                                        "cd".repeat(32)))));
    }

    /// The same draft, resting on a file that was read and one that could not be.
    static ProposalMade citing(ProposalMade made) {
        Evidence before = made.evidence();
        return new ProposalMade(
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
                made.effects(),
                new Evidence(
                        before.rows(),
                        before.lines(),
                        before.project(),
                        before.period(),
                        before.rulesVersion(),
                        before.narrativesBy(),
                        before.sentences(),
                        List.of(
                                new Evidence.DocumentCitation(
                                        Examples.ROW,
                                        "document:" + "ef".repeat(32),
                                        "timesheet.pdf",
                                        "ef".repeat(32),
                                        true),
                                new Evidence.DocumentCitation(
                                        Examples.ROW,
                                        "document:" + "cd".repeat(32),
                                        "scan.pdf",
                                        "cd".repeat(32),
                                        false))));
    }

    /// A journal entry that corrects a bill.
    static ProposalMade correction() {
        ProposalMade made = journalEntry();
        Evidence before = made.evidence();
        return new ProposalMade(
                made.proposalId(),
                made.revision(),
                made.realmId(),
                ProposalKind.CORRECTION,
                "CE-019aa9",
                made.summary(),
                "paula@harbor.example",
                made.counterparty(),
                made.total(),
                made.rows(),
                made.effects(),
                new Evidence(
                        before.rows(),
                        List.of(),
                        before.project(),
                        null,
                        null,
                        "template",
                        null,
                        List.of(
                                new Evidence.DocumentCitation(
                                        Examples.ROW,
                                        "books:Bill:145",
                                        "Atlas Electric AE-77",
                                        "cd".repeat(32))),
                        new Evidence.Corrects(
                                "Bill:145#2", List.of(id("62")), Examples.PROPOSAL, 1)));
    }

    private static EntityId id(String value) {
        return new EntityId(value);
    }

    private static Money usd(String amount) {
        return Money.of(amount, CurrencyCode.USD);
    }
}

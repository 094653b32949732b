package io.tieout.model.contract;

import io.tieout.model.command.CommandEvent;
import io.tieout.model.command.CorrectionWay;
import io.tieout.model.command.ExceptionCommand;
import io.tieout.model.command.MatchingCommand;
import io.tieout.model.command.RuleSetting;
import io.tieout.model.decision.DecisionMade;
import io.tieout.model.decision.Role;
import io.tieout.model.effect.AddComment;
import io.tieout.model.effect.CellWrite;
import io.tieout.model.effect.CreateInvoice;
import io.tieout.model.effect.EffectResult;
import io.tieout.model.effect.InvoiceLine;
import io.tieout.model.effect.ResultField;
import io.tieout.model.effect.SendMail;
import io.tieout.model.effect.TextPart;
import io.tieout.model.effect.UpdateRows;
import io.tieout.model.effect.VoidInvoice;
import io.tieout.model.finding.Candidate;
import io.tieout.model.finding.Explained;
import io.tieout.model.finding.FindingKind;
import io.tieout.model.finding.FindingOpened;
import io.tieout.model.finding.FindingResolved;
import io.tieout.model.finding.Severity;
import io.tieout.model.id.ColumnId;
import io.tieout.model.id.DecisionId;
import io.tieout.model.id.EffectId;
import io.tieout.model.id.EntityId;
import io.tieout.model.id.FindingId;
import io.tieout.model.id.ProposalId;
import io.tieout.model.id.RealmId;
import io.tieout.model.id.RowId;
import io.tieout.model.id.RowRef;
import io.tieout.model.id.SheetId;
import io.tieout.model.id.WebhookId;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import io.tieout.model.money.Percent;
import io.tieout.model.money.Quantity;
import io.tieout.model.proposal.EffectState;
import io.tieout.model.proposal.Evidence;
import io.tieout.model.proposal.ProposalKind;
import io.tieout.model.proposal.ProposalMade;
import io.tieout.model.proposal.ProposalState;
import io.tieout.model.proposal.ProposalWithdrawn;
import io.tieout.model.quickbooks.AccountingMethod;
import io.tieout.model.quickbooks.BooksLoaded;
import io.tieout.model.quickbooks.Entity;
import io.tieout.model.quickbooks.EntityGone;
import io.tieout.model.quickbooks.EntityObserved;
import io.tieout.model.quickbooks.EntityType;
import io.tieout.model.quickbooks.NotificationReceived;
import io.tieout.model.quickbooks.ProfitAndLossObserved;
import io.tieout.model.release.EffectReleased;
import io.tieout.model.release.OutcomeEvent;
import io.tieout.model.release.Receipt;
import io.tieout.model.release.RowGuard;
import io.tieout.model.smartsheet.BillingFields;
import io.tieout.model.smartsheet.CallbackReceived;
import io.tieout.model.smartsheet.CellProblem;
import io.tieout.model.smartsheet.ColumnPart;
import io.tieout.model.smartsheet.CostFields;
import io.tieout.model.smartsheet.ProjectFields;
import io.tieout.model.smartsheet.RowFields;
import io.tieout.model.smartsheet.RowGone;
import io.tieout.model.smartsheet.RowObserved;
import io.tieout.model.smartsheet.SheetRole;
import io.tieout.model.topic.Topic;
import io.tieout.model.topic.Topics;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One example of every event, each with every field filled where it can be.
final class Examples {
    /// An event of a topic; the name is that of its golden file.
    record Example<T>(Topic<T> topic, String name, T payload) {
        @Override
        public String toString() {
            return topic.name() + "/" + name;
        }
    }

    static final RealmId REALM = new RealmId("9130350000000001");
    static final SheetId SHEET = new SheetId("4100000000000001");
    static final RowRef ROW = new RowRef(SHEET, new RowId("5100000000000001"));
    static final Instant AT = Instant.parse("2026-11-22T10:15:30Z");
    static final ProposalId PROPOSAL = ProposalId.of("019aa9a5-0000-7000-8000-000000000010");
    static final DecisionId DECISION = DecisionId.of("019aa9a5-0000-7000-8000-000000000020");
    static final EffectId E1 = new EffectId("e1");
    static final EffectId E2 = new EffectId("e2");
    static final EffectId E3 = new EffectId("e3");
    static final EffectId E4 = new EffectId("e4");
    private static final String HASH = "ab".repeat(32);

    private Examples() {}

    static List<Example<?>> all() {
        return List.of(
                new Example<>(
                        Topics.SMARTSHEET_CALLBACKS,
                        "callback-received",
                        new CallbackReceived(
                                new WebhookId("8900000000000001"),
                                SHEET,
                                "{\"nonce\":\"n-1\"}",
                                AT)),
                new Example<>(
                        Topics.QUICKBOOKS_NOTIFICATIONS,
                        "notification-received",
                        new NotificationReceived(REALM, "[]", AT)),
                new Example<>(
                        Topics.SMARTSHEET_ROWS,
                        "row-observed-billing",
                        row(SheetRole.BILLING, billing())),
                new Example<>(
                        Topics.SMARTSHEET_ROWS, "row-observed-cost", row(SheetRole.COSTS, cost())),
                new Example<>(
                        Topics.SMARTSHEET_ROWS,
                        "row-observed-project",
                        row(SheetRole.PROJECTS, project())),
                new Example<>(
                        Topics.SMARTSHEET_ROWS,
                        "row-observed-document",
                        row(SheetRole.DOCUMENTS, Documents.row())),
                new Example<>(
                        Topics.SMARTSHEET_ROWS,
                        "row-observed-timesheet",
                        row(SheetRole.TIMESHEETS, Documents.time())),
                new Example<>(
                        Topics.SMARTSHEET_ROWS,
                        "row-observed-cost-in-full",
                        row(SheetRole.COSTS, Reconciled.cost())),
                new Example<>(
                        Topics.SMARTSHEET_ROWS,
                        "row-observed-timesheet-reconciled",
                        row(SheetRole.TIMESHEETS, Reconciled.time())),
                new Example<>(
                        Topics.SMARTSHEET_ROWS,
                        "row-observed-context",
                        Documents.withContext(row(SheetRole.BILLING, billing()))),
                new Example<>(
                        Topics.SMARTSHEET_ROWS,
                        "row-gone",
                        new RowGone(ROW, REALM, SheetRole.BILLING)),
                entity("customer", EntityType.CUSTOMER, customer()),
                entity("customer-project", EntityType.CUSTOMER, projectCustomer()),
                entity("item", EntityType.ITEM, item()),
                entity(
                        "item-abroad",
                        EntityType.ITEM,
                        new Entity.Item("Survey", "Service", null, id("41"), false, null, id("6"))),
                entity(
                        "vendor",
                        EntityType.VENDOR,
                        new Entity.Vendor("Atlas Electric", "ar@atlas.example", null, null)),
                entity(
                        "account",
                        EntityType.ACCOUNT,
                        new Entity.Account("Services", "4000", "Income", "Revenue")),
                entity(
                        "account-in-a-currency",
                        EntityType.ACCOUNT,
                        new Entity.Account(
                                "Payables (EUR)",
                                null,
                                "Accounts Payable",
                                "Liability",
                                new CurrencyCode("EUR"))),
                entity("class", EntityType.CLASS, new Entity.Named("North", "North", null)),
                entity("term", EntityType.TERM, new Entity.Term("Net 30", 30)),
                entity(
                        "tax-code",
                        EntityType.TAX_CODE,
                        new Entity.TaxCode("NY", "New York", true, List.of(id("3")))),
                entity(
                        "tax-rate",
                        EntityType.TAX_RATE,
                        new Entity.TaxRate("NY State", Percent.of("8.875"))),
                entity(
                        "company",
                        EntityType.COMPANY_INFO,
                        new Entity.Company("Harbor Programme Inc", "US", "America/New_York")),
                entity("preferences", EntityType.PREFERENCES, preferences()),
                entity(
                        "preferences-switches",
                        EntityType.PREFERENCES,
                        new Entity.Preferences(
                                CurrencyCode.USD,
                                false,
                                null,
                                true,
                                true,
                                true,
                                true,
                                false,
                                true,
                                false,
                                true)),
                entity("transaction", EntityType.INVOICE, transaction()),
                new Example<>(
                        Topics.QUICKBOOKS_ENTITIES,
                        "entity-gone",
                        new EntityGone(
                                REALM, EntityType.BILL, id("77"), EntityGone.Reason.DELETED)),
                new Example<>(
                        Topics.QUICKBOOKS_ENTITIES, "books-loaded", new BooksLoaded(REALM, AT)),
                new Example<>(
                        Topics.QUICKBOOKS_ENTITIES, "profit-and-loss-observed", profitAndLoss()),
                new Example<>(Topics.FINDINGS, "finding-opened", finding()),
                new Example<>(
                        Topics.FINDINGS,
                        "finding-resolved",
                        new FindingResolved(
                                new FindingId("unknown-customer:1"),
                                REALM,
                                FindingKind.UNKNOWN_CUSTOMER,
                                "The customer exists now.",
                                AT)),
                new Example<>(
                        Topics.FINDINGS,
                        "finding-resolved-titled",
                        new FindingResolved(
                                new FindingId("unknown-customer:1"),
                                REALM,
                                FindingKind.UNKNOWN_CUSTOMER,
                                "The customer exists now.",
                                AT,
                                "Customer \"Orchard Robotics\" is not in QuickBooks")),
                new Example<>(Topics.FINDINGS, "discrepancy-opened", discrepancy()),
                new Example<>(
                        Topics.FINDINGS,
                        "discrepancy-explained",
                        discrepancy()
                                .explained(
                                        new Explained(
                                                "The row says USD 1250.00 and the bill USD 1200.00.",
                                                "model:gpt-4o-mini",
                                                List.of(
                                                        new Explained.Citation(
                                                                "row:4100000000000001:5100000000000001",
                                                                "Project Costs, row 12"),
                                                        new Explained.Citation(
                                                                "books:Bill:145",
                                                                "Bill 4711 of 2026-11-03, Atlas Electric"))))),
                new Example<>(Topics.PROPOSALS, "proposal-made", proposal()),
                new Example<>(
                        Topics.PROPOSALS,
                        "proposal-withdrawn",
                        new ProposalWithdrawn(PROPOSAL, 2, REALM, "Its last row was taken back.")),
                new Example<>(Topics.PROPOSALS, "bill-proposed", Documents.bill()),
                new Example<>(Topics.PROPOSALS, "taxed-by-line", Foreign.taxedByLine()),
                new Example<>(Topics.PROPOSALS, "taxed-by-quickbooks", Automated.taxed()),
                new Example<>(
                        Topics.PROPOSALS, "attachment-cited", Documents.citing(Documents.bill())),
                new Example<>(Topics.PROPOSALS, "journal-entry-proposed", Documents.journalEntry()),
                new Example<>(Topics.PROPOSALS, "naming-entry-proposed", Documents.namingEntry()),
                new Example<>(Topics.PROPOSALS, "correction-proposed", Documents.correction()),
                new Example<>(
                        Topics.PROPOSALS, "purchase-order-proposed", Documents.purchaseOrder()),
                new Example<>(Topics.PROPOSALS, "time-activity-proposed", Documents.timeActivity()),
                new Example<>(Topics.DECISIONS, "decision-made", decision()),
                new Example<>(Topics.PROPOSAL_STATES, "proposal-state", state()),
                new Example<>(Topics.RELEASES, "effect-released", release()),
                new Example<>(
                        Topics.OUTCOMES,
                        "effect-done",
                        new OutcomeEvent.EffectDone(REALM, PROPOSAL, 2, E2, invoiceCreated(), AT)),
                new Example<>(
                        Topics.OUTCOMES,
                        "document-created",
                        new OutcomeEvent.EffectDone(
                                REALM, PROPOSAL, 2, E2, Documents.created(), AT)),
                new Example<>(
                        Topics.OUTCOMES,
                        "effect-failed",
                        new OutcomeEvent.EffectFailed(
                                REALM,
                                PROPOSAL,
                                2,
                                E2,
                                "quickbooks-6000",
                                "A business rule was broken",
                                AT)),
                new Example<>(
                        Topics.OUTCOMES,
                        "effect-refused",
                        new OutcomeEvent.EffectRefused(
                                REALM,
                                PROPOSAL,
                                2,
                                E2,
                                OutcomeEvent.EffectRefused.Reason.ROW_CHANGED,
                                "Hours show 12, the draft has 10",
                                AT)),
                new Example<>(
                        Topics.OUTCOMES,
                        "effect-unknown",
                        new OutcomeEvent.EffectUnknown(
                                REALM, PROPOSAL, 2, E2, "No answer and nothing found", AT)),
                new Example<>(
                        Topics.COMMANDS,
                        "dead-letter-redriven",
                        new CommandEvent.DeadLetterRedriven(
                                "olga@harbor.example",
                                AT,
                                "smartsheet.callbacks.v1",
                                "ingest-service",
                                "d-1",
                                true)),
                new Example<>(
                        Topics.COMMANDS,
                        "unknown-resolved",
                        new CommandEvent.UnknownResolved(
                                "fiona@harbor.example",
                                AT,
                                PROPOSAL,
                                2,
                                E2,
                                true,
                                invoiceCreated())),
                new Example<>(
                        Topics.COMMANDS,
                        "sweep-requested",
                        new CommandEvent.SweepRequested("olga@harbor.example", AT, SHEET)),
                new Example<>(
                        Topics.COMMANDS,
                        "remap-accepted",
                        new CommandEvent.RemapAccepted(
                                "olga@harbor.example", AT, SHEET, "3f9a2c41b07d")),
                new Example<>(
                        Topics.COMMANDS,
                        "match-rules-edited",
                        new MatchingCommand.MatchRulesEdited(
                                "fiona@harbor.example",
                                AT,
                                REALM,
                                1,
                                List.of(
                                        new RuleSetting(
                                                "scored",
                                                "scored",
                                                2,
                                                Percent.of("0.5"),
                                                10,
                                                true)),
                                "Banks round")),
                new Example<>(
                        Topics.COMMANDS,
                        "alias-confirmed",
                        new MatchingCommand.AliasConfirmed(
                                "fiona@harbor.example",
                                AT,
                                REALM,
                                "Atlas El. Co",
                                "Atlas Electric",
                                new FindingId("missing-in-quickbooks:" + ROW.key()),
                                ROW)),
                new Example<>(
                        Topics.COMMANDS,
                        "alias-revoked",
                        new MatchingCommand.AliasRevoked(
                                "fiona@harbor.example",
                                AT,
                                REALM,
                                "Atlas El. Co",
                                "Atlas Electric",
                                "Two companies")),
                new Example<>(
                        Topics.COMMANDS,
                        "unmatched",
                        new MatchingCommand.Unmatched(
                                "fiona@harbor.example",
                                AT,
                                REALM,
                                ROW.key(),
                                "Bill:145#2",
                                "Another delivery")),
                new Example<>(
                        Topics.COMMANDS,
                        "separation-withdrawn",
                        new MatchingCommand.SeparationWithdrawn(
                                "fiona@harbor.example",
                                AT,
                                REALM,
                                ROW.key(),
                                "Bill:145#2",
                                "It was the one")),
                new Example<>(
                        Topics.COMMANDS,
                        "correction-requested",
                        new CommandEvent.CorrectionRequested(
                                "fiona@harbor.example", AT, REALM, "Bill:145#1")),
                new Example<>(
                        Topics.COMMANDS,
                        "recategorisation-requested",
                        new CommandEvent.CorrectionRequested(
                                "fiona@harbor.example",
                                AT,
                                REALM,
                                ROW.key(),
                                CorrectionWay.RECATEGORISATION)),
                new Example<>(
                        Topics.PROPOSALS,
                        "recategorisation-proposed",
                        Reconciled.recategorisation()),
                new Example<>(
                        Topics.OUTCOMES,
                        "line-recategorised",
                        new OutcomeEvent.EffectDone(
                                REALM, PROPOSAL, 1, E1, Reconciled.recategorised(), AT)),
                new Example<>(Topics.PROPOSALS, "task-proposed", Reconciled.task()),
                new Example<>(
                        Topics.OUTCOMES,
                        "rows-added",
                        new OutcomeEvent.EffectDone(
                                REALM, PROPOSAL, 1, E1, Reconciled.added(), AT)),
                new Example<>(
                        Topics.COMMANDS,
                        "exception-assigned",
                        new ExceptionCommand.ExceptionAssigned(
                                "fiona@harbor.example",
                                AT,
                                REALM,
                                new FindingId("discrepancy:4:12"),
                                "arthur@harbor.example")),
                new Example<>(
                        Topics.COMMANDS,
                        "exception-commented",
                        new ExceptionCommand.ExceptionCommented(
                                "fiona@harbor.example",
                                AT,
                                REALM,
                                new FindingId("discrepancy:4:12"),
                                "Atlas sends a corrected bill on Friday.")),
                new Example<>(
                        Topics.COMMANDS,
                        "exception-due-set",
                        new ExceptionCommand.ExceptionDueSet(
                                "fiona@harbor.example",
                                AT,
                                REALM,
                                new FindingId("discrepancy:4:12"),
                                LocalDate.parse("2026-11-27"))),
                new Example<>(
                        Topics.COMMANDS,
                        "exception-resolved",
                        new ExceptionCommand.ExceptionResolved(
                                "fiona@harbor.example",
                                AT,
                                REALM,
                                new FindingId("discrepancy:4:12"),
                                "A discount that was agreed on the phone.",
                                "9e107d9d372bb6826bd81d3542a419d6")),
                new Example<>(
                        Topics.COMMANDS,
                        "exception-reopened",
                        new ExceptionCommand.ExceptionReopened(
                                "fiona@harbor.example",
                                AT,
                                REALM,
                                new FindingId("discrepancy:4:12"))));
    }

    private static Example<?> entity(String name, EntityType type, Entity entity) {
        return new Example<>(
                Topics.QUICKBOOKS_ENTITIES,
                "entity-observed-" + name,
                new EntityObserved(REALM, type, id("58"), true, AT, entity));
    }

    private static EntityId id(String value) {
        return new EntityId(value);
    }

    private static Money usd(String amount) {
        return Money.of(amount, CurrencyCode.USD);
    }

    private static RowObserved row(SheetRole role, RowFields fields) {
        return new RowObserved(
                ROW,
                REALM,
                role,
                "Billing",
                12,
                fields,
                List.of(
                        new CellProblem(
                                ColumnPart.COST,
                                "Expense Cost",
                                "number-expected",
                                "\"n/a\" is not a number.")),
                Map.of(ColumnPart.STATUS, new ColumnId("7100000000000002")),
                AT,
                "paula@harbor.example",
                false);
    }

    private static BillingFields billing() {
        return new BillingFields(
                "Ready to Bill",
                true,
                "Harbor Works LLC",
                "Pier 7",
                "Engineering",
                "Load calculation",
                LocalDate.parse("2026-11-18"),
                Quantity.of("7.50"),
                usd("120.00"),
                true,
                "North",
                "Boston",
                "paula@harbor.example",
                "TD-000042 r2",
                "Approved",
                "Approved",
                "1042",
                "Posted",
                "Note");
    }

    private static CostFields cost() {
        return new CostFields(
                "Atlas Electric",
                "INV-77",
                "Cabling",
                "Pier 7",
                LocalDate.parse("2026-11-03"),
                usd("1200.50"),
                "Matched",
                "Bill INV-77",
                null,
                null,
                null,
                null,
                null);
    }

    private static ProjectFields project() {
        return new ProjectFields(
                "Pier 7",
                "Harbor Works LLC",
                Quantity.of("120"),
                usd("50000.00"),
                "paula@harbor.example");
    }

    private static Entity.Customer customer() {
        return new Entity.Customer(
                "Pier 7",
                "Harbor Works LLC:Pier 7",
                id("57"),
                true,
                "ap@harborworks.example",
                "1 Pier Road",
                "New York",
                "NY",
                "USA",
                true,
                id("3"),
                id("5"),
                CurrencyCode.USD);
    }

    private static Entity.Customer projectCustomer() {
        return new Entity.Customer(
                "Pier 9",
                "Harbor Works LLC:Pier 9",
                id("57"),
                true,
                null,
                null,
                null,
                null,
                null,
                true,
                null,
                null,
                null,
                true);
    }

    private static Entity.Item item() {
        return new Entity.Item("Engineering", "Service", usd("210.00"), id("79"), true, id("200"));
    }

    private static Entity.Preferences preferences() {
        return new Entity.Preferences(
                CurrencyCode.USD, false, LocalDate.parse("2026-09-30"), true, true, true, false);
    }

    private static Entity.Transaction transaction() {
        return new Entity.Transaction(
                "1042",
                LocalDate.parse("2026-11-22"),
                LocalDate.parse("2026-12-22"),
                EntityType.CUSTOMER,
                id("58"),
                "Harbor Works LLC",
                CurrencyCode.USD,
                usd("1632.75"),
                usd("133.10"),
                usd("1632.75"),
                id("1"),
                "tieout:" + PROPOSAL,
                "NotSet",
                null,
                List.of(
                        new Entity.Line(
                                "1",
                                "Load calculation",
                                usd("1575.00"),
                                Quantity.of("7.5"),
                                id("12"),
                                id("79"),
                                id("200"),
                                id("58"),
                                "Credit",
                                null)));
    }

    private static ProfitAndLossObserved profitAndLoss() {
        return new ProfitAndLossObserved(
                REALM,
                AT,
                AccountingMethod.ACCRUAL,
                LocalDate.parse("2015-01-01"),
                LocalDate.parse("2026-11-22"),
                CurrencyCode.USD,
                List.of(
                        new ProfitAndLossObserved.Customer(
                                "Harbor Pier Upgrade",
                                Money.of("3000.00", CurrencyCode.USD),
                                Money.of("2486.40", CurrencyCode.USD),
                                Money.of("64.30", CurrencyCode.USD),
                                Money.of("449.30", CurrencyCode.USD))));
    }

    private static FindingOpened finding() {
        return new FindingOpened(
                new FindingId("unknown-customer:1"),
                REALM,
                FindingKind.UNKNOWN_CUSTOMER,
                Severity.WARNING,
                "invoice-service",
                List.of(ROW),
                PROPOSAL,
                "Customer \"Orchard Robotics\" is not in QuickBooks",
                "Row 12 of Billing names a customer that the books do not have.",
                "Create the customer or correct the name; the draft proceeds by itself.",
                List.of(
                        new Candidate(
                                EntityType.CUSTOMER, id("61"), "Orchid Robotics", 920, "inactive")),
                usd("100.00"),
                AT);
    }

    private static FindingOpened discrepancy() {
        return new FindingOpened(
                new FindingId("amount-variance:4:12"),
                REALM,
                FindingKind.AMOUNT_VARIANCE,
                Severity.WARNING,
                "reconcile-service",
                List.of(ROW),
                null,
                "Project Costs, row 12 and the books differ",
                "Amount variance: the row says USD 1,250.00, the bill USD 1,200.00.",
                "Correct the row or the document: the status follows by itself.",
                List.of(
                        new Candidate(
                                EntityType.BILL,
                                id("145"),
                                "Atlas Electric, bill 4711",
                                870,
                                null,
                                List.of(
                                        "50.00 apart, 1.00 allowed",
                                        "document number is another"))),
                usd("1250.00"),
                AT);
    }

    private static ProposalMade proposal() {
        UpdateRows waiting =
                new UpdateRows(
                        E1,
                        List.of(),
                        SHEET,
                        List.of(
                                new UpdateRows.RowUpdate(
                                        ROW.rowId(),
                                        List.of(
                                                cell(
                                                        ColumnPart.DRAFT_REFERENCE,
                                                        new CellWrite.Text("TD-000042 r2")),
                                                cell(
                                                        ColumnPart.DRAFT_TOTAL,
                                                        new CellWrite.Figure(
                                                                new BigDecimal("1708.10"))),
                                                cell(
                                                        ColumnPart.FINANCE_APPROVAL,
                                                        new CellWrite.Cleared())))));
        UpdateRows posted =
                new UpdateRows(
                        E3,
                        List.of(E1, E2),
                        SHEET,
                        List.of(
                                new UpdateRows.RowUpdate(
                                        ROW.rowId(),
                                        List.of(
                                                cell(
                                                        ColumnPart.INVOICE_NUMBER,
                                                        new CellWrite.ResultOf(
                                                                E2, ResultField.INVOICE_NUMBER)),
                                                cell(
                                                        ColumnPart.INVOICE_DATE,
                                                        new CellWrite.Day(
                                                                LocalDate.parse("2026-11-22")))))));
        SendMail mail =
                new SendMail(
                        E4,
                        List.of(E2),
                        "paula@harbor.example",
                        List.of(
                                TextPart.words("Invoice "),
                                new TextPart.ResultOf(E2, ResultField.INVOICE_NUMBER)),
                        List.of(TextPart.words("It was posted.")));
        AddComment comment =
                new AddComment(
                        new EffectId("e5"), List.of(E2), ROW, List.of(TextPart.words("Posted.")));
        VoidInvoice voiding = new VoidInvoice(new EffectId("e6"), List.of(), REALM, id("145"), 3);
        return new ProposalMade(
                PROPOSAL,
                2,
                REALM,
                ProposalKind.INVOICE,
                "TD-000042",
                "Create an invoice for Harbor Works LLC, USD 1,708.10, and update 1 row",
                "invoice-service",
                "Harbor Works LLC",
                usd("1708.10"),
                List.of(ROW),
                List.of(waiting, invoice(), posted, mail, comment, voiding),
                new Evidence(
                        List.of(new Evidence.RowCitation(ROW, 1, 84)),
                        List.of(
                                new Evidence.LineSource(
                                        1,
                                        List.of(ROW),
                                        Evidence.RateSource.RATE_CARD,
                                        id("12"),
                                        usd("10.00"))),
                        "Pier 7",
                        "2026-11",
                        "2026-11-01",
                        "template"));
    }

    private static CreateInvoice invoice() {
        return new CreateInvoice(
                E2,
                List.of(),
                REALM,
                id("58"),
                LocalDate.parse("2026-11-22"),
                id("5"),
                id("1"),
                CurrencyCode.USD,
                "ap@harborworks.example",
                id("3"),
                List.of(
                        new InvoiceLine(
                                1,
                                id("12"),
                                "Load calculation",
                                Quantity.of("7.5"),
                                usd("210.00"),
                                usd("1575.00"),
                                true,
                                id("200"),
                                LocalDate.parse("2026-11-18"))),
                usd("1575.00"),
                usd("133.10"),
                "tieout:" + PROPOSAL);
    }

    private static CellWrite cell(ColumnPart part, CellWrite.Content content) {
        return new CellWrite(part, new ColumnId("7100000000000013"), content);
    }

    private static DecisionMade decision() {
        return new DecisionMade(
                DECISION,
                PROPOSAL,
                REALM,
                2,
                HASH,
                DecisionMade.Verdict.REJECTED,
                "Wrong rate",
                "fiona@harbor.example",
                Set.of(Role.FINANCE),
                DecisionMade.Channel.SHEET,
                List.of(ROW),
                AT,
                "c2lnbmF0dXJl");
    }

    private static EffectResult invoiceCreated() {
        return new EffectResult.InvoiceCreated(
                id("145"), "1042", LocalDate.parse("2026-11-22"), usd("1708.10"), usd("133.10"), 0);
    }

    private static ProposalState state() {
        return new ProposalState(
                proposal(),
                HASH,
                ProposalState.Status.AWAITING_APPROVAL,
                List.of(new ProposalState.ReviewResult("totals-recomputed", true, "1,575.00")),
                List.of(new ProposalState.ApprovalNeeded(Role.FINANCE, "every invoice")),
                List.of(
                        new ProposalState.ApprovalGiven(
                                DECISION.toString(),
                                Role.APPROVER,
                                "arthur@harbor.example",
                                "CONSOLE",
                                AT)),
                List.of(ROW),
                3,
                List.of(
                        new EffectState(
                                E2,
                                "create-invoice",
                                "realm:9130350000000001",
                                false,
                                EffectState.Status.DONE,
                                HASH,
                                12,
                                invoiceCreated(),
                                "quickbooks-6000",
                                "message",
                                AT)),
                "Waits for one decision of the finance role",
                12,
                AT);
    }

    private static EffectReleased release() {
        return new EffectReleased(
                new Receipt(
                        REALM,
                        PROPOSAL,
                        2,
                        E2,
                        HASH,
                        12,
                        "1",
                        List.of(DECISION),
                        AT,
                        "c2lnbmF0dXJl"),
                invoice(),
                "TD-000042",
                List.of(new RowGuard(ROW, new ColumnId("7100000000000007"), "7.5")),
                LocalDate.parse("2026-09-30"));
    }
}

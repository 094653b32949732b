package io.tieout.model.contract;

import io.tieout.model.effect.AddRows;
import io.tieout.model.effect.CellWrite;
import io.tieout.model.effect.EffectResult;
import io.tieout.model.effect.RecategoriseLine;
import io.tieout.model.id.ColumnId;
import io.tieout.model.id.EntityId;
import io.tieout.model.id.RowId;
import io.tieout.model.id.SheetId;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import io.tieout.model.money.Quantity;
import io.tieout.model.proposal.Evidence;
import io.tieout.model.proposal.ProposalKind;
import io.tieout.model.proposal.ProposalMade;
import io.tieout.model.quickbooks.EntityType;
import io.tieout.model.smartsheet.ColumnPart;
import io.tieout.model.smartsheet.CostFields;
import io.tieout.model.smartsheet.RowFields;
import io.tieout.model.smartsheet.TimesheetFields;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/// Examples of rows that say all that is compared, and what the books say of them.
final class Reconciled {
    private static final SheetId REVIEW = new SheetId("4100000000000006");
    private static final LocalDate DAY = LocalDate.parse("2026-11-03");

    private Reconciled() {}

    static RowFields cost() {
        return new CostFields(
                "Atlas Electric",
                "INV-77",
                "Cabling",
                "Pier 7",
                DAY,
                Money.of("1200.50", CurrencyCode.USD),
                "Matched",
                "Bill INV-77",
                "PO-12",
                "731",
                "Materials",
                "East",
                "Matched");
    }

    static RowFields time() {
        return new TimesheetFields(
                "Pier 7",
                "Engineering",
                "paula@harbor.example",
                DAY,
                Quantity.of("6.5"),
                "Load tests",
                "Matched",
                "Time of 2026-11-03",
                "Matched");
    }

    static ProposalMade task() {
        return new ProposalMade(
                Examples.PROPOSAL,
                1,
                Examples.REALM,
                ProposalKind.NOTICE,
                "FR-1a2b3c4d",
                "Add a task to the Finance Review sheet",
                "reconcile-service",
                null,
                null,
                List.of(),
                List.of(
                        new AddRows(
                                Examples.E1,
                                List.of(),
                                REVIEW,
                                new ColumnId("7600000000000010"),
                                List.of(
                                        new AddRows.NewRow(
                                                "tieout-1a2b3c4d5e6f",
                                                List.of(
                                                        new CellWrite(
                                                                ColumnPart.CATEGORY,
                                                                new ColumnId("7600000000000003"),
                                                                new CellWrite.Text(
                                                                        "Amount variance")),
                                                        new CellWrite(
                                                                ColumnPart.AMOUNT,
                                                                new ColumnId("7600000000000006"),
                                                                new CellWrite.Figure(
                                                                        new BigDecimal(
                                                                                "1200.50")))))))),
                Evidence.NONE);
    }

    static EffectResult added() {
        return new EffectResult.RowsAdded(
                REVIEW,
                12,
                List.of(
                        new EffectResult.AddedRow(
                                "tieout-1a2b3c4d5e6f", new RowId("5600000000000001"))));
    }

    static ProposalMade recategorisation() {
        Money amount = Money.of("480.00", CurrencyCode.USD);
        return new ProposalMade(
                Examples.PROPOSAL,
                1,
                Examples.REALM,
                ProposalKind.CORRECTION,
                "CE-1a2b3c",
                "Recategorise Bill INV-77",
                "fiona@harbor.example",
                "Atlas Electric",
                amount,
                List.of(Examples.ROW),
                List.of(
                        new RecategoriseLine(
                                Examples.E1,
                                List.of(),
                                Examples.REALM,
                                EntityType.BILL,
                                new EntityId("145"),
                                DAY,
                                2,
                                amount,
                                new EntityId("62"),
                                new EntityId("63"))),
                Evidence.NONE);
    }

    static EffectResult recategorised() {
        return new EffectResult.LineRecategorised(EntityType.BILL, new EntityId("145"), 2, 4);
    }
}

package io.tieout.model.contract;

import io.tieout.model.effect.CreateBill;
import io.tieout.model.effect.CreateInvoice;
import io.tieout.model.effect.CreatePurchaseOrder;
import io.tieout.model.effect.InvoiceLine;
import io.tieout.model.effect.SpendLine;
import io.tieout.model.effect.TaxCalculation;
import io.tieout.model.id.EffectId;
import io.tieout.model.id.EntityId;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import io.tieout.model.money.Quantity;
import io.tieout.model.proposal.Evidence;
import io.tieout.model.proposal.ProposalKind;
import io.tieout.model.proposal.ProposalMade;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Documents of a company outside the USA, whose lines have tax codes.
final class Foreign {
    private static final CurrencyCode CAD = new CurrencyCode("CAD");
    private static final LocalDate DAY = LocalDate.parse("2026-11-19");

    private Foreign() {}

    static ProposalMade taxedByLine() {
        return new ProposalMade(
                Examples.PROPOSAL,
                1,
                Examples.REALM,
                ProposalKind.INVOICE,
                "TD-000060",
                "Post documents",
                "invoice-service",
                "Lakeshore Transit",
                cad("214.70"),
                List.of(Examples.ROW),
                List.of(invoice(), bill(), order()),
                Evidence.NONE);
    }

    private static CreateInvoice invoice() {
        return new CreateInvoice(
                new EffectId("e1"),
                List.of(),
                Examples.REALM,
                id("58"),
                DAY,
                null,
                null,
                CAD,
                null,
                null,
                List.of(
                        new InvoiceLine(
                                1,
                                id("1"),
                                "Track survey",
                                Quantity.ONE,
                                cad("190.00"),
                                cad("190.00"),
                                true,
                                null,
                                null,
                                id("5"))),
                cad("190.00"),
                cad("24.70"),
                "tieout:" + Examples.PROPOSAL,
                TaxCalculation.TAX_EXCLUDED);
    }

    private static CreateBill bill() {
        return new CreateBill(
                new EffectId("e2"),
                List.of(),
                Examples.REALM,
                id("80"),
                DAY,
                null,
                null,
                CAD,
                "LR-77",
                List.of(line(id("5"))),
                cad("100.00"),
                "tieout:" + Examples.PROPOSAL,
                TaxCalculation.TAX_EXCLUDED);
    }

    private static CreatePurchaseOrder order() {
        return new CreatePurchaseOrder(
                new EffectId("e3"),
                List.of(),
                Examples.REALM,
                id("80"),
                id("33"),
                DAY,
                CAD,
                List.of(line(null)),
                cad("100.00"),
                "tieout:" + Examples.PROPOSAL,
                TaxCalculation.NOT_APPLICABLE);
    }

    private static SpendLine line(@Nullable EntityId taxCode) {
        return new SpendLine(
                1,
                id("62"),
                null,
                null,
                null,
                "Rail clamps",
                cad("100.00"),
                null,
                null,
                false,
                taxCode);
    }

    private static EntityId id(String value) {
        return new EntityId(value);
    }

    private static Money cad(String amount) {
        return Money.of(amount, CAD);
    }
}

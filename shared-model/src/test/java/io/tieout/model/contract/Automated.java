package io.tieout.model.contract;

import io.tieout.model.effect.CreateInvoice;
import io.tieout.model.effect.InvoiceLine;
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

/// An invoice whose tax QuickBooks works out, and which asks for a number.
final class Automated {
    private static final Money NET = Money.of("210.00", CurrencyCode.USD);

    private Automated() {}

    static ProposalMade taxed() {
        return new ProposalMade(
                Examples.PROPOSAL,
                1,
                Examples.REALM,
                ProposalKind.INVOICE,
                "TD-000061",
                "Create an invoice",
                "invoice-service",
                "Harbor Works LLC",
                NET,
                List.of(Examples.ROW),
                List.of(
                        new CreateInvoice(
                                new EffectId("e1"),
                                List.of(),
                                Examples.REALM,
                                new EntityId("58"),
                                LocalDate.parse("2026-11-19"),
                                null,
                                null,
                                CurrencyCode.USD,
                                null,
                                null,
                                List.of(
                                        new InvoiceLine(
                                                1,
                                                new EntityId("3"),
                                                "Pump test",
                                                Quantity.ONE,
                                                NET,
                                                NET,
                                                true,
                                                null,
                                                null)),
                                NET,
                                Money.zero(CurrencyCode.USD),
                                "tieout:" + Examples.PROPOSAL,
                                TaxCalculation.AUTOMATED,
                                true)),
                Evidence.NONE);
    }
}

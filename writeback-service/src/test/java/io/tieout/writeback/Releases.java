package io.tieout.writeback;

import io.tieout.kit.json.CanonicalJson;
import io.tieout.kit.sign.Signer;
import io.tieout.model.effect.AddComment;
import io.tieout.model.effect.AddRows;
import io.tieout.model.effect.CellWrite;
import io.tieout.model.effect.CreateInvoice;
import io.tieout.model.effect.Effect;
import io.tieout.model.effect.InvoiceLine;
import io.tieout.model.effect.RecategoriseLine;
import io.tieout.model.effect.SendMail;
import io.tieout.model.effect.TaxCalculation;
import io.tieout.model.effect.TextPart;
import io.tieout.model.effect.UpdateRows;
import io.tieout.model.envelope.EventEnvelope;
import io.tieout.model.envelope.SourceRevision;
import io.tieout.model.id.ColumnId;
import io.tieout.model.id.ConnectionId;
import io.tieout.model.id.CorrelationId;
import io.tieout.model.id.EffectId;
import io.tieout.model.id.EntityId;
import io.tieout.model.id.EventId;
import io.tieout.model.id.ProposalId;
import io.tieout.model.id.RealmId;
import io.tieout.model.id.RowId;
import io.tieout.model.id.RowRef;
import io.tieout.model.id.SheetId;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import io.tieout.model.money.Quantity;
import io.tieout.model.quickbooks.EntityType;
import io.tieout.model.release.EffectReleased;
import io.tieout.model.release.Receipt;
import io.tieout.model.release.RowGuard;
import io.tieout.model.smartsheet.ColumnPart;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Releases as audit makes them.
public final class Releases {
    public static final RealmId REALM = new RealmId("9130350000000001");
    public static final SheetId SHEET = new SheetId("4100000000000001");
    public static final ColumnId NOTES = new ColumnId("7100000000000021");
    public static final ColumnId STATUS = new ColumnId("7100000000000002");
    public static final Instant NOT_AFTER = Instant.parse("2099-01-01T00:00:00Z");

    public static final CurrencyCode CAD = new CurrencyCode("CAD");

    private Releases() {}

    public static ProposalId proposal() {
        return new ProposalId(UUID.randomUUID());
    }

    public static CreateInvoice invoice(ProposalId proposal, String customer) {
        return new CreateInvoice(
                new EffectId("e2"),
                List.of(),
                REALM,
                new EntityId(customer),
                LocalDate.parse("2026-11-20"),
                new EntityId("3"),
                null,
                CurrencyCode.USD,
                "ap@harbor.example",
                new EntityId("2"),
                List.of(
                        new InvoiceLine(
                                1,
                                new EntityId("11"),
                                "Consulting, November",
                                Quantity.of("7.5"),
                                Money.of("150.00", CurrencyCode.USD),
                                Money.of("1125.00", CurrencyCode.USD),
                                true,
                                new EntityId("200"),
                                LocalDate.parse("2026-11-18"))),
                Money.of("1125.00", CurrencyCode.USD),
                Money.of("99.84", CurrencyCode.USD),
                "tieout:" + proposal);
    }

    /// An invoice of books in Canada: a line with the province's tax, and one with none.
    public static CreateInvoice canadian(ProposalId proposal, String customer) {
        return new CreateInvoice(
                new EffectId("e2"),
                List.of(),
                REALM,
                new EntityId(customer),
                LocalDate.parse("2026-11-20"),
                null,
                null,
                CAD,
                null,
                null,
                List.of(canadian(1, true, "5"), canadian(2, false, "6")),
                Money.of("380.00", CAD),
                Money.of("24.70", CAD),
                "tieout:" + proposal,
                TaxCalculation.TAX_EXCLUDED);
    }

    /// An invoice of books that number by hand and leave the tax to QuickBooks.
    public static CreateInvoice automated(ProposalId proposal, String customer) {
        Money amount = Money.of("150.00", CurrencyCode.USD);
        return new CreateInvoice(
                new EffectId("e2"),
                List.of(),
                REALM,
                new EntityId(customer),
                LocalDate.parse("2026-11-20"),
                null,
                null,
                CurrencyCode.USD,
                null,
                null,
                List.of(
                        new InvoiceLine(
                                1,
                                new EntityId("11"),
                                "Consulting, November",
                                Quantity.ONE,
                                amount,
                                amount,
                                true,
                                null,
                                null)),
                amount,
                Money.zero(CurrencyCode.USD),
                "tieout:" + proposal,
                TaxCalculation.AUTOMATED,
                true);
    }

    private static InvoiceLine canadian(int number, boolean taxable, String taxCode) {
        return new InvoiceLine(
                number,
                new EntityId("1"),
                "Track survey",
                Quantity.ONE,
                Money.of("190.00", CAD),
                Money.of("190.00", CAD),
                taxable,
                null,
                null,
                new EntityId(taxCode));
    }

    public static UpdateRows update(String effectId, String text, String... rows) {
        return new UpdateRows(
                new EffectId(effectId),
                List.of(),
                SHEET,
                Arrays.stream(rows)
                        .map(row ->
                                new UpdateRows.RowUpdate(
                                        new RowId(row),
                                        List.of(
                                                new CellWrite(
                                                        ColumnPart.NOTES,
                                                        NOTES,
                                                        new CellWrite.Text(text)))))
                        .toList());
    }

    public static RecategoriseLine recategorise(
            String bill, int line, String amount, String from, String to) {
        return new RecategoriseLine(
                new EffectId("e1"),
                List.of(),
                REALM,
                EntityType.BILL,
                new EntityId(bill),
                LocalDate.parse("2026-11-03"),
                line,
                Money.of(amount, CurrencyCode.USD),
                new EntityId(from),
                new EntityId(to));
    }

    public static AddRows adding(String... externalIds) {
        return new AddRows(
                new EffectId("e1"),
                List.of(),
                SHEET,
                STATUS,
                Arrays.stream(externalIds)
                        .map(id ->
                                new AddRows.NewRow(
                                        id,
                                        List.of(
                                                new CellWrite(
                                                        ColumnPart.NOTES,
                                                        NOTES,
                                                        new CellWrite.Text("Look at " + id)))))
                        .toList());
    }

    public static AddComment comment(String row, String text) {
        return new AddComment(
                new EffectId("e5"),
                List.of(),
                new RowRef(SHEET, new RowId(row)),
                List.of(TextPart.words(text)));
    }

    public static SendMail mail(String to, String text) {
        return new SendMail(
                new EffectId("e4"),
                List.of(),
                to,
                List.of(TextPart.words("Invoice 1001")),
                List.of(TextPart.words(text)));
    }

    public static EffectReleased release(ProposalId proposal, Effect effect) {
        return release(proposal, effect, List.of(), null, NOT_AFTER, Keys.audit());
    }

    public static EffectReleased release(
            ProposalId proposal,
            Effect effect,
            List<RowGuard> guards,
            @Nullable LocalDate closed,
            Instant notAfter,
            Signer signer) {
        Receipt receipt =
                new Receipt(
                        REALM,
                        proposal,
                        1,
                        effect.effectId(),
                        CanonicalJson.sha256(effect),
                        7,
                        "p1",
                        List.of(),
                        notAfter,
                        "unsigned");
        return new EffectReleased(
                receipt.signed(signer.sign(receipt.signedText())),
                effect,
                "TD-000001",
                guards,
                closed);
    }

    public static EventEnvelope<EffectReleased> event(EffectReleased release) {
        return new EventEnvelope<>(
                new EventId(UUID.randomUUID()),
                Instant.parse("2026-11-22T10:00:00Z"),
                new ConnectionId("quickbooks:" + REALM),
                SourceRevision.NONE,
                new CorrelationId("test"),
                null,
                1,
                release);
    }
}

package io.tieout.writeback.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.kit.sign.Verifier;
import io.tieout.model.effect.CellWrite;
import io.tieout.model.effect.CreateInvoice;
import io.tieout.model.effect.Effect;
import io.tieout.model.effect.ResultField;
import io.tieout.model.effect.UpdateRows;
import io.tieout.model.id.EffectId;
import io.tieout.model.id.ProposalId;
import io.tieout.model.id.RealmId;
import io.tieout.model.id.RowId;
import io.tieout.model.release.EffectReleased;
import io.tieout.model.release.Receipt;
import io.tieout.model.smartsheet.ColumnPart;
import io.tieout.writeback.Keys;
import io.tieout.writeback.Releases;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReceiptCheckTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final ReceiptCheck check = new ReceiptCheck(new Verifier(Keys.auditPublicKey()));
    private final ProposalId proposal = Releases.proposal();
    private final CreateInvoice invoice = Releases.invoice(proposal, "58");

    @Test
    void takes_what_audit_signed() {
        assertThat(check.check(Releases.release(proposal, invoice), NOW))
                .isEqualTo(new ReceiptVerdict.Good());
    }

    @Test
    void refuses_a_signature_by_another_key() {
        EffectReleased forged =
                Releases.release(
                        proposal, invoice, List.of(), null, Releases.NOT_AFTER, Keys.forger());
        assertThat(check.check(forged, NOW)).isInstanceOf(ReceiptVerdict.Forged.class);
    }

    @Test
    void refuses_another_effect_under_a_good_receipt() {
        Receipt good = Releases.release(proposal, invoice).receipt();
        assertThat(check.check(with(good, Releases.invoice(proposal, "59")), NOW))
                .isInstanceOf(ReceiptVerdict.Bad.class);
    }

    @Test
    void refuses_a_receipt_whose_fields_were_changed() {
        Receipt good = Releases.release(proposal, invoice).receipt();
        Receipt changed =
                new Receipt(
                        good.realmId(),
                        good.proposalId(),
                        2,
                        good.effectId(),
                        good.resolvedHash(),
                        good.auditSequence(),
                        good.policyVersion(),
                        good.decisions(),
                        good.notAfter(),
                        good.signature());
        assertThat(check.check(with(changed, invoice), NOW))
                .isInstanceOf(ReceiptVerdict.Forged.class);
    }

    @Test
    void refuses_an_effect_in_another_company() {
        CreateInvoice elsewhere =
                new CreateInvoice(
                        invoice.effectId(),
                        invoice.after(),
                        new RealmId("other"),
                        invoice.customerId(),
                        invoice.invoiceDate(),
                        null,
                        null,
                        invoice.currency(),
                        null,
                        null,
                        invoice.lines(),
                        invoice.subtotal(),
                        invoice.estimatedTax(),
                        invoice.anchor());
        assertThat(check.check(Releases.release(proposal, elsewhere), NOW))
                .isInstanceOf(ReceiptVerdict.Bad.class);
    }

    @Test
    void refuses_what_still_refers_to_another_effects_result() {
        UpdateRows unresolved =
                new UpdateRows(
                        new EffectId("e3"),
                        List.of(),
                        Releases.SHEET,
                        List.of(
                                new UpdateRows.RowUpdate(
                                        new RowId("41"),
                                        List.of(
                                                new CellWrite(
                                                        ColumnPart.NOTES,
                                                        Releases.NOTES,
                                                        new CellWrite.ResultOf(
                                                                new EffectId("e2"),
                                                                ResultField.INVOICE_ID))))));
        assertThat(check.check(Releases.release(proposal, unresolved), NOW))
                .isInstanceOf(ReceiptVerdict.Bad.class);
    }

    @Test
    void is_late_after_its_time_and_not_at_it() {
        EffectReleased release =
                Releases.release(proposal, invoice, List.of(), null, NOW, Keys.audit());
        assertThat(check.check(release, NOW)).isEqualTo(new ReceiptVerdict.Good());
        assertThat(check.check(release, NOW.plusNanos(1))).isInstanceOf(ReceiptVerdict.Late.class);
    }

    private static EffectReleased with(Receipt receipt, Effect effect) {
        return new EffectReleased(receipt, effect, "TD-000001", List.of(), null);
    }
}

package io.tieout.writeback.release;

import io.tieout.kit.json.CanonicalJson;
import io.tieout.kit.sign.Verifier;
import io.tieout.model.effect.AddComment;
import io.tieout.model.effect.AddRows;
import io.tieout.model.effect.CreateDocument;
import io.tieout.model.effect.CreateInvoice;
import io.tieout.model.effect.Effect;
import io.tieout.model.effect.RecategoriseLine;
import io.tieout.model.effect.SendMail;
import io.tieout.model.effect.UpdateRows;
import io.tieout.model.effect.VoidInvoice;
import io.tieout.model.id.RealmId;
import io.tieout.model.release.EffectReleased;
import io.tieout.model.release.Receipt;
import java.time.Instant;

/// Whether a receipt permits exactly this effect, now. Pure.
final class ReceiptCheck {
    private final Verifier auditKey;

    ReceiptCheck(Verifier auditKey) {
        this.auditKey = auditKey;
    }

    ReceiptVerdict check(EffectReleased release, Instant now) {
        Receipt receipt = release.receipt();
        Effect effect = release.effect();
        if (!auditKey.verify(receipt.signedText(), receipt.signature())) {
            return new ReceiptVerdict.Forged("The signature is not audit's");
        }
        if (!receipt.effectId().equals(effect.effectId())) {
            return bad("The receipt is for effect " + receipt.effectId());
        }
        if (!receipt.resolvedHash().equals(CanonicalJson.sha256(effect))) {
            return bad("The effect is not the one that was released: its hash differs");
        }
        if (!isInRealm(effect, receipt.realmId())) {
            return bad("The effect belongs to another company than the receipt");
        }
        if (!Resolution.isResolved(effect)) {
            return bad("The effect still refers to the result of another");
        }
        if (now.isAfter(receipt.notAfter())) {
            return new ReceiptVerdict.Late("The release was good until " + receipt.notAfter());
        }
        return new ReceiptVerdict.Good();
    }

    private static boolean isInRealm(Effect effect, RealmId realm) {
        return switch (effect) {
            case CreateInvoice invoice -> invoice.realmId().equals(realm);
            case CreateDocument document -> document.realmId().equals(realm);
            case VoidInvoice invoice -> invoice.realmId().equals(realm);
            case RecategoriseLine recategorising -> recategorising.realmId().equals(realm);
            case UpdateRows _, AddRows _, AddComment _, SendMail _ -> true;
        };
    }

    private static ReceiptVerdict bad(String why) {
        return new ReceiptVerdict.Bad(why);
    }
}

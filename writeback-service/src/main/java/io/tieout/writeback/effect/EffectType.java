package io.tieout.writeback.effect;

import io.tieout.model.effect.AddComment;
import io.tieout.model.effect.AddRows;
import io.tieout.model.effect.CreateBill;
import io.tieout.model.effect.CreateInvoice;
import io.tieout.model.effect.CreateJournalEntry;
import io.tieout.model.effect.CreatePurchaseOrder;
import io.tieout.model.effect.CreateTimeActivity;
import io.tieout.model.effect.Effect;
import io.tieout.model.effect.RecategoriseLine;
import io.tieout.model.effect.SendMail;
import io.tieout.model.effect.UpdateRows;
import io.tieout.model.effect.VoidInvoice;

/// The wire names of effects, for tables and metrics.
final class EffectType {
    private EffectType() {}

    static String of(Effect effect) {
        return switch (effect) {
            case CreateInvoice _ -> "create-invoice";
            case CreateBill _ -> "create-bill";
            case CreateJournalEntry _ -> "create-journal-entry";
            case CreatePurchaseOrder _ -> "create-purchase-order";
            case CreateTimeActivity _ -> "create-time-activity";
            case VoidInvoice _ -> "void-invoice";
            case RecategoriseLine _ -> "recategorise-line";
            case UpdateRows _ -> "update-rows";
            case AddRows _ -> "add-rows";
            case AddComment _ -> "add-comment";
            case SendMail _ -> "send-mail";
        };
    }
}

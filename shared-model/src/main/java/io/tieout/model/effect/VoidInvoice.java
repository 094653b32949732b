package io.tieout.model.effect;

import io.tieout.model.id.EffectId;
import io.tieout.model.id.EntityId;
import io.tieout.model.id.RealmId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Void an invoice: it stays in the books with a total of zero.
///
/// @param expected what the invoice said when it was decided to void it; absent: any change since
///   then stops it
public record VoidInvoice(
        EffectId effectId,
        List<EffectId> after,
        RealmId realmId,
        EntityId invoiceId,
        long syncToken,
        @Nullable DocumentFacts expected)
        implements Effect {
    public VoidInvoice {
        after = List.copyOf(after);
    }

    public VoidInvoice(
            EffectId effectId,
            List<EffectId> after,
            RealmId realmId,
            EntityId invoiceId,
            long syncToken) {
        this(effectId, after, realmId, invoiceId, syncToken, null);
    }

    @Override
    public String target() {
        return "realm:" + realmId;
    }

    @Override
    public boolean advisory() {
        return false;
    }
}

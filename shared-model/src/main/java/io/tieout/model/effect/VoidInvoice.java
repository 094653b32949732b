package io.tieout.model.effect;

import io.tieout.model.id.EffectId;
import io.tieout.model.id.EntityId;
import io.tieout.model.id.RealmId;
import java.util.List;

/// Void an invoice: it stays in the books with a total of zero.
public record VoidInvoice(
        EffectId effectId,
        List<EffectId> after,
        RealmId realmId,
        EntityId invoiceId,
        long syncToken)
        implements Effect {
    public VoidInvoice {
        after = List.copyOf(after);
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

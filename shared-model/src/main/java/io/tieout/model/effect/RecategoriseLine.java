package io.tieout.model.effect;

import io.tieout.model.id.EffectId;
import io.tieout.model.id.EntityId;
import io.tieout.model.id.RealmId;
import io.tieout.model.money.Money;
import io.tieout.model.quickbooks.EntityType;
import java.time.LocalDate;
import java.util.List;

/// Book one line of a document to another account; nothing else of it changes.
///
/// @param entityType a bill, an expense or a vendor credit
/// @param date the document's, which decides in which period something changes
/// @param line its place among the document's lines, from 1
/// @param amount the line's, by which it is recognised
/// @param fromAccountId the account in which it is booked; another one there means that somebody
///   has changed it since
public record RecategoriseLine(
        EffectId effectId,
        List<EffectId> after,
        RealmId realmId,
        EntityType entityType,
        EntityId documentId,
        LocalDate date,
        int line,
        Money amount,
        EntityId fromAccountId,
        EntityId toAccountId)
        implements Effect {
    public RecategoriseLine {
        after = List.copyOf(after);
        if (line < 1) {
            throw new IllegalArgumentException("lines are counted from 1");
        }
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

package io.tieout.model.effect;

import io.tieout.model.id.EntityId;
import io.tieout.model.money.Money;
import org.jspecify.annotations.Nullable;

/// One line of a journal entry.
public record PostingLine(
        int number,
        Side side,
        EntityId accountId,
        String description,
        Money amount,
        @Nullable EntityId classId,
        @Nullable EntityId departmentId) {
    /// Which side of the ledger.
    public enum Side {
        DEBIT,
        CREDIT
    }
}

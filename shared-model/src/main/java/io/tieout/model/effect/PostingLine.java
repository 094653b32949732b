package io.tieout.model.effect;

import io.tieout.model.id.EntityId;
import io.tieout.model.money.Money;
import org.jspecify.annotations.Nullable;

/// One line of a journal entry. It names a customer, or a vendor, or nobody.
///
/// @param customerId the customer or job that it is for
/// @param vendorId whose payable it is
public record PostingLine(
        int number,
        Side side,
        EntityId accountId,
        String description,
        Money amount,
        @Nullable EntityId classId,
        @Nullable EntityId departmentId,
        @Nullable EntityId customerId,
        @Nullable EntityId vendorId) {
    /// A line that names nobody.
    public PostingLine(
            int number,
            Side side,
            EntityId accountId,
            String description,
            Money amount,
            @Nullable EntityId classId,
            @Nullable EntityId departmentId) {
        this(number, side, accountId, description, amount, classId, departmentId, null, null);
    }

    /// Which side of the ledger.
    public enum Side {
        DEBIT,
        CREDIT
    }
}

package io.tieout.model.effect;

import io.tieout.model.id.EntityId;
import io.tieout.model.money.Money;
import io.tieout.model.money.Quantity;
import org.jspecify.annotations.Nullable;

/// One line of a bill or purchase order: of an account, or of an item.
///
/// @param accountId the account, when there is no item
/// @param itemId the item, when there is no account; then with quantity and unit price
/// @param customerId the customer or job that it was spent for
public record SpendLine(
        int number,
        @Nullable EntityId accountId,
        @Nullable EntityId itemId,
        @Nullable Quantity quantity,
        @Nullable Money unitPrice,
        String description,
        Money amount,
        @Nullable EntityId classId,
        @Nullable EntityId customerId,
        boolean billable) {}

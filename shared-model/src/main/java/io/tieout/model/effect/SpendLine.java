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
/// @param taxCodeId the line's own tax code, outside the USA; absent in US books
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
        boolean billable,
        @Nullable EntityId taxCodeId) {
    /// A line in US books.
    public SpendLine(
            int number,
            @Nullable EntityId accountId,
            @Nullable EntityId itemId,
            @Nullable Quantity quantity,
            @Nullable Money unitPrice,
            String description,
            Money amount,
            @Nullable EntityId classId,
            @Nullable EntityId customerId,
            boolean billable) {
        this(
                number,
                accountId,
                itemId,
                quantity,
                unitPrice,
                description,
                amount,
                classId,
                customerId,
                billable,
                null);
    }
}

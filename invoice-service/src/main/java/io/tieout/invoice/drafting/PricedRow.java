package io.tieout.invoice.drafting;

import io.tieout.model.id.EntityId;
import io.tieout.model.money.Money;
import io.tieout.model.money.Quantity;
import io.tieout.model.proposal.Evidence.RateSource;
import org.jspecify.annotations.Nullable;

/// A row with what it is billed as and at which rate.
record PricedRow(
        EligibleRow row,
        EntityId itemId,
        String itemName,
        boolean itemTaxable,
        @Nullable EntityId classId,
        Quantity quantity,
        Money unitPrice,
        RateSource rateSource,
        @Nullable EntityId rateId,
        @Nullable Money cost) {}

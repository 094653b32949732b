package io.tieout.invoice.drafting;

import io.tieout.model.id.EntityId;
import io.tieout.model.money.Money;
import io.tieout.model.money.Quantity;
import io.tieout.model.proposal.Evidence.RateSource;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One line of a draft, still without words.
///
/// @param rateId the item whose price was used, absent for other sources
/// @param cost what was paid, for costs passed on
/// @param taxCodeId the line's own tax code, outside the USA
public record DraftLine(
        EntityId itemId,
        String itemName,
        Quantity quantity,
        Money unitPrice,
        Money amount,
        boolean taxable,
        @Nullable EntityId classId,
        @Nullable LocalDate serviceDate,
        List<EligibleRow> rows,
        RateSource rateSource,
        @Nullable EntityId rateId,
        @Nullable Money cost,
        @Nullable EntityId taxCodeId) {
    public DraftLine {
        rows = List.copyOf(rows);
    }

    DraftLine withTaxCode(EntityId code) {
        return new DraftLine(
                itemId,
                itemName,
                quantity,
                unitPrice,
                amount,
                taxable,
                classId,
                serviceDate,
                rows,
                rateSource,
                rateId,
                cost,
                code);
    }
}

package io.tieout.reconcile.billing;

import io.tieout.model.id.EntityId;
import io.tieout.model.id.ProposalId;
import io.tieout.model.id.RowRef;
import io.tieout.model.money.Money;
import io.tieout.model.money.Quantity;
import io.tieout.model.smartsheet.BillingFields;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Which line of which posted invoice a row became, as the draft's own evidence says.
///
/// @param occurrence how many times the row had been marked ready
/// @param sequence audit's sequence when it was posted
/// @param reference the draft's name, such as `TD-000042`
/// @param line from 1
/// @param amount of the whole line, which may be for several rows
/// @param cost what had been paid, for a cost passed on
/// @param seen whether the books have said anything of the invoice yet
public record BilledRow(
        RowRef row,
        ProposalId proposal,
        int occurrence,
        long sequence,
        String reference,
        EntityId invoice,
        @Nullable String number,
        LocalDate day,
        int line,
        Money unitPrice,
        Money amount,
        @Nullable Money cost,
        boolean seen) {
    /// Whether `draftReference`, which names a revision too, is of this draft.
    public boolean isOf(String draftReference) {
        return draftReference.equals(reference) || draftReference.startsWith(reference + " ");
    }

    /// What the row says now at the price of then; absent when it says neither hours nor a cost.
    public @Nullable Money priced(BillingFields fields) {
        Money now = fields.cost();
        Quantity hours = fields.hours();
        if (cost != null) {
            return now == null || !now.currency().equals(cost.currency()) ? null : marked(now);
        }
        return hours == null ? null : unitPrice.times(hours, RoundingMode.HALF_UP);
    }

    /// With the same share added as then.
    private Money marked(Money now) {
        Money paid = cost;
        if (paid == null || now.equals(paid) || paid.isZero()) {
            return amount;
        }
        BigDecimal share =
                amount.amount()
                        .multiply(now.amount())
                        .divide(paid.amount(), amount.currency().scale(), RoundingMode.HALF_UP);
        return Money.rounded(share, amount.currency(), RoundingMode.HALF_UP);
    }
}

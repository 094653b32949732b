package io.tieout.reconcile.billing;

import io.tieout.model.id.RowRef;
import io.tieout.model.money.Money;
import io.tieout.model.smartsheet.BillingFields;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Which rows were billed, and what they should say. A row that waits for its draft, for an
/// approval or for its invoice is not billed: nothing is said of it. Pure.
///
/// @param drafted by which draft each row was billed last
public record Billing(Map<RowRef, BilledRow> drafted, Prices prices) {
    /// Nothing was billed yet.
    public static final Billing NONE = new Billing(Map.of(), Prices.NONE);

    private static final String POSTED = "Posted";

    public Billing {
        drafted = Map.copyOf(drafted);
    }

    /// What a billed row should be on an invoice.
    ///
    /// @param number the invoice's
    /// @param link the line of the books that it is; absent for a row that was billed by hand
    /// @param worth absent when nothing says what it is worth
    /// @param day the invoice's, as far as it is known
    public record Line(
            @Nullable String number,
            @Nullable String link,
            @Nullable Money worth,
            @Nullable LocalDate day) {}

    /// Whether the row itself says that it is on an invoice.
    public static boolean isClaimed(BillingFields row) {
        return isSaid(row.invoiceNumber())
                || (row.invoiceStatus() != null
                        && row.invoiceStatus().strip().equalsIgnoreCase(POSTED));
    }

    /// Absent for a row that is not billed.
    public @Nullable Line of(RowRef ref, BillingFields row) {
        BilledRow last = drafted.get(ref);
        String draft = row.draftReference();
        if (last == null) {
            return !isSaid(draft) && isClaimed(row)
                    ? new Line(
                            row.invoiceNumber(),
                            null,
                            bounded(() -> prices.of(row)),
                            row.workDate())
                    : null;
        }
        boolean draftedAnew = draft != null && isSaid(draft) && !last.isOf(draft.strip());
        return draftedAnew || !last.seen()
                ? null
                : new Line(
                        last.number() == null ? row.invoiceNumber() : last.number(),
                        "Invoice:%s#%d".formatted(last.invoice(), last.line()),
                        bounded(() -> last.priced(row)),
                        last.day());
    }

    /// What is beyond all amounts is worth nothing that could be compared.
    private static @Nullable Money bounded(Supplier<@Nullable Money> worth) {
        try {
            return worth.get();
        } catch (IllegalArgumentException | ArithmeticException _) {
            return null;
        }
    }

    private static boolean isSaid(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}

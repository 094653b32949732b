package io.tieout.model.smartsheet;

import io.tieout.model.money.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A cost that should have its counterpart in the books.
///
/// @param quickbooksId id of the document that it is, where the sheet keeps it
/// @param reconciliationStatus what the books say, as people know it
/// @param aiReconciliationStatus what the books say, finer
public record CostFields(
        @Nullable String vendor,
        @Nullable String documentNumber,
        @Nullable String description,
        @Nullable String project,
        @Nullable LocalDate date,
        @Nullable Money amount,
        @Nullable String reconciliationStatus,
        @Nullable String reconciliationNotes,
        @Nullable String purchaseOrder,
        @Nullable String quickbooksId,
        @Nullable String account,
        @Nullable String className,
        @Nullable String aiReconciliationStatus)
        implements RowFields {}

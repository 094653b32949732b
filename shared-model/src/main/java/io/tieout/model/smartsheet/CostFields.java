package io.tieout.model.smartsheet;

import io.tieout.model.money.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A cost that should have its counterpart in the books.
public record CostFields(
        @Nullable String vendor,
        @Nullable String documentNumber,
        @Nullable String description,
        @Nullable String project,
        @Nullable LocalDate date,
        @Nullable Money amount,
        @Nullable String reconciliationStatus,
        @Nullable String reconciliationNotes)
        implements RowFields {}

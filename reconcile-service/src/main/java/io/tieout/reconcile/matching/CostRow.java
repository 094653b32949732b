package io.tieout.reconcile.matching;

import io.tieout.model.id.RowRef;
import io.tieout.model.money.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A cost row as far as it is compared.
public record CostRow(
        RowRef row,
        @Nullable String vendor,
        @Nullable String documentNumber,
        @Nullable Money amount,
        @Nullable LocalDate date,
        @Nullable String description,
        @Nullable String project) {}

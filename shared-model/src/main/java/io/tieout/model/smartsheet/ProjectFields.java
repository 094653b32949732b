package io.tieout.model.smartsheet;

import io.tieout.model.money.Money;
import io.tieout.model.money.Quantity;
import org.jspecify.annotations.Nullable;

/// A project, whom it is billed to, and what was approved.
public record ProjectFields(
        @Nullable String project,
        @Nullable String customer,
        @Nullable Quantity approvedHours,
        @Nullable Money budget,
        @Nullable String projectManager)
        implements RowFields {}

package io.tieout.model.smartsheet;

import io.tieout.model.money.Money;
import io.tieout.model.money.Quantity;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A row that may become an invoice line: either hours of a service, or a cost passed on.
///
/// @param ready whether the status is one of the sheet's configured trigger values
/// @param draftReference what Tieout wrote last: reference and revision, such as `TD-000042 r2`
public record BillingFields(
        @Nullable String status,
        boolean ready,
        @Nullable String customer,
        @Nullable String project,
        @Nullable String service,
        @Nullable String description,
        @Nullable LocalDate workDate,
        @Nullable Quantity hours,
        @Nullable Money cost,
        @Nullable Boolean billable,
        @Nullable String className,
        @Nullable String departmentName,
        @Nullable String projectManager,
        @Nullable String draftReference,
        @Nullable String financeApproval,
        @Nullable String approverApproval,
        @Nullable String invoiceNumber,
        @Nullable String invoiceStatus,
        @Nullable String notes)
        implements RowFields {}

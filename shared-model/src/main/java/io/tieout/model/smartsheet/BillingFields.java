package io.tieout.model.smartsheet;

import io.tieout.model.money.Money;
import io.tieout.model.money.Quantity;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A row that may become an invoice line: either hours of a service, or a cost passed on.
///
/// @param ready whether the status is one of the sheet's configured trigger values
/// @param milestone when this day has passed the row is ready though nobody marked it; absent when
///   its status says otherwise
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
        @Nullable String notes,
        @Nullable LocalDate milestone)
        implements DraftedFields {
    /// A row that no date makes ready.
    public BillingFields(
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
            @Nullable String notes) {
        this(
                status,
                ready,
                customer,
                project,
                service,
                description,
                workDate,
                hours,
                cost,
                billable,
                className,
                departmentName,
                projectManager,
                draftReference,
                financeApproval,
                approverApproval,
                invoiceNumber,
                invoiceStatus,
                notes,
                null);
    }

    /// Whether it may be billed on `today`: marked ready, or its milestone has passed.
    public boolean readyOn(LocalDate today) {
        return ready || (milestone != null && milestone.isBefore(today));
    }
}

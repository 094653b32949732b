package io.tieout.model.smartsheet;

import io.tieout.model.money.Money;
import io.tieout.model.money.Quantity;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A row that becomes a document other than an invoice, or a line of one.
///
/// @param ready whether the status is one of the sheet's configured trigger values
/// @param kind what it becomes; from the row's own cell, else from the sheet's mapping
/// @param vendor who is paid, ordered from, or worked
/// @param documentNumber rows of one number, vendor and date are lines of one document
/// @param service the item, for lines of an item and for time
/// @param debit one side of a journal entry's line; the other is `credit`
public record DocumentFields(
        @Nullable String status,
        boolean ready,
        @Nullable DocumentKind kind,
        @Nullable String vendor,
        @Nullable String documentNumber,
        @Nullable LocalDate date,
        @Nullable String description,
        @Nullable String customer,
        @Nullable String project,
        @Nullable String service,
        @Nullable String account,
        @Nullable Quantity hours,
        @Nullable Money amount,
        @Nullable Money debit,
        @Nullable Money credit,
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
        implements DraftedFields {}

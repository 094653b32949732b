package io.tieout.model.smartsheet;

import org.jspecify.annotations.Nullable;

/// The cells of a row that is drafted when it is ready, and approved in the sheet.
public sealed interface DraftedFields extends RowFields permits BillingFields, DocumentFields {
    @Nullable String status();

    boolean ready();

    @Nullable String projectManager();

    @Nullable String draftReference();

    @Nullable String invoiceNumber();

    @Nullable String financeApproval();

    @Nullable String approverApproval();
}

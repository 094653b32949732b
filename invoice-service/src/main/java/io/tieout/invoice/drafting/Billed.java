package io.tieout.invoice.drafting;

import io.tieout.model.id.EntityId;
import io.tieout.model.quickbooks.Entity;
import org.jspecify.annotations.Nullable;

/// Whom an invoice is for.
///
/// @param id the job's when the project is a job of the customer, else the customer's
record Billed(
        EntityId id,
        Entity.Customer customer,
        @Nullable EntityId termId,
        @Nullable EntityId departmentId) {}

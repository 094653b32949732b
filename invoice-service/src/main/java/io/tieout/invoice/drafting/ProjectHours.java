package io.tieout.invoice.drafting;

import io.tieout.model.money.Quantity;

/// A project's approved hours, and how many of them other drafts and invoices have taken.
public record ProjectHours(Quantity approved, Quantity taken) {}

package io.tieout.invoice.rules;

/// What one line of an invoice stands for. An invoice is always for one customer, project and
/// month.
public enum GroupBy {
    /// A row.
    ROW,
    /// A row too: the project is the invoice.
    PROJECT,
    /// All hours of one service, class and rate.
    SERVICE
}

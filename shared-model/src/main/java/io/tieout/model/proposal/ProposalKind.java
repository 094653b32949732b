package io.tieout.model.proposal;

/// The kind of action; policy speaks of these.
public enum ProposalKind {
    INVOICE,
    VOID,
    /// Only advisory effects: notes, statuses, comments, mails.
    NOTICE,
    RECONCILIATION,
    BILL,
    JOURNAL_ENTRY,
    PURCHASE_ORDER,
    TIME_ACTIVITY
}

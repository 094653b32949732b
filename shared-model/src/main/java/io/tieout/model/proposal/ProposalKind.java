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
    TIME_ACTIVITY,
    /// An entry that brings the books in line with the sheet; never automatic before phase 3.
    CORRECTION,
    /// Only mails that tell how things stand: let out in every phase.
    REPORT
}

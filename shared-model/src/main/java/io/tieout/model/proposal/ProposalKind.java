package io.tieout.model.proposal;

/// The kind of action; policy speaks of these.
public enum ProposalKind {
    INVOICE,
    VOID,
    /// Only advisory effects: notes, statuses, comments, mails.
    NOTICE,
    RECONCILIATION
}

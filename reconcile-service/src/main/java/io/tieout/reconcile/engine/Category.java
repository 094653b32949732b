package io.tieout.reconcile.engine;

import io.tieout.model.finding.FindingKind;

/// What a difference between the two books is; each has exactly one.
public enum Category {
    UNBILLED_LABOR,
    MISSING_RECEIPT,
    CODING_ERROR,
    DATA_ENTRY_ERROR,
    TIMING,
    AMOUNT_VARIANCE,
    DUPLICATE,
    MISSING_IN_QUICKBOOKS,
    MISSING_IN_SMARTSHEET;

    /// The kind of findings about it.
    public FindingKind kind() {
        return FindingKind.valueOf(name());
    }

    /// As people read it.
    public String words() {
        return kind().words();
    }
}

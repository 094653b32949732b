package io.tieout.reconcile.engine;

/// What a difference between the two books is; each has exactly one.
public enum Category {
    UNBILLED_LABOR("Unbilled labor"),
    MISSING_RECEIPT("Missing receipt"),
    CODING_ERROR("Coding error"),
    DATA_ENTRY_ERROR("Data-entry error"),
    TIMING("Timing"),
    AMOUNT_VARIANCE("Amount variance"),
    DUPLICATE("Duplicate"),
    MISSING_IN_QUICKBOOKS("Missing in QuickBooks"),
    MISSING_IN_SMARTSHEET("Missing in Smartsheet");

    private final String words;

    Category(String words) {
        this.words = words;
    }

    /// As people read it.
    public String words() {
        return words;
    }
}

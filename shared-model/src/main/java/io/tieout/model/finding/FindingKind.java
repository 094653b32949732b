package io.tieout.model.finding;

import java.util.Locale;

/// What a finding is about.
public enum FindingKind {
    UNKNOWN_CUSTOMER,
    UNKNOWN_ITEM,
    UNKNOWN_CLASS,
    UNKNOWN_DEPARTMENT,
    UNKNOWN_TAX_CODE,
    MISSING_CELL,
    INVALID_CELL,
    NEGATIVE_QUANTITY,
    BUDGET_EXCEEDED,
    BELOW_MINIMUM,
    NOT_BILLABLE,
    MAPPING_BROKEN,
    WEBHOOK_DOWN,
    ROW_CHANGED_AFTER_POSTING,
    BLOCKED_BY_REVIEW,
    APPROVAL_REFUSED,
    EFFECT_FAILED,
    EFFECT_UNKNOWN,
    CONNECTION_PROBLEM,
    CHANGED_IN_QUICKBOOKS,
    MATCHED,
    MISSING_IN_QUICKBOOKS,
    DISCREPANCY,
    UNKNOWN_VENDOR,
    UNKNOWN_ACCOUNT,
    UNBALANCED,
    WOULD_CAUSE_VARIANCE,
    UNREADABLE_ATTACHMENT,
    MISSING_IN_SMARTSHEET,
    UNBILLED_LABOR,
    MISSING_RECEIPT,
    CODING_ERROR,
    DATA_ENTRY_ERROR("Data-entry error"),
    TIMING,
    AMOUNT_VARIANCE,
    DUPLICATE,
    COMMAND_REFUSED,
    CONTRADICTING_ALIAS,
    BEFORE_CUT_OVER("Before cut-over");

    private final String words;

    FindingKind() {
        String lower = name().toLowerCase(Locale.ROOT).replace('_', ' ');
        words =
                (lower.substring(0, 1).toUpperCase(Locale.ROOT) + lower.substring(1))
                        .replace("quickbooks", "QuickBooks")
                        .replace("smartsheet", "Smartsheet");
    }

    FindingKind(String words) {
        this.words = words;
    }

    /// As people read it, in sheets, mails and the console alike: `Data-entry error`.
    public String words() {
        return words;
    }

    /// The same within a sentence: `data-entry error`.
    public String wordsInside() {
        return words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
    }
}

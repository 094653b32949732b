package io.tieout.invoice.drafting;

/// What a group of rows waits for; its arrival wakes the group.
public enum Need {
    BOOKS,
    CUSTOMER,
    ITEM,
    CLASS,
    DEPARTMENT,
    VENDOR,
    ACCOUNT,
    TAX_CODE,
    FEATURE,
    BUDGET
}

package io.tieout.model.smartsheet;

/// The part that a column plays in its sheet. Which real column plays it is configuration.
public enum ColumnPart {
    DESCRIPTION,
    STATUS,
    CUSTOMER,
    PROJECT,
    SERVICE,
    WORK_DATE,
    HOURS,
    COST,
    BILLABLE,
    CLASS,
    DEPARTMENT,
    PROJECT_MANAGER,
    DRAFT_REFERENCE,
    DRAFT_TOTAL,
    FINANCE_APPROVAL,
    APPROVER_APPROVAL,
    INVOICE_ID,
    INVOICE_NUMBER,
    INVOICE_DATE,
    INVOICE_STATUS,
    NOTES,
    VENDOR,
    DOCUMENT_NUMBER,
    DATE,
    AMOUNT,
    RECONCILIATION_STATUS,
    RECONCILIATION_NOTES,
    APPROVED_HOURS,
    BUDGET
}

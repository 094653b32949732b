package io.tieout.ingest.mapping;

import io.tieout.model.smartsheet.ColumnPart;
import java.util.Set;

/// What kind of value a part takes, and in which types of column it may be kept.
enum CellKind {
    WORDS("text"),
    NUMBER("text/number"),
    AMOUNT("text/number"),
    DAY("date"),
    BOX("checkbox"),
    PERSON("contact");

    private final String inWords;

    CellKind(String inWords) {
        this.inWords = inWords;
    }

    static CellKind of(ColumnPart part) {
        return switch (part) {
            case DESCRIPTION,
                    STATUS,
                    CUSTOMER,
                    PROJECT,
                    SERVICE,
                    CLASS,
                    DEPARTMENT,
                    DRAFT_REFERENCE,
                    FINANCE_APPROVAL,
                    APPROVER_APPROVAL,
                    INVOICE_ID,
                    INVOICE_NUMBER,
                    INVOICE_STATUS,
                    NOTES,
                    VENDOR,
                    DOCUMENT_NUMBER,
                    RECONCILIATION_STATUS,
                    RECONCILIATION_NOTES,
                    DOCUMENT_KIND,
                    ACCOUNT,
                    PURCHASE_ORDER,
                    QUICKBOOKS_ID,
                    AI_RECONCILIATION_STATUS,
                    CATEGORY,
                    REPORT,
                    EXTERNAL_ID,
                    CURRENCY ->
                    WORDS;
            case HOURS, APPROVED_HOURS -> NUMBER;
            case COST, DRAFT_TOTAL, AMOUNT, BUDGET, DEBIT, CREDIT -> AMOUNT;
            case WORK_DATE, INVOICE_DATE, DATE, MILESTONE -> DAY;
            case BILLABLE -> BOX;
            case PROJECT_MANAGER -> PERSON;
        };
    }

    boolean fits(String columnType) {
        return switch (this) {
            case WORDS ->
                    Set.of("TEXT_NUMBER", "PICKLIST", "MULTI_PICKLIST", "CONTACT_LIST")
                            .contains(columnType);
            case NUMBER, AMOUNT -> Set.of("TEXT_NUMBER", "PICKLIST").contains(columnType);
            case DAY -> Set.of("DATE", "ABSTRACT_DATETIME").contains(columnType);
            case BOX -> columnType.equals("CHECKBOX");
            case PERSON -> Set.of("CONTACT_LIST", "TEXT_NUMBER").contains(columnType);
        };
    }

    String inWords() {
        return inWords;
    }
}

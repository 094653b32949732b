package io.tieout.model.effect;

/// What a later effect may take from an earlier one's result.
public enum ResultField {
    INVOICE_ID,
    INVOICE_NUMBER,
    INVOICE_DATE,
    INVOICE_TOTAL
}

package io.tieout.model.effect;

/// What a later effect may take from an earlier one's result: of an invoice, or of any other posted
/// document.
public enum ResultField {
    INVOICE_ID,
    INVOICE_NUMBER,
    INVOICE_DATE,
    INVOICE_TOTAL
}

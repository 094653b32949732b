package io.tieout.model.effect;

/// How a document of a company outside the USA states its amounts. There each line has its own tax
/// code, and the document none.
public enum TaxCalculation {
    /// The amounts are net; tax is added by the lines' codes.
    TAX_EXCLUDED,
    /// The company charges no tax, so that the lines have no code.
    NOT_APPLICABLE
}

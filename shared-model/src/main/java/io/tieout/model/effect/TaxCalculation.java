package io.tieout.model.effect;

/// How the tax of a document comes about that has no tax code for the whole of it. Outside the USA
/// each line has its own tax code, and the document says what its amounts are.
public enum TaxCalculation {
    /// The amounts are net; tax is added by the lines' codes.
    TAX_EXCLUDED,
    /// The company charges no tax, so that the lines have no code.
    NOT_APPLICABLE,
    /// In the USA, where the company uses automated sales tax: QuickBooks works the tax out, and
    /// nobody estimates it.
    AUTOMATED
}

package io.tieout.writeback.quickbooks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.model.effect.TaxCalculation;
import io.tieout.model.id.EntityId;
import org.jspecify.annotations.Nullable;

/// How a document outside the USA says its tax: the header says what its amounts are, each line
/// names its code, and the tax itself is left to QuickBooks. Pure.
final class LineTaxes {
    static final String CALCULATION = "GlobalTaxCalculation";

    private LineTaxes() {}

    /// American documents say nothing.
    static void setCalculation(ObjectNode body, @Nullable TaxCalculation calculation) {
        switch (calculation) {
            case TAX_EXCLUDED -> body.put(CALCULATION, "TaxExcluded");
            case NOT_APPLICABLE -> body.put(CALCULATION, "NotApplicable");
            case AUTOMATED -> {}
            case null -> {}
        }
    }

    static void setCode(ObjectNode detail, @Nullable EntityId code) {
        if (code != null) {
            detail.putObject("TaxCodeRef").put("value", code.value());
        }
    }
}

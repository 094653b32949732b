package io.tieout.invoice.documents;

import io.tieout.invoice.books.Listed;
import io.tieout.invoice.drafting.Need;
import io.tieout.invoice.drafting.Refusal;
import io.tieout.invoice.drafting.UnitedStates;
import io.tieout.model.effect.TaxCalculation;
import io.tieout.model.finding.FindingKind;
import io.tieout.model.finding.Severity;
import io.tieout.model.id.EntityId;
import io.tieout.model.quickbooks.Entity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The tax code of a bill's or order's lines: none in the USA; elsewhere the one that the billing
/// rules name for the vendor, else for all purchases.
///
/// @param calculation absent in the USA
record SpendTax(@Nullable TaxCalculation calculation, @Nullable EntityId code) {
    static final SpendTax AMERICAN = new SpendTax(null, null);

    /// Refuses when a code is needed and none is there.
    static SpendTax of(Resolver names, Entity.Vendor vendor) {
        DocumentFacts facts = names.facts();
        if (UnitedStates.are(facts.books().company())) {
            return AMERICAN;
        }
        Entity.Preferences preferences = facts.books().preferences();
        if (preferences != null && !preferences.usingSalesTax()) {
            return new SpendTax(TaxCalculation.NOT_APPLICABLE, null);
        }
        EntityId code = facts.rules().tax().purchases(vendor.displayName());
        if (code == null) {
            names.refuse(
                    missing(
                            names,
                            vendor,
                            "Outside the USA each line needs a tax code, and the billing rules name none for this vendor or for purchases."));
        } else if (!isInUse(facts, code)) {
            names.refuse(
                    missing(
                            names,
                            vendor,
                            "Tax code %s of the billing rules is not among the active ones."
                                    .formatted(code)));
        }
        return new SpendTax(TaxCalculation.TAX_EXCLUDED, code);
    }

    private static boolean isInUse(DocumentFacts facts, EntityId code) {
        return facts.books().taxCodes().stream()
                .filter(Listed::active)
                .anyMatch(listed -> listed.id().equals(code));
    }

    private static Refusal missing(Resolver names, Entity.Vendor vendor, String why) {
        return new Refusal(
                FindingKind.UNKNOWN_TAX_CODE,
                Severity.ERROR,
                "tax",
                names.all(),
                "No tax code for what “%s” sells".formatted(vendor.displayName()),
                why,
                "Name the code under purchaseTaxCode or purchaseTaxByVendor of company %s in the billing rules: that of lines without tax, if no tax is to be booked."
                        .formatted(names.facts().group().realmId()),
                List.of(),
                null,
                Need.TAX_CODE);
    }
}

package io.tieout.audit.review;

import io.tieout.audit.facts.KnownEntity;
import io.tieout.audit.facts.Names;
import io.tieout.model.effect.CreateBill;
import io.tieout.model.effect.CreateJournalEntry;
import io.tieout.model.effect.CreatePurchaseOrder;
import io.tieout.model.effect.CreateTimeActivity;
import io.tieout.model.effect.InvoiceLine;
import io.tieout.model.effect.SpendLine;
import io.tieout.model.effect.TaxCalculation;
import io.tieout.model.id.EntityId;
import io.tieout.model.money.Money;
import io.tieout.model.quickbooks.Entity;
import io.tieout.model.quickbooks.EntityType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Tax where each line has a code of its own, which is everywhere but in the USA: the code is in
/// use, and is the one of an item without tax, the customer, its region, the vendor, or of lines
/// that are marked as not taxable.
final class LineTaxRules {
    static final List<Rule<DocumentCase>> OF_DOCUMENTS =
            List.of(new Rule<>("document-tax-codes", LineTaxRules::documents));

    private LineTaxRules() {}

    static boolean apply(Facts facts) {
        return facts.company()
                .map(company -> !Set.of("US", "USA").contains(company.country()))
                .orElse(false);
    }

    private static boolean isTaxUsed(Facts facts) {
        return facts.preferences().map(Entity.Preferences::usingSalesTax).orElse(true);
    }

    /// Of an invoice in books outside the USA.
    ///
    /// @param addresses the customer, and the client whose job it is
    static void codes(InvoiceCase it, List<Entity.Customer> addresses, List<String> objections) {
        if (it.invoice().taxCodeId() != null) {
            objections.add("The whole invoice has a tax code, which only American books know.");
        }
        calculation(it.facts(), it.invoice().taxCalculation(), objections);
        Set<String> expected = expected(it.facts().terms(), addresses);
        for (InvoiceLine line : it.invoice().lines()) {
            if (it.facts().terms().tax().flags()) {
                reason(it, line, addresses, objections);
            }
            if (isCodeInUse(it.facts(), line.number(), line.taxCodeId(), objections)) {
                sales(it, line, expected, objections);
            }
        }
    }

    private static void calculation(
            Facts facts, @Nullable TaxCalculation given, List<String> objections) {
        TaxCalculation wanted =
                isTaxUsed(facts) ? TaxCalculation.TAX_EXCLUDED : TaxCalculation.NOT_APPLICABLE;
        if (given != wanted) {
            objections.add(
                    "It must say %s about its amounts, but says %s."
                            .formatted(wanted, given == null ? "nothing" : given));
        }
    }

    /// Of each address its own code, else that of its region, else that of its country.
    private static Set<String> expected(BillingTerms terms, List<Entity.Customer> addresses) {
        Set<String> codes = new HashSet<>();
        for (Entity.Customer address : addresses) {
            EntityId own = address.taxCodeId();
            String region = address.state();
            String place = region == null || region.isBlank() ? address.country() : region;
            if (own != null) {
                codes.add(own.value());
            } else if (place != null) {
                terms.tax().ofPlace(place).ifPresent(codes::add);
            }
        }
        return codes;
    }

    /// Where the company keeps the marks of what is taxable.
    private static void reason(
            InvoiceCase it,
            InvoiceLine line,
            List<Entity.Customer> addresses,
            List<String> objections) {
        boolean item = it.item(line).map(Entity.Item::taxable).orElse(false);
        if (line.taxable() && !(item && addresses.stream().anyMatch(Entity.Customer::taxable))) {
            objections.add("Line %d is taxed without reason.".formatted(line.number()));
        } else if (!line.taxable()
                && item
                && addresses.stream().allMatch(Entity.Customer::taxable)) {
            objections.add("Line %d is not taxed, but should be.".formatted(line.number()));
        }
    }

    /// Whether there is a code to look at.
    private static boolean isCodeInUse(
            Facts facts, int line, @Nullable EntityId code, List<String> objections) {
        if (!isTaxUsed(facts)) {
            if (code != null) {
                objections.add("Line %d has a tax code; the company uses no tax.".formatted(line));
            }
            return false;
        }
        if (code == null) {
            objections.add("Line %d has no tax code.".formatted(line));
            return false;
        }
        if (facts.taxCode(code).filter(KnownEntity::usable).isEmpty()) {
            objections.add("Line %d has tax code %s, which is not in use.".formatted(line, code));
            return false;
        }
        return true;
    }

    private static void sales(
            InvoiceCase it, InvoiceLine line, Set<String> expected, List<String> objections) {
        String code = String.valueOf(line.taxCodeId());
        EntityId ofItem = it.item(line).map(Entity.Item::salesTaxCodeId).orElse(null);
        BillingTerms.Tax terms = it.facts().terms().tax();
        if (ofItem != null && isFree(it.facts(), ofItem)) {
            if (!ofItem.value().equals(code)) {
                objections.add(
                        "Line %d has tax code %s, but its item is sold under %s."
                                .formatted(line.number(), code, ofItem));
            }
        } else if (terms.flags() && !line.taxable()) {
            untaxed(it.facts(), line, code, terms.exempt(), objections);
        } else if (expected.isEmpty()
                ? ofItem == null || !ofItem.value().equals(code)
                : !expected.contains(code)) {
            objections.add(
                    "Line %d has tax code %s, which does not follow from the customer or its region."
                            .formatted(line.number(), code));
        }
    }

    private static void untaxed(
            Facts facts,
            InvoiceLine line,
            String code,
            @Nullable String exempt,
            List<String> objections) {
        if (exempt == null) {
            objections.add("The billing rules name no tax code for lines without tax.");
        } else if (!exempt.equals(code)) {
            objections.add(
                    "Line %d is not taxed, but has tax code %s instead of %s."
                            .formatted(line.number(), code, exempt));
        } else if (!isFree(facts, new EntityId(code))) {
            objections.add(
                    "Line %d is not taxed, but tax code %s charges tax."
                            .formatted(line.number(), code));
        }
    }

    /// Whether a code that is in use charges nothing.
    private static boolean isFree(Facts facts, EntityId code) {
        return facts.taxCode(code).filter(KnownEntity::usable).isPresent()
                && rates(facts, code).allMatch(rate -> rate.signum() == 0);
    }

    /// What the codes' rates give on their lines, each rate rounded by itself.
    static Money estimate(InvoiceCase it) {
        Map<EntityId, BigDecimal> bases = new HashMap<>();
        for (InvoiceLine line : it.invoice().lines()) {
            if (line.taxCodeId() != null) {
                bases.merge(line.taxCodeId(), line.amount().amount(), BigDecimal::add);
            }
        }
        List<Money> parts =
                bases.entrySet().stream()
                        .flatMap(base ->
                                rates(it.facts(), base.getKey())
                                        .map(rate ->
                                                Money.rounded(
                                                        base.getValue()
                                                                .multiply(rate)
                                                                .movePointLeft(2),
                                                        it.invoice().currency(),
                                                        RoundingMode.HALF_UP)))
                        .toList();
        return Money.sum(parts, it.invoice().currency());
    }

    private static Stream<BigDecimal> rates(Facts facts, EntityId code) {
        return facts.taxCode(code).stream()
                .map(known -> (Entity.TaxCode) known.observed().entity())
                .flatMap(found -> found.salesRateIds().stream())
                .flatMap(id -> facts.taxRate(id).stream())
                .map(known -> ((Entity.TaxRate) known.observed().entity()).rate().value());
    }

    private static void documents(DocumentCase it, List<String> objections) {
        switch (it.document()) {
            case CreateBill bill ->
                    spend(it, bill.vendorId(), bill.taxCalculation(), bill.lines(), objections);
            case CreatePurchaseOrder order ->
                    spend(it, order.vendorId(), order.taxCalculation(), order.lines(), objections);
            case CreateJournalEntry _, CreateTimeActivity _ -> {
                // neither says tax
            }
        }
    }

    private static void spend(
            DocumentCase it,
            EntityId vendor,
            @Nullable TaxCalculation calculation,
            List<SpendLine> lines,
            List<String> objections) {
        if (!apply(it.facts())) {
            if (calculation != null || lines.stream().anyMatch(line -> line.taxCodeId() != null)) {
                objections.add("American books know no tax codes on what is bought.");
            }
            return;
        }
        calculation(it.facts(), calculation, objections);
        Optional<String> expected =
                it.usable(EntityType.VENDOR, vendor)
                        .map(known -> ((Entity.Vendor) known.observed().entity()).displayName())
                        .flatMap(name -> it.facts().terms().tax().ofPurchases(Names.normal(name)));
        for (SpendLine line : lines) {
            EntityId code = line.taxCodeId();
            if (isCodeInUse(it.facts(), line.number(), code, objections)
                    && !expected.equals(Optional.ofNullable(code).map(EntityId::value))) {
                objections.add(
                        "Line %d has tax code %s, which the billing rules do not name for this vendor."
                                .formatted(line.number(), code));
            }
        }
    }
}

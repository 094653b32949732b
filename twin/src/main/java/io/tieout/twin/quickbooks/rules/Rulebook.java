package io.tieout.twin.quickbooks.rules;

import io.tieout.twin.quickbooks.schema.EntityType;
import io.tieout.twin.quickbooks.schema.Schema;
import java.util.List;
import java.util.Map;

/// Which rules an entity must pass, in the order in which the vendor is seen to apply them.
public final class Rulebook {
    private final Rule required = new RequiredRule();
    private final Rule references;
    private final List<Rule> txn =
            List.of(
                    new PeriodRule(),
                    new CurrencyRule(),
                    new LinesRule(),
                    new FeatureRule(),
                    new DocNumberRule());
    private final Map<String, List<Rule>> own =
            Map.ofEntries(
                    Map.entry("Invoice", List.of(new SalesRule(), new DueDateRule())),
                    Map.entry("Estimate", List.of(new SalesRule())),
                    Map.entry("Bill", List.of(new ExpenseRule(), new DueDateRule())),
                    Map.entry("VendorCredit", List.of(new ExpenseRule())),
                    Map.entry("PurchaseOrder", List.of(new ExpenseRule())),
                    Map.entry("Purchase", List.of(new ExpenseRule(), new PurchaseRule())),
                    Map.entry("JournalEntry", List.of(new JournalRule())),
                    Map.entry("Payment", List.of(new PaymentRule())),
                    Map.entry("TimeActivity", List.of(new TimeRule())),
                    Map.entry("Customer", List.of(new NameRule(), new HierarchyRule())),
                    Map.entry("Vendor", List.of(new NameRule())),
                    Map.entry("Employee", List.of(new NameRule())),
                    Map.entry("Item", List.of(new NameRule(), new HierarchyRule(), new ItemRule())),
                    Map.entry(
                            "Account",
                            List.of(new NameRule(), new HierarchyRule(), new AccountRule())),
                    Map.entry("Class", List.of(new NameRule(), new HierarchyRule())),
                    Map.entry("Department", List.of(new NameRule(), new HierarchyRule())),
                    Map.entry("Term", List.of(new NameRule(), new TermRule())));

    public Rulebook(Schema schema) {
        this.references = new ReferenceRule(schema);
    }

    public void apply(Draft draft) {
        required.apply(draft);
        references.apply(draft);
        if (draft.type().kind() == EntityType.Kind.TXN) {
            txn.forEach(rule -> rule.apply(draft));
        }
        own.getOrDefault(draft.type().name(), List.of()).forEach(rule -> rule.apply(draft));
        CurrencyRule.homeTotal(draft);
    }
}

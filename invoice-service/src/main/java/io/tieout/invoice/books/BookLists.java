package io.tieout.invoice.books;

import io.tieout.model.quickbooks.Entity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The part of the books that a draft for one customer needs.
///
/// @param customers those with the wanted name, and their jobs
/// @param customerNames every customer's name when the wanted one is not among the active; else
///   empty
public record BookLists(
        List<Listed<Entity.Customer>> customers,
        List<KnownName> customerNames,
        List<Listed<Entity.Item>> items,
        List<Listed<Entity.Named>> classes,
        List<Listed<Entity.Named>> departments,
        List<Listed<Entity.Term>> terms,
        List<Listed<Entity.TaxCode>> taxCodes,
        List<Listed<Entity.TaxRate>> taxRates,
        Entity.@Nullable Company company,
        Entity.@Nullable Preferences preferences) {
    public BookLists {
        customers = List.copyOf(customers);
        customerNames = List.copyOf(customerNames);
        items = List.copyOf(items);
        classes = List.copyOf(classes);
        departments = List.copyOf(departments);
        terms = List.copyOf(terms);
        taxCodes = List.copyOf(taxCodes);
        taxRates = List.copyOf(taxRates);
    }
}

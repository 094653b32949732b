package io.tieout.invoice.books;

import io.tieout.model.quickbooks.Entity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The part of the books that documents other than invoices need.
///
/// @param vendors those of the wanted names; every one when a name is unknown
/// @param customers those of the wanted names and their jobs; every one when a name is unknown
public record SpendLists(
        List<Listed<Entity.Vendor>> vendors,
        List<Listed<Entity.Account>> accounts,
        List<Listed<Entity.Item>> items,
        List<Listed<Entity.Customer>> customers,
        List<Listed<Entity.Named>> classes,
        List<Listed<Entity.Named>> departments,
        List<Listed<Entity.TaxCode>> taxCodes,
        Entity.@Nullable Company company,
        Entity.@Nullable Preferences preferences) {
    public SpendLists {
        vendors = List.copyOf(vendors);
        accounts = List.copyOf(accounts);
        items = List.copyOf(items);
        customers = List.copyOf(customers);
        classes = List.copyOf(classes);
        departments = List.copyOf(departments);
        taxCodes = List.copyOf(taxCodes);
    }
}

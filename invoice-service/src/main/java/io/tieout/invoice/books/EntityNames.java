package io.tieout.invoice.books;

import io.tieout.model.id.EntityId;
import io.tieout.model.quickbooks.Entity;
import org.jspecify.annotations.Nullable;

/// By what an entity is found: its name, its name with all parents, and its parent.
record EntityNames(@Nullable String name, @Nullable String qualified, @Nullable EntityId parent) {
    static EntityNames of(Entity entity) {
        return switch (entity) {
            case Entity.Customer customer ->
                    new EntityNames(
                            customer.displayName(),
                            customer.fullyQualifiedName(),
                            customer.parentId());
            case Entity.Named named ->
                    new EntityNames(named.name(), named.fullyQualifiedName(), named.parentId());
            case Entity.Vendor vendor -> plain(vendor.displayName());
            case Entity.Item item -> plain(item.name());
            case Entity.Account account -> plain(account.name());
            case Entity.Term term -> plain(term.name());
            case Entity.TaxCode code -> plain(code.name());
            case Entity.TaxRate rate -> plain(rate.name());
            case Entity.Company company -> plain(company.name());
            case Entity.Preferences _, Entity.Transaction _ -> new EntityNames(null, null, null);
        };
    }

    private static EntityNames plain(String name) {
        return new EntityNames(name, name, null);
    }

    static @Nullable String key(@Nullable String name) {
        return name == null ? null : NameKey.of(name);
    }
}

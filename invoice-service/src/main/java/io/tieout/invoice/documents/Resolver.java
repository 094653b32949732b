package io.tieout.invoice.documents;

import io.tieout.invoice.books.Listed;
import io.tieout.invoice.drafting.Features;
import io.tieout.invoice.drafting.Jobs;
import io.tieout.invoice.drafting.Lookup;
import io.tieout.invoice.drafting.Refusal;
import io.tieout.invoice.drafting.Resolved;
import io.tieout.model.id.EntityId;
import io.tieout.model.id.RowRef;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import io.tieout.model.quickbooks.Entity;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Resolves the names that rows give, and collects a refusal for each that the books do not know.
final class Resolver {
    private final DocumentFacts facts;
    private final List<Refusal> refusals = new ArrayList<>();

    Resolver(DocumentFacts facts) {
        this.facts = facts;
    }

    DocumentFacts facts() {
        return facts;
    }

    List<Refusal> refusals() {
        return refusals;
    }

    void refuse(Refusal refusal) {
        refusals.add(refusal);
    }

    @Nullable Listed<Entity.Vendor> vendor() {
        return find(Lookup.vendors(facts.books().vendors()), facts.group().vendor(), all());
    }

    @Nullable EntityId account(DocumentRow row) {
        Listed<Entity.Account> account = listedAccount(row);
        return account == null ? null : account.id();
    }

    @Nullable Listed<Entity.Account> listedAccount(DocumentRow row) {
        return find(Lookup.accounts(facts.books().accounts()), row.cells().account(), of(row));
    }

    /// The vendor that the row itself names.
    @Nullable EntityId vendor(DocumentRow row) {
        return id(Lookup.vendors(facts.books().vendors()), row.cells().vendor(), of(row));
    }

    @Nullable Listed<Entity.Item> item(DocumentRow row) {
        return find(Lookup.items(facts.books().items()), row.cells().service(), of(row));
    }

    @Nullable EntityId clazz(DocumentRow row) {
        String name = row.cells().className();
        if (name != null && !name.isBlank() && !facts.features().classes()) {
            refuse(Features.noClasses(name, of(row)));
            return null;
        }
        return id(Lookup.classes(facts.books().classes()), name, of(row));
    }

    @Nullable EntityId department(DocumentRow row) {
        String name = row.cells().departmentName();
        if (name != null && !name.isBlank() && !facts.features().departments()) {
            refuse(Features.noDepartments(name, of(row)));
            return null;
        }
        return id(Lookup.departments(facts.books().departments()), name, of(row));
    }

    /// For whom a line of a bill or an order was bought.
    @Nullable EntityId boughtFor(DocumentRow row) {
        String name = row.cells().customer();
        if (name != null && !name.isBlank() && !facts.features().customersOnSpend()) {
            refuse(Features.noCustomersOnSpend(name, of(row)));
            return null;
        }
        return customer(row);
    }

    /// Whether a line of a bill or an order is billed on.
    boolean isBilledOn(DocumentRow row) {
        boolean billable = Boolean.TRUE.equals(row.cells().billable());
        if (billable && !facts.features().billableSpend()) {
            refuse(Features.noBillableSpend(of(row)));
            return false;
        }
        return billable;
    }

    /// The customer, or its job that is named like the row's project.
    @Nullable EntityId customer(DocumentRow row) {
        Listed<Entity.Customer> customer =
                find(Lookup.customers(facts.books().customers()), row.cells().customer(), of(row));
        String project = row.cells().project();
        if (customer == null || project == null) {
            return customer == null ? null : customer.id();
        }
        return switch (Jobs.jobOrSelf(facts.books().customers(), customer, project, of(row))) {
            case Resolved.Found<EntityId>(EntityId id) -> id;
            case Resolved.Missing<EntityId>(Refusal refusal) -> {
                refuse(refusal);
                yield null;
            }
        };
    }

    Money sum(List<Money> amounts) {
        CurrencyCode currency =
                amounts.isEmpty() ? facts.currency() : amounts.getFirst().currency();
        return Money.sum(amounts, currency);
    }

    List<RowRef> all() {
        return facts.rows().stream().map(DocumentRow::ref).toList();
    }

    /// The words of a line: the row's own, else what it is about.
    static String description(DocumentRow row) {
        return Objects.requireNonNullElse(
                row.cells().description(),
                Objects.requireNonNullElse(
                        row.cells().service(), String.valueOf(row.cells().kind())));
    }

    private static List<RowRef> of(DocumentRow row) {
        return List.of(row.ref());
    }

    private <E extends Entity> @Nullable EntityId id(
            Lookup<E> lookup, @Nullable String name, List<RowRef> rows) {
        Listed<E> found = find(lookup, name, rows);
        return found == null ? null : found.id();
    }

    private <E extends Entity> @Nullable Listed<E> find(
            Lookup<E> lookup, @Nullable String name, List<RowRef> rows) {
        if (name == null || name.isBlank()) {
            return null;
        }
        return switch (lookup.find(name, rows)) {
            case Resolved.Found<Listed<E>>(Listed<E> found) -> found;
            case Resolved.Missing<Listed<E>>(Refusal refusal) -> {
                refusals.add(refusal);
                yield null;
            }
        };
    }
}

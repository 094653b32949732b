package io.tieout.audit.review;

import io.tieout.audit.facts.KnownEntity;
import io.tieout.audit.facts.Names;
import io.tieout.model.effect.InvoiceLine;
import io.tieout.model.effect.TaxCalculation;
import io.tieout.model.id.EntityId;
import io.tieout.model.proposal.Evidence.LineSource;
import io.tieout.model.proposal.Evidence.RateSource;
import io.tieout.model.quickbooks.Entity;
import io.tieout.model.quickbooks.EntityType;
import io.tieout.model.smartsheet.BillingFields;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Customers, items, accounts and tax codes: they exist, are in use, and are those the rows name.
final class BookRules {
    static final List<Rule<InvoiceCase>> ALL =
            List.of(
                    new Rule<>("counterparty-known-and-active", BookRules::counterparty),
                    new Rule<>("customer-matches-rows", BookRules::customer),
                    new Rule<>("items-and-accounts", BookRules::items),
                    new Rule<>("classes-departments-and-terms", BookRules::lists),
                    new Rule<>("tax-matches-location", BookRules::tax));

    private BookRules() {}

    private static void counterparty(InvoiceCase it, List<String> objections) {
        Optional<KnownEntity> known = it.facts().customer(it.invoice().customerId());
        if (known.isEmpty()) {
            objections.add("QuickBooks has no customer %s.".formatted(it.invoice().customerId()));
            return;
        }
        Entity.Customer customer = (Entity.Customer) known.get().observed().entity();
        if (!known.get().usable()) {
            objections.add("The customer %s is not in use.".formatted(customer.displayName()));
        }
        String email = it.invoice().billEmail();
        if (email != null && !isEmailOf(it, customer, email)) {
            objections.add("The billing e-mail is not the customer's.");
        }
    }

    private static boolean isEmailOf(InvoiceCase it, Entity.Customer customer, String email) {
        return email.equals(customer.email())
                || parent(it, customer)
                        .map(Entity.Customer::email)
                        .filter(email::equals)
                        .isPresent();
    }

    private static Optional<Entity.Customer> parent(InvoiceCase it, Entity.Customer customer) {
        EntityId parent = customer.parentId();
        return parent == null
                ? Optional.empty()
                : it.facts()
                        .customer(parent)
                        .map(known -> (Entity.Customer) known.observed().entity());
    }

    private static void customer(InvoiceCase it, List<String> objections) {
        for (BillingFields row : it.citedRows()) {
            String name = row.customer() == null ? "" : row.customer();
            List<KnownEntity> found = it.facts().customersNamed(name);
            if (found.size() != 1) {
                objections.add("“%s” names %d customers in use.".formatted(name, found.size()));
            } else if (!isBilledTo(it, found.getFirst(), row)) {
                objections.add("A row is for %s, the invoice is not.".formatted(name));
            }
        }
    }

    /// To the customer itself, or to its job that is named like the row's project.
    private static boolean isBilledTo(InvoiceCase it, KnownEntity named, BillingFields row) {
        EntityId id = named.observed().id();
        if (id.equals(it.invoice().customerId())) {
            return true;
        }
        String project = row.project();
        return project != null
                && it.customer()
                        .filter(job -> id.equals(job.parentId()))
                        .filter(job -> Names.same(lastPart(job.displayName()), project))
                        .isPresent();
    }

    private static String lastPart(String name) {
        return name.substring(name.lastIndexOf(':') + 1);
    }

    private static void items(InvoiceCase it, List<String> objections) {
        for (InvoiceLine line : it.invoice().lines()) {
            Optional<KnownEntity> known = it.facts().named(EntityType.ITEM, line.itemId());
            if (known.isEmpty() || !known.get().usable()) {
                objections.add(
                        "Line %d uses item %s, which is not in use."
                                .formatted(line.number(), line.itemId()));
            } else {
                item(it, line, (Entity.Item) known.get().observed().entity(), objections);
            }
        }
    }

    private static void item(
            InvoiceCase it, InvoiceLine line, Entity.Item item, List<String> objections) {
        if (!isMeant(it, line, item)) {
            objections.add(
                    "Line %d uses item %s, which its rows do not name."
                            .formatted(line.number(), item.name()));
        }
        EntityId account = item.incomeAccountId();
        Set<String> pilot = it.facts().pilot().accounts();
        if (account == null) {
            objections.add("Item %s has no income account.".formatted(item.name()));
        } else if (!pilot.isEmpty() && !pilot.contains(account.value())) {
            objections.add(
                    "Account %s is not part of the pilot; item %s posts to it."
                            .formatted(account, item.name()));
        } else if (it.facts()
                .named(EntityType.ACCOUNT, account)
                .filter(KnownEntity::usable)
                .isEmpty()) {
            objections.add("Account %s of item %s is not in use.".formatted(account, item.name()));
        }
    }

    /// The service that the rows name; the expense item too for costs passed on; any for a fee.
    private static boolean isMeant(InvoiceCase it, InvoiceLine line, Entity.Item item) {
        RateSource source = it.source(line).map(LineSource::rateSource).orElse(RateSource.ITEM);
        String expense = it.facts().terms().expenseItem();
        return switch (source) {
            case MINIMUM_FEE -> true;
            case SHEET -> false;
            case COST_PLUS_MARKUP ->
                    (expense != null && Names.same(expense, item.name()))
                            || namesService(it, line, item);
            case ITEM, RATE_CARD -> namesService(it, line, item);
        };
    }

    private static boolean namesService(InvoiceCase it, InvoiceLine line, Entity.Item item) {
        String otherwise = it.facts().terms().expenseItem();
        return it.rowsOf(line).stream()
                .map(row -> row.service() == null ? otherwise : row.service())
                .allMatch(service -> service != null && Names.same(service, item.name()));
    }

    private static void lists(InvoiceCase it, List<String> objections) {
        for (InvoiceLine line : it.invoice().lines()) {
            Set<String> wanted = names(it.rowsOf(line), BillingFields::className);
            EntityId otherwise = it.item(line).map(Entity.Item::classId).orElse(null);
            if (!fits(it, EntityType.CLASS, line.classId(), wanted, otherwise)) {
                objections.add("Line %d has another class than its rows.".formatted(line.number()));
            }
        }
        Set<String> departments = names(it.citedRows(), BillingFields::departmentName);
        if (!fits(it, EntityType.DEPARTMENT, it.invoice().departmentId(), departments, null)) {
            objections.add("The invoice has another department than its rows.");
        }
        EntityId term = it.invoice().termId();
        if (term != null
                && it.facts().named(EntityType.TERM, term).filter(KnownEntity::usable).isEmpty()) {
            objections.add("The payment terms %s are not in use.".formatted(term));
        }
    }

    private static Set<String> names(
            List<BillingFields> rows, Function<BillingFields, @Nullable String> part) {
        Set<String> names = new HashSet<>();
        for (BillingFields row : rows) {
            String name = part.apply(row);
            if (name != null && !name.isBlank()) {
                names.add(Names.normal(name));
            }
        }
        return names;
    }

    /// None given is fine where the company does not use it; one given is the one the rows name.
    private static boolean fits(
            InvoiceCase it,
            EntityType type,
            @Nullable EntityId given,
            Set<String> wanted,
            @Nullable EntityId otherwise) {
        if (given == null) {
            return wanted.isEmpty() || !isUsed(it, type);
        }
        Optional<KnownEntity> known = it.facts().named(type, given).filter(KnownEntity::usable);
        if (known.isEmpty()) {
            return false;
        }
        if (wanted.isEmpty()) {
            return Objects.equals(given, otherwise);
        }
        Entity.Named named = (Entity.Named) known.get().observed().entity();
        return wanted.size() == 1
                && (wanted.contains(Names.normal(named.name()))
                        || wanted.contains(Names.normal(named.fullyQualifiedName())));
    }

    private static boolean isUsed(InvoiceCase it, EntityType type) {
        return it.facts()
                .preferences()
                .map(preferences ->
                        type == EntityType.CLASS
                                ? preferences.classPerLine()
                                : preferences.trackDepartments())
                .orElse(true);
    }

    private static void tax(InvoiceCase it, List<String> objections) {
        Optional<Entity.Customer> customer = it.customer();
        boolean used = it.facts().preferences().map(Entity.Preferences::usingSalesTax).orElse(true);
        if (customer.isEmpty()) {
            return;
        }
        if (LineTaxRules.apply(it.facts())) {
            LineTaxRules.codes(it, addresses(it, customer.get()).toList(), objections);
            return;
        }
        if (!used) {
            if (it.invoice().taxCodeId() != null) {
                objections.add("The company uses no sales tax.");
            }
            return;
        }
        boolean automated = isAutomated(it);
        TaxCalculation calculation = automated && isTaxed(it) ? TaxCalculation.AUTOMATED : null;
        if (it.invoice().lines().stream().anyMatch(line -> line.taxCodeId() != null)) {
            objections.add("Lines have tax codes of their own, which American books do not know.");
        }
        if (it.invoice().taxCalculation() != calculation) {
            objections.add(
                    calculation == null
                            ? "It says %s about its tax, which does not hold for these books."
                                    .formatted(it.invoice().taxCalculation())
                            : "QuickBooks works out the tax here, and it does not say so.");
        }
        List<String> expected = taxCodes(it, customer.get());
        EntityId code = it.invoice().taxCodeId();
        if (automated) {
            if (code != null) {
                objections.add("QuickBooks works out the tax here, but it names a tax code.");
            }
        } else if (code == null) {
            if (!expected.isEmpty() && isTaxed(it)) {
                objections.add("The customer's location asks for a tax code.");
            }
        } else if (!expected.contains(code.value()) && isTaxing(it, code)) {
            objections.add(
                    "Tax code %s does not follow from the customer's location.".formatted(code));
        }
        for (InvoiceLine line : it.invoice().lines()) {
            boolean item = it.item(line).map(Entity.Item::taxable).orElse(false);
            if (line.taxable()
                    && !(item
                            && addresses(it, customer.get()).anyMatch(Entity.Customer::taxable))) {
                objections.add("Line %d is taxed without reason.".formatted(line.number()));
            } else if (!line.taxable()
                    && item
                    && (automated || !expected.isEmpty())
                    && addresses(it, customer.get()).allMatch(Entity.Customer::taxable)) {
                objections.add("Line %d is not taxed, but should be.".formatted(line.number()));
            }
        }
    }

    /// The customer itself, and the client whose job it is.
    private static Stream<Entity.Customer> addresses(InvoiceCase it, Entity.Customer customer) {
        return Stream.concat(Stream.of(customer), parent(it, customer).stream());
    }

    /// The customer's own code; else that of its region.
    private static List<String> taxCodes(InvoiceCase it, Entity.Customer customer) {
        List<String> codes = new ArrayList<>();
        for (Entity.Customer address : addresses(it, customer).toList()) {
            if (address.taxable() && address.taxCodeId() != null) {
                codes.add(address.taxCodeId().value());
            }
            String state = address.state();
            if (address.taxable() && state != null) {
                it.facts().terms().tax().ofPlace(state).ifPresent(codes::add);
            }
        }
        return codes;
    }

    /// Whether QuickBooks works sales tax out by itself.
    private static boolean isAutomated(InvoiceCase it) {
        return it.facts()
                .preferences()
                .map(preferences -> Boolean.TRUE.equals(preferences.automatedSalesTax()))
                .orElse(false);
    }

    private static boolean isTaxed(InvoiceCase it) {
        return it.invoice().lines().stream().anyMatch(InvoiceLine::taxable);
    }

    private static boolean isTaxing(InvoiceCase it, EntityId code) {
        return it.facts()
                .taxCode(code)
                .filter(KnownEntity::usable)
                .map(known -> ((Entity.TaxCode) known.observed().entity()).taxable())
                .orElse(true);
    }
}

package io.tieout.invoice.drafting;

import io.tieout.invoice.books.KnownName;
import io.tieout.invoice.books.Listed;
import io.tieout.invoice.books.NameKey;
import io.tieout.model.finding.Candidate;
import io.tieout.model.finding.FindingKind;
import io.tieout.model.finding.Severity;
import io.tieout.model.id.RowRef;
import io.tieout.model.quickbooks.Entity;
import io.tieout.model.quickbooks.EntityType;
import java.util.List;
import java.util.function.Function;

/// Finds an entry of the books by its exact name; a miss is a refusal with candidates.
public final class Lookup<E extends Entity> {
    private final EntityType type;
    private final FindingKind missing;
    private final Need need;
    private final List<Listed<E>> entries;
    private final Function<E, List<String>> names;

    public static Lookup<Entity.Vendor> vendors(List<Listed<Entity.Vendor>> vendors) {
        return new Lookup<>(
                EntityType.VENDOR,
                FindingKind.UNKNOWN_VENDOR,
                Need.VENDOR,
                vendors,
                vendor -> List.of(vendor.displayName()));
    }

    /// By name, by number, or by both.
    public static Lookup<Entity.Account> accounts(List<Listed<Entity.Account>> accounts) {
        return new Lookup<>(
                EntityType.ACCOUNT,
                FindingKind.UNKNOWN_ACCOUNT,
                Need.ACCOUNT,
                accounts,
                account ->
                        account.number() == null
                                ? List.of(account.name())
                                : List.of(
                                        account.number(),
                                        account.number() + " " + account.name(),
                                        account.name()));
    }

    /// A job only by its full path.
    public static Lookup<Entity.Customer> customers(List<Listed<Entity.Customer>> customers) {
        return new Lookup<>(
                EntityType.CUSTOMER,
                FindingKind.UNKNOWN_CUSTOMER,
                Need.CUSTOMER,
                customers,
                customer ->
                        customer.parentId() == null
                                ? List.of(customer.displayName(), customer.fullyQualifiedName())
                                : List.of(customer.fullyQualifiedName()));
    }

    Lookup(
            EntityType type,
            FindingKind missing,
            Need need,
            List<Listed<E>> entries,
            Function<E, List<String>> names) {
        this.type = type;
        this.missing = missing;
        this.need = need;
        this.entries = List.copyOf(entries);
        this.names = names;
    }

    public static Lookup<Entity.Item> items(List<Listed<Entity.Item>> items) {
        return new Lookup<>(
                EntityType.ITEM,
                FindingKind.UNKNOWN_ITEM,
                Need.ITEM,
                items,
                item -> List.of(item.name()));
    }

    public static Lookup<Entity.Named> classes(List<Listed<Entity.Named>> classes) {
        return new Lookup<>(
                EntityType.CLASS,
                FindingKind.UNKNOWN_CLASS,
                Need.CLASS,
                classes,
                named -> List.of(named.name(), named.fullyQualifiedName()));
    }

    public static Lookup<Entity.Named> departments(List<Listed<Entity.Named>> departments) {
        return new Lookup<>(
                EntityType.DEPARTMENT,
                FindingKind.UNKNOWN_DEPARTMENT,
                Need.DEPARTMENT,
                departments,
                named -> List.of(named.name(), named.fullyQualifiedName()));
    }

    public Resolved<Listed<E>> find(String name, List<RowRef> rows) {
        String key = NameKey.of(name);
        List<Listed<E>> found =
                entries.stream()
                        .filter(Listed::active)
                        .filter(entry ->
                                names.apply(entry.entity()).stream()
                                        .anyMatch(own -> NameKey.of(own).equals(key)))
                        .toList();
        return found.size() == 1
                ? new Resolved.Found<>(found.getFirst())
                : new Resolved.Missing<>(refusal(name, found.size(), rows));
    }

    private Refusal refusal(String name, int matches, List<RowRef> rows) {
        List<KnownName> known =
                entries.stream()
                        .map(entry -> new KnownName(entry.id(), last(entry), entry.active()))
                        .toList();
        List<Candidate> candidates = Candidates.nearest(type, name, known);
        String what = type.wireName().toLowerCase(java.util.Locale.ROOT);
        String detail =
                matches == 0
                        ? "QuickBooks has no active %s of exactly this name.".formatted(what)
                        : "QuickBooks has %d of this name.".formatted(matches);
        String nearest =
                candidates.isEmpty() ? "" : " Nearest: " + Candidates.readable(candidates) + ".";
        return new Refusal(
                missing,
                Severity.ERROR,
                NameKey.of(name),
                rows,
                "Unknown %s “%s”".formatted(what, name),
                detail + nearest,
                "Correct the cell, or add the %s to QuickBooks; it goes on by itself then."
                        .formatted(what),
                candidates,
                null,
                need);
    }

    private String last(Listed<E> entry) {
        return names.apply(entry.entity()).getLast();
    }
}

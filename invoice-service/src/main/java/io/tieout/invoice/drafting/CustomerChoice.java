package io.tieout.invoice.drafting;

import io.tieout.invoice.books.Listed;
import io.tieout.invoice.books.NameKey;
import io.tieout.model.finding.Candidate;
import io.tieout.model.finding.FindingKind;
import io.tieout.model.finding.Severity;
import io.tieout.model.id.EntityId;
import io.tieout.model.id.RowRef;
import io.tieout.model.quickbooks.Entity;
import io.tieout.model.quickbooks.EntityType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Resolves the customer of a group, its job, terms and department.
final class CustomerChoice {
    private CustomerChoice() {}

    static Resolved<Billed> choose(DraftFacts facts) {
        List<RowRef> rows = facts.rows().stream().map(EligibleRow::ref).toList();
        List<Listed<Entity.Customer>> matches =
                facts.books().customers().stream()
                        .filter(Listed::active)
                        .filter(customer -> isNamed(customer.entity(), facts.group().customer()))
                        .toList();
        if (matches.size() != 1) {
            return new Resolved.Missing<>(unknown(facts, matches.size(), rows));
        }
        Listed<Entity.Customer> customer = matches.getFirst();
        return switch (job(facts, customer, rows)) {
            case Resolved.Found<EntityId>(EntityId id) -> billed(facts, customer, id, rows);
            case Resolved.Missing<EntityId>(Refusal refusal) -> new Resolved.Missing<>(refusal);
        };
    }

    private static Resolved<Billed> billed(
            DraftFacts facts, Listed<Entity.Customer> customer, EntityId id, List<RowRef> rows) {
        String department = facts.group().department();
        if (department == null) {
            return new Resolved.Found<>(billed(facts, customer, id, (EntityId) null));
        }
        if (!facts.features().departments()) {
            return new Resolved.Missing<>(Features.noDepartments(department, rows));
        }
        return switch (Lookup.departments(facts.books().departments()).find(department, rows)) {
            case Resolved.Found<Listed<Entity.Named>>(Listed<Entity.Named> found) ->
                    new Resolved.Found<>(billed(facts, customer, id, found.id()));
            case Resolved.Missing<Listed<Entity.Named>>(Refusal refusal) ->
                    new Resolved.Missing<>(refusal);
        };
    }

    private static boolean isNamed(Entity.Customer customer, String name) {
        String key = NameKey.of(name);
        boolean byQualifiedName = NameKey.of(customer.fullyQualifiedName()).equals(key);
        return byQualifiedName
                || (customer.parentId() == null && NameKey.of(customer.displayName()).equals(key));
    }

    private static Billed billed(
            DraftFacts facts,
            Listed<Entity.Customer> customer,
            EntityId id,
            @Nullable EntityId department) {
        return new Billed(id, customer.entity(), term(facts, customer.entity()), department);
    }

    /// The customer's active job that is named like the project, if there is one.
    private static Resolved<EntityId> job(
            DraftFacts facts, Listed<Entity.Customer> customer, List<RowRef> rows) {
        String project = facts.group().project();
        return project == null
                ? new Resolved.Found<>(customer.id())
                : Jobs.jobOrSelf(facts.books().customers(), customer, project, rows);
    }

    /// The customer's own terms, else the usual ones.
    private static @Nullable EntityId term(DraftFacts facts, Entity.Customer customer) {
        String usual = facts.rules().term();
        if (customer.termId() != null || usual == null) {
            return customer.termId();
        }
        return facts.books().terms().stream()
                .filter(Listed::active)
                .filter(term -> NameKey.of(term.entity().name()).equals(NameKey.of(usual)))
                .map(Listed::id)
                .findFirst()
                .orElse(null);
    }

    private static Refusal unknown(DraftFacts facts, int matches, List<RowRef> rows) {
        String name = facts.group().customer();
        List<Candidate> candidates =
                Candidates.nearest(EntityType.CUSTOMER, name, facts.books().customerNames());
        boolean inactive =
                facts.books().customers().stream()
                        .anyMatch(
                                customer -> !customer.active() && isNamed(customer.entity(), name));
        String none =
                inactive
                        ? "The customer of this name is inactive in QuickBooks."
                        : "QuickBooks has no active customer of exactly this name.";
        String detail =
                matches > 1
                        ? "QuickBooks has %d active customers of this name.".formatted(matches)
                        : none;
        String nearest =
                candidates.isEmpty() ? "" : " Nearest: " + Candidates.readable(candidates) + ".";
        return new Refusal(
                FindingKind.UNKNOWN_CUSTOMER,
                Severity.ERROR,
                NameKey.of(name),
                rows,
                "Unknown customer “%s”".formatted(name),
                detail + nearest,
                "Correct the Customer cell, or %s; the draft goes on by itself then."
                        .formatted(
                                inactive && matches == 0
                                        ? "make the customer active again in QuickBooks"
                                        : "add the customer to QuickBooks"),
                candidates,
                null,
                Need.CUSTOMER);
    }
}

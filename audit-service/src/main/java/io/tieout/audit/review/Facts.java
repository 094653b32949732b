package io.tieout.audit.review;

import io.tieout.audit.facts.KnownEntity;
import io.tieout.audit.facts.KnownRow;
import io.tieout.audit.facts.Names;
import io.tieout.audit.policy.Policy;
import io.tieout.model.id.EntityId;
import io.tieout.model.id.ProposalId;
import io.tieout.model.id.RowRef;
import io.tieout.model.money.Quantity;
import io.tieout.model.quickbooks.Entity;
import io.tieout.model.quickbooks.EntityType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Everything a reviewer may look at: both books around one proposal, as audit itself saw them.
///
/// @param booksLoaded whether what is missing in the books is really missing
/// @param rows the rows that the proposal is about
/// @param projects the rows of project sheets about its project
/// @param customers every customer that a cited row may mean, and the one that is billed
/// @param named items, accounts, classes, departments and terms that the invoice refers to, or that
///   its rows name
/// @param documents the customer's invoices, void ones included
/// @param billedElsewhere row occurrences that another proposal has been released for
/// @param billedHours hours of the same project that other proposals have been released for
/// @param today the business date in the books' time zone
/// @param madeOn the business date on which the proposal was recorded
/// @param reviewDesk where discrepancies are looked into
/// @param company absent while it is unknown, and then taken to be American
public record Facts(
        boolean booksLoaded,
        Map<RowRef, KnownRow> rows,
        List<KnownRow> projects,
        List<KnownEntity> customers,
        List<KnownEntity> named,
        List<KnownEntity> taxCodes,
        List<KnownEntity> taxRates,
        Optional<Entity.Preferences> preferences,
        List<KnownEntity> documents,
        Map<BilledRow, ProposalId> billedElsewhere,
        Quantity billedHours,
        BillingTerms terms,
        Policy.Pilot pilot,
        LocalDate today,
        LocalDate madeOn,
        ReviewDesk reviewDesk,
        Optional<Entity.Company> company) {
    /// The facts about a company without a review desk.
    public Facts(
            boolean booksLoaded,
            Map<RowRef, KnownRow> rows,
            List<KnownRow> projects,
            List<KnownEntity> customers,
            List<KnownEntity> named,
            List<KnownEntity> taxCodes,
            List<KnownEntity> taxRates,
            Optional<Entity.Preferences> preferences,
            List<KnownEntity> documents,
            Map<BilledRow, ProposalId> billedElsewhere,
            Quantity billedHours,
            BillingTerms terms,
            Policy.Pilot pilot,
            LocalDate today,
            LocalDate madeOn) {
        this(
                booksLoaded,
                rows,
                projects,
                customers,
                named,
                taxCodes,
                taxRates,
                preferences,
                documents,
                billedElsewhere,
                billedHours,
                terms,
                pilot,
                today,
                madeOn,
                ReviewDesk.NONE,
                Optional.empty());
    }

    /// One purposeful marking of a row: billed at most once.
    public record BilledRow(RowRef row, int occurrence) {}

    public Facts {
        rows = Map.copyOf(rows);
        projects = List.copyOf(projects);
        customers = List.copyOf(customers);
        named = List.copyOf(named);
        taxCodes = List.copyOf(taxCodes);
        taxRates = List.copyOf(taxRates);
        documents = List.copyOf(documents);
        billedElsewhere = Map.copyOf(billedElsewhere);
    }

    public Optional<KnownEntity> customer(EntityId id) {
        return byId(customers, id);
    }

    public Optional<KnownEntity> named(EntityType type, EntityId id) {
        return named.stream()
                .filter(entity -> entity.observed().entityType() == type)
                .filter(entity -> entity.observed().id().equals(id))
                .findFirst();
    }

    Optional<KnownEntity> taxCode(EntityId id) {
        return byId(taxCodes, id);
    }

    Optional<KnownEntity> taxRate(EntityId id) {
        return byId(taxRates, id);
    }

    private static Optional<KnownEntity> byId(List<KnownEntity> entities, EntityId id) {
        return entities.stream().filter(entity -> entity.observed().id().equals(id)).findFirst();
    }

    /// The customers in use that bear this name; a job only by its full path.
    List<KnownEntity> customersNamed(String name) {
        return customers.stream()
                .filter(KnownEntity::usable)
                .filter(entity ->
                        entity.observed().entity() instanceof Entity.Customer customer
                                && (Names.same(customer.fullyQualifiedName(), name)
                                        || (customer.parentId() == null
                                                && Names.same(customer.displayName(), name))))
                .toList();
    }
}

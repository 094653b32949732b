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

/// Finds the customer's active job that is named like a project. Jobs that QuickBooks keeps as
/// projects come first; where more than one fits, a person decides.
public final class Jobs {
    private static final int EXACT = 1000;

    private Jobs() {}

    /// The job's id; the customer's own when it has no such job.
    public static Resolved<EntityId> jobOrSelf(
            List<Listed<Entity.Customer>> customers,
            Listed<Entity.Customer> customer,
            String project,
            List<RowRef> rows) {
        List<Listed<Entity.Customer>> jobs =
                customers.stream()
                        .filter(Listed::active)
                        .filter(job -> customer.id().equals(job.entity().parentId()))
                        .filter(job ->
                                NameKey.of(lastPart(job.entity().displayName()))
                                        .equals(NameKey.of(project)))
                        .toList();
        List<Listed<Entity.Customer>> projects =
                jobs.stream().filter(job -> Boolean.TRUE.equals(job.entity().project())).toList();
        List<Listed<Entity.Customer>> fitting = projects.isEmpty() ? jobs : projects;
        return switch (fitting.size()) {
            case 0 -> new Resolved.Found<>(customer.id());
            case 1 -> new Resolved.Found<>(fitting.getFirst().id());
            default ->
                    new Resolved.Missing<>(
                            ambiguous(
                                    customer.entity(),
                                    project,
                                    fitting,
                                    !projects.isEmpty(),
                                    rows));
        };
    }

    private static String lastPart(String name) {
        return name.substring(name.lastIndexOf(':') + 1);
    }

    private static Refusal ambiguous(
            Entity.Customer customer,
            String project,
            List<Listed<Entity.Customer>> fitting,
            boolean areProjects,
            List<RowRef> rows) {
        List<Candidate> candidates =
                fitting.stream()
                        .map(job ->
                                new Candidate(
                                        EntityType.CUSTOMER,
                                        job.id(),
                                        job.entity().fullyQualifiedName(),
                                        EXACT,
                                        areProjects ? "project" : null))
                        .toList();
        return new Refusal(
                FindingKind.UNKNOWN_CUSTOMER,
                Severity.ERROR,
                NameKey.of(project),
                rows,
                "Project “%s” fits %d %s of %s"
                        .formatted(
                                project,
                                fitting.size(),
                                areProjects ? "projects" : "jobs",
                                customer.displayName()),
                "In QuickBooks these have the name: "
                        + Candidates.readable(candidates)
                        + (areProjects ? "." : "; none of them is kept there as a project."),
                "In QuickBooks, rename all of them but one or make them inactive; the draft goes on by itself then.",
                candidates,
                null,
                Need.CUSTOMER);
    }
}

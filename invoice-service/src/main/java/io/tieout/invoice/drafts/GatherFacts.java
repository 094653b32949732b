package io.tieout.invoice.drafts;

import io.tieout.invoice.InvoiceConfig;
import io.tieout.invoice.books.BookReader;
import io.tieout.invoice.books.NameKey;
import io.tieout.invoice.claims.Claim;
import io.tieout.invoice.claims.Claims;
import io.tieout.invoice.claims.Marking;
import io.tieout.invoice.claims.Markings;
import io.tieout.invoice.documents.DocumentFacts;
import io.tieout.invoice.documents.DocumentRow;
import io.tieout.invoice.drafting.CompanyZone;
import io.tieout.invoice.drafting.DraftFacts;
import io.tieout.invoice.drafting.EligibleRow;
import io.tieout.invoice.drafting.ProjectHours;
import io.tieout.invoice.rows.DocumentGroup;
import io.tieout.invoice.rows.RowGroup;
import io.tieout.invoice.rows.Rows;
import io.tieout.invoice.rows.StoredRow;
import io.tieout.invoice.rows.WorkGroup;
import io.tieout.invoice.rules.BillingRulesFile;
import io.tieout.model.id.ProposalId;
import io.tieout.model.id.RealmId;
import io.tieout.model.money.Quantity;
import io.tieout.model.smartsheet.BillingFields;
import io.tieout.model.smartsheet.ProjectFields;
import io.tieout.model.smartsheet.RowObserved;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Collects what a group's draft is decided from.
@ApplicationScoped
class GatherFacts {
    private final Rows rows;
    private final Markings markings;
    private final Claims claims;
    private final BookReader books;
    private final BillingRulesFile rules;
    private final Drafts drafts;
    private final InvoiceConfig config;
    private final Clock clock;

    GatherFacts(
            Rows rows,
            Markings markings,
            Claims claims,
            BookReader books,
            BillingRulesFile rules,
            Drafts drafts,
            InvoiceConfig config,
            Clock clock) {
        this.rows = rows;
        this.markings = markings;
        this.claims = claims;
        this.books = books;
        this.rules = rules;
        this.drafts = drafts;
        this.config = config;
        this.clock = clock;
    }

    /// @param open the group's open draft, whose own claims do not count as somebody else's
    DraftFacts of(RowGroup group, @Nullable Draft open) {
        ProposalId own = open == null ? null : open.id();
        List<ProjectFields> projects = projects(group);
        return new DraftFacts(
                group,
                eligible(group, own),
                books.lists(group.realmId(), group.customer()),
                rules.of(group.realmId()),
                hours(group, own, projects),
                projects.stream()
                        .map(ProjectFields::projectManager)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                drafts.billedBefore(group.key()),
                clock.instant(),
                config.timeZone());
    }

    /// @param open the group's open draft
    DocumentFacts of(DocumentGroup group, @Nullable Draft open) {
        List<DocumentRow> free = new ArrayList<>();
        Set<String> customers = new TreeSet<>();
        Set<String> vendors = new TreeSet<>();
        for (StoredRow row : rows.ofGroup(group.key())) {
            occurrence(row, open == null ? null : open.id())
                    .ifPresent(occurrence -> {
                        DocumentRow held =
                                new DocumentRow(row.observed(), occurrence, row.revision().major());
                        free.add(held);
                        add(customers, held.cells().customer());
                        add(vendors, held.cells().vendor());
                    });
        }
        return new DocumentFacts(
                group,
                free,
                books.spend(group.realmId(), vendors, customers),
                rules.of(group.realmId()));
    }

    private static void add(Set<String> names, @Nullable String name) {
        if (name != null && !name.isBlank()) {
            names.add(name);
        }
    }

    private List<EligibleRow> eligible(RowGroup group, @Nullable ProposalId own) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone(group.realmId()));
        List<RowObserved> times =
                group.projectKey() == null
                        ? List.of()
                        : rows.timesheets(group.realmId(), group.projectKey());
        List<EligibleRow> eligible = new ArrayList<>();
        for (StoredRow row : rows.ofGroup(group.key())) {
            boolean due =
                    row.observed().fields() instanceof BillingFields cells && cells.readyOn(today);
            occurrence(row, own)
                    .filter(_ -> due)
                    .ifPresent(occurrence ->
                            eligible.add(
                                    new EligibleRow(
                                            row.observed(),
                                            occurrence,
                                            row.revision().major(),
                                            Timesheets.of(row.observed(), times))));
        }
        return eligible;
    }

    /// Which marking of the row is free for the draft, if its present one is.
    private Optional<Integer> occurrence(StoredRow row, @Nullable ProposalId own) {
        Marking marking = markings.find(row.observed().row());
        Optional<Claim> claim = claims.find(row.observed().row(), marking.occurrence());
        boolean free = claim.map(held -> !held.holds() || held.draftId().equals(own)).orElse(true);
        return marking.counts() && free ? Optional.of(marking.occurrence()) : Optional.empty();
    }

    /// The next midnight, where the company is, at which a row of the group becomes ready by its
    /// milestone.
    Optional<Instant> nextMilestone(WorkGroup group) {
        ZoneId zone = zone(group.realmId());
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        return rows.ofGroup(group.key()).stream()
                .map(row -> row.observed().fields())
                .filter(BillingFields.class::isInstance)
                .map(BillingFields.class::cast)
                .filter(cells -> !cells.readyOn(today))
                .map(BillingFields::milestone)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .map(day -> day.plusDays(1).atStartOfDay(zone).toInstant());
    }

    private ZoneId zone(RealmId realm) {
        return CompanyZone.of(books.company(realm), config.timeZone());
    }

    /// The project's rows for this customer; one without a customer does for any.
    private List<ProjectFields> projects(RowGroup group) {
        String key = group.projectKey();
        if (key == null) {
            return List.of();
        }
        String customer = NameKey.of(group.customer());
        return rows.projects(group.realmId(), key).stream()
                .filter(project ->
                        project.customer() == null
                                || NameKey.of(project.customer()).equals(customer))
                .toList();
    }

    private @Nullable ProjectHours hours(
            RowGroup group, @Nullable ProposalId own, List<ProjectFields> projects) {
        return projects.stream()
                .map(ProjectFields::approvedHours)
                .filter(Objects::nonNull)
                .reduce(Quantity::plus)
                .map(approved -> new ProjectHours(approved, taken(group, own)))
                .orElse(null);
    }

    private Quantity taken(RowGroup group, @Nullable ProposalId own) {
        String key = ProjectKey.of(group);
        if (key == null) {
            return Quantity.ZERO;
        }
        claims.lockProject(key);
        return claims.hoursTaken(key, own);
    }
}

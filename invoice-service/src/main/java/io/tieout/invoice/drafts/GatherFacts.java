package io.tieout.invoice.drafts;

import io.tieout.invoice.InvoiceConfig;
import io.tieout.invoice.books.BookReader;
import io.tieout.invoice.books.NameKey;
import io.tieout.invoice.claims.Claim;
import io.tieout.invoice.claims.Claims;
import io.tieout.invoice.claims.Marking;
import io.tieout.invoice.claims.Markings;
import io.tieout.invoice.drafting.DraftFacts;
import io.tieout.invoice.drafting.EligibleRow;
import io.tieout.invoice.drafting.ProjectHours;
import io.tieout.invoice.rows.RowGroup;
import io.tieout.invoice.rows.Rows;
import io.tieout.invoice.rows.StoredRow;
import io.tieout.invoice.rules.BillingRulesFile;
import io.tieout.model.id.ProposalId;
import io.tieout.model.money.Quantity;
import io.tieout.model.smartsheet.ProjectFields;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
                rules.rules(),
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

    private List<EligibleRow> eligible(RowGroup group, @Nullable ProposalId own) {
        List<EligibleRow> eligible = new ArrayList<>();
        for (StoredRow row : rows.ofGroup(group.key())) {
            Marking marking = markings.find(row.observed().row());
            Optional<Claim> claim = claims.find(row.observed().row(), marking.occurrence());
            boolean free =
                    claim.map(held -> !held.holds() || held.draftId().equals(own)).orElse(true);
            if (marking.counts() && free) {
                eligible.add(
                        new EligibleRow(
                                row.observed(), marking.occurrence(), row.revision().major()));
            }
        }
        return eligible;
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

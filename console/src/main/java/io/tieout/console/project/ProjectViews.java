package io.tieout.console.project;

import io.tieout.console.dossier.ProposalViews;
import io.tieout.console.finding.Finding;
import io.tieout.console.finding.Findings;
import io.tieout.console.frame.Address;
import io.tieout.console.frame.Badge;
import io.tieout.console.frame.When;
import io.tieout.console.frame.Words;
import io.tieout.console.proposal.ProposalCard;
import io.tieout.console.proposal.Proposals;
import io.tieout.console.source.RowWords;
import io.tieout.console.source.SourceRow;
import io.tieout.console.source.SourceRows;
import io.tieout.model.finding.Severity;
import io.tieout.model.money.Money;
import io.tieout.model.smartsheet.CostFields;
import io.tieout.model.smartsheet.RowObserved;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Gathers what the page says about one project.
@ApplicationScoped
class ProjectViews {
    private static final int SHOWN_MAX = 50;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final SourceRows rows;
    private final Proposals proposals;
    private final Findings findings;
    private final Clock clock;

    ProjectViews(SourceRows rows, Proposals proposals, Findings findings, Clock clock) {
        this.rows = rows;
        this.proposals = proposals;
        this.findings = findings;
        this.clock = clock;
    }

    static ProjectsPage.Line line(ProjectSum sum, Address address, String chosen) {
        return new ProjectsPage.Line(
                sum.name(),
                address.with("id", sum.name()).toString(),
                sum.name().equals(chosen),
                sum.customer() == null ? "" : sum.customer(),
                hours(sum.hours()),
                bar(sum.hours()),
                badges(sum));
    }

    ProjectsPage.Item item(ProjectSum sum) {
        Instant now = clock.instant();
        String name = sum.name();
        List<SourceRow> costs = rows.ofProject(name, List.of("UNMATCHED", "MATCHED"), SHOWN_MAX);
        return new ProjectsPage.Item(
                name,
                sum.customer() == null ? "" : sum.customer(),
                sentence(sum),
                badges(sum),
                bar(sum.hours()),
                hourFacts(sum.hours()),
                moneyFacts(sum),
                rows.ofProject(name, List.of("READY"), SHOWN_MAX).stream()
                        .map(row -> RowWords.of(row.event().row(), row))
                        .toList(),
                sum.readyRows(),
                proposals.ofProject(name, SHOWN_MAX).stream()
                        .map(card -> draft(card, now))
                        .toList(),
                findings.ofProject(name, SHOWN_MAX).stream().map(ProjectViews::trouble).toList(),
                sum.exceptions(),
                costs.stream().map(ProjectViews::cost).toList(),
                sum.costRows(),
                costs.stream()
                        .findFirst()
                        .map(row ->
                                Address.of("/reports/" + row.event().realmId() + "/project")
                                        .with("project", name)
                                        .toString())
                        .orElse(""));
    }

    /// `52 of 60 h`, or `52 h` when nobody approved any.
    private static String hours(ProjectSum.Hours hours) {
        String used = plain(hours.billed().add(hours.ready()));
        return hours.approved() == null
                ? used + " h"
                : "%s of %s h".formatted(used, plain(hours.approved()));
    }

    private static String sentence(ProjectSum sum) {
        ProjectSum.Hours hours = sum.hours();
        BigDecimal left = hours.left();
        String budget =
                left == null
                        ? "No approved hours are known: no row of a projects sheet names it."
                        : left.signum() < 0
                                ? "Its billed and ready hours exceed the approved ones by %s h."
                                        .formatted(plain(left.negate()))
                                : "%s h of the approved hours are left.".formatted(plain(left));
        return sum.readyRows() == 0
                ? budget
                : "%s ready and not billed. %s"
                        .formatted(
                                Words.count(sum.readyRows(), "row")
                                        + (sum.readyRows() == 1 ? " is" : " are"),
                                budget);
    }

    private static List<Badge> badges(ProjectSum sum) {
        List<Badge> badges = new ArrayList<>();
        if (sum.hours().exceeded()) {
            badges.add(Badge.bad("over budget"));
        }
        if (sum.exceptions() > 0) {
            badges.add(Badge.waiting(Words.count(sum.exceptions(), "exception")));
        }
        if (sum.readyRows() > 0) {
            badges.add(Badge.busy(sum.readyRows() + " to bill"));
        }
        if (sum.costRows() > 0) {
            badges.add(
                    sum.costRowsMissing() == 0
                            ? Badge.good("costs matched")
                            : Badge.quiet(
                                    "%d of %d costs matched"
                                            .formatted(sum.costRowsMatched(), sum.costRows())));
        }
        return badges;
    }

    /// The longer of approved and used hours is the whole length.
    private static ProjectsPage.Bar bar(ProjectSum.Hours hours) {
        BigDecimal used = hours.billed().add(hours.ready()).add(hours.open());
        BigDecimal approved = hours.approved() == null ? BigDecimal.ZERO : hours.approved();
        BigDecimal whole = used.max(approved);
        return new ProjectsPage.Bar(
                share(hours.billed(), whole),
                share(hours.ready(), whole),
                share(hours.open(), whole),
                hours.approved() == null || used.compareTo(approved) <= 0
                        ? -1
                        : share(approved, whole));
    }

    private static int share(BigDecimal part, BigDecimal whole) {
        return whole.signum() <= 0 || part.signum() <= 0
                ? 0
                : part.multiply(HUNDRED).divide(whole, 0, RoundingMode.HALF_UP).intValue();
    }

    private static List<ProjectsPage.Fact> hourFacts(ProjectSum.Hours hours) {
        BigDecimal left = hours.left();
        List<ProjectsPage.Fact> facts = new ArrayList<>();
        facts.add(
                new ProjectsPage.Fact(
                        "Approved",
                        hours.approved() == null ? "not known" : plain(hours.approved()) + " h"));
        facts.add(new ProjectsPage.Fact("Billed", plain(hours.billed()) + " h"));
        facts.add(new ProjectsPage.Fact("Ready, not billed", plain(hours.ready()) + " h"));
        facts.add(new ProjectsPage.Fact("Not ready yet", plain(hours.open()) + " h"));
        if (left != null) {
            facts.add(
                    left.signum() < 0
                            ? new ProjectsPage.Fact("Too many", plain(left.negate()) + " h")
                            : new ProjectsPage.Fact("Left", plain(left) + " h"));
        }
        return facts;
    }

    private static List<ProjectsPage.Fact> moneyFacts(ProjectSum sum) {
        List<ProjectsPage.Fact> facts = new ArrayList<>();
        facts.add(new ProjectsPage.Fact("Billed, tax included", amounts(sum.billed())));
        facts.add(new ProjectsPage.Fact("In drafts", amounts(sum.waiting())));
        Money budget = sum.budget();
        if (budget != null) {
            facts.add(new ProjectsPage.Fact("Budget", budget.readable()));
        }
        return facts;
    }

    private static String amounts(List<Money> amounts) {
        return amounts.isEmpty()
                ? "nothing"
                : amounts.stream().map(Money::readable).collect(Collectors.joining(" + "));
    }

    private static ProjectsPage.Draft draft(ProposalCard card, Instant now) {
        Money amount = card.amount();
        return new ProjectsPage.Draft(
                "/approvals?status=all&kind=everything&id=" + card.proposalId(),
                card.reference(),
                amount == null ? "" : amount.readable(),
                ProposalViews.badge(card.status()),
                card.summary(),
                When.ago(card.changedAt(), now));
    }

    private static ProjectsPage.Trouble trouble(Finding finding) {
        return new ProjectsPage.Trouble(
                "/exceptions?id=" + finding.realmId() + "/" + finding.findingId(),
                finding.title(),
                finding.remedy(),
                finding.severity() == Severity.ERROR
                        ? Badge.bad("error")
                        : Badge.waiting(Words.lower(finding.severity())));
    }

    private static ProjectsPage.Cost cost(SourceRow row) {
        CostFields fields =
                row.event() instanceof RowObserved observed
                                && observed.fields() instanceof CostFields cost
                        ? cost
                        : null;
        String status =
                fields == null || fields.reconciliationStatus() == null
                        ? "not compared yet"
                        : fields.reconciliationStatus();
        return new ProjectsPage.Cost(
                RowWords.of(row.event().row(), row),
                status.equalsIgnoreCase("Matched")
                        ? Badge.good(status)
                        : status.equals("not compared yet")
                                ? Badge.quiet(status)
                                : Badge.waiting(status),
                fields == null || fields.reconciliationNotes() == null
                        ? ""
                        : fields.reconciliationNotes());
    }

    private static String plain(BigDecimal hours) {
        BigDecimal stripped = hours.stripTrailingZeros();
        return String.format(
                java.util.Locale.ROOT, "%,." + Math.max(0, stripped.scale()) + "f", stripped);
    }
}

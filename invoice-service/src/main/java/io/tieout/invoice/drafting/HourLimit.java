package io.tieout.invoice.drafting;

import io.tieout.invoice.rows.RowCheck;
import io.tieout.model.finding.FindingKind;
import io.tieout.model.finding.Severity;
import io.tieout.model.money.Quantity;
import io.tieout.model.proposal.Evidence.RateSource;
import java.util.ArrayList;
import java.util.List;

/// Holds back rows whose hours do not fit into what was approved for the project. Rows are taken in
/// the order of the sheet; a later one that still fits goes on.
final class HourLimit {
    private HourLimit() {}

    static List<PricedRow> within(DraftFacts facts, List<PricedRow> rows, List<Refusal> refusals) {
        ProjectHours hours = facts.hours();
        if (hours == null) {
            return rows;
        }
        Quantity taken = hours.taken();
        List<PricedRow> kept = new ArrayList<>();
        for (PricedRow row : rows) {
            boolean counts = row.rateSource() != RateSource.COST_PLUS_MARKUP;
            Quantity after = counts ? taken.plus(row.quantity()) : taken;
            if (after.compareTo(hours.approved()) <= 0 || !counts) {
                taken = after;
                kept.add(row);
            } else {
                refusals.add(held(facts, row, hours, taken));
            }
        }
        return kept;
    }

    private static Refusal held(
            DraftFacts facts, PricedRow row, ProjectHours hours, Quantity taken) {
        String project = String.valueOf(facts.group().project());
        return new Refusal(
                FindingKind.BUDGET_EXCEEDED,
                Severity.WARNING,
                "hours:" + row.row().ref().rowId(),
                List.of(row.row().ref()),
                "%s h in %s exceed the approved hours of %s"
                        .formatted(row.quantity(), RowCheck.label(row.row().observed()), project),
                "Approved %s h, already drafted or billed %s h, this row %s h: %s h too many."
                        .formatted(
                                hours.approved(),
                                taken,
                                row.quantity(),
                                taken.plus(row.quantity()).minus(hours.approved())),
                "Raise Approved Hours of %s, or split the row; it goes on by itself then."
                        .formatted(project),
                List.of(),
                row.unitPrice().times(row.quantity(), facts.rules().rounding()),
                Need.BUDGET);
    }
}

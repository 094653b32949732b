package io.tieout.invoice.drafting;

import io.tieout.invoice.rows.RowCheck;
import io.tieout.invoice.rules.ClientRules;
import io.tieout.model.finding.FindingKind;
import io.tieout.model.finding.Severity;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import java.util.ArrayList;
import java.util.List;

/// Applies a client's cap and minimum to what is billed for a project and month, earlier drafts and
/// invoices included.
final class AmountLimits {
    private AmountLimits() {}

    /// The rows whose lines stay within the cap, taken in the order of the sheet.
    static List<PricedRow> withinCap(
            ClientRules client,
            Lines lines,
            Money before,
            List<PricedRow> rows,
            List<Refusal> refusals) {
        Money cap = client.cap();
        if (cap == null) {
            return rows;
        }
        List<PricedRow> kept = new ArrayList<>();
        for (PricedRow row : rows) {
            kept.add(row);
            Money billed = before.plus(Lines.sum(lines.of(kept), before.currency()));
            if (billed.compareTo(cap) > 0) {
                kept.removeLast();
                refusals.add(held(row, cap, billed));
            }
        }
        return kept;
    }

    /// The lines, with a minimum fee where they fall short of the minimum.
    static List<DraftLine> withMinimum(
            ClientRules client, Money before, List<DraftLine> lines, CurrencyCode currency) {
        Money minimum = client.minimum();
        if (minimum == null || lines.isEmpty()) {
            return lines;
        }
        Money missing = minimum.minus(before).minus(Lines.sum(lines, currency));
        if (missing.isNegative() || missing.isZero()) {
            return lines;
        }
        List<DraftLine> all = new ArrayList<>(lines);
        all.add(Lines.minimumFee(lines.getFirst(), missing));
        return all;
    }

    private static Refusal held(PricedRow row, Money cap, Money would) {
        return new Refusal(
                FindingKind.BUDGET_EXCEEDED,
                Severity.WARNING,
                "cap:" + row.row().ref().rowId(),
                List.of(row.row().ref()),
                "%s would exceed the agreed cap".formatted(RowCheck.label(row.row().observed())),
                "The cap for this project and month is %s; with this row it would be %s."
                        .formatted(cap.readable(), would.readable()),
                "Bill the row in another month, or change the client's cap in the billing rules.",
                List.of(),
                would.minus(cap),
                null);
    }
}

package io.tieout.reconcile.proposing;

import io.tieout.model.finding.FindingEvent;
import io.tieout.model.finding.FindingKind;
import io.tieout.model.finding.FindingOpened;
import io.tieout.model.finding.FindingResolved;
import io.tieout.model.id.FindingId;
import io.tieout.model.id.ProposalId;
import io.tieout.model.id.RealmId;
import io.tieout.model.id.RowRef;
import io.tieout.model.money.Money;
import io.tieout.model.smartsheet.BillingFields;
import io.tieout.model.smartsheet.CostFields;
import io.tieout.model.smartsheet.DocumentFields;
import io.tieout.model.smartsheet.ProjectFields;
import io.tieout.model.smartsheet.RowFields;
import io.tieout.model.smartsheet.RowObserved;
import io.tieout.model.smartsheet.SheetRole;
import io.tieout.model.smartsheet.TimesheetFields;
import io.tieout.model.topic.Services;
import io.tieout.reconcile.facts.ObservedRow;
import io.tieout.reconcile.matching.Measure;
import io.tieout.reconcile.proposing.Reconciliation.Finding;
import io.tieout.reconcile.records.Brief;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Puts matches and gaps on record. Pure.
final class RowFindings {
    private RowFindings() {}

    static FindingEvent opened(
            RowDecision decision, ObservedRow row, ProposalId proposal, Instant at) {
        Finding finding = decision.finding();
        RowObserved observed = row.observed();
        return new FindingOpened(
                idOf(finding, observed.row()),
                observed.realmId(),
                kindOf(finding, decision.kind()),
                decision.weight().severity(),
                Services.RECONCILE,
                List.of(observed.row()),
                proposal,
                title(kindOf(finding, decision.kind()), observed),
                decision.findingDetail(),
                remedy(finding, observed.role() == SheetRole.BILLING),
                decision.candidates(),
                decision.weight().stake(),
                at);
    }

    /// @param row absent when it is gone
    static FindingEvent resolved(
            Reconciliation known,
            RealmId realm,
            @Nullable RowObserved row,
            String why,
            Instant at) {
        return new FindingResolved(
                idOf(known.finding(), known.row()),
                realm,
                kindOf(known.finding(), known.findingKind()),
                why,
                at,
                row == null ? null : title(kindOf(known.finding(), known.findingKind()), row));
    }

    /// Whose line it is, what is the matter, and where it stands.
    private static String title(FindingKind kind, RowObserved row) {
        return title(
                kind == FindingKind.DISCREPANCY
                        ? "it is not sure which document it is"
                        : kind.wordsInside(),
                row);
    }

    /// @param what is the matter
    static String title(String what, RowObserved row) {
        String where = "%s, row %d".formatted(row.sheetName(), row.rowNumber());
        String party = party(row.fields());
        return party == null
                ? "%s: %s".formatted(where, what)
                : "%s: %s (%s)".formatted(Brief.of(party), what, where);
    }

    private static @Nullable String party(RowFields fields) {
        return switch (fields) {
            case BillingFields billing -> billing.customer();
            case CostFields cost -> cost.vendor();
            case DocumentFields document -> document.vendor();
            case TimesheetFields timesheet -> timesheet.person();
            case ProjectFields project -> project.customer();
        };
    }

    /// Hours are no amount of money.
    static @Nullable Money money(@Nullable Measure measure) {
        return measure == null || !measure.isMoney() ? null : measure.money();
    }

    private static String remedy(Finding finding, boolean billed) {
        return switch (finding) {
            case MATCHED -> "Nothing to do.";
            case MISSING ->
                    billed
                            ? "Correct the invoice number in the row, or mark the row ready so that"
                                    + " it is billed again: this ends by itself."
                            : "Enter the document in QuickBooks, or correct vendor, amount or document number"
                                    + " in the row: the status follows by itself.";
            case REVIEW ->
                    billed
                            ? "Correct the invoice in QuickBooks, or the row: this ends by itself."
                            : "Correct the row or the document, or write the document's number into the row:"
                                    + " the status follows by itself.";
            case NONE -> throw new IllegalStateException("Nothing was found");
        };
    }

    private static FindingKind kindOf(Finding finding, @Nullable FindingKind kind) {
        return kind != null ? kind : kindOf(finding);
    }

    /// What findings were published as before they said their category.
    private static FindingKind kindOf(Finding finding) {
        return switch (finding) {
            case MATCHED -> FindingKind.MATCHED;
            case MISSING -> FindingKind.MISSING_IN_QUICKBOOKS;
            case REVIEW -> FindingKind.DISCREPANCY;
            case NONE -> throw new IllegalStateException("Nothing was found");
        };
    }

    private static FindingId idOf(Finding finding, RowRef row) {
        return new FindingId(
                switch (finding) {
                    case MATCHED -> "matched:" + row.key();
                    case MISSING -> "missing-in-quickbooks:" + row.key();
                    case REVIEW -> "discrepancy:" + row.key();
                    case NONE -> throw new IllegalStateException("Nothing was found");
                });
    }
}

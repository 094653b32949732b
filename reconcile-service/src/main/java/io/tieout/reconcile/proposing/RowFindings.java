package io.tieout.reconcile.proposing;

import io.tieout.model.finding.FindingEvent;
import io.tieout.model.finding.FindingKind;
import io.tieout.model.finding.FindingOpened;
import io.tieout.model.finding.FindingResolved;
import io.tieout.model.finding.Severity;
import io.tieout.model.id.FindingId;
import io.tieout.model.id.ProposalId;
import io.tieout.model.id.RealmId;
import io.tieout.model.id.RowRef;
import io.tieout.model.smartsheet.RowObserved;
import io.tieout.model.topic.Services;
import io.tieout.reconcile.facts.ObservedRow;
import io.tieout.reconcile.proposing.Reconciliation.Finding;
import java.time.Instant;
import java.util.List;

/// Puts matches and gaps on record. Pure.
final class RowFindings {
    private RowFindings() {}

    static FindingEvent opened(
            Finding finding, ObservedRow row, ProposalId proposal, String detail, Instant at) {
        RowObserved observed = row.observed();
        boolean matched = finding == Finding.MATCHED;
        String title = "%s, row %d".formatted(observed.sheetName(), observed.rowNumber());
        return new FindingOpened(
                idOf(finding, observed.row()),
                observed.realmId(),
                kind(finding),
                matched ? Severity.INFO : Severity.WARNING,
                Services.RECONCILE,
                List.of(observed.row()),
                proposal,
                title + (matched ? " is in the books" : " is missing in the books"),
                detail,
                matched
                        ? "Nothing to do."
                        : "Enter the document in QuickBooks, or correct vendor, amount or document number in the row: the status follows by itself.",
                List.of(),
                row.fields().amount(),
                at);
    }

    static FindingEvent resolved(
            Finding finding, RealmId realm, RowRef row, String why, Instant at) {
        return new FindingResolved(idOf(finding, row), realm, kind(finding), why, at);
    }

    private static FindingKind kind(Finding finding) {
        return switch (finding) {
            case MATCHED -> FindingKind.MATCHED;
            case MISSING -> FindingKind.MISSING_IN_QUICKBOOKS;
            case NONE -> throw new IllegalStateException("Nothing was found");
        };
    }

    private static FindingId idOf(Finding finding, RowRef row) {
        return new FindingId(
                switch (finding) {
                    case MATCHED -> "matched:" + row.key();
                    case MISSING -> "missing-in-quickbooks:" + row.key();
                    case NONE -> throw new IllegalStateException("Nothing was found");
                });
    }
}

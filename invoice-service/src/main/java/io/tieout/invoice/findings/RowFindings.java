package io.tieout.invoice.findings;

import io.tieout.invoice.Cause;
import io.tieout.invoice.claims.Claim;
import io.tieout.invoice.claims.Claims;
import io.tieout.invoice.claims.Marking;
import io.tieout.invoice.claims.Markings;
import io.tieout.invoice.drafting.Refusal;
import io.tieout.invoice.rows.InputCells;
import io.tieout.invoice.rows.RowCheck;
import io.tieout.invoice.rows.RowFault;
import io.tieout.invoice.rows.RowStanding;
import io.tieout.invoice.rows.Rows;
import io.tieout.invoice.rows.StoredRow;
import io.tieout.model.finding.FindingKind;
import io.tieout.model.finding.Severity;
import io.tieout.model.id.RealmId;
import io.tieout.model.id.RowRef;
import io.tieout.model.smartsheet.DraftedFields;
import io.tieout.model.smartsheet.RowObserved;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a single row's own cells give rise to: faults, and edits after its invoice was posted.
@ApplicationScoped
public class RowFindings {
    private final Rows rows;
    private final Claims claims;
    private final Markings markings;
    private final Findings findings;

    RowFindings(Rows rows, Claims claims, Markings markings, Findings findings) {
        this.rows = rows;
        this.claims = claims;
        this.markings = markings;
        this.findings = findings;
    }

    /// Brings the row's findings in step with how it is now.
    public void report(RowRef ref, RealmId realm, Cause cause) {
        List<Refusal> refusals = new ArrayList<>();
        Optional<StoredRow> row = rows.find(ref);
        row.map(StoredRow::observed)
                .ifPresent(observed -> {
                    faults(observed).forEach(fault -> refusals.add(refusal(observed, fault)));
                    Refusal edited = editedAfterPosting(observed);
                    if (edited != null) {
                        refusals.add(edited);
                    }
                });
        findings.report("row:" + ref.key(), realm, refusals, cause);
    }

    private static List<RowFault> faults(RowObserved row) {
        return switch (row.role()) {
            case BILLING, DOCUMENTS ->
                    RowCheck.check(row) instanceof RowStanding.Faulty(List<RowFault> faults)
                            ? faults
                            : List.of();
            case PROJECTS -> row.beforeCutOver() ? List.of() : RowCheck.cellFaults(row);
            case COSTS, TIMESHEETS -> List.of();
        };
    }

    /// A billed row that says something else now than its invoice, and was not marked ready anew.
    private @Nullable Refusal editedAfterPosting(RowObserved row) {
        if (!(row.fields() instanceof DraftedFields cells)) {
            return null;
        }
        Claim claim = claims.newest(row.row()).orElse(null);
        Marking marking = markings.find(row.row());
        if (claim == null
                || claim.state() != Claim.State.BILLED
                || marking.counts()
                || claim.inputs().equals(InputCells.hash(cells))) {
            return null;
        }
        return new Refusal(
                FindingKind.ROW_CHANGED_AFTER_POSTING,
                Severity.WARNING,
                "edited:" + claim.occurrence(),
                List.of(row.row()),
                "%s was changed after it was posted".formatted(RowCheck.label(row)),
                "The document in QuickBooks is as it was posted; the row says something else now.",
                "Change the row back, correct the document in QuickBooks, or set the row to not ready and then ready to post it again.",
                List.of(),
                null,
                null);
    }

    private static Refusal refusal(RowObserved row, RowFault fault) {
        return new Refusal(
                fault.kind(),
                fault.severity(),
                fault.subject(),
                List.of(row.row()),
                fault.title(),
                fault.detail(),
                fault.remedy(),
                List.of(),
                null,
                null);
    }
}

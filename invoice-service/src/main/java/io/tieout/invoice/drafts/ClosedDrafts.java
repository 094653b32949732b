package io.tieout.invoice.drafts;

import io.tieout.invoice.Cause;
import io.tieout.invoice.claims.Markings;
import io.tieout.invoice.proposing.ClosingNotice;
import io.tieout.invoice.rows.Rows;
import io.tieout.invoice.rows.StoredRow;
import io.tieout.model.id.RowRef;
import io.tieout.model.smartsheet.RowObserved;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/// Takes the marks of a draft that came to nothing off its rows, but not off those that the next
/// draft marks anyway.
@ApplicationScoped
class ClosedDrafts {
    private static final String AGAIN =
            "To bill this row after all, set it to not ready and then to ready again.";

    private final Rows rows;
    private final Markings markings;
    private final Proposals proposals;

    ClosedDrafts(Rows rows, Markings markings, Proposals proposals) {
        this.rows = rows;
        this.markings = markings;
        this.proposals = proposals;
    }

    void tell(Draft draft, Draft.Phase phase, Cause cause) {
        switch (phase) {
            case REJECTED -> close(draft, "Rejected", AGAIN, cause);
            case FAILED -> close(draft, "Failed", AGAIN, cause);
            case WITHDRAWN -> close(draft, "", "", cause);
            case OPEN, WITHDRAWING, SEALED, POSTED, LAPSED, VOIDED -> {
                // the rows say what they should, or the next draft will
            }
        }
    }

    private void close(Draft draft, String status, String note, Cause cause) {
        List<RowObserved> left =
                draft.rows().stream()
                        .filter(row -> !isWanted(row))
                        .map(rows::find)
                        .flatMap(Optional::stream)
                        .map(StoredRow::observed)
                        .toList();
        ClosingNotice.of(draft.id(), draft.realm(), draft.reference(), left, status, note)
                .ifPresent(notice -> proposals.send(notice, cause));
    }

    private boolean isWanted(RowRef row) {
        return rows.groupOf(row).isPresent() && markings.find(row).counts();
    }
}

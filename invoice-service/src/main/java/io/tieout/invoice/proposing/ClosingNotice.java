package io.tieout.invoice.proposing;

import io.tieout.invoice.findings.Notice;
import io.tieout.model.effect.CellWrite;
import io.tieout.model.id.ProposalId;
import io.tieout.model.id.RealmId;
import io.tieout.model.proposal.ProposalMade;
import io.tieout.model.smartsheet.ColumnPart;
import io.tieout.model.smartsheet.RowObserved;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Takes a draft's marks off its rows when it came to nothing, and says why.
public final class ClosingNotice {
    private ClosingNotice() {}

    /// @param status what the rows' invoice status says from now on; empty for nothing
    /// @param note what the rows' note says from now on; empty for nothing
    public static Optional<ProposalMade> of(
            ProposalId draft,
            RealmId realm,
            String reference,
            List<RowObserved> rows,
            String status,
            String note) {
        Map<ColumnPart, CellWrite.Content> cells = new EnumMap<>(RowEffects.cleared());
        if (!status.isEmpty()) {
            cells.put(ColumnPart.INVOICE_STATUS, new CellWrite.Text(status));
        }
        if (!note.isEmpty()) {
            cells.put(ColumnPart.NOTES, new CellWrite.Text(note));
        }
        Notice notice = new Notice();
        rows.forEach(row -> notice.write(row, cells));
        return notice.proposal(id(draft), 1, realm, reference + "-end", "Close draft " + reference);
    }

    private static ProposalId id(ProposalId draft) {
        String name = "closing:" + draft;
        return new ProposalId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }
}

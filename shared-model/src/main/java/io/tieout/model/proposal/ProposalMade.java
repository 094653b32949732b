package io.tieout.model.proposal;

import io.tieout.model.effect.Effect;
import io.tieout.model.id.ProposalId;
import io.tieout.model.id.RealmId;
import io.tieout.model.id.RowRef;
import io.tieout.model.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A revision of a proposal: an ordered list of effects with the evidence for them. A higher
/// revision replaces a lower one and voids its approvals.
///
/// @param reference short and readable, the same through all revisions, such as `TD-000042`
/// @param summary what will happen, in one sentence for the person who approves
/// @param preparedBy service or person; never the one who approves
/// @param rows the sheet rows that it is about
/// @param total what it moves, tax included as estimated; absent when no money moves
public record ProposalMade(
        ProposalId proposalId,
        int revision,
        RealmId realmId,
        ProposalKind kind,
        String reference,
        String summary,
        String preparedBy,
        @Nullable String counterparty,
        @Nullable Money total,
        List<RowRef> rows,
        List<Effect> effects,
        Evidence evidence)
        implements ProposalEvent {
    public ProposalMade {
        if (revision < 1) {
            throw new IllegalArgumentException("revision starts at 1");
        }
        rows = List.copyOf(rows);
        effects = List.copyOf(effects);
        if (effects.isEmpty()) {
            throw new IllegalArgumentException("a proposal has at least one effect");
        }
    }
}

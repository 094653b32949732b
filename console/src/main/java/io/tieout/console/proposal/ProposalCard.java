package io.tieout.console.proposal;

import io.tieout.model.id.ProposalId;
import io.tieout.model.id.RealmId;
import io.tieout.model.money.Money;
import io.tieout.model.proposal.ProposalKind;
import io.tieout.model.proposal.ProposalState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A proposal as a list shows it.
///
/// @param rolesNeeded who must still decide
/// @param waitingSince since when it waits for a decision; otherwise when it last changed
public record ProposalCard(
        ProposalId proposalId,
        RealmId realmId,
        ProposalKind kind,
        String reference,
        int revision,
        String hash,
        ProposalState.Status status,
        String summary,
        @Nullable String counterparty,
        @Nullable String project,
        @Nullable Money amount,
        List<String> rolesNeeded,
        Instant waitingSince,
        Instant changedAt) {
    public ProposalCard {
        rolesNeeded = List.copyOf(rolesNeeded);
    }
}

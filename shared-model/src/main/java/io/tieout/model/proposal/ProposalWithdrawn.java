package io.tieout.model.proposal;

import io.tieout.model.id.ProposalId;
import io.tieout.model.id.RealmId;

/// The service that made the proposal wants it no longer, such as when its last row was taken back.
public record ProposalWithdrawn(ProposalId proposalId, int revision, RealmId realmId, String reason)
        implements ProposalEvent {}

package io.tieout.console.proposal;

import io.tieout.model.id.CorrelationId;
import io.tieout.model.id.EventId;
import io.tieout.model.proposal.ProposalState;

/// A proposal's newest state, with the event that brought it.
public record StoredProposal(ProposalState state, CorrelationId correlation, EventId eventId) {}

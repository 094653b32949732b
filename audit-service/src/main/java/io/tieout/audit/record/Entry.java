package io.tieout.audit.record;

import io.tieout.model.id.EventId;
import io.tieout.model.id.ProposalId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// What is about to be recorded in a chain.
///
/// @param topic where the event was read or will be published; `audit` for audit's own records
/// @param eventId absent for audit's own records
/// @param kind stable name of what happened, such as `proposal-made` or `reviewed`
public record Entry(
        String chain,
        Instant at,
        String topic,
        @Nullable EventId eventId,
        @Nullable String correlationId,
        @Nullable ProposalId proposalId,
        String kind,
        String payload) {
    /// The topic of records that audit makes itself.
    public static final String OWN = "audit";

    /// Microseconds are what the database keeps, so that a record read back has the same hash.
    public Entry {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    /// The same entry for another chain: an event about a proposal stands in the proposal's chain,
    /// even if it names no realm itself.
    public Entry in(String otherChain) {
        return new Entry(otherChain, at, topic, eventId, correlationId, proposalId, kind, payload);
    }

    /// A record of audit's own about a proposal.
    public static Entry own(
            String chain,
            Instant at,
            String correlationId,
            ProposalId proposalId,
            String kind,
            String payload) {
        return new Entry(chain, at, OWN, null, correlationId, proposalId, kind, payload);
    }
}

package io.tieout.invoice.drafts;

import io.tieout.invoice.Cause;
import io.tieout.kit.event.Connections;
import io.tieout.kit.event.Events;
import io.tieout.kit.outbox.Outbox;
import io.tieout.model.envelope.SourceRevision;
import io.tieout.model.proposal.ProposalEvent;
import io.tieout.model.topic.Topics;
import jakarta.enterprise.context.ApplicationScoped;

/// Sends proposals to audit, through the outbox.
@ApplicationScoped
class Proposals {
    private final Outbox outbox;
    private final Events events;

    Proposals(Outbox outbox, Events events) {
        this.outbox = outbox;
        this.events = events;
    }

    void send(ProposalEvent event, Cause cause) {
        outbox.append(
                Topics.PROPOSALS,
                event.proposalId().toString(),
                events.following(
                        Connections.quickbooks(event.realmId()),
                        SourceRevision.NONE,
                        cause.correlation(),
                        cause.event(),
                        event));
    }
}

package io.tieout.console.matching;

import io.tieout.kit.event.Connections;
import io.tieout.kit.event.Events;
import io.tieout.kit.outbox.Outbox;
import io.tieout.model.command.CommandEvent;
import io.tieout.model.command.MatchingCommand;
import io.tieout.model.envelope.SourceRevision;
import io.tieout.model.topic.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/// Passes on what a person decides about matching.
@ApplicationScoped
public class AskReconcile {
    private final Outbox outbox;
    private final Events events;

    AskReconcile(Outbox outbox, Events events) {
        this.outbox = outbox;
        this.events = events;
    }

    @Transactional
    public void send(MatchingCommand command) {
        outbox.append(
                Topics.COMMANDS,
                command.realmId().value(),
                events.<CommandEvent>started(
                        Connections.quickbooks(command.realmId()),
                        SourceRevision.NONE,
                        events.newCorrelation(),
                        command));
    }
}

package io.tieout.console.queue;

import io.tieout.console.live.Changes;
import io.tieout.model.command.CommandEvent;
import io.tieout.model.command.ExceptionCommand;
import io.tieout.model.envelope.EventEnvelope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/// Lets what a person did take effect, once.
@ApplicationScoped
class ProjectAct {
    private final Acts acts;
    private final Changes changes;

    ProjectAct(Acts acts, Changes changes) {
        this.acts = acts;
        this.changes = changes;
    }

    @Transactional
    void apply(EventEnvelope<CommandEvent> event) {
        if (event.payload() instanceof ExceptionCommand command
                && acts.add(event.eventId(), command)) {
            changes.announce();
        }
    }
}

package io.tieout.console.report;

import io.tieout.kit.event.Events;
import io.tieout.kit.outbox.Outbox;
import io.tieout.model.command.CommandEvent;
import io.tieout.model.command.CorrectionWay;
import io.tieout.model.envelope.SourceRevision;
import io.tieout.model.id.ConnectionId;
import io.tieout.model.id.RealmId;
import io.tieout.model.topic.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/// Passes on that a person wants a correction drafted.
@ApplicationScoped
class AskReconcile {
    private static final ConnectionId CONSOLE = new ConnectionId("console");

    private final Outbox outbox;
    private final Events events;
    private final Clock clock;

    AskReconcile(Outbox outbox, Events events, Clock clock) {
        this.outbox = outbox;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    void correct(String person, RealmId realm, String line, CorrectionWay way) {
        outbox.append(
                Topics.COMMANDS,
                realm + ":" + line,
                events.<CommandEvent>started(
                        CONSOLE,
                        SourceRevision.NONE,
                        events.newCorrelation(),
                        new CommandEvent.CorrectionRequested(
                                person, clock.instant(), realm, line, way)));
    }
}

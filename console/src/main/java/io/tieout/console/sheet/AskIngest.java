package io.tieout.console.sheet;

import io.tieout.kit.event.Events;
import io.tieout.kit.outbox.Outbox;
import io.tieout.model.command.CommandEvent;
import io.tieout.model.envelope.SourceRevision;
import io.tieout.model.id.ConnectionId;
import io.tieout.model.id.SheetId;
import io.tieout.model.topic.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/// Passes on what a person asks of the service that reads sheets.
@ApplicationScoped
class AskIngest {
    private static final ConnectionId CONSOLE = new ConnectionId("console");

    private final Outbox outbox;
    private final Events events;
    private final Clock clock;

    AskIngest(Outbox outbox, Events events, Clock clock) {
        this.outbox = outbox;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    void sweep(String person, SheetId sheet) {
        send(sheet, new CommandEvent.SweepRequested(person, clock.instant(), sheet));
    }

    @Transactional
    void acceptRemap(String person, SheetId sheet, String proposal) {
        send(sheet, new CommandEvent.RemapAccepted(person, clock.instant(), sheet, proposal));
    }

    private void send(SheetId sheet, CommandEvent command) {
        outbox.append(
                Topics.COMMANDS,
                sheet.value(),
                events.<CommandEvent>started(
                        CONSOLE, SourceRevision.NONE, events.newCorrelation(), command));
    }
}

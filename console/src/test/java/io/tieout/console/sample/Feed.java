package io.tieout.console.sample;

import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import io.smallrye.reactive.messaging.memory.InMemorySource;
import io.tieout.console.Channels;
import io.tieout.kit.event.Connections;
import io.tieout.kit.event.Events;
import io.tieout.kit.test.Records;
import io.tieout.model.command.CommandEvent;
import io.tieout.model.envelope.EventEnvelope;
import io.tieout.model.envelope.SourceRevision;
import io.tieout.model.finding.FindingEvent;
import io.tieout.model.id.CorrelationId;
import io.tieout.model.id.EntityId;
import io.tieout.model.id.RealmId;
import io.tieout.model.proposal.ProposalState;
import io.tieout.model.quickbooks.Entity;
import io.tieout.model.quickbooks.EntityEvent;
import io.tieout.model.quickbooks.EntityObserved;
import io.tieout.model.quickbooks.EntityType;
import io.tieout.model.smartsheet.RowEvent;
import io.tieout.model.topic.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// Sends events to the console's consumers as Kafka would.
@ApplicationScoped
public class Feed {
    private final InMemoryConnector connector;
    private final Events events;

    Feed(@Any InMemoryConnector connector, Events events) {
        this.connector = connector;
        this.events = events;
    }

    public void proposal(ProposalState state) {
        send(
                Channels.PROPOSAL_STATES_IN,
                Records.of(
                        Topics.PROPOSAL_STATES,
                        state.proposal().proposalId().toString(),
                        events.started(
                                Connections.quickbooks(state.proposal().realmId()),
                                new SourceRevision(state.auditSequence(), 0),
                                new CorrelationId("chain-" + state.proposal().reference()),
                                state)));
    }

    public void finding(FindingEvent finding, long revision) {
        send(
                Channels.FINDINGS_IN,
                Records.of(
                        Topics.FINDINGS,
                        finding.key(),
                        events.started(
                                Connections.quickbooks(finding.realmId()),
                                new SourceRevision(0, revision),
                                new CorrelationId("chain-" + finding.findingId()),
                                finding)));
    }

    public void row(RowEvent row, long sheetVersion) {
        send(
                Channels.ROWS_IN,
                Records.of(
                        Topics.SMARTSHEET_ROWS,
                        row.key(),
                        events.started(
                                Connections.smartsheet("us", "default"),
                                new SourceRevision(sheetVersion, 1),
                                new CorrelationId("chain-" + row.key()),
                                row)));
    }

    public void entity(EntityEvent entity, long syncToken) {
        send(
                Channels.ENTITIES_IN,
                Records.of(
                        Topics.QUICKBOOKS_ENTITIES,
                        entity.key(),
                        events.started(
                                Connections.quickbooks(entity.realmId()),
                                new SourceRevision(syncToken, 0),
                                new CorrelationId("chain-" + entity.key()),
                                entity)));
    }

    /// What QuickBooks calls a company.
    public void company(RealmId realm, String name) {
        entity(
                new EntityObserved(
                        realm,
                        EntityType.COMPANY_INFO,
                        new EntityId("1"),
                        true,
                        Instant.EPOCH,
                        new Entity.Company(name, "US", null)),
                1);
    }

    /// A command as it comes back from Kafka.
    public void command(EventEnvelope<CommandEvent> command) {
        send(Channels.COMMANDS_IN, Records.of(Topics.COMMANDS, "", command));
    }

    public void deadLetter(ConsumerRecord<String, byte[]> record) {
        send(Channels.DEAD_LETTERS_IN, record);
    }

    private void send(String channel, ConsumerRecord<String, byte[]> record) {
        InMemorySource<ConsumerRecord<String, byte[]>> source = connector.source(channel);
        source.send(record);
    }
}

package io.tieout.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import io.smallrye.reactive.messaging.memory.InMemorySource;
import io.tieout.console.sample.ConsoleTestKeys;
import io.tieout.console.sample.SampleProposal;
import io.tieout.console.sample.SampleRow;
import io.tieout.kit.event.Connections;
import io.tieout.kit.event.Events;
import io.tieout.kit.test.InMemoryChannels;
import io.tieout.kit.test.Projection;
import io.tieout.kit.test.Records;
import io.tieout.kit.test.TieoutPostgres;
import io.tieout.model.command.CommandEvent;
import io.tieout.model.command.ExceptionCommand;
import io.tieout.model.envelope.SourceRevision;
import io.tieout.model.finding.FindingEvent;
import io.tieout.model.finding.FindingKind;
import io.tieout.model.finding.FindingOpened;
import io.tieout.model.finding.FindingResolved;
import io.tieout.model.finding.Severity;
import io.tieout.model.id.CorrelationId;
import io.tieout.model.id.EntityId;
import io.tieout.model.id.FindingId;
import io.tieout.model.id.RealmId;
import io.tieout.model.id.RowId;
import io.tieout.model.id.RowRef;
import io.tieout.model.id.SheetId;
import io.tieout.model.proposal.ProposalState;
import io.tieout.model.quickbooks.Entity;
import io.tieout.model.quickbooks.EntityEvent;
import io.tieout.model.quickbooks.EntityGone;
import io.tieout.model.quickbooks.EntityObserved;
import io.tieout.model.quickbooks.EntityType;
import io.tieout.model.smartsheet.RowEvent;
import io.tieout.model.smartsheet.RowGone;
import io.tieout.model.smartsheet.SheetRole;
import io.tieout.model.topic.Topics;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/// A projection that is emptied and reads its topic again is the same, row by row, however often
/// and in whatever order of keys the records come.
@QuarkusTest
@QuarkusTestResource(TieoutPostgres.class)
@QuarkusTestResource(InMemoryChannels.class)
@QuarkusTestResource(ConsoleTestKeys.class)
class RebuildComponentTest {
    private static final RealmId REALM = new RealmId("9130350000000777");
    private static final SheetId SHEET = new SheetId("4177");
    private static final Instant AT = Instant.parse("2026-11-22T14:00:00Z");
    private static final int THINGS = 12;

    @Inject @Any InMemoryConnector connector;

    @Inject Events events;

    @Inject Jdbi jdbi;

    @Test
    void of_rows() {
        List<ConsumerRecord<String, byte[]>> topic = new ArrayList<>();
        for (int version = 1; version <= 3; version++) {
            for (int id = 1; id <= THINGS; id++) {
                RowRef ref = new RowRef(SHEET, new RowId(Integer.toString(id)));
                RowEvent row =
                        id % 4 == 0 && version == 3
                                ? new RowGone(ref, REALM, SheetRole.BILLING)
                                : SampleRow.of(
                                        ref,
                                        id % 9,
                                        SampleProposal.number(id).state().proposal(),
                                        Integer.toString(version),
                                        AT);
                topic.add(Records.of(events, version, row));
            }
        }
        rebuiltEqualsLive(
                Channels.ROWS_IN,
                new Projection(jdbi, "source_rows", "sheet_id = '" + SHEET + "'"),
                topic);
    }

    @Test
    void of_entities() {
        List<ConsumerRecord<String, byte[]>> topic = new ArrayList<>();
        for (int token = 0; token < 3; token++) {
            for (int id = 1; id <= THINGS; id++) {
                EntityId entityId = new EntityId(Integer.toString(id));
                EntityEvent entity =
                        id % 4 == 0 && token == 2
                                ? new EntityGone(
                                        REALM, EntityType.ITEM, entityId, EntityGone.Reason.DELETED)
                                : new EntityObserved(
                                        REALM,
                                        EntityType.ITEM,
                                        entityId,
                                        id % 3 != token,
                                        AT.plusSeconds(token),
                                        new Entity.Item(
                                                "Item " + id + "." + token,
                                                "Service",
                                                null,
                                                null,
                                                true,
                                                null));
                topic.add(Records.of(events, token, entity));
            }
        }
        rebuiltEqualsLive(
                Channels.ENTITIES_IN,
                new Projection(jdbi, "book_entries", "realm = '" + REALM + "'"),
                topic);
    }

    @Test
    void of_proposals() {
        List<ConsumerRecord<String, byte[]>> topic = new ArrayList<>();
        for (int revision = 1; revision <= 3; revision++) {
            for (int id = 1; id <= THINGS; id++) {
                ProposalState state =
                        SampleProposal.number(77_000 + id)
                                .revision(revision, 100L * revision + id)
                                .state();
                topic.add(
                        Records.of(
                                Topics.PROPOSAL_STATES,
                                state.proposal().proposalId().toString(),
                                events.started(
                                        Connections.quickbooks(REALM),
                                        new SourceRevision(state.auditSequence(), 0),
                                        new CorrelationId("rebuild"),
                                        state)));
            }
        }
        rebuiltEqualsLive(
                Channels.PROPOSAL_STATES_IN,
                new Projection(jdbi, "proposals", "reference LIKE 'TD-0770%'"),
                topic);
    }

    @Test
    void of_findings() {
        List<ConsumerRecord<String, byte[]>> topic = new ArrayList<>();
        for (int change = 1; change <= 3; change++) {
            for (int id = 1; id <= THINGS; id++) {
                topic.add(finding(id, change, change == 2 || (change == 3 && id % 3 == 0)));
            }
        }
        feed(Channels.FINDINGS_IN, topic);
        Projection findings = new Projection(jdbi, "findings", "realm = '" + REALM + "'");
        Projection changes = new Projection(jdbi, "finding_changes", "realm = '" + REALM + "'");
        List<String> live = settled(findings);
        List<String> history = changes.rows();
        assertThat(history).hasSize(topic.size());

        findings.empty();
        changes.empty();
        feed(Channels.FINDINGS_IN, topic);
        feed(Channels.FINDINGS_IN, topic);

        await().untilAsserted(() -> {
            assertThat(findings.rows()).isEqualTo(live);
            assertThat(changes.rows()).isEqualTo(history);
        });
    }

    @Test
    void of_what_people_did_about_exceptions() {
        List<ConsumerRecord<String, byte[]>> topic = new ArrayList<>();
        for (int id = 1; id <= THINGS; id++) {
            FindingId finding = new FindingId("rebuild:" + id);
            topic.add(
                    command(
                            new ExceptionCommand.ExceptionAssigned(
                                    "fiona", AT, REALM, finding, id % 2 == 0 ? "arthur" : null)));
            topic.add(
                    command(
                            new ExceptionCommand.ExceptionAssigned(
                                    "fiona", AT.plusSeconds(id), REALM, finding, "olga" + id)));
            topic.add(
                    command(
                            new ExceptionCommand.ExceptionCommented(
                                    "olga", AT, REALM, finding, "Looked at it")));
            topic.add(
                    command(
                            new ExceptionCommand.ExceptionResolved(
                                    "fiona", AT, REALM, finding, "Fine", "seen")));
            topic.add(
                    command(
                            id % 3 == 0
                                    ? new ExceptionCommand.ExceptionReopened(
                                            "fiona", AT.plusSeconds(1), REALM, finding)
                                    : new ExceptionCommand.ExceptionDueSet(
                                            "fiona",
                                            AT,
                                            REALM,
                                            finding,
                                            LocalDate.parse("2026-12-01"))));
        }
        String ours = "realm = '" + REALM + "'";
        Projection acts = new Projection(jdbi, "exception_acts", ours);
        Projection sums = new Projection(jdbi, "exceptions", ours);
        feed(Channels.COMMANDS_IN, topic);
        await().untilAsserted(() -> assertThat(acts.rows()).hasSize(topic.size()));
        List<String> live = settled(sums);

        acts.empty();
        sums.empty();
        List<ConsumerRecord<String, byte[]>> again = new ArrayList<>(topic);
        again.addAll(topic);
        Collections.shuffle(again, new Random(7));
        feed(Channels.COMMANDS_IN, again);

        await().untilAsserted(() -> {
            assertThat(acts.rows()).hasSize(topic.size());
            assertThat(sums.rows()).isEqualTo(live);
        });
    }

    private ConsumerRecord<String, byte[]> command(ExceptionCommand command) {
        return Records.of(
                Topics.COMMANDS,
                command.key(),
                events.<CommandEvent>started(
                        Connections.quickbooks(REALM),
                        SourceRevision.NONE,
                        new CorrelationId("rebuild"),
                        command));
    }

    private ConsumerRecord<String, byte[]> finding(int number, int change, boolean resolved) {
        FindingId id = new FindingId("rebuild:" + number);
        FindingEvent finding =
                resolved
                        ? new FindingResolved(
                                id,
                                REALM,
                                FindingKind.UNKNOWN_CUSTOMER,
                                "It exists now " + change,
                                AT.plusSeconds(change))
                        : new FindingOpened(
                                id,
                                REALM,
                                FindingKind.UNKNOWN_CUSTOMER,
                                Severity.WARNING,
                                "invoice-service",
                                List.of(new RowRef(SHEET, new RowId(Integer.toString(number)))),
                                null,
                                "Title " + change,
                                "Detail",
                                "Remedy",
                                List.of(),
                                null,
                                AT.plusSeconds(change));
        return Records.of(
                Topics.FINDINGS,
                finding.key(),
                events.started(
                        Connections.quickbooks(REALM),
                        new SourceRevision(0, change),
                        new CorrelationId("rebuild"),
                        finding));
    }

    private void rebuiltEqualsLive(
            String channel, Projection projection, List<ConsumerRecord<String, byte[]>> topic) {
        feed(channel, topic);
        List<String> live = settled(projection);

        projection.empty();
        List<ConsumerRecord<String, byte[]>> again = new ArrayList<>(topic);
        again.addAll(topic);
        Collections.shuffle(again, new Random(7));
        feed(channel, again);

        await().untilAsserted(() -> assertThat(projection.rows()).isEqualTo(live));
    }

    /// The projection when all of it has been read: nothing changed between two looks.
    private List<String> settled(Projection projection) {
        List<List<String>> looks = new ArrayList<>(List.of(List.of()));
        await().untilAsserted(() -> {
            looks.add(projection.rows());
            assertThat(looks.getLast()).hasSize(THINGS).isEqualTo(looks.get(looks.size() - 2));
        });
        return looks.getLast();
    }

    private void feed(String channel, List<ConsumerRecord<String, byte[]>> records) {
        InMemorySource<ConsumerRecord<String, byte[]>> source = connector.source(channel);
        records.forEach(source::send);
    }
}

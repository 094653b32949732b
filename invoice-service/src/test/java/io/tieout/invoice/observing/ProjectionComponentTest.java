package io.tieout.invoice.observing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tieout.invoice.BillingRow;
import io.tieout.invoice.InvoiceSettings;
import io.tieout.invoice.Sample;
import io.tieout.invoice.books.NameKey;
import io.tieout.invoice.rows.Rows;
import io.tieout.kit.event.Connections;
import io.tieout.kit.event.Events;
import io.tieout.kit.test.InMemoryChannels;
import io.tieout.kit.test.Records;
import io.tieout.kit.test.TieoutPostgres;
import io.tieout.model.envelope.SourceRevision;
import io.tieout.model.id.CorrelationId;
import io.tieout.model.id.EntityId;
import io.tieout.model.id.RealmId;
import io.tieout.model.id.RowId;
import io.tieout.model.id.RowRef;
import io.tieout.model.id.SheetId;
import io.tieout.model.quickbooks.EntityEvent;
import io.tieout.model.quickbooks.EntityGone;
import io.tieout.model.quickbooks.EntityObserved;
import io.tieout.model.quickbooks.EntityType;
import io.tieout.model.smartsheet.ProjectFields;
import io.tieout.model.smartsheet.RowEvent;
import io.tieout.model.smartsheet.RowFields;
import io.tieout.model.smartsheet.RowGone;
import io.tieout.model.smartsheet.RowObserved;
import io.tieout.model.smartsheet.SheetRole;
import io.tieout.model.smartsheet.TimesheetFields;
import io.tieout.model.topic.Topics;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TieoutPostgres.class)
@QuarkusTestResource(InMemoryChannels.class)
@QuarkusTestResource(InvoiceSettings.class)
class ProjectionComponentTest {
    private static final String SHEET = "5100";
    private static final RealmId REALM = new RealmId("9130350000000002");

    @Inject RowConsumer rows;
    @Inject Rows projection;
    @Inject EntityConsumer entities;
    @Inject Events events;
    @Inject Jdbi jdbi;

    @Test
    void rows_read_again_in_any_order_and_number_give_the_same_projection() {
        List<ConsumerRecord<String, byte[]>> topic = rowsTopic();
        topic.forEach(rows::consume);
        List<Map<String, Object>> live = table("sheet_rows", "sheet_id = '" + SHEET + "'");

        jdbi.useHandle(
                handle -> handle.execute("DELETE FROM sheet_rows WHERE sheet_id = ?", SHEET));
        shuffledTwice(topic).forEach(rows::consume);

        assertThat(table("sheet_rows", "sheet_id = '" + SHEET + "'")).isEqualTo(live).hasSize(12);
    }

    @Test
    void a_projection_read_again_marks_no_row_ready_a_second_time() {
        List<ConsumerRecord<String, byte[]>> topic = rowsTopic();
        topic.forEach(rows::consume);
        List<Map<String, Object>> live = table("markings", "sheet_id = '" + SHEET + "'");

        jdbi.useHandle(
                handle -> handle.execute("DELETE FROM sheet_rows WHERE sheet_id = ?", SHEET));
        topic.forEach(rows::consume);

        assertThat(table("markings", "sheet_id = '" + SHEET + "'")).isEqualTo(live);
    }

    @Test
    void entities_read_again_in_any_order_and_number_give_the_same_projection() {
        List<ConsumerRecord<String, byte[]>> topic = entitiesTopic();
        topic.forEach(entities::consume);
        List<Map<String, Object>> live = table("entities", "realm = '" + REALM + "'");

        jdbi.useHandle(
                handle -> handle.execute("DELETE FROM entities WHERE realm = ?", REALM.value()));
        shuffledTwice(topic).forEach(entities::consume);

        assertThat(table("entities", "realm = '" + REALM + "'")).isEqualTo(live).isNotEmpty();
    }

    @Test
    void a_project_of_four_thousand_characters_is_found_like_any_other() {
        StringBuilder noise = new StringBuilder();
        new Random(7).ints(4_000, '0', 'z').forEach(noise::appendCodePoint);
        String project = noise.toString();

        rows.consume(
                Records.of(
                        events,
                        1,
                        observed(
                                "41",
                                SheetRole.PROJECTS,
                                new ProjectFields(project, "Harbor", null, null, null))));
        rows.consume(
                Records.of(
                        events,
                        1,
                        observed(
                                "42",
                                SheetRole.TIMESHEETS,
                                new TimesheetFields(
                                        project, null, null, null, null, null, null, null, null))));

        assertThat(projection.projects(REALM, NameKey.of(project))).hasSize(1);
        assertThat(projection.timesheets(REALM, NameKey.of(project))).hasSize(1);
    }

    private static RowObserved observed(String id, SheetRole role, RowFields fields) {
        return new RowObserved(
                new RowRef(new SheetId("5101"), new RowId(id)),
                REALM,
                role,
                "Projects",
                3,
                fields,
                List.of(),
                Map.of(),
                Instant.EPOCH,
                null,
                false);
    }

    private static List<ConsumerRecord<String, byte[]>> shuffledTwice(
            List<ConsumerRecord<String, byte[]>> topic) {
        List<ConsumerRecord<String, byte[]>> all = new ArrayList<>(topic);
        all.addAll(topic);
        Collections.shuffle(all, new Random(7));
        return all;
    }

    private List<ConsumerRecord<String, byte[]>> rowsTopic() {
        List<ConsumerRecord<String, byte[]>> topic = new ArrayList<>();
        for (int version = 1; version <= 3; version++) {
            for (int id = 1; id <= 12; id++) {
                BillingRow row = BillingRow.row(SHEET, Integer.toString(id)).hours("" + version);
                RowEvent event =
                        id % 4 == 0 && version == 3
                                ? new RowGone(row.ref(), Sample.REALM, SheetRole.BILLING)
                                : (id % 3 == version % 3 ? row.notReady() : row).observed();
                topic.add(
                        Records.of(
                                Topics.SMARTSHEET_ROWS,
                                event.key(),
                                events.started(
                                        Connections.smartsheet("us", "default"),
                                        new SourceRevision(version, 1),
                                        new CorrelationId("r"),
                                        event)));
            }
        }
        return topic;
    }

    private List<ConsumerRecord<String, byte[]>> entitiesTopic() {
        List<ConsumerRecord<String, byte[]>> topic = new ArrayList<>();
        for (EntityObserved sample : Sample.published()) {
            EntityObserved entity =
                    new EntityObserved(
                            REALM,
                            sample.entityType(),
                            sample.id(),
                            sample.active(),
                            sample.lastUpdated(),
                            sample.entity());
            topic.add(record(entity, 0));
        }
        topic.add(
                record(
                        new EntityGone(
                                REALM,
                                EntityType.CUSTOMER,
                                new EntityId("63"),
                                EntityGone.Reason.DELETED),
                        1));
        return topic;
    }

    private ConsumerRecord<String, byte[]> record(EntityEvent event, long syncToken) {
        return Records.of(
                Topics.QUICKBOOKS_ENTITIES,
                event.key(),
                events.started(
                        Connections.quickbooks(REALM),
                        new SourceRevision(syncToken, syncToken),
                        new CorrelationId("books"),
                        event));
    }

    private List<Map<String, Object>> table(String name, String where) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "SELECT to_jsonb(t)::text AS row FROM %s t WHERE %s ORDER BY 1"
                                        .formatted(name, where))
                        .mapToMap()
                        .list());
    }
}

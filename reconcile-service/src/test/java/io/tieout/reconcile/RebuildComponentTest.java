package io.tieout.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tieout.kit.event.Events;
import io.tieout.kit.test.InMemoryChannels;
import io.tieout.kit.test.Projection;
import io.tieout.kit.test.Records;
import io.tieout.kit.test.TieoutPostgres;
import io.tieout.model.id.EntityId;
import io.tieout.model.id.RealmId;
import io.tieout.model.id.RowId;
import io.tieout.model.id.RowRef;
import io.tieout.model.id.SheetId;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import io.tieout.model.quickbooks.Entity;
import io.tieout.model.quickbooks.EntityEvent;
import io.tieout.model.quickbooks.EntityGone;
import io.tieout.model.quickbooks.EntityObserved;
import io.tieout.model.quickbooks.EntityType;
import io.tieout.model.smartsheet.CostFields;
import io.tieout.model.smartsheet.RowEvent;
import io.tieout.model.smartsheet.RowGone;
import io.tieout.model.smartsheet.RowObserved;
import io.tieout.model.smartsheet.SheetRole;
import io.tieout.reconcile.facts.EntityConsumer;
import io.tieout.reconcile.facts.RowConsumer;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/// What is known of sheets and books, emptied and read again from the topics in any order and
/// number, is the same row by row.
@QuarkusTest
@QuarkusTestResource(TieoutPostgres.class)
@QuarkusTestResource(InMemoryChannels.class)
class RebuildComponentTest {
    private static final RealmId REALM = new RealmId("9130350000000777");
    private static final String OURS = "realm = '" + REALM + "'";
    private static final Instant AT = Instant.parse("2026-11-22T14:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-11-03");
    private static final int THINGS = 12;

    @Inject RowConsumer rows;

    @Inject EntityConsumer entities;

    @Inject Events events;

    @Inject Jdbi jdbi;

    @Test
    void of_sheet_rows() {
        List<ConsumerRecord<String, byte[]>> topic = new ArrayList<>();
        for (int version = 1; version <= 3; version++) {
            for (int id = 1; id <= THINGS; id++) {
                topic.add(
                        Records.of(events, version, row(id, version, id % 4 == 0 && version == 3)));
            }
        }

        rebuiltEqualsLive("sheet_rows", topic, rows::consume);
    }

    @Test
    void of_documents() {
        List<ConsumerRecord<String, byte[]>> topic = new ArrayList<>();
        for (int token = 0; token < 3; token++) {
            for (int id = 1; id <= THINGS; id++) {
                topic.add(Records.of(events, token, bill(id, token, id % 4 == 0 && token == 2)));
            }
        }

        rebuiltEqualsLive("documents", topic, entities::consume);
    }

    private void rebuiltEqualsLive(
            String table,
            List<ConsumerRecord<String, byte[]>> topic,
            Consumer<ConsumerRecord<String, byte[]>> consumer) {
        Projection projection = new Projection(jdbi, table, OURS);
        topic.forEach(consumer);
        List<String> live = projection.rows();

        projection.empty();
        List<ConsumerRecord<String, byte[]>> again = new ArrayList<>(topic);
        again.addAll(topic);
        Collections.shuffle(again, new Random(7));
        again.forEach(consumer);

        assertThat(projection.rows()).isEqualTo(live).hasSize(THINGS);
    }

    private static RowEvent row(int id, int version, boolean gone) {
        RowRef ref = new RowRef(new SheetId("4177"), new RowId(Integer.toString(id)));
        return gone
                ? new RowGone(ref, REALM, SheetRole.COSTS)
                : new RowObserved(
                        ref,
                        REALM,
                        SheetRole.COSTS,
                        "Project Costs",
                        id,
                        new CostFields(
                                "Atlas Electric",
                                "AE-" + id,
                                "Cable " + version,
                                "Pier",
                                DAY,
                                Money.of(version + ".00", CurrencyCode.USD),
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null),
                        List.of(),
                        Map.of(),
                        AT,
                        null,
                        false);
    }

    private static EntityEvent bill(int id, int token, boolean gone) {
        EntityId entityId = new EntityId(Integer.toString(id));
        return gone
                ? new EntityGone(REALM, EntityType.BILL, entityId, EntityGone.Reason.DELETED)
                : new EntityObserved(
                        REALM,
                        EntityType.BILL,
                        entityId,
                        true,
                        AT.plusSeconds(token),
                        new Entity.Transaction(
                                "AE-" + id,
                                DAY,
                                null,
                                EntityType.VENDOR,
                                new EntityId("30"),
                                "Atlas Electric",
                                CurrencyCode.USD,
                                Money.of(token + ".00", CurrencyCode.USD),
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                List.of()));
    }
}

package io.tieout.audit.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tieout.audit.AuditKeys;
import io.tieout.audit.review.ValidProposals;
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
import io.tieout.model.quickbooks.Entity;
import io.tieout.model.quickbooks.EntityEvent;
import io.tieout.model.quickbooks.EntityGone;
import io.tieout.model.quickbooks.EntityObserved;
import io.tieout.model.quickbooks.EntityType;
import io.tieout.model.smartsheet.RowEvent;
import io.tieout.model.smartsheet.RowGone;
import io.tieout.model.smartsheet.RowObserved;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/// Audit's view of both books, emptied and read again from its topics, is the same row by row; also
/// when the reading starts over half way.
@QuarkusTest
@QuarkusTestResource(TieoutPostgres.class)
@QuarkusTestResource(InMemoryChannels.class)
@QuarkusTestResource(AuditKeys.class)
class RebuildComponentTest {
    private static final RealmId REALM = new RealmId("9130350000000777");
    private static final SheetId SHEET = new SheetId("4177");
    private static final Instant AT = Instant.parse("2026-11-22T14:00:00Z");
    private static final int THINGS = 12;

    @Inject ObserveFacts observe;

    @Inject Events events;

    @Inject Jdbi jdbi;

    @Test
    void of_rows() {
        List<RowObserved> samples =
                ValidProposals.make(501).facts().rows().values().stream()
                        .map(KnownRow::row)
                        .toList();
        List<ConsumerRecord<String, byte[]>> topic = new ArrayList<>();
        for (int version = 1; version <= 3; version++) {
            for (int id = 1; id <= THINGS; id++) {
                RowObserved sample = samples.get((id + version) % samples.size());
                topic.add(
                        Records.of(events, version, row(sample, id, id % 4 == 0 && version == 3)));
            }
        }

        rebuiltEqualsLive(new Projection(jdbi, "sheet_rows", "sheet_id = '" + SHEET + "'"), topic);
    }

    @Test
    void of_entities() {
        List<ConsumerRecord<String, byte[]>> topic = new ArrayList<>();
        for (int token = 0; token < 3; token++) {
            for (int id = 1; id <= THINGS; id++) {
                topic.add(Records.of(events, token, entity(id, token, id % 4 == 0 && token == 2)));
            }
        }

        rebuiltEqualsLive(new Projection(jdbi, "entities", "realm = '" + REALM + "'"), topic);
    }

    private void rebuiltEqualsLive(
            Projection projection, List<ConsumerRecord<String, byte[]>> topic) {
        observe.handle(topic);
        List<String> live = projection.rows();

        projection.empty();
        observe.handle(topic.subList(0, topic.size() / 2));
        observe.handle(topic);

        assertThat(projection.rows()).isEqualTo(live).hasSize(THINGS);
    }

    private static RowEvent row(RowObserved sample, int id, boolean gone) {
        RowRef ref = new RowRef(SHEET, new RowId(Integer.toString(id)));
        return gone
                ? new RowGone(ref, REALM, sample.role())
                : new RowObserved(
                        ref,
                        REALM,
                        sample.role(),
                        sample.sheetName(),
                        id,
                        sample.fields(),
                        sample.problems(),
                        sample.columns(),
                        sample.modifiedAt(),
                        sample.modifiedBy(),
                        sample.beforeCutOver());
    }

    private static EntityEvent entity(int id, int token, boolean gone) {
        EntityId entityId = new EntityId(Integer.toString(id));
        return gone
                ? new EntityGone(REALM, EntityType.ITEM, entityId, EntityGone.Reason.DELETED)
                : new EntityObserved(
                        REALM,
                        EntityType.ITEM,
                        entityId,
                        true,
                        AT.plusSeconds(token),
                        new Entity.Item(
                                "Item " + id + "." + token, "Service", null, null, true, null));
    }
}

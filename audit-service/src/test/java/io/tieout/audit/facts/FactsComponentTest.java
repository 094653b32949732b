package io.tieout.audit.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tieout.audit.AuditKeys;
import io.tieout.audit.review.Books;
import io.tieout.audit.review.ValidProposals;
import io.tieout.kit.test.InMemoryChannels;
import io.tieout.kit.test.RecordingPublisher;
import io.tieout.kit.test.Records;
import io.tieout.kit.test.TieoutPostgres;
import io.tieout.model.envelope.SourceRevision;
import io.tieout.model.id.RealmId;
import io.tieout.model.id.RowId;
import io.tieout.model.id.RowRef;
import io.tieout.model.quickbooks.EntityGone;
import io.tieout.model.quickbooks.EntityType;
import io.tieout.model.smartsheet.ProjectFields;
import io.tieout.model.smartsheet.RowGone;
import io.tieout.model.smartsheet.RowObserved;
import io.tieout.model.smartsheet.SheetRole;
import io.tieout.model.topic.Topics;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TieoutPostgres.class)
@QuarkusTestResource(InMemoryChannels.class)
@QuarkusTestResource(AuditKeys.class)
class FactsComponentTest {
    private static final RowObserved ROW =
            ValidProposals.make(501).facts().rows().values().iterator().next().row();

    @Inject FactFeed feed;

    @Inject FactsConsumer consumer;

    @Inject Rows rows;

    @Inject Entities entities;

    @Inject RecordingPublisher published;

    @Inject Jdbi jdbi;

    @Test
    void keeps_the_newest_state_of_a_row_whatever_the_order_it_comes_in() {
        feed.row(new SourceRevision(9, 1), ROW);
        feed.row(new SourceRevision(8, 1), new RowGone(ROW.row(), ROW.realmId(), ROW.role()));

        KnownRow known = rows.find(ROW.row()).orElseThrow();
        assertThat(known.gone()).isFalse();
        assertThat(known.revision()).isEqualTo(new SourceRevision(9, 1));
        assertThat(known.row()).isEqualTo(ROW);

        feed.row(new SourceRevision(10, 1), new RowGone(ROW.row(), ROW.realmId(), ROW.role()));
        assertThat(rows.find(ROW.row())).get().extracting(KnownRow::gone).isEqualTo(true);
    }

    @Test
    void finds_a_project_of_four_thousand_characters() {
        StringBuilder noise = new StringBuilder();
        new Random(7).ints(4_000, '0', 'z').forEach(noise::appendCodePoint);
        RowObserved row =
                new RowObserved(
                        new RowRef(ROW.row().sheetId(), new RowId("4000")),
                        ROW.realmId(),
                        SheetRole.PROJECTS,
                        "Projects",
                        3,
                        new ProjectFields(noise.toString(), "Harbor Works LLC", null, null, null),
                        List.of(),
                        Map.of(),
                        ROW.modifiedAt(),
                        null,
                        false);

        feed.row(new SourceRevision(1, 1), row);

        assertThat(rows.ofProject(ROW.realmId(), noise.toString()))
                .extracting(KnownRow::row)
                .containsExactly(row);
    }

    @Test
    void knows_that_an_entity_is_gone() {
        KnownEntity customer = Books.customer(3);
        feed.entity(new SourceRevision(0, 5), customer.observed());
        assertThat(entities.named(Books.REALM, EntityType.CUSTOMER, "CUSTOMER  3")).hasSize(1);

        feed.entity(
                new SourceRevision(1, 6),
                new EntityGone(
                        Books.REALM,
                        EntityType.CUSTOMER,
                        customer.observed().id(),
                        EntityGone.Reason.DELETED));

        assertThat(entities.find(Books.REALM, EntityType.CUSTOMER, customer.observed().id()))
                .get()
                .extracting(KnownEntity::usable)
                .isEqualTo(false);
    }

    @Test
    void knows_whose_books_are_loaded() {
        RealmId realm = new RealmId("77");
        assertThat(entities.loaded(realm)).isFalse();

        feed.loaded(realm);

        assertThat(entities.loaded(realm)).isTrue();
    }

    @Test
    void puts_aside_what_it_cannot_read_and_takes_over_the_rest_of_the_batch() {
        ConsumerRecord<String, byte[]> junk =
                Records.raw(Topics.SMARTSHEET_ROWS.name(), "junk", "{\"payload\": {}}");

        consumer.consume(
                new ConsumerRecords<>(
                        Map.of(new TopicPartition(Topics.SMARTSHEET_ROWS.name(), 0), List.of(junk)),
                        Map.of()));

        assertThat(published.sentTo(Topics.SMARTSHEET_ROWS.deadLetterName()))
                .anyMatch(sent -> sent.key().equals("junk"));
        assertThat(
                        jdbi.<Long, RuntimeException>withHandle(handle ->
                                handle.createQuery(
                                                "SELECT count(*) FROM records WHERE topic = :topic AND kind = 'rows'")
                                        .bind("topic", Topics.SMARTSHEET_ROWS.name())
                                        .mapTo(Long.class)
                                        .one()))
                .isEqualTo(1);
    }
}

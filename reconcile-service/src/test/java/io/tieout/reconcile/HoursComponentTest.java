package io.tieout.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tieout.kit.event.Events;
import io.tieout.kit.test.InMemoryChannels;
import io.tieout.kit.test.RecordingPublisher;
import io.tieout.kit.test.Records;
import io.tieout.kit.test.TieoutPostgres;
import io.tieout.model.envelope.EventEnvelope;
import io.tieout.model.finding.FindingKind;
import io.tieout.model.finding.FindingOpened;
import io.tieout.model.id.ColumnId;
import io.tieout.model.id.EntityId;
import io.tieout.model.id.RealmId;
import io.tieout.model.id.RowId;
import io.tieout.model.id.RowRef;
import io.tieout.model.id.SheetId;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import io.tieout.model.money.Quantity;
import io.tieout.model.quickbooks.BooksLoaded;
import io.tieout.model.quickbooks.Entity;
import io.tieout.model.quickbooks.EntityObserved;
import io.tieout.model.quickbooks.EntityType;
import io.tieout.model.smartsheet.ColumnPart;
import io.tieout.model.smartsheet.RowObserved;
import io.tieout.model.smartsheet.SheetRole;
import io.tieout.model.smartsheet.TimesheetFields;
import io.tieout.model.topic.Topics;
import io.tieout.reconcile.facts.EntityConsumer;
import io.tieout.reconcile.facts.RowConsumer;
import io.tieout.reconcile.standing.Standing;
import io.tieout.reconcile.standing.Standings;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Hours of people, from both topics to what is found.
@QuarkusTest
@QuarkusTestResource(TieoutPostgres.class)
@QuarkusTestResource(InMemoryChannels.class)
class HoursComponentTest {
    private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-11-03");
    private static final RealmId REALM = new RealmId("913077051");
    private static final RowRef ROW = new RowRef(new SheetId("4100000000000005"), new RowId("1"));

    @Inject RowConsumer rows;
    @Inject EntityConsumer entities;
    @Inject Events events;
    @Inject RecordingPublisher published;
    @Inject Standings standings;

    @BeforeEach
    void nothing_was_said_yet() {
        published.clear();
    }

    @Test
    void somebody_elses_hours_hide_no_unbilled_labor() {
        entity(
                EntityType.CUSTOMER,
                "71",
                new Entity.Customer(
                        "Pier 7",
                        "Harbor Works LLC:Pier 7",
                        null,
                        true,
                        null,
                        null,
                        null,
                        null,
                        null,
                        false,
                        null,
                        null,
                        null));
        entities.consume(Records.of(events, 1, new BooksLoaded(REALM, AT)));
        worked("8", "Nora Quinn");
        rows.consume(Records.of(events, 1, row("Tan, Vic")));

        await().untilAsserted(
                        () -> assertThat(ofRow()).containsExactly(FindingKind.UNBILLED_LABOR));

        // And when his hours are in the books, too
        worked("9", "Vic Tan");

        await().untilAsserted(() -> assertThat(ofRow()).last().isEqualTo(FindingKind.MATCHED));
        await().untilAsserted(() ->
                assertThat(standings.of(REALM, List.of(ROW.key())))
                        .extracting(Standing::counterparts)
                        .containsExactly(List.of("TimeActivity:9")));
    }

    private List<FindingKind> ofRow() {
        return published.published(Topics.FINDINGS).stream()
                .map(EventEnvelope::payload)
                .filter(finding -> finding.realmId().equals(REALM))
                .filter(FindingOpened.class::isInstance)
                .map(FindingOpened.class::cast)
                .filter(finding -> finding.rows().contains(ROW))
                .map(FindingOpened::kind)
                .toList();
    }

    private static RowObserved row(String person) {
        return new RowObserved(
                ROW,
                REALM,
                SheetRole.TIMESHEETS,
                "Timesheets",
                3,
                new TimesheetFields(
                        "Pier 7", null, person, DAY, Quantity.of("8"), null, null, null, null),
                List.of(),
                Map.of(ColumnPart.RECONCILIATION_STATUS, new ColumnId("7500000000000007")),
                AT,
                "pm@harbor.example",
                false);
    }

    private void worked(String id, String person) {
        entity(
                EntityType.TIME_ACTIVITY,
                id,
                new Entity.Transaction(
                        null,
                        DAY,
                        null,
                        null,
                        null,
                        null,
                        CurrencyCode.USD,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(
                                new Entity.Line(
                                        null,
                                        null,
                                        Money.zero(CurrencyCode.USD),
                                        Quantity.of("8"),
                                        null,
                                        null,
                                        null,
                                        new EntityId("71"),
                                        null,
                                        person))));
    }

    private void entity(EntityType type, String id, Entity entity) {
        entities.consume(
                Records.of(
                        events,
                        1,
                        new EntityObserved(REALM, type, new EntityId(id), true, AT, entity)));
    }
}

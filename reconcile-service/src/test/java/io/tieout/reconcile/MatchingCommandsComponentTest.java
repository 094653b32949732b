package io.tieout.reconcile;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tieout.kit.test.InMemoryChannels;
import io.tieout.kit.test.RecordingPublisher;
import io.tieout.kit.test.Records;
import io.tieout.kit.test.TieoutPostgres;
import io.tieout.model.command.CommandEvent;
import io.tieout.model.command.MatchingCommand.AliasConfirmed;
import io.tieout.model.command.MatchingCommand.AliasRevoked;
import io.tieout.model.command.MatchingCommand.MatchRulesEdited;
import io.tieout.model.command.MatchingCommand.SeparationWithdrawn;
import io.tieout.model.command.MatchingCommand.Unmatched;
import io.tieout.model.command.RuleSetting;
import io.tieout.model.envelope.EventEnvelope;
import io.tieout.model.envelope.SourceRevision;
import io.tieout.model.finding.FindingEvent;
import io.tieout.model.finding.FindingKind;
import io.tieout.model.finding.FindingOpened;
import io.tieout.model.finding.FindingResolved;
import io.tieout.model.id.ConnectionId;
import io.tieout.model.id.CorrelationId;
import io.tieout.model.id.EntityId;
import io.tieout.model.id.EventId;
import io.tieout.model.id.RealmId;
import io.tieout.model.id.RowId;
import io.tieout.model.id.RowRef;
import io.tieout.model.id.SheetId;
import io.tieout.model.money.Percent;
import io.tieout.model.quickbooks.EntityType;
import io.tieout.model.topic.Topics;
import io.tieout.reconcile.aliases.Aliases;
import io.tieout.reconcile.commands.CommandConsumer;
import io.tieout.reconcile.engine.MatchRules;
import io.tieout.reconcile.engine.Separations;
import io.tieout.reconcile.ledger.EntryKind;
import io.tieout.reconcile.names.NameMemory;
import io.tieout.reconcile.rules.RuleBook;
import io.tieout.reconcile.separations.SeparationStore;
import io.tieout.reconcile.standing.Outcome;
import io.tieout.reconcile.standing.Standing;
import io.tieout.reconcile.standing.Standings;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TieoutPostgres.class)
@QuarkusTestResource(InMemoryChannels.class)
class MatchingCommandsComponentTest {
    private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");
    private static final String FIONA = "fiona@harbor.example";
    private static final String ARTHUR = "arthur@harbor.example";
    private static final RowRef ROW = new RowRef(new SheetId("4100000000000002"), new RowId("7"));
    private static final AtomicLong REALMS = new AtomicLong();

    @Inject CommandConsumer commands;
    @Inject RuleBook book;
    @Inject Aliases aliases;
    @Inject SeparationStore separations;
    @Inject Standings standings;
    @Inject RecordingPublisher published;
    @Inject Jdbi jdbi;

    private RealmId realm = new RealmId("1");

    @BeforeEach
    void another_company_with_two_vendors_and_a_match() {
        published.clear();
        realm = new RealmId("92303" + REALMS.incrementAndGet());
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    jdbi.useHandle(handle -> {
                        for (String vendor : List.of("Atlas Electric", "Bluebird Supplies")) {
                            handle.execute(
                                    "INSERT INTO names (realm, entity_type, entity_id, revision_major,"
                                            + " revision_minor, name) VALUES (?, 'Vendor', ?, 1, 0, ?)",
                                    realm.value(),
                                    "v-" + vendor.charAt(0),
                                    vendor);
                        }
                    });
                    standings.store(
                            realm,
                            List.of(
                                    standing(ROW.key(), EntryKind.COST, "Bill:145"),
                                    standing("Bill:145", EntryKind.BILL, ROW.key())));
                });
    }

    @Test
    void edited_rules_are_in_force_as_the_next_version_and_the_first_stays_in_the_history() {
        assertThat(book.current(realm)).isEqualTo(MatchRules.FIRST);

        EventEnvelope<CommandEvent> edit = edited(1, "exact", 9);
        send(edit);
        send(edit);

        assertThat(book.current(realm).version()).isEqualTo(2);
        assertThat(book.current(realm).rules().getFirst().days()).isEqualTo(9);
        given().queryParam("realm", realm.value())
                .get("/reconcile/rules")
                .then()
                .statusCode(200)
                .body("[0].versions", hasSize(2))
                .body("[0].versions[0].version", equalTo(2))
                .body("[0].versions[0].person", equalTo(FIONA))
                .body("[0].versions[0].reason", equalTo("Banks are slow"))
                .body("[0].versions[1].rules", hasSize(6));
    }

    @Test
    void an_edit_of_an_older_version_is_refused_where_people_see_it_until_one_is_saved() {
        send(edited(1, "exact", 9));
        send(edited(1, "exact", 12));

        assertThat(book.current(realm).rules().getFirst().days()).isEqualTo(9);
        awaitFindings(1);
        FindingOpened refusal = (FindingOpened) findings().getFirst();
        assertThat(refusal.kind()).isEqualTo(FindingKind.COMMAND_REFUSED);
        assertThat(refusal.detail())
                .isEqualTo("It is based on version 1 of the rules; version 2 is in force");

        send(edited(2, "exact", 12));

        awaitFindings(2);
        assertThat(findings().getLast())
                .isInstanceOfSatisfying(
                        FindingResolved.class,
                        resolved ->
                                assertThat(resolved.findingId()).isEqualTo(refusal.findingId()));
    }

    @Test
    void a_confirmed_name_is_known_until_it_is_revoked_and_stays_listed_with_its_sources() {
        send(confirmed(FIONA, "A.E. works", "Atlas Electric"));
        send(confirmed(ARTHUR, "AE Works", "Atlas Electric"));

        assertThat(aliases.of(realm))
                .containsExactly(new NameMemory.Known("Atlas Electric", "A.E. works"));

        send(
                command(
                        new AliasRevoked(
                                FIONA, AT, realm, "A.E. works", "Atlas Electric", "Another one")));

        assertThat(aliases.of(realm)).isEmpty();
        given().queryParam("realm", realm.value())
                .get("/reconcile/aliases")
                .then()
                .statusCode(200)
                .body("", hasSize(1))
                .body("[0].state", equalTo("REVOKED"))
                .body("[0].why", equalTo("Another one"))
                .body("[0].decisions.deed", equalTo(List.of("CONFIRMED", "CONFIRMED", "REVOKED")))
                .body("[0].decisions[0].row", equalTo(ROW.key()))
                .body("[0].decisions[1].person", equalTo(ARTHUR));
    }

    @Test
    void a_contradicting_answer_is_flagged_and_not_learned() {
        send(confirmed(FIONA, "Sparks", "Atlas Electric"));
        send(confirmed(ARTHUR, "Sparks", "Bluebird Supplies"));

        assertThat(aliases.of(realm))
                .containsExactly(new NameMemory.Known("Atlas Electric", "Sparks"));
        awaitFindings(1);
        FindingOpened flag = (FindingOpened) findings().getFirst();
        assertThat(flag.kind()).isEqualTo(FindingKind.CONTRADICTING_ALIAS);
        assertThat(flag.detail()).contains("Bluebird Supplies", "taken for Atlas Electric");

        send(command(new AliasRevoked(ARTHUR, AT, realm, "Sparks", "Atlas Electric", "Wrong")));
        send(confirmed(ARTHUR, "Sparks", "Bluebird Supplies"));

        assertThat(aliases.of(realm))
                .containsExactly(new NameMemory.Known("Bluebird Supplies", "Sparks"));
        await().untilAsserted(
                        () -> assertThat(findings()).last().isInstanceOf(FindingResolved.class));
    }

    @Test
    void a_pair_that_a_person_takes_apart_stays_apart_until_that_is_withdrawn() {
        send(command(new Unmatched(FIONA, AT, realm, ROW.key(), "Bill:145", "Another delivery")));

        assertThat(separations.of(realm))
                .containsExactly(new Separations.Pair(ROW.key(), "Bill:145"));
        given().queryParam("realm", realm.value())
                .queryParam("id", ROW.key())
                .get("/reconcile/lines")
                .then()
                .statusCode(200)
                .body("line.party", equalTo("Atlas Electric"))
                .body("counterparts[0].lineId", equalTo("Bill:145"))
                .body("apart[0].reason", equalTo("Another delivery"));

        send(
                command(
                        new SeparationWithdrawn(
                                ARTHUR, AT, realm, ROW.key(), "Bill:145", "It was the one")));

        assertThat(separations.of(realm)).isEmpty();
        given().queryParam("realm", realm.value())
                .get("/reconcile/separations")
                .then()
                .body("[0].holds", equalTo(false))
                .body("[0].withdrawnBy", equalTo(ARTHUR));
    }

    @Test
    void what_is_not_there_cannot_be_taken_apart() {
        send(command(new Unmatched(FIONA, AT, realm, ROW.key(), "Bill:999", "Why not")));

        assertThat(separations.all(realm)).isEmpty();
        awaitFindings(1);
        assertThat(((FindingOpened) findings().getFirst()).detail())
                .contains("a row that is gone")
                .contains("Bill with QuickBooks id 999, which is gone");
    }

    private Standing standing(String line, EntryKind kind, String counterpart) {
        boolean inSheet = kind == EntryKind.COST;
        return new Standing(
                line,
                kind,
                inSheet ? ROW : null,
                inSheet ? null : new Standing.DocumentRef(EntityType.BILL, new EntityId("145")),
                "Atlas Electric",
                "AE-77",
                "Harbor",
                "",
                "Cable",
                new BigDecimal("480.00"),
                "USD",
                LocalDate.parse("2026-11-03"),
                Outcome.MATCHED,
                null,
                "exact",
                1,
                9,
                BigDecimal.ZERO,
                "",
                List.of(counterpart),
                List.of(),
                AT);
    }

    private EventEnvelope<CommandEvent> edited(int basedOn, String rule, int days) {
        return command(
                new MatchRulesEdited(
                        FIONA,
                        AT,
                        realm,
                        basedOn,
                        List.of(new RuleSetting(rule, rule, 0, Percent.ZERO, days, true)),
                        "Banks are slow"));
    }

    private EventEnvelope<CommandEvent> confirmed(String person, String name, String vendor) {
        return command(new AliasConfirmed(person, AT, realm, name, vendor, null, ROW));
    }

    private EventEnvelope<CommandEvent> command(CommandEvent command) {
        return new EventEnvelope<>(
                new EventId(UUID.randomUUID()),
                AT,
                new ConnectionId("quickbooks:" + realm),
                SourceRevision.NONE,
                new CorrelationId("test"),
                null,
                1,
                command);
    }

    private void send(EventEnvelope<CommandEvent> command) {
        commands.consume(Records.of(Topics.COMMANDS, realm.value(), command));
    }

    private void awaitFindings(int count) {
        await().untilAsserted(() -> assertThat(findings()).hasSize(count));
    }

    private List<FindingEvent> findings() {
        return published.published(Topics.FINDINGS).stream()
                .map(EventEnvelope::payload)
                .filter(finding -> finding.realmId().equals(realm))
                .toList();
    }
}

package io.tieout.reconcile;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.tieout.kit.json.WireJson;
import io.tieout.kit.test.InMemoryChannels;
import io.tieout.kit.test.Records;
import io.tieout.kit.test.TieoutPostgres;
import io.tieout.model.command.CommandEvent;
import io.tieout.model.command.MatchingCommand.AliasConfirmed;
import io.tieout.model.command.MatchingCommand.MatchRulesEdited;
import io.tieout.model.command.MatchingCommand.Unmatched;
import io.tieout.model.command.RuleSetting;
import io.tieout.model.envelope.EventEnvelope;
import io.tieout.model.envelope.SourceRevision;
import io.tieout.model.id.ColumnId;
import io.tieout.model.id.ConnectionId;
import io.tieout.model.id.CorrelationId;
import io.tieout.model.id.EntityId;
import io.tieout.model.id.EventId;
import io.tieout.model.id.RealmId;
import io.tieout.model.id.RowId;
import io.tieout.model.id.RowRef;
import io.tieout.model.id.SheetId;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import io.tieout.model.quickbooks.BooksLoaded;
import io.tieout.model.quickbooks.Entity;
import io.tieout.model.quickbooks.EntityEvent;
import io.tieout.model.quickbooks.EntityObserved;
import io.tieout.model.quickbooks.EntityType;
import io.tieout.model.smartsheet.ColumnPart;
import io.tieout.model.smartsheet.CostFields;
import io.tieout.model.smartsheet.RowEvent;
import io.tieout.model.smartsheet.RowObserved;
import io.tieout.model.smartsheet.SheetRole;
import io.tieout.model.topic.Topics;
import io.tieout.reconcile.commands.CommandConsumer;
import io.tieout.reconcile.facts.EntityConsumer;
import io.tieout.reconcile.facts.RowConsumer;
import io.tieout.reconcile.rules.RuleBook;
import io.tieout.reconcile.standing.Outcome;
import io.tieout.reconcile.standing.Standing;
import io.tieout.reconcile.standing.Standings;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What people decide about matching changes what is said of lines.
@QuarkusTest
@QuarkusTestResource(TieoutPostgres.class)
@QuarkusTestResource(InMemoryChannels.class)
class DecidedMatchingComponentTest {
    private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");
    private static final String FIONA = "fiona@harbor.example";
    private static final RowRef ROW = new RowRef(new SheetId("4100000000000002"), new RowId("7"));
    private static final AtomicLong REALMS = new AtomicLong();

    @Inject RowConsumer rows;
    @Inject EntityConsumer entities;
    @Inject CommandConsumer commands;
    @Inject Standings standings;
    @Inject RuleBook book;

    private RealmId realm = new RealmId("1");

    @BeforeEach
    void another_company_with_three_bills() {
        realm = new RealmId("93303" + REALMS.incrementAndGet());
        vendor("30", "Atlas Electric");
        vendor("31", "Bluebird Supplies");
        bill("145", "30", "Atlas Electric", "480.17");
        bill("146", "31", "Bluebird Supplies", "77.30");
        bill("147", "30", "Atlas Electric", "1934.02");
        entity(new BooksLoaded(realm, AT));
    }

    @Test
    void a_name_that_a_person_taught_is_matched_as_the_vendor() {
        row("Quickspark Contracting", "480.17");
        await().untilAsserted(() -> assertThat(line()).isNotNull().isNotEqualTo(Outcome.MATCHED));

        command(
                new AliasConfirmed(
                        FIONA, AT, realm, "Quickspark Contracting", "Atlas Electric", null, ROW));

        await().untilAsserted(() -> assertThat(line()).isEqualTo(Outcome.MATCHED));
    }

    @Test
    void a_pair_that_was_taken_apart_is_not_said_to_belong_together_again() {
        row("Atlas Electric", "480.17");
        await().untilAsserted(() -> assertThat(counterparts()).containsExactly("Bill:145"));

        command(new Unmatched(FIONA, AT, realm, ROW.key(), "Bill:145", "Another delivery"));

        await().untilAsserted(() -> assertThat(counterparts()).doesNotContain("Bill:145"));
        assertThat(line()).isNotNull();
    }

    @Test
    void a_preview_says_what_edited_rules_would_change_and_changes_nothing_until_they_are_saved() {
        row("Atlas Electric", "480.17");
        await().untilAsserted(() -> assertThat(line()).isEqualTo(Outcome.MATCHED));

        JsonPath preview = preview(1, allOff()).statusCode(200).extract().jsonPath();

        assertThat(preview.getInt("changed")).isEqualTo(2);
        assertThat(preview.getString("examples[0].from"))
                .isEqualTo(
                        "Matched with Bill without number of 2026-11-03, Atlas Electric, by rule exact");
        assertThat(preview.getString("examples[0].words")).contains(", row ");
        assertThat(preview.getList("rules.matchedNow", Integer.class)).contains(1);
        assertThat(preview.getList("rules.matchedThen", Integer.class)).doesNotContain(1);
        assertThat(book.versions(realm)).hasSize(1);
        assertThat(line()).isEqualTo(Outcome.MATCHED);

        command(new MatchRulesEdited(FIONA, AT, realm, 1, allOff(), "Try without"));

        await().untilAsserted(() -> assertThat(line()).isNotEqualTo(Outcome.MATCHED));
    }

    @Test
    void a_preview_of_impossible_rules_says_why() {
        preview(7, allOff()).statusCode(422).body("why", containsString("version 1 is in force"));
        preview(1, List.of()).statusCode(422).body("why", containsString("1 to 20 rules"));
        given().contentType("application/json")
                .body("{\"realm\": \"1\", \"rules\": [{\"id\": \"x\"}]}")
                .post("/reconcile/rules/preview")
                .then()
                .statusCode(422)
                .body("why", containsString("no rules"));
        given().get("/reconcile/rules")
                .then()
                .statusCode(200)
                .body("size()", greaterThan(0))
                .body("[0].versions[0].version", equalTo(1));
    }

    /// All but the one that looks for numbers, which no line here has.
    private List<RuleSetting> allOff() {
        return book.versions(realm).getLast().rules().stream()
                .map(rule ->
                        new RuleSetting(
                                rule.id(),
                                rule.step(),
                                rule.absolute(),
                                rule.percent(),
                                rule.days(),
                                rule.step().equals("identifier")))
                .toList();
    }

    private ValidatableResponse preview(int basedOn, List<RuleSetting> rules) {
        return given().contentType("application/json")
                .body(
                        WireJson.text(
                                Map.of(
                                        "realm", realm.value(),
                                        "basedOn", basedOn,
                                        "rules", rules)))
                .post("/reconcile/rules/preview")
                .then();
    }

    private Outcome line() {
        return standings.of(realm, List.of(ROW.key())).stream()
                .map(Standing::outcome)
                .findFirst()
                .orElse(null);
    }

    private List<String> counterparts() {
        return standings.of(realm, List.of(ROW.key())).stream()
                .findFirst()
                .map(Standing::counterparts)
                .orElse(List.of());
    }

    private void row(String vendor, String amount) {
        RowEvent event =
                new RowObserved(
                        ROW,
                        realm,
                        SheetRole.COSTS,
                        "Project Costs",
                        3,
                        new CostFields(
                                vendor,
                                null,
                                "Cable",
                                "Harbor",
                                LocalDate.parse("2026-11-03"),
                                Money.of(amount, CurrencyCode.USD),
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null),
                        List.of(),
                        Map.<ColumnPart, ColumnId>of(),
                        AT,
                        "pm@harbor.example",
                        false);
        rows.consume(
                Records.of(
                        Topics.SMARTSHEET_ROWS,
                        event.key(),
                        envelope(new SourceRevision(5, 1), event)));
    }

    private void vendor(String id, String name) {
        entity(
                new EntityObserved(
                        realm,
                        EntityType.VENDOR,
                        new EntityId(id),
                        true,
                        AT,
                        new Entity.Vendor(name, null, null, null)));
    }

    private void bill(String id, String vendorId, String vendor, String amount) {
        entity(
                new EntityObserved(
                        realm,
                        EntityType.BILL,
                        new EntityId(id),
                        true,
                        AT,
                        new Entity.Transaction(
                                null,
                                LocalDate.parse("2026-11-03"),
                                null,
                                EntityType.VENDOR,
                                new EntityId(vendorId),
                                vendor,
                                CurrencyCode.USD,
                                Money.of(amount, CurrencyCode.USD),
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                List.of())));
    }

    private void entity(EntityEvent event) {
        entities.consume(
                Records.of(
                        Topics.QUICKBOOKS_ENTITIES,
                        event.key(),
                        envelope(new SourceRevision(1, 0), event)));
    }

    private void command(CommandEvent command) {
        commands.consume(
                Records.of(Topics.COMMANDS, realm.value(), envelope(SourceRevision.NONE, command)));
    }

    private <T> EventEnvelope<T> envelope(SourceRevision revision, T payload) {
        return new EventEnvelope<>(
                new EventId(UUID.randomUUID()),
                AT,
                new ConnectionId("quickbooks:" + realm),
                revision,
                new CorrelationId("test"),
                null,
                1,
                payload);
    }
}

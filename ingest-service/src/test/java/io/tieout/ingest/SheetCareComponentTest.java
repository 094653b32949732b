package io.tieout.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.tieout.kit.json.WireJson;
import io.tieout.kit.lane.Lanes;
import io.tieout.kit.test.InMemoryChannels;
import io.tieout.kit.test.RecordingPublisher;
import io.tieout.kit.test.TieoutPostgres;
import io.tieout.model.command.CommandEvent;
import io.tieout.model.envelope.EventEnvelope;
import io.tieout.model.envelope.SourceRevision;
import io.tieout.model.finding.FindingEvent;
import io.tieout.model.finding.FindingKind;
import io.tieout.model.finding.FindingOpened;
import io.tieout.model.finding.FindingResolved;
import io.tieout.model.id.ConnectionId;
import io.tieout.model.id.CorrelationId;
import io.tieout.model.id.EventId;
import io.tieout.model.id.SheetId;
import io.tieout.model.id.Uuid7;
import io.tieout.model.topic.Topics;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A sheet's webhook and columns are looked after.
@QuarkusTest
@QuarkusTestResource(TieoutPostgres.class)
@QuarkusTestResource(InMemoryChannels.class)
@QuarkusTestResource(FakeVendors.class)
class SheetCareComponentTest {
    private static final Pattern PROPOSAL = Pattern.compile("proposal ([0-9a-f]{12})");
    private static final String STATUS = "101";
    private static final String HOURS = "104";
    private static final String PM = "pm@harbor.example";

    @Inject Edges edges;
    @Inject RecordingPublisher publisher;
    @Inject Jdbi jdbi;
    @Inject Lanes lanes;

    @BeforeEach
    void connected() {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> {
                    assertThat(FakeVendors.SHEET.hookStatus()).isEqualTo("ENABLED");
                    assertThat(
                                    flag(
                                            "SELECT count(*) = 1 FROM webhooks WHERE active AND status = 'ENABLED'"))
                            .isTrue();
                    assertThat(
                                    flag(
                                            "SELECT bool_and(fits AND whole_done >= whole_wanted AND sweep_done >= sweep_wanted) FROM sheets"))
                            .isTrue();
                });
    }

    @AfterEach
    void as_it_was() {
        FakeVendors.SHEET.reset();
        FakeVendors.SHEET.hide(false);
        FakeVendors.SHEET.resetSecret(FakeSheet.SECRET);
        FakeVendors.SHEET.showHook(FakeSheet.WEBHOOK);
        FakeVendors.SHEET.disableHook("ENABLED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DISABLED_BY_OWNER",
                "DISABLED_CALLBACK_FAILED",
                "DISABLED_VERIFICATION_FAILED"
            })
    void enables_a_webhook_again_and_finds_what_it_missed(String status) {
        String row = "8" + (100 + status.length());
        FakeVendors.SHEET.disableHook(status);
        FakeVendors.SHEET.set(row, STATUS, "In Progress", PM);

        await().untilAsserted(() -> assertThat(published(row)).isTrue());
        assertThat(FakeVendors.SHEET.hookStatus()).isEqualTo("ENABLED");
    }

    @Test
    void hears_the_webhook_of_the_account_before_while_smartsheet_fires_it() {
        FakeVendors.SHEET.showHook("9002");
        await().untilAsserted(() ->
                assertThat(
                                flag(
                                        "SELECT count(*) = 1 FROM webhooks WHERE active AND webhook_id = '9002'"))
                        .isTrue());
        FakeVendors.SHEET.set("8150", STATUS, "In Progress", PM);

        edges.tellOfRows("8150");

        await().untilAsserted(() -> assertThat(published("8150")).isTrue());
        FakeVendors.SHEET.showHook(FakeSheet.WEBHOOK);
        await().untilAsserted(() ->
                assertThat(
                                flag(
                                        "SELECT count(*) = 1 FROM webhooks WHERE active AND webhook_id = '9001'"))
                        .isTrue());
    }

    @Test
    void tells_people_of_a_webhook_that_only_support_can_enable_and_when_it_is_back() {
        FakeVendors.SHEET.disableHook("DISABLED_ADMINISTRATIVE");
        await().untilAsserted(() ->
                assertThat(last(FindingKind.WEBHOOK_DOWN))
                        .hasValueSatisfying(finding ->
                                assertThat(finding)
                                        .isInstanceOfSatisfying(
                                                FindingOpened.class,
                                                opened ->
                                                        assertThat(opened.remedy())
                                                                .contains("support"))));
        RestAssured.get("/connections")
                .then()
                .body(
                        "sheets.find { it.sheetId == '41' }.problems.text",
                        hasItem(containsString("Smartsheet does not tell")))
                .body(
                        "sheets.find { it.sheetId == '41' }.problems.remedy",
                        hasItem(containsString("support")));
        FakeVendors.SHEET.set("8200", STATUS, "In Progress", PM);

        FakeVendors.SHEET.disableHook("ENABLED");

        await().untilAsserted(() ->
                assertThat(last(FindingKind.WEBHOOK_DOWN))
                        .get()
                        .isInstanceOf(FindingResolved.class));
        await().untilAsserted(() -> assertThat(published("8200")).isTrue());
        RestAssured.get("/connections")
                .then()
                .body("sheets.find { it.sheetId == '41' }.problems", empty());
    }

    @Test
    void stops_at_a_renamed_column_until_a_person_accepts_the_new_title() {
        FakeVendors.SHEET.renameColumn(HOURS, "Time spent");
        edges.tell("{\"objectType\":\"column\",\"eventType\":\"updated\",\"id\":104}");
        await().untilAsserted(() -> assertThat(proposal()).isPresent());
        FakeVendors.SHEET.set("8300", STATUS, "In Progress", PM);
        edges.tellOfRows("8300");
        await().untilAsserted(() -> assertThat(flag("SELECT count(*) = 0 FROM due_rows")).isTrue());
        assertThat(published("8300")).isFalse();

        accept("0123456789ab");
        accept(proposal().orElseThrow());

        await().untilAsserted(() -> assertThat(published("8300")).isTrue());
        await().untilAsserted(() ->
                assertThat(last(FindingKind.MAPPING_BROKEN))
                        .get()
                        .isInstanceOfSatisfying(
                                FindingResolved.class,
                                resolved ->
                                        assertThat(resolved.title())
                                                .contains("does not fit its mapping")));

        // The old title is now a change like any other; the other tests know no other.
        FakeVendors.SHEET.renameColumn(HOURS, "Hours");
        edges.tell("{\"objectType\":\"column\",\"eventType\":\"updated\",\"id\":104}");
        await().untilAsserted(() -> assertThat(proposal()).isPresent());
        accept(proposal().orElseThrow());
        await().untilAsserted(() ->
                assertThat(last(FindingKind.MAPPING_BROKEN))
                        .get()
                        .isInstanceOf(FindingResolved.class));
    }

    @Test
    void finds_a_sheet_out_of_reach_that_no_callback_tells_of_and_goes_on_when_it_is_back() {
        FakeVendors.SHEET.hide(true);
        compareVersions();

        await().untilAsserted(() ->
                assertThat(last(FindingKind.MAPPING_BROKEN))
                        .get()
                        .isInstanceOfSatisfying(
                                FindingOpened.class,
                                opened -> assertThat(opened.detail()).contains("Not Found")));
        RestAssured.get("/connections")
                .then()
                .body("sheets.find { it.sheetId == '41' }.fits", is(false))
                .body(
                        "sheets.find { it.sheetId == '41' }.problems.code",
                        hasItem("mapping-broken"));

        FakeVendors.SHEET.set("8400", STATUS, "In Progress", PM);
        FakeVendors.SHEET.hide(false);
        edges.tellOfRows("8400");

        await().untilAsserted(() -> assertThat(published("8400")).isTrue());
        await().untilAsserted(() ->
                assertThat(last(FindingKind.MAPPING_BROKEN))
                        .get()
                        .isInstanceOf(FindingResolved.class));
    }

    @Test
    void looks_at_a_sheet_as_soon_as_smartsheet_says_that_its_webhook_is_back() {
        FakeVendors.SHEET.set("8500", STATUS, "In Progress", PM);

        edges.tellStatus("ENABLED");

        await().untilAsserted(() -> assertThat(published("8500")).isTrue());
    }

    @Test
    void believes_what_is_signed_with_a_secret_that_was_reset_at_smartsheet() {
        String body =
                "{\"nonce\":\"reset\",\"webhookId\":%s,\"scope\":\"sheet\",\"scopeObjectId\":41,\"events\":[]}"
                        .formatted(FakeSheet.WEBHOOK);
        assertThat(edges.post(body, Edges.sign(body, "reset")).statusCode()).isEqualTo(401);

        FakeVendors.SHEET.resetSecret("reset");

        await().untilAsserted(() ->
                assertThat(edges.post(body, Edges.sign(body, "reset")).statusCode())
                        .isEqualTo(200));
        FakeVendors.SHEET.resetSecret(FakeSheet.SECRET);
        await().untilAsserted(() ->
                assertThat(edges.post(body, Edges.sign(body)).statusCode()).isEqualTo(200));
    }

    @Test
    void shows_that_a_sheet_in_which_nothing_happens_is_polled() {
        Instant before = Instant.now();

        compareVersions();

        await().untilAsserted(() -> assertThat(polledAt()).isAfter(before));
    }

    private static Instant polledAt() {
        return Instant.parse(
                RestAssured.get("/connections")
                        .path("sheets.find { it.sheetId == '41' }.polledAt"));
    }

    private void compareVersions() {
        QuarkusTransaction.requiringNew()
                .run(() -> lanes.wake(LaneKinds.SWEEP, "41", Instant.now()));
    }

    private Optional<String> proposal() {
        return last(FindingKind.MAPPING_BROKEN)
                .filter(FindingOpened.class::isInstance)
                .map(finding -> PROPOSAL.matcher(((FindingOpened) finding).remedy()))
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1));
    }

    private void accept(String proposal) {
        EventEnvelope<CommandEvent> event =
                new EventEnvelope<>(
                        new EventId(Uuid7.at(Instant.now())),
                        Instant.now(),
                        new ConnectionId("console"),
                        SourceRevision.NONE,
                        new CorrelationId("c-accept"),
                        null,
                        1,
                        new CommandEvent.RemapAccepted(
                                "operator@harbor.example",
                                Instant.now(),
                                new SheetId("41"),
                                proposal));
        edges.send("commands-in", Topics.COMMANDS, "41", WireJson.write(event));
    }

    private Optional<FindingEvent> last(FindingKind kind) {
        return publisher.published(Topics.FINDINGS).stream()
                .map(EventEnvelope::payload)
                .filter(finding ->
                        switch (finding) {
                            case FindingOpened opened -> opened.kind() == kind;
                            case FindingResolved resolved -> resolved.kind() == kind;
                        })
                .reduce((_, last) -> last);
    }

    private boolean published(String row) {
        return publisher.published(Topics.SMARTSHEET_ROWS).stream()
                .anyMatch(event -> event.payload().row().rowId().value().equals(row));
    }

    private boolean flag(String sql) {
        return jdbi.withHandle(handle -> handle.createQuery(sql).mapTo(Boolean.class).one());
    }
}

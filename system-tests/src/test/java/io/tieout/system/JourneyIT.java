package io.tieout.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.KeyboardModifier;
import io.tieout.launcher.port.Listener;
import io.tieout.model.topic.Topics;
import io.tieout.system.browsing.Chromium;
import io.tieout.system.browsing.Visitor;
import io.tieout.system.running.Console;
import io.tieout.system.running.Gate;
import io.tieout.system.running.Running;
import io.tieout.system.running.Story;
import io.tieout.system.running.Topic;
import io.tieout.system.running.Twin;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What people do in the console, in a real browser against everything that runs.
class JourneyIT {
    private static final String OLGA = "operator@harbor.example";
    private static final String VIC = "viewer@harbor.example";
    private static final long WEIGHT_MAX = 250_000;

    private static final Running running = Running.system();
    private static Chromium chromium;

    @BeforeAll
    static void open() {
        chromium = Chromium.at(running.processes().url(Listener.CONSOLE));
    }

    @AfterAll
    static void everything_was_recorded_before_it_happened() {
        chromium.close();
        new Gate(running).holds();
    }

    @ParameterizedTest
    @CsvSource({
        "Paula Marsh, viewer",
        "Fiona Lake, finance",
        "Arthur Stone, approver",
        "Olga Reyes, operator",
        "Vic Tan, viewer",
        "Ada Moore, admin"
    })
    void every_demo_user_signs_in_with_one_press(String name, String role) {
        try (Visitor visitor = chromium.visitor()) {
            visitor.open("/exceptions");

            visitor.button(name + " " + role).click();

            assertThat(visitor.page().locator(".who")).containsText(name);
            assertThat(visitor.page().locator(".who")).containsText(role);
            assertThat(visitor.address())
                    .as("where they wanted to go, with its first item open")
                    .startsWith("/exceptions");
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void finance_approves_a_draft_with_one_press_and_watches_it_being_done() {
        Story story = Story.of(running, "One press");
        String row = story.row("2");
        story.ready(row);
        String reference = story.reference(row);
        try (Visitor fiona = chromium.visitor().signIn(Twin.FIONA)) {
            fiona.open("/approvals?q=" + reference);
            fiona.line(reference).getByRole(AriaRole.LINK).click();
            assertThat(fiona.detail()).containsText("Why it waits");
            assertThat(fiona.detail()).containsText(story.project());

            fiona.detail().locator("[data-approve]").click();

            assertThat(fiona.detail().locator("header .badge")).containsText("done");
            assertThat(fiona.complaints()).isEmpty();
        }
        assertThat(story.invoiceNumber(row)).isNotEmpty();
    }

    @Test
    void the_keyboard_alone_is_enough_to_approve() {
        Story story = Story.of(running, "Keyboard");
        String row = story.row("2");
        story.ready(row);
        String reference = story.reference(row);
        try (Visitor fiona = chromium.visitor().signIn(Twin.FIONA)) {
            fiona.open("/approvals");
            fiona.press("/");
            fiona.type(reference);
            fiona.press("Enter");
            fiona.page().waitForURL("**q=" + reference + "**");
            assertThat(fiona.line(reference)).isVisible();
            fiona.press("j");
            fiona.press("Enter");
            fiona.page().waitForURL("**id=**");
            assertThat(fiona.detail().locator("[data-approve]")).isVisible();

            fiona.press("a");

            assertThat(fiona.detail().locator("header .badge")).containsText("done");
            assertThat(fiona.complaints()).isEmpty();
        }
        assertThat(story.invoiceNumber(row)).isNotEmpty();
    }

    @Test
    void a_large_draft_repeats_its_facts_and_needs_a_second_person() {
        Story story = Story.of(running, "Two people");
        String row = story.row("300");
        story.ready(row);
        String reference = story.reference(row);
        for (String person : List.of(Twin.FIONA, Twin.ARTHUR)) {
            try (Visitor visitor = chromium.visitor().signIn(person)) {
                visitor.open("/approvals?q=" + reference);
                visitor.line(reference).getByRole(AriaRole.LINK).click();
                visitor.detail().locator("[data-approve]").click();
                assertThat(visitor.page().locator("main")).containsText(reference);
                visitor.page().locator("button[value=APPROVED]").click();
                assertThat(visitor.detail()).containsText(person);
                assertThat(visitor.complaints()).isEmpty();
            }
        }
        assertThat(story.invoiceNumber(row)).isNotEmpty();
    }

    @Test
    void a_rejection_needs_a_reason_and_carries_it_to_the_record() {
        Story story = Story.of(running, "Refused");
        String row = story.row("2");
        story.ready(row);
        String reference = story.reference(row);
        try (Visitor fiona = chromium.visitor().signIn(Twin.FIONA)) {
            fiona.open("/approvals?q=" + reference);
            fiona.line(reference).getByRole(AriaRole.LINK).click();
            assertThat(fiona.detail().locator("[data-reject]")).isVisible();
            fiona.press("r");
            fiona.press("Enter");
            assertThat(fiona.detail()).containsText("Why it waits");

            fiona.type("The hours belong to another project");
            fiona.press("Enter");

            assertThat(fiona.detail().locator("header .badge")).containsText("rejected");
            assertThat(fiona.detail()).containsText("The hours belong to another project");
            assertThat(fiona.complaints()).isEmpty();
        }
        assertThat(story.cell(row, "Invoice Number")).isEmpty();
    }

    @Test
    void without_scripts_a_draft_can_still_be_approved() {
        Story story = Story.of(running, "No scripts");
        String row = story.row("2");
        story.ready(row);
        String reference = story.reference(row);
        try (Visitor fiona = chromium.withoutScripts()) {
            fiona.open("/login");
            fiona.button("Fiona Lake finance").click();
            fiona.open("/approvals?q=" + reference);
            await().untilAsserted(() -> {
                fiona.page().reload();
                assertThat(fiona.line(reference).count()).isEqualTo(1);
            });
            fiona.line(reference).getByRole(AriaRole.LINK).click();

            fiona.detail().locator("[data-approve]").click();

            assertThat(fiona.detail()).containsText(reference);
        }
        assertThat(story.invoiceNumber(row)).isNotEmpty();
    }

    @Test
    void a_viewer_is_offered_nothing_and_refused_by_the_server() {
        Story story = Story.of(running, "Viewer");
        String row = story.row("2");
        story.ready(row);
        String reference = story.reference(row);
        try (Visitor vic = chromium.visitor().signIn(VIC)) {
            vic.open("/approvals?q=" + reference);
            vic.line(reference).getByRole(AriaRole.LINK).click();
            assertThat(vic.detail())
                    .containsText("Only finance or an approver decides about money");
            assertThat(vic.page().locator("button[value=APPROVED], [data-approve]")).hasCount(0);

            String pick = vic.detail().locator("[data-detail]").getAttribute("data-detail");
            int status =
                    vic.post("/approvals", Map.of("pick", pick, "verdict", "APPROVED")).status();

            assertThat(status).isEqualTo(403);
            assertThat(vic.complaints()).isEmpty();
        }
        assertThat(Console.status(running.console().draft(reference)))
                .isEqualTo("AWAITING_APPROVAL");
    }

    @Test
    void a_finding_says_what_to_do_and_what_may_have_been_meant() {
        String customer = "Orchid Robotix " + System.nanoTime() % 100_000;
        Story story = Story.of(running, "Meant", customer);
        String row = story.row("2");
        story.ready(row);
        try (Visitor fiona = chromium.visitor().signIn(Twin.FIONA)) {
            fiona.open("/exceptions?q=" + customer.replace(' ', '+'));
            fiona.line(customer).getByRole(AriaRole.LINK).click();

            assertThat(fiona.detail().locator("h2")).containsText(customer);
            assertThat(fiona.detail()).containsText("What to do");
            assertThat(fiona.detail().locator("table")).containsText("Orchid Robotics");
            assertThat(fiona.detail().locator(".source")).containsText("row");
            assertThat(fiona.complaints()).isEmpty();
        }
    }

    @Test
    void a_dead_letter_is_read_patched_and_redriven_then_the_others_at_once()
            throws ExecutionException {
        String key = "journey-" + System.nanoTime();
        cutShort(key, 3);
        try (Visitor olga = chromium.visitor().signIn(OLGA)) {
            olga.open("/dead-letters?q=" + key);
            await().untilAsserted(() -> {
                olga.page().reload();
                assertThat(olga.line("unreadable").count()).isEqualTo(3);
            });
            olga.line("unreadable").first().getByRole(AriaRole.LINK).click();
            assertThat(olga.detail().locator("pre").first()).containsText("cut short");
            assertThat(olga.detail()).containsText("ingest-service");

            olga.detail().locator("[data-patch] > summary").click();
            olga.detail().locator("textarea").fill(notification(key));
            olga.button("Dry run").click();
            assertThat(olga.page().locator("h1")).containsText("1 of 1");
            assertThat(olga.page().locator("main")).containsText("nothing has been sent");
            olga.button("Send 1").click();
            assertThat(olga.page().locator("main .badge").first()).containsText("sent");

            olga.open("/dead-letters?q=" + key);
            assertThat(olga.line("unreadable")).hasCount(2);
            olga.line("unreadable").first().locator("input").click();
            olga.line("unreadable")
                    .last()
                    .locator("input")
                    .click(
                            new Locator.ClickOptions()
                                    .setModifiers(List.of(KeyboardModifier.SHIFT)));
            olga.button("Redrive 2").click();
            assertThat(olga.page().locator("h1")).containsText("2 of 2");
            olga.button("Send 2").click();
            assertThat(
                            olga.page()
                                    .locator(
                                            "main .badge",
                                            new Page.LocatorOptions().setHasText("sent")))
                    .hasCount(2);

            olga.open("/dead-letters?status=redriven&q=" + key);
            assertThat(olga.line("unreadable")).hasCount(3);
            assertThat(olga.complaints()).isEmpty();
        }
        await().untilAsserted(() ->
                assertThat(open(key)).as("what is still broken comes back").isEqualTo(2));
    }

    @Test
    void the_life_of_a_proposal_leads_to_its_audit_records() {
        Story story = Story.of(running, "Life");
        String row = story.row("2");
        story.ready(row);
        String reference = story.reference(row);
        running.console().approve(Twin.FIONA, reference);
        story.invoiceNumber(row);
        try (Visitor fiona = chromium.visitor().signIn(Twin.FIONA)) {
            fiona.open("/approvals?status=all&q=" + reference);
            fiona.line(reference).getByRole(AriaRole.LINK).click();
            Locator steps = fiona.detail().locator(".life > li");
            assertThat(steps.filter(has("Proposal made"))).hasCount(1);
            assertThat(steps.filter(has("Decision"))).not().hasCount(0);
            assertThat(steps.filter(has("Effect done"))).not().hasCount(0);
            Locator record = steps.filter(has("Decision")).getByRole(AriaRole.LINK).first();
            String sequence = record.textContent().replaceAll("[^0-9]", "");

            record.click();

            assertThat(fiona.page().locator("#record-" + sequence)).isInViewport();
            assertThat(fiona.page().locator("#record-" + sequence)).containsText(Twin.FIONA);
            assertThat(fiona.complaints()).isEmpty();
        }
    }

    static Stream<String> pages() {
        return Stream.of(
                "/approvals?status=all",
                "/exceptions?status=all",
                "/projects",
                "/audit?q=TD-",
                "/dead-letters?status=all",
                "/connections",
                "/policy");
    }

    @ParameterizedTest
    @ValueSource(ints = {1440, 390})
    void every_page_fits_its_window_and_asks_nobody_else(int width) {
        try (Visitor olga = chromium.visitor(width).signIn(OLGA)) {
            pages().forEach(path -> {
                olga.open(path);
                fits(olga, path);
                Locator first = olga.page().locator("[data-list] [data-item]").first();
                if (first.count() > 0) {
                    first.click();
                    fits(olga, path + ", the first");
                }
            });
            assertThat(olga.complaints()).isEmpty();
        }
    }

    private static void fits(Visitor visitor, String page) {
        assertThat(visitor.page().locator("main")).isVisible();
        assertThat(visitor.overflow())
                .as("pixels beyond the window: " + page)
                .isLessThanOrEqualTo(0);
        assertThat(visitor.weight()).as("script and style: " + page).isBetween(1L, WEIGHT_MAX);
    }

    private static Locator.FilterOptions has(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private static void cutShort(String key, int count) throws ExecutionException {
        List<ProducerRecord<String, byte[]>> records =
                Stream.iterate(1, n -> n + 1)
                        .limit(count)
                        .map(n -> "{\"cut short\": " + n)
                        .map(text -> text.getBytes(StandardCharsets.UTF_8))
                        .map(bytes ->
                                new ProducerRecord<>(
                                        Topics.QUICKBOOKS_NOTIFICATIONS.name(), key, bytes))
                        .toList();
        Topic.send(running.processes().kafka(), records);
    }

    private static String notification(String key) {
        return """
        {"eventId": "019aa9a5-0000-7000-8000-000000000001", "occurredAt": "2026-11-22T10:15:30Z",
         "connection": "quickbooks:%s", "sourceRevision": {"major": 0, "minor": 0},
         "correlationId": "%s", "schemaVersion": 1,
         "payload": {"realmId": "%s", "body": "[]", "receivedAt": "2026-11-22T10:15:30Z"}}\
        """
                .formatted(Twin.REALM, key, Twin.REALM);
    }

    private static long open(String key) {
        return running.console().deadLetters().stream()
                .filter(letter -> letter.path("key").asText().equals(key))
                .filter(letter -> letter.path("status").asText().equals("open"))
                .count();
    }
}

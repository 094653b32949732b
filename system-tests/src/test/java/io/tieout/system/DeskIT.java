package io.tieout.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.tieout.launcher.port.Listener;
import io.tieout.system.browsing.Chromium;
import io.tieout.system.browsing.Visitor;
import io.tieout.system.running.Console;
import io.tieout.system.running.CostCase;
import io.tieout.system.running.Gate;
import io.tieout.system.running.Http;
import io.tieout.system.running.Running;
import io.tieout.system.running.Twin;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/// What finance decides about the comparison of the books, done in a browser and followed into the
/// sheet and the books. Alone, because rules hold for a whole company.
@Isolated
class DeskIT {
    private static final String OLGA = "operator@harbor.example";

    private static Chromium chromium;

    private final Running running = Running.system();
    private final Twin twin = running.twin();
    private final Console console = running.console();
    private final CostCase costs = new CostCase(running);
    private final LocalDate day = CostCase.today().minusDays(2);

    @BeforeAll
    static void browser() {
        chromium = Chromium.at(Running.system().processes().url(Listener.CONSOLE));
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @AfterEach
    void every_change_was_recorded_before_it_happened() {
        new Gate(running).holds();
    }

    @Test
    void an_edited_rule_is_previewed_first_and_matches_once_it_is_saved() {
        String row = costs.row("DK-1", 500, day, CostCase.PROJECT);
        costs.bill("DK-1", 500.40, day, CostCase.PROJECT_ID);
        costs.awaitCell(row, CostCase.FINER, "Amount variance");
        try (Visitor fiona = chromium.visitor().signIn(Twin.FIONA)) {
            preview(fiona, "1.00");
            assertThat(fiona.page().locator("#outlook")).isVisible();
            assertThat(fiona.page().locator("main")).containsText(costs.vendor());
            String version = fiona.page().locator("h2").first().textContent();

            fiona.open("/matching?realm=" + Twin.REALM);
            assertThat(amount(fiona)).hasValue("0.00");
            assertThat(fiona.page().locator("h2").first()).hasText(version);
            assertThat(costs.cell(row, CostCase.STATUS)).isEqualTo("Variance - Review");

            save(fiona, "1.00", "Bank charges up to a dollar are ours");
            costs.awaitCell(row, CostCase.STATUS, "Matched");
            fiona.open("/matching?realm=" + Twin.REALM);
            assertThat(fiona.page().locator("main"))
                    .containsText("Bank charges up to a dollar are ours");

            save(fiona, "0.00", "As before");
            costs.awaitCell(row, CostCase.FINER, "Amount variance");
            assertThat(fiona.complaints()).isEmpty();
        }
    }

    @Test
    void a_name_that_a_person_teaches_is_known_until_it_is_switched_off() {
        String name = "Old Pier Partners " + costs.vendor().split(" ")[1];
        costs.bill(null, 318.25, day, CostCase.PROJECT_ID);
        String row = costs.row(318.25, Map.of("Vendor", name));
        await().untilAsserted(() ->
                assertThat(costs.cell(row, CostCase.STATUS)).isNotEmpty().isNotEqualTo("Matched"));
        try (Visitor fiona = chromium.visitor().signIn(Twin.FIONA)) {
            fiona.open(line(row));
            fiona.page().getByLabel("Vendor, as QuickBooks names it").fill(costs.vendor());
            fiona.button("“" + name + "” is this vendor").click();
            assertThat(fiona.page().locator("[role=status]")).isVisible();
            costs.awaitCell(row, CostCase.STATUS, "Matched");

            fiona.open("/matching/names?realm=" + Twin.REALM);
            reasoned(tableLine(fiona, name), "Switch off", "They were sold");
            await().untilAsserted(() ->
                    assertThat(costs.cell(row, CostCase.STATUS)).isNotEqualTo("Matched"));
            fiona.open("/matching/names?realm=" + Twin.REALM);
            assertThat(tableLine(fiona, name)).containsText("They were sold");
            assertThat(fiona.complaints()).isEmpty();
        }
    }

    @Test
    void a_pair_that_a_person_takes_apart_stays_apart_until_that_is_withdrawn() {
        String row = costs.row("DK-3", 77, day, CostCase.PROJECT);
        costs.bill("DK-3", 77, day, CostCase.PROJECT_ID);
        costs.awaitCell(row, CostCase.STATUS, "Matched");
        try (Visitor fiona = chromium.visitor().signIn(Twin.FIONA)) {
            fiona.open(line(row));
            fiona.page()
                    .locator("summary", new Page.LocatorOptions().setHasText("Unmatch"))
                    .click();
            fiona.page().getByLabel("Reason").fill("Another crane");
            fiona.button("Never match these two").click();
            assertThat(fiona.page().locator("[role=status]")).isVisible();
            costs.awaitCell(row, CostCase.STATUS, "Missing in QB");

            twin.edit(Twin.COSTS, row, Twin.PAULA, Map.of("Cost Item", "Survey, again"));
            await().untilAsserted(() ->
                    assertThat(reconciled(row).at("/line/description").asText())
                            .isEqualTo("Survey, again"));
            assertThat(costs.cell(row, CostCase.STATUS)).isEqualTo("Missing in QB");

            fiona.open("/matching/apart?realm=" + Twin.REALM);
            reasoned(tableLine(fiona, "Another crane"), "Let them be matched again", "The same");
            costs.awaitCell(row, CostCase.STATUS, "Matched");
            assertThat(fiona.complaints()).isEmpty();
        }
    }

    @Test
    void a_correction_is_asked_for_in_the_report_approved_by_another_and_posted_in_balance() {
        String row = costs.row("DK-4", 500, day, CostCase.PROJECT);
        costs.bill("DK-4", 380, day, CostCase.PROJECT_ID);
        costs.awaitCell(row, CostCase.FINER, "Amount variance");

        String id = asked(row, "Draft for approval");
        console.approveProposal(Twin.FIONA, id);

        await().untilAsserted(() -> assertThat(made("JournalEntry", id)).hasSize(1));
        JsonNode entry = made("JournalEntry", id).getFirst();
        assertThat(sum(entry, "Debit")).isEqualByComparingTo("120.00");
        assertThat(sum(entry, "Credit")).isEqualByComparingTo("120.00");
        costs.awaitCell(row, CostCase.STATUS, "Matched");
        assertThat(costs.cell(row, CostCase.NOTES))
                .startsWith("Agreed with Bill DK-4")
                .contains("USD 380.00, together with correcting journal entry")
                .endsWith("USD 120.00");
        await().untilAsserted(() -> assertThat(costs.open("AMOUNT_VARIANCE")).isEmpty());
        assertThat(costs.open("MISSING_IN_SMARTSHEET")).isEmpty();

        twin.keep("JournalEntry?operation=delete", Map.of("Id", entry.path("Id").asText()));

        costs.awaitCell(row, CostCase.FINER, "Amount variance");
        assertThat(costs.cell(row, CostCase.NOTES)).contains("380.00 in the books");
        costs.awaitFinding("AMOUNT_VARIANCE");
    }

    @Test
    void a_wrong_account_is_put_right_in_the_document_itself() {
        String row = costs.row(64.5, Map.of("Document Number", "DK-5", "Account", "Travel"));
        JsonNode bill = costs.bill("DK-5", 64.5, day, CostCase.PROJECT_ID);
        costs.awaitCell(row, CostCase.FINER, "Coding error");

        String id = asked(row, "Draft the change of account");
        console.approveProposal(Twin.FIONA, id);

        costs.awaitCell(row, CostCase.STATUS, "Matched");
        JsonNode mended =
                twin.books("Bill").stream()
                        .filter(one -> one.path("Id").equals(bill.path("Id")))
                        .findFirst()
                        .orElseThrow();
        assertThat(mended.at("/Line/0/AccountBasedExpenseLineDetail/AccountRef/value").asText())
                .isEqualTo("61");
        assertThat(mended.path("TotalAmt").decimalValue()).isEqualByComparingTo("64.50");
        assertThat(mended.path("DocNumber").asText()).isEqualTo("DK-5");
    }

    @Test
    void an_exception_is_taken_talked_about_accepted_and_comes_back_when_it_says_something_else() {
        String row = costs.row("DK-6", 510, day, CostCase.PROJECT);
        costs.bill("DK-6", 470, day, CostCase.PROJECT_ID);
        costs.awaitFinding("AMOUNT_VARIANCE");
        try (Visitor fiona = chromium.visitor().signIn(Twin.FIONA)) {
            fiona.open("/exceptions?q=" + encoded(costs.vendor()));
            fiona.page().locator("[data-take]").click();
            assertThat(fiona.detail()).containsText("Looked after by Fiona Lake");

            fiona.detail().getByLabel("Comment").fill("Asked Kestrel for a credit");
            fiona.detail().getByText("Comment", exactly()).last().click();
            assertThat(fiona.detail().locator(".life")).containsText("Asked Kestrel for a credit");

            fiona.detail().locator("[data-reject] summary").click();
            fiona.detail().locator("input[name=reason]").fill("Agreed with the vendor");
            fiona.detail().locator("button[value=resolve]").click();
            await().untilAsserted(() -> assertThat(queued("open")).isEmpty());

            twin.edit(Twin.COSTS, row, Twin.PAULA, Map.of("Actual Cost", 520));
            await().untilAsserted(() -> assertThat(queued("open")).hasSize(1));
            fiona.open("/exceptions?q=" + encoded(costs.vendor()));
            assertThat(fiona.detail().locator(".life")).containsText("Agreed with the vendor");
            assertThat(fiona.complaints()).isEmpty();
        }
    }

    @Test
    void many_exceptions_are_assigned_and_accepted_at_once_by_a_script() {
        for (int i = 0; i < 3; i++) {
            costs.bill("DK-7" + i, 1000 + i, day, CostCase.PROJECT_ID);
        }
        await().untilAsserted(() -> assertThat(queued("open")).hasSize(3));
        List<String> ids = queued("open").stream().map(DeskIT::id).toList();

        act("assign", Map.of("ids", ids, "owner", Twin.ARTHUR));
        await().untilAsserted(() ->
                assertThat(queued("open"))
                        .hasSize(3)
                        .allSatisfy(one ->
                                assertThat(one.path("owner").asText()).isEqualTo(Twin.ARTHUR)));
        act("resolve", Map.of("ids", ids, "reason", "Booked for another branch"));

        await().untilAsserted(() -> assertThat(queued("open")).isEmpty());
        assertThat(
                        console.as("viewer@harbor.example")
                                .send(
                                        "POST",
                                        "/api/exceptions/reopen",
                                        Http.write(Map.of("ids", ids)),
                                        Map.of())
                                .statusCode())
                .isEqualTo(403);
    }

    private void preview(Visitor visitor, String amount) {
        visitor.open("/matching?realm=" + Twin.REALM);
        amount(visitor).fill(amount);
        visitor.button("Preview…").click();
    }

    private void save(Visitor visitor, String amount, String reason) {
        preview(visitor, amount);
        visitor.page().locator("input[name=reason]").fill(reason);
        visitor.page().locator("button[value=save]").click();
    }

    /// By how much amounts may differ in the rule for the same document number.
    private static Locator amount(Visitor visitor) {
        return visitor.page().getByLabel("Amount of identifier");
    }

    private static Locator tableLine(Visitor visitor, String text) {
        return visitor.page().locator("tbody tr", new Page.LocatorOptions().setHasText(text));
    }

    private static void reasoned(Locator line, String button, String reason) {
        line.locator("summary").click();
        line.locator("input[name=reason]").fill(reason);
        line.locator("button", new Locator.LocatorOptions().setHasText(button)).click();
    }

    private static Locator.GetByTextOptions exactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }

    private static String line(String row) {
        return "/matching/line?realm=%s&id=%s:%s".formatted(Twin.REALM, Twin.COSTS, row);
    }

    /// The line as reconcile-service has it.
    private JsonNode reconciled(String row) {
        return Http.at(running.processes().url(Listener.RECONCILE))
                .get("/reconcile/lines?realm=%s&id=%s:%s".formatted(Twin.REALM, Twin.COSTS, row));
    }

    /// Has the operator ask for the correction of a row; the id of the draft.
    private String asked(String row, String button) {
        try (Visitor olga = chromium.visitor().signIn(OLGA)) {
            olga.open(
                    "/reports/%s/correction?line=%s:%s&project=%s"
                            .formatted(Twin.REALM, Twin.COSTS, row, encoded(CostCase.PROJECT)));
            olga.button(button).click();
            olga.page().waitForURL("**/approvals?**");
            assertThat(olga.complaints()).isEmpty();
        }
        await().untilAsserted(() -> assertThat(correctionOf(row)).hasSize(1));
        return Console.id(correctionOf(row).getFirst());
    }

    private List<JsonNode> correctionOf(String row) {
        return console.proposals().stream()
                .filter(proposal -> proposal.toString().contains("CORRECTION"))
                .filter(proposal -> console.proposal(Console.id(proposal)).toString().contains(row))
                .toList();
    }

    private List<JsonNode> made(String entity, String proposal) {
        return twin.books(entity).stream()
                .filter(one -> one.path("PrivateNote").asText().contains(proposal))
                .toList();
    }

    private static BigDecimal sum(JsonNode entry, String side) {
        return StreamSupport.stream(entry.path("Line").spliterator(), false)
                .filter(line ->
                        line.at("/JournalEntryLineDetail/PostingType").asText().equals(side))
                .map(line -> line.path("Amount").decimalValue())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private List<JsonNode> queued(String status) {
        JsonNode listing =
                console.as(Twin.FIONA)
                        .get(
                                "/api/exceptions?status=%s&q=%s"
                                        .formatted(status, encoded(costs.vendor())));
        return StreamSupport.stream(listing.path("items").spliterator(), false).toList();
    }

    private static String id(JsonNode item) {
        return item.at("/finding/realmId").asText() + "/" + item.at("/finding/findingId").asText();
    }

    private void act(String deed, Map<String, ?> body) {
        assertThat(
                        console.as(Twin.FIONA)
                                .send("POST", "/api/exceptions/" + deed, Http.write(body), Map.of())
                                .statusCode())
                .isEqualTo(200);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

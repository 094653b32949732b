package io.tieout.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.tieout.launcher.port.Listener;
import io.tieout.system.running.Console;
import io.tieout.system.running.CostCase;
import io.tieout.system.running.Gate;
import io.tieout.system.running.Http;
import io.tieout.system.running.Running;
import io.tieout.system.running.Twin;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Whom a discrepancy reaches: the project manager by a comment, finance by a task and a mail,
/// whoever follows the link by the variance report, and the approver before a draft makes one.
class FollowUpIT {
    private static final String REVIEW = "4100000000000006";
    private static final Pattern LINK = Pattern.compile("Variance report: (http\\S+)");

    private final Running running = Running.system();
    private final Twin twin = running.twin();
    private final Console console = running.console();
    private final CostCase costs = new CostCase(running);
    private final LocalDate day = CostCase.today().minusDays(2);

    @AfterEach
    void every_change_was_recorded_before_it_happened() {
        new Gate(running).holds();
    }

    @Test
    void
            a_large_discrepancy_reaches_the_row_the_review_sheet_and_the_accountant_until_it_is_gone() {
        String row = costs.row("FU-1", 1500, day, CostCase.PROJECT);
        JsonNode bill = costs.bill("FU-1", 1100, day, CostCase.PROJECT_ID);

        await().untilAsserted(() ->
                assertThat(comments(row))
                        .anySatisfy(text ->
                                assertThat(text)
                                        .startsWith("Amount variance: " + costs.vendor())
                                        .contains("Difference: USD 400.00")
                                        .contains("Variance report: ")));
        await().untilAsserted(() ->
                assertThat(tasks())
                        .singleElement()
                        .satisfies(one -> {
                            JsonNode task = one.path("cells");
                            assertThat(said(task, "Status")).isEqualTo("Open");
                            assertThat(said(task, "Category")).isEqualTo("Amount variance");
                            assertThat(said(task, "Project")).isEqualTo(CostCase.PROJECT);
                            assertThat(Double.parseDouble(said(task, "At Stake"))).isEqualTo(400);
                        }));
        await().untilAsserted(() ->
                assertThat(mailsOfVariance())
                        .singleElement()
                        .satisfies(mail -> {
                            assertThat(mail.path("to").toString()).contains(Twin.FIONA);
                            assertThat(mail.path("text").asText())
                                    .contains("USD 1,500.00")
                                    .contains("USD 1,100.00")
                                    .contains("Variance report: ");
                        }));

        URI report = link(row);
        assertThat(page(report))
                .contains("FU-1")
                .contains("400.00")
                .contains("Amount variance")
                .contains("USD 9,000.00")
                .contains("own profit and loss")
                .contains("Costs counted here");
        assertThat(page(URI.create(report.toString().replace("/project?", "/project.csv?"))))
                .contains("FU-1")
                .contains("1500.00")
                .contains("1100.00");

        twin.keep("Bill", costs.billBody(bill.path("Id").asText(), "FU-1", 1500, day));
        costs.awaitCell(row, CostCase.STATUS, "Matched");
        await().untilAsserted(() ->
                assertThat(tasks())
                        .singleElement()
                        .satisfies(one ->
                                assertThat(said(one.path("cells"), "Status"))
                                        .isEqualTo("Resolved")));
        assertThat(mailsOfVariance()).hasSize(1);
    }

    @Test
    void a_small_discrepancy_is_commented_on_and_bothers_nobody_else() {
        String row = costs.row("FU-2", 140, day, CostCase.PROJECT);
        costs.bill("FU-2", 100, day, CostCase.PROJECT_ID);

        await().untilAsserted(() ->
                assertThat(comments(row))
                        .anySatisfy(text -> assertThat(text).contains("Difference: USD 40.00")));

        assertThat(tasks()).isEmpty();
        assertThat(mails()).isEmpty();
    }

    @Test
    void an_approver_is_warned_of_a_bill_that_the_books_have_before_it_is_posted() {
        costs.bill("FU-3", 730, day, CostCase.PROJECT_ID);
        String row =
                twin.addRow(
                        Twin.DOCUMENTS,
                        Map.of(
                                "Item",
                                "Crane, again",
                                "Kind",
                                "Bill",
                                "Vendor",
                                costs.vendor(),
                                "Document Number",
                                "fu 3",
                                "Account",
                                "Equipment Rental",
                                "Amount",
                                730,
                                "Date",
                                day.toString(),
                                "Status",
                                "Ready to Post"));
        await().untilAsserted(() ->
                assertThat(twin.cell(Twin.DOCUMENTS, row, "Draft Reference")).startsWith("TD-"));
        String reference = twin.cell(Twin.DOCUMENTS, row, "Draft Reference").split(" ")[0];

        await().untilAsserted(() ->
                assertThat(console.findings())
                        .anySatisfy(finding ->
                                assertThat(finding.toString())
                                        .contains("WOULD_CAUSE_VARIANCE")
                                        .contains(reference + " would not agree with the books")
                                        .contains("The books have Bill FU-3 of")));
        assertThat(twin.books("Bill"))
                .filteredOn(bill -> bill.at("/VendorRef/value").asText().equals(costs.vendorId()))
                .hasSize(1);

        await().untilAsserted(() ->
                assertThat(
                                console.decide(
                                                Twin.FIONA,
                                                console.draft(reference),
                                                "REJECTED",
                                                "Entered already")
                                        .statusCode())
                        .isEqualTo(202));
        await().untilAsserted(() ->
                assertThat(console.findings())
                        .noneSatisfy(finding ->
                                assertThat(finding.toString())
                                        .contains(reference + " would not agree")
                                        .contains("\"OPEN\"")));
    }

    @Test
    void a_row_that_is_deleted_while_its_status_is_on_its_way_leaves_nothing_behind() {
        twin.fault(
                Map.of(
                        "vendor",
                        "smartsheet",
                        "operation",
                        "update rows",
                        "kind",
                        "DELAY",
                        "delayMs",
                        3000));
        try {
            String row = costs.row("FU-4", 333, day, CostCase.PROJECT);
            costs.awaitFinding("MISSING_IN_QUICKBOOKS");
            twin.deleteRow(Twin.COSTS, row);
        } finally {
            twin.noFaults();
        }

        await().untilAsserted(() -> {
            assertThat(costs.open("\"OPEN\"")).isEmpty();
            assertThat(console.proposals())
                    .filteredOn(proposal -> proposal.toString().contains(costs.vendor()))
                    .allSatisfy(proposal ->
                            assertThat(Console.status(proposal))
                                    .isIn("DONE", "WITHDRAWN", "FAILED"));
        });
        assertThat(console.deadLetters())
                .noneSatisfy(letter -> assertThat(letter.toString()).contains(costs.vendor()));
        costs.bill("FU-4", 333, day, CostCase.PROJECT_ID);
        costs.awaitFinding("MISSING_IN_SMARTSHEET");
    }

    private List<String> comments(String row) {
        return twin.comments(Twin.COSTS, row).stream()
                .map(comment -> comment.path("text").asText())
                .toList();
    }

    /// This case's tasks in the Finance Review sheet.
    private List<JsonNode> tasks() {
        return twin.http()
                .get("/twin/sheets/" + REVIEW)
                .path("rows")
                .valueStream()
                .filter(row -> row.path("cells").toString().contains(costs.vendor()))
                .toList();
    }

    private static String said(JsonNode cells, String title) {
        JsonNode cell = cells.path(title);
        return cell.isValueNode() ? cell.asText() : cell.path("value").asText();
    }

    /// What finance was told of this case, alone or beside what others found at the same time;
    /// without the weekly report, which tells of everything.
    private List<JsonNode> mails() {
        return twin.mails().stream()
                .filter(mail -> mail.path("text").asText().contains(costs.vendor()))
                .filter(mail -> !mail.path("text").asText().contains("What the project sheet and"))
                .toList();
    }

    /// Should one side have been known for a while without the other, that was told as well.
    private List<JsonNode> mailsOfVariance() {
        return mails().stream()
                .filter(mail ->
                        mail.path("text").asText().contains("Amount variance: " + costs.vendor()))
                .toList();
    }

    /// Where the comment on the row leads.
    private URI link(String row) {
        Matcher link =
                comments(row).stream()
                        .map(LINK::matcher)
                        .filter(Matcher::find)
                        .findFirst()
                        .orElseThrow();
        URI report = URI.create(link.group(1));
        assertThat(report.toString())
                .startsWith(running.processes().url(Listener.CONSOLE))
                .contains(URLEncoder.encode(CostCase.PROJECT, StandardCharsets.UTF_8));
        return report;
    }

    /// What a person who is signed in sees there.
    private String page(URI address) {
        String base = running.processes().url(Listener.CONSOLE);
        HttpResponse<byte[]> signedIn =
                Http.at(base)
                        .send(
                                "POST",
                                "/login",
                                ("email=" + encoded(Twin.PAULA) + "&password=" + Console.PASSWORD)
                                        .getBytes(StandardCharsets.UTF_8),
                                Map.of(
                                        "Content-Type",
                                        "application/x-www-form-urlencoded",
                                        "Origin",
                                        base));
        String cookie = signedIn.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
        HttpResponse<byte[]> answer =
                Http.at(base)
                        .send(
                                "GET",
                                address.toString().substring(base.length()),
                                null,
                                Map.of("Cookie", cookie));
        assertThat(answer.statusCode()).isEqualTo(200);
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

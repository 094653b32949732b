package io.tieout.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.tieout.system.running.Console;
import io.tieout.system.running.Gate;
import io.tieout.system.running.Http;
import io.tieout.system.running.Running;
import io.tieout.system.running.Story;
import io.tieout.system.running.Twin;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The main job, end to end: rows marked ready become approved invoices.
class LoopIT {
    private final Running running = Running.system();
    private final Twin twin = running.twin();
    private final Console console = running.console();

    @AfterEach
    void every_change_was_recorded_before_it_happened() {
        new Gate(running).holds();
    }

    @Test
    void a_row_marked_ready_becomes_an_approved_invoice() {
        Story story = Story.of(running, "Loop");
        String row = story.row("4");

        story.ready(row);
        String reference = story.reference(row);
        JsonNode proposal = console.draft(reference);
        console.approve(Twin.FIONA, reference);
        String number = story.invoiceNumber(row);

        List<JsonNode> invoices = twin.invoicesOf(Console.id(proposal));
        assertThat(invoices).hasSize(1);
        JsonNode invoice = invoices.getFirst();
        assertThat(invoice.path("DocNumber").asText()).isEqualTo(number);
        assertThat(invoice.path("Line").get(0).path("Amount").decimalValue())
                .isEqualByComparingTo("820.00");
        await().untilAsserted(
                        () -> assertThat(story.cell(row, "Invoice Status")).isEqualTo("Posted"));
        assertThat(story.cell(row, "Invoice Id")).isEqualTo(invoice.path("Id").asText());
        assertThat(story.cell(row, "Invoice Date")).isEqualTo(invoice.path("TxnDate").asText());
        await().untilAsserted(() -> assertThat(mailsAbout(number)).hasSize(1));
        await().untilAsserted(() ->
                assertThat(pdfBehind(mailsAbout(number).getFirst())).startsWith("%PDF"));
    }

    @Test
    void approvals_given_in_the_sheet_count_like_those_in_the_console() {
        Story story = Story.of(running, "Sheet approval");
        String row = story.row("5");
        story.ready(row);
        String reference = story.reference(row);

        twin.edit(Twin.BILLING, row, Twin.FIONA, Map.of("Finance Approval", "Approved"));

        assertThat(story.invoiceNumber(row)).isNotEmpty();
        assertThat(twin.invoicesOf(Console.id(console.draft(reference)))).hasSize(1);
    }

    @Test
    void a_person_without_the_role_is_refused_with_the_remedy() {
        Story story = Story.of(running, "Refused");
        String row = story.row("3");
        story.ready(row);
        String reference = story.reference(row);

        twin.edit(Twin.BILLING, row, Twin.PAULA, Map.of("Finance Approval", "Approved"));
        JsonNode proposal = console.draft(reference);
        HttpResponse<byte[]> inConsole =
                console.decide("viewer@harbor.example", proposal, "APPROVED", "");

        await().untilAsserted(() ->
                assertThat(console.findings())
                        .anySatisfy(finding ->
                                assertThat(finding.toString())
                                        .contains("APPROVAL_REFUSED", reference, Twin.PAULA)));
        assertThat(inConsole.statusCode()).isEqualTo(403);
        assertThat(twin.invoicesOf(Console.id(proposal))).isEmpty();
        console.approve(Twin.FIONA, reference);
        story.invoiceNumber(row);
    }

    @Test
    void above_the_threshold_two_persons_decide() {
        Story story = Story.of(running, "Large");
        String row = story.row("300");
        story.ready(row);
        String reference = story.reference(row);

        console.approve(Twin.FIONA, reference);
        JsonNode waiting = console.draft(reference);
        assertThat(twin.invoicesOf(Console.id(waiting))).isEmpty();
        console.approve(Twin.ARTHUR, reference);

        assertThat(story.invoiceNumber(row)).isNotEmpty();
        assertThat(twin.invoicesOf(Console.id(waiting))).hasSize(1);
    }

    @Test
    void rows_of_one_customer_project_and_period_become_one_invoice() {
        Story story = Story.of(running, "Grouped");
        List<String> rows = List.of(story.row("1"), story.row("2"), story.row("3.25"));

        rows.forEach(story::ready);
        console.approve(Twin.FIONA, story.reference(rows));

        assertThat(rows.stream().map(story::invoiceNumber).distinct()).hasSize(1);
    }

    private List<JsonNode> mailsAbout(String number) {
        return twin.mails().stream()
                .filter(mail ->
                        mail.path("subject").asText().contains(number)
                                || mail.path("text").asText().contains("Invoice " + number))
                .toList();
    }

    private static String pdfBehind(JsonNode mail) {
        Matcher link = Pattern.compile("https?://\\S+\\.pdf").matcher(mail.path("text").asText());
        assertThat(link.find()).as("a link to the PDF in %s", mail).isTrue();
        URI uri = URI.create(link.group());
        HttpResponse<byte[]> answer =
                Http.at(uri.getScheme() + "://" + uri.getAuthority())
                        .send("GET", uri.getPath(), null, Map.of());
        return new String(answer.body(), StandardCharsets.ISO_8859_1);
    }
}

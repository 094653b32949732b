package io.tieout.launcher.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The main job, told with the company Harbor. Every step waits for what can be seen in the
/// vendors' own systems wherever it can be seen there.
final class HarborStory {
    private static final String HARBOR = "Harbor Works LLC";
    private static final String CASTELLAN = "Castellan Bank";
    private static final String MERIDIAN = "Meridian Health";
    private static final String ORCHARD = "Orchard Robotics";
    private static final List<String> HARBOR_ROWS =
            List.of("6100000000000001", "6100000000000002", "6100000000000003");
    private static final List<String> CASTELLAN_ROWS =
            List.of("6100000000000004", "6100000000000005", "6100000000000006");
    private static final String MERIDIAN_ROW = "6100000000000007";
    private static final String ORCHARD_ROW = "6100000000000008";
    private static final String FREIGHT_ROW = "6200000000000004";
    private static final String STATUS = "Reconciliation Status";
    private static final String READY = "Ready to Bill";
    private static final BigDecimal APPROVER_FROM = new BigDecimal("50000");
    private static final Duration BOOKS_LIMIT = Duration.ofMinutes(4);
    private static final Set<String> RECONCILED =
            Set.of("Matched", "Variance - Review", "Missing in QB");
    private static final Pattern LINK = Pattern.compile("https?://[^\\s\"<>]+");

    private final Twin twin;
    private final ConsoleApi console;
    private final DeadLetter deadLetter;

    private String harborDraft = "";
    private String castellanDraft = "";
    private String orchardDraft = "";
    private long invoicesBefore;
    private String invoiceNumber = "";

    HarborStory(Twin twin, ConsoleApi console, DeadLetter deadLetter) {
        this.twin = twin;
        this.console = console;
        this.deadLetter = deadLetter;
    }

    List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        smallDraft(steps);
        largeDraft(steps);
        heldAndUnknown(steps);
        reconciled(steps);
        leftToTry(steps);
        return steps;
    }

    /// The draft that is left to approve.
    String draftLeft() {
        return orchardDraft;
    }

    /// What was seen, for the last line.
    Tally tally() {
        List<SheetRow> rows = twin.rows(Twin.BILLING);
        Set<String> drafts =
                rows.stream()
                        .filter(row -> row.isFilled("Draft Reference"))
                        .map(row -> reference(row.cell("Draft Reference")))
                        .collect(Collectors.toSet());
        long held =
                rows.stream()
                        .filter(row -> row.cell("Status").equals(READY))
                        .filter(row -> !row.isFilled("Draft Reference"))
                        .count();
        return new Tally(
                drafts.size(),
                twin.mutations("create invoice"),
                held,
                console.exceptions(),
                twin.calls());
    }

    private void smallDraft(List<Step> steps) {
        steps.add(
                Step.of(
                        Person.PAULA.introduction()
                                + " marks rows of "
                                + HARBOR
                                + " ready to bill.",
                        () -> {
                            invoicesBefore = twin.mutations("create invoice");
                            ready(HARBOR_ROWS);
                        },
                        () -> HARBOR_ROWS.size() + " rows say “Ready to Bill”."));
        steps.add(
                // The first draft waits until all of the books are known.
                new Step(
                        "A draft appears in the sheet.",
                        BOOKS_LIMIT,
                        () -> {},
                        () -> {
                            SheetRow row = drafted(HARBOR_ROWS);
                            harborDraft = reference(row.cell("Draft Reference"));
                            return "%s, total %s."
                                    .formatted(
                                            row.cell("Draft Reference"), row.cell("Draft Total"));
                        }));
        steps.add(
                Step.awaiting(
                        "The console shows its lines with rates, tax and class.",
                        () -> lines(awaitingApproval(harborDraft))));
        steps.add(
                Step.awaiting(
                        Person.VIC.introduction() + " tries to approve it, and is refused.",
                        () -> refused(Person.VIC, harborDraft)));
        steps.add(
                Step.of(
                        Person.FIONA.introduction() + " approves it in the console.",
                        () -> approve(Person.FIONA, harborDraft),
                        () -> {
                            JsonNode invoice = invoiceOf(HARBOR_ROWS);
                            invoiceNumber = invoice.path("DocNumber").asText();
                            return "QuickBooks has invoice %s over %s for %s."
                                    .formatted(
                                            invoiceNumber,
                                            invoice.path("TotalAmt").asText(),
                                            invoice.path("CustomerRef")
                                                    .path("name")
                                                    .asText(HARBOR));
                        }));
        steps.add(
                Step.awaiting(
                        "The rows show the invoice's id, number, date and status.",
                        () -> written(HARBOR_ROWS)));
        steps.add(
                Step.awaiting(
                        "A mail lies in the mail sink; its link opens the PDF.",
                        this::mailOpensPdf));
    }

    private void largeDraft(List<Step> steps) {
        steps.add(
                Step.of(
                        "Paula marks the rows of " + CASTELLAN + " ready.",
                        () -> ready(CASTELLAN_ROWS),
                        () -> {
                            SheetRow row = drafted(CASTELLAN_ROWS);
                            castellanDraft = reference(row.cell("Draft Reference"));
                            BigDecimal total = amount(row.cell("Draft Total"));
                            NotYet.unless(
                                    total.compareTo(APPROVER_FROM) > 0,
                                    "The draft's total is only " + total + ".");
                            awaitingApproval(castellanDraft);
                            return "%s over %s: above 50,000.00 an approver decides as well."
                                    .formatted(row.cell("Draft Reference"), total.toPlainString());
                        }));
        steps.add(
                Step.of(
                        "Fiona approves it in the sheet; that is not enough.",
                        () -> inSheet(Person.FIONA, CASTELLAN_ROWS, "Finance Approval"),
                        () -> {
                            JsonNode card = console.card(castellanDraft);
                            NotYet.unless(
                                    card.path("rolesNeeded").size() == 1,
                                    "It waits for " + card.path("rolesNeeded") + ".");
                            NotYet.unless(
                                    twin.mutations("create invoice") == invoicesBefore + 1,
                                    "There is an invoice too early.");
                            return "It still waits for an approver, and QuickBooks has no invoice.";
                        }));
        steps.add(
                Step.of(
                        Person.ARTHUR.introduction() + " approves it in the sheet, too.",
                        () -> inSheet(Person.ARTHUR, CASTELLAN_ROWS, "Approver Approval"),
                        () -> {
                            JsonNode invoice = invoiceOf(CASTELLAN_ROWS);
                            return "QuickBooks has invoice %s over %s."
                                    .formatted(
                                            invoice.path("DocNumber").asText(),
                                            invoice.path("TotalAmt").asText());
                        }));
    }

    private void heldAndUnknown(List<Step> steps) {
        steps.add(
                Step.of(
                        "Paula marks a row of " + MERIDIAN + " with more hours than were approved.",
                        () -> ready(List.of(MERIDIAN_ROW)),
                        () -> {
                            SheetRow row = twin.row(Twin.BILLING, MERIDIAN_ROW);
                            NotYet.unless(
                                    row.cell("Tieout Notes").contains("exceed"),
                                    "Its note says “" + row.cell("Tieout Notes") + "”.");
                            NotYet.unless(
                                    !row.isFilled("Draft Reference"),
                                    "It is in draft " + row.cell("Draft Reference") + ".");
                            return "Held: " + row.cell("Tieout Notes");
                        }));
        steps.add(
                Step.of(
                        "Paula marks a row for %s, a client that QuickBooks does not know."
                                .formatted(ORCHARD),
                        () -> ready(List.of(ORCHARD_ROW)),
                        () -> {
                            SheetRow row = twin.row(Twin.BILLING, ORCHARD_ROW);
                            NotYet.unless(
                                    row.cell("Tieout Notes").contains("Nearest"),
                                    "Its note says “" + row.cell("Tieout Notes") + "”.");
                            return row.cell("Tieout Notes");
                        }));
        steps.add(
                new Step(
                        "Somebody adds %s to QuickBooks; the draft goes on by itself."
                                .formatted(ORCHARD),
                        BOOKS_LIMIT,
                        () ->
                                twin.keep(
                                        "customer",
                                        Map.of(
                                                "DisplayName",
                                                ORCHARD,
                                                "CompanyName",
                                                ORCHARD,
                                                "Taxable",
                                                true,
                                                "DefaultTaxCodeRef",
                                                Map.of("value", "2"),
                                                "PrimaryEmailAddr",
                                                Map.of("Address", "ap@orchard.example"))),
                        () -> {
                            SheetRow row = drafted(List.of(ORCHARD_ROW));
                            orchardDraft = reference(row.cell("Draft Reference"));
                            return "%s, total %s."
                                    .formatted(
                                            row.cell("Draft Reference"), row.cell("Draft Total"));
                        }));
    }

    private void reconciled(List<Step> steps) {
        steps.add(
                new Step(
                        "Cost rows say whether QuickBooks has them.",
                        BOOKS_LIMIT,
                        () -> {},
                        () -> {
                            List<SheetRow> costs = twin.rows(Twin.COSTS);
                            Map<String, Long> counts =
                                    costs.stream()
                                            .collect(
                                                    Collectors.groupingBy(
                                                            row -> row.cell(STATUS),
                                                            java.util.TreeMap::new,
                                                            Collectors.counting()));
                            NotYet.unless(
                                    counts.keySet().equals(RECONCILED),
                                    "Statuses of the cost rows: " + counts + ".");
                            return counts.entrySet().stream()
                                            .map(one -> one.getValue() + " × " + one.getKey())
                                            .collect(Collectors.joining(", "))
                                    + ".";
                        }));
        steps.add(
                new Step(
                        "Somebody enters the missing freight bill in QuickBooks; its row says so by"
                                + " itself.",
                        BOOKS_LIMIT,
                        this::enterFreightBill,
                        () -> {
                            SheetRow row = twin.row(Twin.COSTS, FREIGHT_ROW);
                            NotYet.unless(
                                    row.cell(STATUS).equals("Matched"),
                                    "The row says " + row.cell(STATUS) + ".");
                            return "%s: %s."
                                    .formatted(row.cell(STATUS), row.cell("Reconciliation Notes"));
                        }));
    }

    private void enterFreightBill() {
        SheetRow row = twin.row(Twin.COSTS, FREIGHT_ROW);
        twin.keep(
                "Bill",
                Map.of(
                        "VendorRef",
                        Map.of("value", "83"),
                        "DocNumber",
                        row.cell("Document Number"),
                        "TxnDate",
                        row.cell("Date"),
                        "Line",
                        List.of(
                                Map.of(
                                        "DetailType",
                                        "AccountBasedExpenseLineDetail",
                                        "Amount",
                                        new BigDecimal(row.cell("Actual Cost")),
                                        "Description",
                                        row.cell("Cost Item"),
                                        "AccountBasedExpenseLineDetail",
                                        Map.of(
                                                "AccountRef",
                                                Map.of("value", "62"),
                                                "CustomerRef",
                                                Map.of("value", "73"))))));
    }

    private void leftToTry(List<Step> steps) {
        steps.add(
                Step.awaiting(
                        "The draft for %s is left for you to approve.".formatted(ORCHARD),
                        () -> {
                            JsonNode state = awaitingApproval(orchardDraft);
                            return state.path("proposal").path("summary").asText();
                        }));
        steps.add(
                Step.of(
                        "A notification arrives cut short, and is put aside for you to redrive.",
                        deadLetter::send,
                        () -> {
                            long found = console.deadLetters();
                            NotYet.unless(found > 0, "The console shows no dead letter.");
                            return "%d in the console: one for each service that reads the topic."
                                    .formatted(found);
                        }));
    }

    /// Says of each row that it is ready. Rows that belong together carry dates of one month, so
    /// that they make one draft on any day of the year.
    private void ready(List<String> ids) {
        String date = twin.row(Twin.BILLING, ids.getFirst()).cell("Work Date");
        for (String id : ids) {
            Map<String, Object> cells = new HashMap<>(Map.of("Status", READY));
            if (!sameMonth(date, twin.row(Twin.BILLING, id).cell("Work Date"))) {
                cells.put("Work Date", date);
            }
            twin.edit(Person.PAULA, Twin.BILLING, id, cells);
        }
    }

    private static boolean sameMonth(String one, String other) {
        int month = "2026-11".length();
        return one.length() > month
                && other.length() > month
                && one.substring(0, month).equals(other.substring(0, month));
    }

    private void inSheet(Person person, List<String> rows, String column) {
        rows.forEach(row -> twin.edit(person, Twin.BILLING, row, Map.of(column, "Approved")));
    }

    /// The first of the rows, once all of them are in one draft.
    private SheetRow drafted(List<String> ids) {
        List<SheetRow> rows = rows(ids);
        Set<String> references =
                rows.stream().map(row -> row.cell("Draft Reference")).collect(Collectors.toSet());
        NotYet.unless(
                references.size() == 1 && !references.contains(""),
                "The rows' draft references are %s, their notes %s."
                        .formatted(
                                references,
                                rows.stream().map(r -> r.cell("Tieout Notes")).toList()));
        NotYet.unless(rows.getFirst().isFilled("Draft Total"), "The draft shows no total.");
        return rows.getFirst();
    }

    private List<SheetRow> rows(List<String> ids) {
        return twin.rows(Twin.BILLING).stream().filter(row -> ids.contains(row.id())).toList();
    }

    private JsonNode awaitingApproval(String reference) {
        JsonNode state = console.state(reference);
        String status = state.path("status").asText();
        NotYet.unless(
                status.equals("AWAITING_APPROVAL"),
                "%s is %s: %s".formatted(reference, status, state.path("reviews")));
        return state;
    }

    private static String lines(JsonNode state) {
        for (JsonNode effect : state.path("proposal").path("effects")) {
            if (effect.path("type").asText().equals("create-invoice")) {
                JsonNode first = effect.path("lines").path(0);
                NotYet.unless(!first.isMissingNode(), "The draft has no lines.");
                return "%d lines; the first: %s × %s = %s, class %s; tax code %s, tax %s."
                        .formatted(
                                effect.path("lines").size(),
                                first.path("quantity").asText(),
                                first.path("unitPrice").path("amount").asText(),
                                first.path("amount").path("amount").asText(),
                                first.path("classId").asText("none"),
                                effect.path("taxCodeId").asText("none"),
                                effect.path("estimatedTax").path("amount").asText());
            }
        }
        throw new NotYet("The draft creates no invoice.");
    }

    private String refused(Person person, String reference) {
        JsonHttp.Reply reply = console.decide(person, reference, "APPROVED");
        NotYet.unless(
                reply.status() == 403,
                "The console answered " + reply.status() + ": " + reply.text());
        return "Refused by the server, 403.";
    }

    private void approve(Person person, String reference) {
        JsonHttp.Reply reply = console.decide(person, reference, "APPROVED");
        NotYet.unless(reply.isOk(), "The console answered " + reply.status() + ": " + reply.text());
    }

    /// The invoice that the rows name, as QuickBooks has it.
    private JsonNode invoiceOf(List<String> rows) {
        String id = rows(rows).getFirst().cell("Invoice Id");
        NotYet.unless(
                !id.isEmpty(),
                "The rows name no invoice; QuickBooks was given %d."
                        .formatted(twin.mutations("create invoice")));
        return twin.books("invoice").stream()
                .filter(invoice -> invoice.path("Id").asText().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotYet("QuickBooks has no invoice with the id " + id + "."));
    }

    private String written(List<String> ids) {
        List<SheetRow> rows = rows(ids);
        for (SheetRow row : rows) {
            for (String title :
                    List.of("Invoice Id", "Invoice Number", "Invoice Date", "Invoice Status")) {
                NotYet.unless(
                        row.isFilled(title),
                        "%s of “%s” is empty.".formatted(title, row.cell("Task")));
            }
        }
        SheetRow row = rows.getFirst();
        return "Id %s, number %s, %s, %s, on %d rows."
                .formatted(
                        row.cell("Invoice Id"),
                        row.cell("Invoice Number"),
                        row.cell("Invoice Date"),
                        row.cell("Invoice Status"),
                        rows.size());
    }

    private String mailOpensPdf() {
        for (JsonNode mail : twin.mails()) {
            String text = mail.path("text").asText() + " " + mail.path("html").asText();
            Matcher link = LINK.matcher(text);
            while (link.find()) {
                JsonHttp.Reply reply = console.open(link.group());
                if (reply.isOk() && reply.text().startsWith("%PDF")) {
                    return "To %s: “%s”; the PDF has %d bytes."
                            .formatted(
                                    mail.path("to").path(0).asText(),
                                    mail.path("subject").asText(),
                                    reply.bytes());
                }
            }
        }
        throw new NotYet(
                "%d mails lie in the sink, none with a link that opens a PDF."
                        .formatted(twin.mails().size()));
    }

    private static String reference(String withRevision) {
        return withRevision.strip().split(" ", 2)[0];
    }

    private static BigDecimal amount(String cell) {
        return new BigDecimal(cell.replaceAll("[^0-9.]", ""));
    }
}

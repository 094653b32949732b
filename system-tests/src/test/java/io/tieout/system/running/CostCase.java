package io.tieout.system.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Cost rows and bills of a vendor of their own, so that tests that share a system do not share
/// matches.
public final class CostCase {
    public static final String STATUS = "Reconciliation Status";
    public static final String FINER = "AI Reconciliation Status";
    public static final String NOTES = "Reconciliation Notes";
    public static final String PROJECT = "Quay Survey";
    public static final String PROJECT_ID = "71";
    public static final String EQUIPMENT_RENTAL = "62";

    private final Running running;
    private final Twin twin;
    private final String vendor;
    private final String vendorId;

    public CostCase(Running running) {
        this.running = running;
        this.twin = running.twin();
        this.vendor = "Kestrel " + Long.toString(System.nanoTime() % 100_000_000, 36) + " Marine";
        this.vendorId =
                twin.keep("Vendor", Map.of("DisplayName", vendor))
                        .path("Vendor")
                        .path("Id")
                        .asText();
    }

    /// Today where the company is.
    public static LocalDate today() {
        return LocalDate.now(ZoneId.of("America/New_York"));
    }

    public String vendor() {
        return vendor;
    }

    public String vendorId() {
        return vendorId;
    }

    public String row(@Nullable String number, double amount, LocalDate day, String project) {
        Map<String, Object> more = new HashMap<>();
        more.put("Date", day.toString());
        more.put("Project", project);
        if (number != null) {
            more.put("Document Number", number);
        }
        return row(amount, more);
    }

    /// A row of two days ago for the usual project, but for what is said otherwise.
    public String row(double amount, Map<String, ?> otherwise) {
        Map<String, Object> cells = new HashMap<>();
        cells.put("Cost Item", "Survey of the quay");
        cells.put("Vendor", vendor);
        cells.put("Date", today().minusDays(2).toString());
        cells.put("Actual Cost", amount);
        cells.put("Project", PROJECT);
        cells.putAll(otherwise);
        return twin.addRow(Twin.COSTS, cells);
    }

    public JsonNode bill(@Nullable String number, double amount, LocalDate day, String project) {
        Map<String, Object> body = billBody(null, number, amount, day);
        body.put("Line", List.of(line(amount, project)));
        return twin.keep("Bill?include=allowduplicatedocnum", body).path("Bill");
    }

    /// A bill without number for the usual project.
    public void bill(double amount, LocalDate day, String description) {
        Map<String, Object> body = billBody(null, null, amount, day);
        body.put("Line", List.of(line(amount, PROJECT_ID, description)));
        twin.keep("Bill", body);
    }

    public Map<String, Object> billBody(
            @Nullable String id, @Nullable String number, double amount, LocalDate day) {
        Map<String, Object> body = new HashMap<>();
        body.put("VendorRef", Map.of("value", vendorId));
        body.put("TxnDate", day.toString());
        body.put("Line", List.of(line(amount, PROJECT_ID)));
        if (id != null) {
            body.put("Id", id);
        }
        if (number != null) {
            body.put("DocNumber", number);
        }
        return body;
    }

    public static Map<String, Object> line(double amount, String project) {
        return line(amount, project, "Survey of the quay");
    }

    private static Map<String, Object> line(double amount, String project, String description) {
        return Map.of(
                "DetailType",
                "AccountBasedExpenseLineDetail",
                "Amount",
                amount,
                "Description",
                description,
                "AccountBasedExpenseLineDetail",
                Map.of(
                        "AccountRef",
                        Map.of("value", EQUIPMENT_RENTAL),
                        "CustomerRef",
                        Map.of("value", project)));
    }

    public String cell(String row, String title) {
        return twin.cell(Twin.COSTS, row, title);
    }

    public void awaitCell(String row, String title, String text) {
        await().untilAsserted(() -> assertThat(cell(row, title)).isEqualTo(text));
    }

    public void awaitFinding(String kind) {
        await().untilAsserted(() -> assertThat(open(kind)).isNotEmpty());
    }

    /// Open findings of the kind about this case's vendor.
    public List<JsonNode> open(String kind) {
        return running.console().findings().stream()
                .filter(finding -> finding.toString().contains(kind))
                .filter(finding -> finding.toString().contains(vendor))
                .toList();
    }
}

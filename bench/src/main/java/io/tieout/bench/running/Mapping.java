package io.tieout.bench.running;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The mapping of generated billing sheets: what each column means, by its title.
final class Mapping {
    private static final Map<String, String> PARTS =
            Map.ofEntries(
                    Map.entry("DESCRIPTION", "Task"),
                    Map.entry("STATUS", "Status"),
                    Map.entry("CUSTOMER", "Customer"),
                    Map.entry("PROJECT", "Project"),
                    Map.entry("SERVICE", "Service"),
                    Map.entry("WORK_DATE", "Work Date"),
                    Map.entry("HOURS", "Hours"),
                    Map.entry("COST", "Expense Cost"),
                    Map.entry("BILLABLE", "Billable"),
                    Map.entry("CLASS", "Class"),
                    Map.entry("DEPARTMENT", "Department"),
                    Map.entry("PROJECT_MANAGER", "Project Manager"),
                    Map.entry("DRAFT_REFERENCE", "Draft Reference"),
                    Map.entry("DRAFT_TOTAL", "Draft Total"),
                    Map.entry("FINANCE_APPROVAL", "Finance Approval"),
                    Map.entry("APPROVER_APPROVAL", "Approver Approval"),
                    Map.entry("INVOICE_ID", "Invoice Id"),
                    Map.entry("INVOICE_NUMBER", "Invoice Number"),
                    Map.entry("INVOICE_DATE", "Invoice Date"),
                    Map.entry("INVOICE_STATUS", "Invoice Status"),
                    Map.entry("NOTES", "Tieout Notes"));

    private Mapping() {}

    static Map<String, Object> of(List<Twin.Sheet> sheets) {
        List<Object> all = new ArrayList<>();
        for (Twin.Sheet sheet : sheets) {
            Map<String, String> columns = new HashMap<>();
            PARTS.forEach((part, title) -> columns.put(part, column(sheet, title)));
            all.add(
                    Map.of(
                            "sheetId",
                            sheet.id(),
                            "name",
                            sheet.name(),
                            "role",
                            "BILLING",
                            "realm",
                            Twin.REALM,
                            "triggers",
                            List.of("Ready to Bill"),
                            "cutOver",
                            "2026-01-01",
                            "columns",
                            columns));
        }
        return Map.of("version", 1, "sheets", all);
    }

    private static String column(Twin.Sheet sheet, String title) {
        String id = sheet.columns().get(title);
        if (id == null) {
            throw new IllegalStateException("Sheet %s has no %s".formatted(sheet.name(), title));
        }
        return id;
    }
}

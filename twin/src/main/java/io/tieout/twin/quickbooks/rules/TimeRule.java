package io.tieout.twin.quickbooks.rules;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.twin.json.Json;
import io.tieout.twin.quickbooks.schema.QuickBooksFault;

/// Time is one person's (6290, 6300), is stated one way (6390), and is billable only to a customer
/// at a rate (6310, 6330).
final class TimeRule implements Rule {
    @Override
    public void apply(Draft draft) {
        var body = draft.body();
        if (!Json.filled(body, "TxnDate")) {
            body.put("TxnDate", draft.today().toString());
        }
        PeriodRule.refuseClosed(draft.realm(), body);
        checkWho(body);
        checkDuration(body);
        if (!Json.filled(body, "BillableStatus")) {
            body.put("BillableStatus", "NotBillable");
        }
        if ("Billable".equals(body.path("BillableStatus").asText())) {
            if (!Json.filled(body.path("CustomerRef"), "value")
                    && !Json.filled(body.path("ProjectRef"), "value")) {
                throw fault("6310", "Customer is required", "Billable time needs a customer");
            }
            if (!Json.present(body, "HourlyRate")) {
                throw fault("6330", "Hourly rate is required", "Billable time needs HourlyRate");
            }
        }
    }

    private static void checkWho(ObjectNode body) {
        var employee = Json.present(body, "EmployeeRef");
        var vendor = Json.present(body, "VendorRef");
        if (employee && vendor) {
            throw fault("6300", "Employee and vendor", "Give EmployeeRef or VendorRef, not both");
        }
        var wantsEmployee = "Employee".equals(body.path("NameOf").asText());
        if (wantsEmployee ? !employee : !vendor) {
            throw fault("6290", "Name is missing", "NameOf and its reference do not go together");
        }
    }

    private static void checkDuration(ObjectNode body) {
        var duration = Json.present(body, "Hours") || Json.present(body, "Minutes");
        var span = Json.present(body, "StartTime") || Json.present(body, "EndTime");
        if (duration && span) {
            throw fault("6390", "Duration given twice", "Give hours and minutes or start and end");
        }
        if (!duration && !span) {
            throw fault("6340", "Duration is missing", "Give hours and minutes or start and end");
        }
        if (body.path("Minutes").asInt(0) > 59 || body.path("Minutes").asInt(0) < 0) {
            throw fault("6350", "Invalid minutes", "Minutes must lie between 0 and 59");
        }
        if (body.path("Hours").asInt(0) < 0 || body.path("Hours").asInt(0) > 8760) {
            throw fault("6360", "Invalid hours", "Hours must lie between 0 and 8760");
        }
    }

    private static QuickBooksFault fault(String code, String message, String detail) {
        return QuickBooksFault.validation(code, message, detail);
    }
}

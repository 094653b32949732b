package io.tieout.twin.quickbooks.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.tieout.twin.json.Json;
import io.tieout.twin.quickbooks.schema.QuickBooksFault;
import java.util.List;

/// Classes, departments and service dates need their switch in the company's preferences: 5030.
final class FeatureRule implements Rule {
    private static final List<String> DETAILS =
            List.of(
                    "SalesItemLineDetail",
                    "AccountBasedExpenseLineDetail",
                    "ItemBasedExpenseLineDetail",
                    "JournalEntryLineDetail");

    @Override
    public void apply(Draft draft) {
        var realm = draft.realm();
        needs(draft.body(), "ClassRef", realm, "AccountingInfoPrefs", "ClassTrackingPerTxn");
        needs(draft.body(), "DepartmentRef", realm, "AccountingInfoPrefs", "TrackDepartments");
        for (var line : draft.body().path("Line")) {
            for (var name : DETAILS) {
                var detail = line.path(name);
                needs(detail, "ClassRef", realm, "AccountingInfoPrefs", "ClassTrackingPerTxnLine");
                needs(detail, "DepartmentRef", realm, "AccountingInfoPrefs", "TrackDepartments");
                needs(detail, "ServiceDate", realm, "SalesFormsPrefs", "AllowServiceDate");
                if (!name.startsWith("Sales") && !name.startsWith("Journal")) {
                    needs(
                            detail,
                            "CustomerRef",
                            realm,
                            "VendorAndPurchasesPrefs",
                            "TrackingByCustomer");
                }
            }
        }
    }

    private static void needs(
            JsonNode holder, String field, Realm realm, String block, String name) {
        if (Json.present(holder, field) && !realm.prefers(block, name)) {
            throw QuickBooksFault.validation(
                    "5030",
                    "Feature Not Supported Error",
                    field + " needs the preference " + block + "." + name,
                    field);
        }
    }
}

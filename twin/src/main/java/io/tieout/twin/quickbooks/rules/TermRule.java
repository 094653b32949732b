package io.tieout.twin.quickbooks.rules;

import io.tieout.twin.json.Json;
import io.tieout.twin.quickbooks.schema.QuickBooksFault;

/// A term says when payment is due: after some days or on a day of the month.
final class TermRule implements Rule {
    @Override
    public void apply(Draft draft) {
        var body = draft.body();
        if (!Json.present(body, "DueDays") && !Json.present(body, "DayOfMonthDue")) {
            throw QuickBooksFault.missing("DueDays");
        }
        body.put("Type", Json.present(body, "DayOfMonthDue") ? "DATE_DRIVEN" : "STANDARD");
    }
}

package io.tieout.twin.quickbooks.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.tieout.twin.json.Json;
import java.time.LocalDate;
import java.time.YearMonth;

/// The due date follows from the term when the caller gives none.
final class DueDateRule implements Rule {
    @Override
    public void apply(Draft draft) {
        if (Json.filled(draft.body(), "DueDate")) {
            return;
        }
        var date = LocalDate.parse(draft.text("TxnDate").substring(0, 10));
        var term =
                draft.realm()
                        .find("Term", draft.body().path("SalesTermRef").path("value").asText(""));
        draft.body().put("DueDate", (term == null ? date : due(term, date)).toString());
    }

    static LocalDate due(JsonNode term, LocalDate date) {
        if (!Json.present(term, "DayOfMonthDue")) {
            return date.plusDays(term.path("DueDays").asLong(0));
        }
        var day = term.path("DayOfMonthDue").asInt();
        var thisMonth = onDay(YearMonth.from(date), day);
        var tooSoon = thisMonth.isBefore(date.plusDays(term.path("DueNextMonthDays").asLong(0)));
        return tooSoon ? onDay(YearMonth.from(date).plusMonths(1), day) : thisMonth;
    }

    private static LocalDate onDay(YearMonth month, int day) {
        return month.atDay(Math.min(day, month.lengthOfMonth()));
    }
}

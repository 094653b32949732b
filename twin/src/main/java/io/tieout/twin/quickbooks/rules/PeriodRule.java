package io.tieout.twin.quickbooks.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.tieout.twin.json.Json;
import io.tieout.twin.quickbooks.schema.QuickBooksFault;

/// A transaction gets the server's date when it has none, and none may lie in closed books: 6200,
/// or 6210 where a password would open them.
public final class PeriodRule implements Rule {
    @Override
    public void apply(Draft draft) {
        if (!Json.filled(draft.body(), "TxnDate")) {
            var before = draft.before();
            draft.body()
                    .put(
                            "TxnDate",
                            before == null
                                    ? draft.today().toString()
                                    : before.path("TxnDate").asText(draft.today().toString()));
        }
        refuseClosed(draft.realm(), draft.body());
        if (draft.before() != null) {
            refuseClosed(draft.realm(), draft.before());
        }
    }

    /// ISO dates compare as text.
    public static void refuseClosed(Realm realm, JsonNode txn) {
        var closed =
                realm.preferences().path("AccountingInfoPrefs").path("BookCloseDate").asText("");
        var date = txn.path("TxnDate").asText("");
        if (!closed.isEmpty() && !date.isEmpty() && date.compareTo(closed) <= 0) {
            throw QuickBooksFault.validation(
                    realm.closingPassword() ? "6210" : "6200",
                    realm.closingPassword()
                            ? "Account period closed, password needed"
                            : "Account period closed, cannot update through services API",
                    "The account period has closed and the account books cannot be updated"
                            + " through the QuickBooks Online Services API. Closed through "
                            + closed,
                    "TxnDate");
        }
    }
}

package io.tieout.twin.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import io.tieout.twin.json.Json;
import io.tieout.twin.quickbooks.rules.Realm;
import io.tieout.twin.quickbooks.schema.QuickBooksFault;
import io.tieout.twin.wire.Change;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Carries out writes once per request id: a repeat gets the first answer again and changes
/// nothing.
final class Writes {
    static final int REQUEST_ID_MAX = 50;
    static final int BATCH_REQUEST_ID_MAX = 36;
    static final int BATCH_ITEM_ID_MAX = 10;

    private final Ledger ledger;
    private final Realm realm;
    private final List<Change> changes = new ArrayList<>();
    private int replays;

    Writes(Ledger ledger, Realm realm) {
        this.ledger = ledger;
        this.realm = realm;
    }

    static void checkRequestId(@Nullable String requestId, int max) {
        if (requestId != null && (requestId.isEmpty() || requestId.length() > max)) {
            throw QuickBooksFault.validation(
                    "2130",
                    "Invalid request id",
                    "A request id has 1 to " + max + " characters",
                    "requestid");
        }
    }

    /// Only successes are remembered; what failed may be tried again under the same id.
    JsonNode once(Deed deed, @Nullable String requestId, @Nullable String bId) {
        var key = requestId == null ? null : requestId + (bId == null ? "" : "\n" + bId);
        synchronized (realm) {
            var known = key == null ? null : realm.remembered(key);
            if (known != null) {
                replays++;
                return known;
            }
            var done = deed.carryOut(ledger, realm);
            changes.add(done.change().under(requestId, bId));
            var answer = Json.object();
            answer.set(deed.type().name(), done.entity());
            if (key != null) {
                realm.remember(key, answer);
            }
            return answer;
        }
    }

    List<Change> changes() {
        return changes;
    }

    int replays() {
        return replays;
    }
}

package io.tieout.twin.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.twin.live.Changes;
import io.tieout.twin.quickbooks.rules.Realm;
import io.tieout.twin.quickbooks.schema.QuickBooksFault;
import io.tieout.twin.quickbooks.schema.Schema;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Fills the books from a sample, entity by entity in the order of the file; `$age` is an entity's
/// age in days.
@ApplicationScoped
public class BooksLoader {
    private static final String AGE = "$age";
    private static final int AGE_DAYS = 200;

    private final Books books;
    private final Changes changes;
    private final Clock clock;
    private final Ledger ledger;

    BooksLoader(Books books, Changes changes, Clock clock) {
        this.books = books;
        this.changes = changes;
        this.clock = clock;
        this.ledger = new Ledger(clock);
    }

    public void load(JsonNode realms) {
        List<Realm> loaded = new ArrayList<>();
        for (var entry : realms.properties()) {
            var realm = new Realm(entry.getKey());
            fill(realm, entry.getValue());
            loaded.add(realm);
        }
        books.replace(loaded);
        changes.fire("books");
    }

    private void fill(Realm realm, JsonNode tables) {
        for (var table : tables.properties()) {
            var type = Schema.vendor().require(table.getKey());
            for (var one : table.getValue()) {
                var input = (ObjectNode) one;
                var age = Duration.ofDays(input.path(AGE).asLong(AGE_DAYS));
                input.remove(AGE);
                try {
                    ledger.load(realm, type, input, clock.instant().minus(age));
                } catch (QuickBooksFault fault) {
                    throw new IllegalStateException(
                            "sample " + type.name() + " " + input.path("Id") + ": " + fault.fault(),
                            fault);
                }
            }
        }
    }
}

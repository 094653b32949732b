package io.tieout.twin.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.twin.live.Changes;
import io.tieout.twin.quickbooks.rules.Realm;
import io.tieout.twin.quickbooks.schema.EntityType;
import io.tieout.twin.quickbooks.schema.QuickBooksFault;
import io.tieout.twin.quickbooks.schema.Schema;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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

    /// Adds to a company's books as if it had been entered now; what is there stays as it is.
    public void add(String realmId, JsonNode tables) {
        var realm = books.find(realmId);
        if (realm == null) {
            throw new IllegalArgumentException("there is no company " + realmId);
        }
        synchronized (realm) {
            for (var table : tables.properties()) {
                var type = Schema.vendor().require(table.getKey());
                for (var one : table.getValue()) {
                    if (realm.find(type.name(), one.path("Id").asText()) == null) {
                        load(realm, type, (ObjectNode) one, clock.instant());
                    }
                }
            }
        }
        changes.fire("books");
    }

    private void fill(Realm realm, JsonNode tables) {
        for (var table : tables.properties()) {
            var type = Schema.vendor().require(table.getKey());
            for (var one : table.getValue()) {
                var input = (ObjectNode) one;
                var age = Duration.ofDays(input.path(AGE).asLong(AGE_DAYS));
                input.remove(AGE);
                load(realm, type, input, clock.instant().minus(age));
            }
        }
    }

    private void load(Realm realm, EntityType type, ObjectNode input, Instant at) {
        try {
            ledger.load(realm, type, input, at);
        } catch (QuickBooksFault fault) {
            throw new IllegalStateException(
                    "sample " + type.name() + " " + input.path("Id") + ": " + fault.fault(), fault);
        }
    }
}

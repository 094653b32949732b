package io.tieout.model.quickbooks;

import io.tieout.model.id.RealmId;
import java.time.Instant;

/// The first load of a realm is complete: from here on a missing counterpart is really missing.
public record BooksLoaded(RealmId realmId, Instant loadedAt) implements EntityEvent {
    @Override
    public String key() {
        return realmId + ":books-loaded";
    }
}

package io.tieout.model.quickbooks;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.tieout.model.id.RealmId;

/// An entity as it is now, or gone; or the news that a first load is complete; or the books' own
/// profit and loss. Source revision: SyncToken, then last update in epoch milliseconds.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = EntityObserved.class, name = "entity-observed"),
    @JsonSubTypes.Type(value = EntityGone.class, name = "entity-gone"),
    @JsonSubTypes.Type(value = BooksLoaded.class, name = "books-loaded"),
    @JsonSubTypes.Type(value = ProfitAndLossObserved.class, name = "profit-and-loss-observed")
})
public sealed interface EntityEvent
        permits EntityObserved, EntityGone, BooksLoaded, ProfitAndLossObserved {
    RealmId realmId();

    /// realm, type and id: the Kafka key.
    @JsonIgnore
    String key();
}

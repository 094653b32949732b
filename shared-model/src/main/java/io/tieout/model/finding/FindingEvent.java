package io.tieout.model.finding;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.tieout.model.id.FindingId;
import io.tieout.model.id.RealmId;

/// A finding as it is now. Source revision: epoch milliseconds of the change.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = FindingOpened.class, name = "finding-opened"),
    @JsonSubTypes.Type(value = FindingResolved.class, name = "finding-resolved")
})
public sealed interface FindingEvent permits FindingOpened, FindingResolved {
    FindingId findingId();

    RealmId realmId();

    @JsonIgnore
    default String key() {
        return realmId() + ":" + findingId();
    }
}

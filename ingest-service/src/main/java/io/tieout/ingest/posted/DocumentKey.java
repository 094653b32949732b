package io.tieout.ingest.posted;

import io.tieout.model.id.EntityId;
import io.tieout.model.id.RealmId;
import io.tieout.model.quickbooks.EntityType;

/// Which document of which books.
public record DocumentKey(RealmId realm, EntityType type, EntityId id) {}

package io.tieout.ingest.document;

import io.tieout.model.id.EntityId;
import io.tieout.model.id.RealmId;
import java.util.UUID;

/// An invoice whose PDF is to be fetched.
record DuePdf(RealmId realm, EntityId invoice, UUID proposal, long syncToken) {}

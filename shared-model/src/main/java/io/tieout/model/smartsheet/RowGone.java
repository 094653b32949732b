package io.tieout.model.smartsheet;

import io.tieout.model.id.RealmId;
import io.tieout.model.id.RowRef;

/// A row that was deleted, moved away, or is out of reach.
public record RowGone(RowRef row, RealmId realmId, SheetRole role) implements RowEvent {}

package io.tieout.reconcile.facts;

import io.tieout.model.id.EntityId;
import io.tieout.model.id.RowId;
import io.tieout.model.id.RowRef;
import io.tieout.model.id.SheetId;
import io.tieout.model.quickbooks.EntityType;

/// What is to be compared again.
public sealed interface Change {
    /// The row changed, or what is known of its proposal did.
    record OfRow(RowRef row) implements Change {
        OfRow(String sheet, String row) {
            this(new RowRef(new SheetId(sheet), new RowId(row)));
        }
    }

    /// The document changed.
    record OfDocument(EntityType type, EntityId id) implements Change {}

    /// Something changed by which everything is compared.
    record OfAll() implements Change {}
}
